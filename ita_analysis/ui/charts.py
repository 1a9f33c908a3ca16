"""Putting a figure on the page, with its text for those who cannot see it; a click on a mark may filter the page."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any

import streamlit as st

from ita_analysis.figures.style import CONFIG, Figure
from ita_analysis.ui import choosing
from ita_analysis.ui.asking import kept


def show_chart(
    key: str, draw: Callable[..., tuple[Figure, str] | None], *about: Hashable, picks: str | None = None
) -> None:
    """Show what `draw(*about)` returns: a figure, and in words what it shows; None shows nothing.

    `picks` names a filter: a click on a mark puts the mark's `customdata` into the address under that name, a click on
    the mark that is chosen already takes it out again. Those who use no mouse have the links of the chart's table.
    """
    drawn = kept(draw, *about)
    if drawn:
        figure, alt = drawn
        answers: dict[str, Any] = (
            {"on_select": partial(_picked, key, picks), "selection_mode": "points"} if picks else {}
        )
        st.plotly_chart(figure, theme=None, config=CONFIG, key=key, alt=alt, **answers)


def _picked(key: str, name: str) -> None:
    points = st.session_state[key]["selection"]["points"]
    codes = [code for point in points if (code := point.get("customdata")) is not None]
    choosing.pick(name, str(codes[0]) if codes else None)
