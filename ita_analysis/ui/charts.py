"""Putting a figure on the page, with its text for those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import streamlit as st

from ita_analysis.figures.style import CONFIG, Figure
from ita_analysis.ui.asking import kept


def show_chart(key: str, draw: Callable[..., tuple[Figure, str] | None], *about: Hashable) -> None:
    """Show what `draw(*about)` returns: a figure, and in words what it shows; None shows nothing."""
    drawn = kept(draw, *about)
    if drawn:
        figure, alt = drawn
        st.plotly_chart(figure, theme=None, config=CONFIG, key=key, alt=alt)
