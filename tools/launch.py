"""Serves the app as `streamlit run app.py` does, but loads what the first visitor would wait for beforehand."""

from __future__ import annotations

import sys

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

import ita_analysis.figures.timeline  # noqa: F401 - loads pandas and plotly, once and whole, before two visitors race
from ita_analysis import paths
from ita_analysis.errors import ItaError
from ita_analysis.store.building import ready
from ita_analysis.texts import explain


def prepare() -> None:
    """Build the database where there is none; say in one sentence what stands in the way (the page says it too)."""
    # A folder named pages/ makes Streamlit think of its old router until the first visit has run our menu; a first
    # visitor on a deep link would see "Page not found" over the right page.
    PagesManager.uses_pages_directory = False
    try:
        ready(paths.database())
    except ItaError as error:
        print(explain(error), file=sys.stderr)


if __name__ == "__main__":
    prepare()
    cli.main(["run", "app.py", *sys.argv[1:]], prog_name="streamlit")
