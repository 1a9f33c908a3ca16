"""Templates of score sheets to download, for a year the reader chooses."""

from __future__ import annotations

from functools import partial

import streamlit as st

from ita_analysis import framework
from ita_analysis.documents.naming import MEDIA_TYPES
from ita_analysis.documents.templates import Shape, Suffix, file_name, score_template
from ita_analysis.framework import Framework
from ita_analysis.texts import say
from ita_analysis.ui.rendering import show
from ita_analysis.ui.screens import assessed_years

_OFFERED: tuple[tuple[Shape, Suffix], ...] = (("wide", "xlsx"), ("long", "xlsx"), ("wide", "csv"), ("long", "csv"))


@st.fragment
def offer_templates() -> None:
    """Offer empty score sheets of a year; a file is made when it is asked for."""
    show("section", title=say("template.title"), text=say("template.about"))
    year = st.selectbox(
        say("template.year"), assessed_years.years(), format_func=_label, key="template_year", width=320
    )
    pack = framework.load(year)
    with st.container(horizontal=True):
        for shape, suffix in _OFFERED:
            kind = f"{shape}_{suffix}"
            st.download_button(
                say(f"template.download.{kind}"),
                partial(_content, pack, shape, suffix),
                file_name(pack, shape, suffix),
                MEDIA_TYPES[suffix],
                key=f"template_{kind}",
                on_click="ignore",
            )


def _content(pack: Framework, shape: Shape, suffix: Suffix) -> bytes:
    return score_template(pack, shape, suffix)


def _label(year: int) -> str:
    return say("filter.year_label", year=year)
