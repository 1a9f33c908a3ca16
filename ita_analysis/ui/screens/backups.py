"""The screen of backups: what is kept, one click to keep the data now, and each backup to take away."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import streamlit as st

from ita_analysis import paths
from ita_analysis.documents.naming import MEDIA_TYPES
from ita_analysis.errors import ItaError
from ita_analysis.sentences import backups as sentences
from ita_analysis.store import keeping
from ita_analysis.texts import explain, say
from ita_analysis.ui.asking import ask
from ita_analysis.ui.heads import Head
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.visiting import visitor

_SAID = "backups_said"
WIDTH = 460  # of a list of backups


def show_head() -> None:
    """Show when the data were last kept, and what a click just did."""
    known = keeping.listed(paths.database())
    found = sentences.headline(known, keeping.state(paths.database()))
    is_synthetic = bool(ask("synthetic_stored")["agency_count"].iloc[0])
    show("head", head=Head(say("page.backups"), (), found.words, found.standfirst, is_synthetic=is_synthetic))
    if kind := st.session_state.pop(_SAID, ()):
        tell(*kind)


def offer() -> None:
    """Offer to keep the data as they are now."""
    st.button(say("backups.now"), key="back_up_now", type="primary", on_click=_keep)


def show_kept_ones() -> None:
    """Show each backup with its reason and size, and offer one to be taken away; nothing where there is none."""
    known = keeping.listed(paths.database())
    if known:
        show("section", title=say("backups.title"), text=say("backups.text", most=keeping.MOST))
        show("backups", rows=[_row(each) for each in known])
        whole = {each.path: sentences.named(each.manifest) for each in known if each.manifest}
        if whole:
            _offer_file(whole)


def _offer_file(whole: Mapping[Path, str]) -> None:
    with st.container(key="backup_file"):
        path = st.selectbox(
            say("backups.choose"), list(whole), format_func=whole.__getitem__, key="backup", width=WIDTH
        )
        data = partial(Path.read_bytes, path)
        st.download_button(
            say("backups.download"), data, path.name, MEDIA_TYPES["zip"], key="download_backup", on_click="ignore"
        )


def _row(each: keeping.Kept) -> dict[str, str]:
    size = sentences.size_of(each.size)
    return {
        "when": sentences.moment(each),
        "why": sentences.reason(each),
        "holds": sentences.holds(each),
        "size": size,
    }


def _keep() -> None:
    before = keeping.kept(paths.database())
    try:
        made = keeping.keep_by_hand(paths.database(), who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return
    kind = ("note", say("backups.same")) if made in before else ("done", say("backups.done"))
    st.session_state[_SAID] = kind
