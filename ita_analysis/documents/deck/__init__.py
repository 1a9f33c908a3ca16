"""The council's deck of an agency's year and round: four to eight slides, the same on the screen and in the file.

Slides about what is not there are left out; where we are, the score, what is weak and what to decide always stand, and
say so where nothing is known.
"""

from __future__ import annotations

from datetime import date

from ita_analysis.documents.deck.result import covered, score, summary, weak
from ita_analysis.documents.deck.slides import Deck
from ita_analysis.documents.deck.work import decisions, late, progress, way_up
from ita_analysis.documents.facts import Facts, facts_of
from ita_analysis.queries.asking import Connection
from ita_analysis.sentences.parts import SEPARATOR
from ita_analysis.texts import say
from ita_analysis.thai.text import first_letters, flat, straight

_MOST_LETTERS = 40  # of an agency's name at the foot
_SLIDES = (summary, score, weak, covered, progress, late, way_up, decisions)


def council_deck(
    opened: Connection, agency_code: str, fiscal_year_be: int, months: int | None, today: date
) -> Deck | None:
    """Return the deck of an agency's year and a round (None: the latest with a result), made on a day.

    None where there is nothing to say about that agency and year.
    """
    facts = facts_of(opened, agency_code, fiscal_year_be, months, today)
    return None if facts is None else deck(facts)


def deck(facts: Facts) -> Deck:
    """Return the deck that the facts make."""
    found = (make(facts) for make in _SLIDES)
    return Deck(
        agency=facts.agency,
        agency_short=facts.agency_short,
        fiscal_year_be=facts.fiscal_year_be,
        round_months=facts.months,
        filters=say("export.unfiltered"),
        data_of=facts.data_of,
        is_synthetic=facts.is_synthetic,
        made_on=facts.today,
        slides=tuple(slide for slide in found if slide is not None),
    )


def context(shown: Deck) -> tuple[str, ...]:
    """Return what each slide is about: agency, year, round, and that the data are made up where they are."""
    round_words = say("filter.round_label", months=shown.round_months) if shown.round_months else say("deck.no_round")
    synthetic = [say("head.synthetic")] if shown.is_synthetic else []
    whose = first_letters(flat(straight(shown.agency_short)), _MOST_LETTERS)
    return (whose, say("deck.year", year=shown.fiscal_year_be), round_words, *synthetic)


def foot(shown: Deck, number: int) -> str:
    """Return what stands at the foot of a slide, with its number."""
    parts = (*context(shown), shown.filters, shown.data_of, say("deck.number", number=number, count=len(shown.slides)))
    return SEPARATOR.join(parts)


def notes(shown: Deck, number: int) -> tuple[str, ...]:
    """Return the notes of a slide (from 1), line by line: the sources, then the likely question and its answer."""
    slide = shown.slides[number - 1]
    return (
        say("source.title"),
        *slide.sources,
        shown.data_of,
        say("deck.question", words=slide.question),
        say("deck.answer", words=slide.answer),
    )
