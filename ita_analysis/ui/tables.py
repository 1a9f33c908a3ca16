"""Tables that are searched and sorted rather than read from top to bottom: many rows, short cells."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pandas as pd
import streamlit as st

from ita_analysis.ui.asking import kept_in_view

MOST_READ = 12  # rows that are read; more are searched too
_ROW_HEIGHT = 38  # Thai marks stand above and below the letters
_SHOWN_ROWS = 10


def show_searchable(key: str, compose: Callable[..., pd.DataFrame], alt: str, *about: Hashable) -> None:
    """Show what `compose(*about)` returns as a table to search in; `alt` says what it holds."""
    show_table(key, kept_in_view(compose, *about), alt)


def show_table(key: str, table: pd.DataFrame, alt: str) -> None:
    """Show a table to search in that is of this visit alone: what a file says before it is stored."""
    height = _ROW_HEIGHT * (min(len(table), _SHOWN_ROWS) + 1) + 2
    st.dataframe(table, key=key, alt=alt, hide_index=True, row_height=_ROW_HEIGHT, height=height)
