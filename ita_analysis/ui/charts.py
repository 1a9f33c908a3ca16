"""Putting a figure on the page, in the colours of the viewing mode, with its text for those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ita_analysis.figures.style import CONFIG, Figure, Palette, palette


def show_chart(key: str, draw: Callable[[Palette], Figure], alt: str) -> None:
    """Show a figure; `alt` says in words what it shows."""
    st.plotly_chart(draw(palette(st.context.theme.type)), theme=None, config=CONFIG, key=key, alt=alt)
