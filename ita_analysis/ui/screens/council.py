"""The council's slides, each filling the screen: one message, moved by keys, links or a finger; the same as a file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from ita_analysis import paths
from ita_analysis.documents.deck import context, council_deck, notes
from ita_analysis.documents.deck.slides import Deck, Picture, Progress
from ita_analysis.documents.naming import MEDIA_TYPES
from ita_analysis.publishing.files import Kind, name
from ita_analysis.sentences.rounds import latest_reported
from ita_analysis.store.building import ready
from ita_analysis.texts import say
from ita_analysis.ui import choosing, exports, heads
from ita_analysis.ui.asking import AgencyYear, kept, of_year, today
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.rendering import show, show_kept
from ita_analysis.ui.screens import files

_PAGE = "council"
_FILE = Kind("slides", "pptx")
_NUMBER = "slide"  # in the address, from 1
_LONGEST = 4  # digits of such a number, and more


def choose(year: AgencyYear) -> Filters:
    """Return the round that the slides are about, none being the latest with a result."""
    return choosing.one_round(of_year("rounds", year)["round_months"])


def show_slide(year: AgencyYear, wanted: Filters) -> None:
    """Show the slide that the address names on the whole screen; where it names none, the first one below the menu."""
    show_kept("council", _slide, year, wanted.months, _number())


def offer_file(year: AgencyYear, wanted: Filters) -> None:
    """Offer the same slides as a file; it is made when somebody asks for it."""
    months = wanted.months or latest_reported(of_year("rounds", year))
    with st.container(key="council_file"):
        show("council_file")
        st.download_button(
            say("council.download"),
            partial(files.content, year.agency_code, year.fiscal_year_be, months, _FILE, today()),
            name(kept(exports.about, _PAGE, year), _FILE, months),
            MEDIA_TYPES[_FILE.format],
            key="council_pptx",
            on_click="ignore",
        )


def _number() -> int | None:
    said = st.query_params.get(_NUMBER, "")
    return int(said) if said.isdecimal() and len(said) < _LONGEST else None


def deck(year: AgencyYear, months: int | None) -> Deck:
    """Return the slides of an agency's year and round as of today."""
    made = kept(_deck, year.agency_code, year.fiscal_year_be, months)
    if made is None:
        raise LookupError(year)
    return made


def _deck(agency_code: str, fiscal_year_be: int, months: int | None) -> Deck | None:
    return council_deck(ready(paths.database()), agency_code, fiscal_year_be, months, today())


def _slide(year: AgencyYear, months: int | None, asked: int | None) -> Mapping[str, object]:
    made = deck(year, months)
    count = len(made.slides)
    number = min(max(asked or 1, 1), count)
    shown = made.slides[number - 1]
    ways = {"first": 1, "before": number - 1, "after": number + 1, "last": count}
    if asked is None:
        ways = {"after": 1, "last": count}
    return {
        "slide": shown,
        "kind": type(shown.picture).__name__,
        "most": _most(shown.picture),
        "number": number,
        "count": count,
        "context": context(made),
        "data_of": made.data_of,
        "is_synthetic": made.is_synthetic,
        "notes": notes(made, number)[1:],
        "way_to_page": heads.link(shown.page, year),
        "out": "" if asked is None else heads.link(_PAGE, year, round=months),
        "ways": {
            name: heads.link(_PAGE, year, f"slide-{to}", round=months, slide=to)
            for name, to in ways.items()
            if 1 <= to <= count and to != asked
        },
    }


def _most(picture: Picture | None) -> int:
    """Return the most steps that any measure of a picture has: the length of its axis."""
    if not isinstance(picture, Progress):
        return 0
    return max((sum(filter(None, (row.done, row.not_stated, row.not_done))) for row in picture.rows), default=0)
