"""The scored questions of a fiscal year's survey: its own, or those of a year that asks the same items."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from ita_analysis import paths
from ita_analysis.errors import FrameworkError
from ita_analysis.framework.loading import fiscal_years, load
from ita_analysis.framework.model import Framework
from ita_analysis.framework.rows import Answer, Confidence, Item, Question

INSTRUMENTS = ("IIT", "EIT")
_CONFIDENCES: tuple[Confidence, ...] = ("unsure", "likely", "sure")


# Compared by identity, like the framework it comes from.
@dataclass(frozen=True, eq=False)
class Questionnaire:
    """The questions of an instrument and fiscal year with the scores of their answers.

    `lent_by` is the year whose questions stand in, None where the year has its own.
    """

    framework: Framework
    instrument: str
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    lent_by: int | None

    @property
    def fiscal_year_be(self) -> int:
        """Return the year that is assessed."""
        return self.framework.fiscal_year_be

    @property
    def confidence(self) -> Confidence:
        """Return how sure its least sure row is; questions that another year lends are unsure."""
        known = {row.confidence for row in (*self.questions, *self.answers)}
        return "unsure" if self.lent_by else next(each for each in _CONFIDENCES if each in known)

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the sources of its rows, each once."""
        return tuple(dict.fromkeys(row.source for row in (*self.questions, *self.answers)))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return the items that are asked about, in order."""
        return self.framework.items_of_instrument(self.instrument)

    def questions_of(self, item_code: str) -> tuple[Question, ...]:
        """Return the questions of an item, in order."""
        return tuple(each for each in self.questions if each.item_code == item_code)

    def answers_to(self, question: Question) -> tuple[Answer, ...]:
        """Return the answers to a question, from the least to the most."""
        wanted = (question.scale, question.polarity)
        found = (each for each in self.answers if (each.scale, each.polarity) == wanted)
        return tuple(sorted(found, key=lambda each: each.order))


@cache
def questionnaire(fiscal_year_be: int, instrument: str, folder: Path = paths.REFERENCE) -> Questionnaire:
    """Return the questionnaire of an instrument (IIT, EIT) and fiscal year.

    A year without questions of its own borrows those of a year with the same items, word for word: then the lender
    is named and nothing of it is sure. Raises FrameworkError where there is none to borrow from.
    """
    own = load(fiscal_year_be, folder)
    for year in (fiscal_year_be, *_others(fiscal_year_be, folder)):
        pack = load(year, folder)
        questions = _questions(pack, instrument)
        if questions and _asked(pack, instrument) == _asked(own, instrument):
            lender = None if year == fiscal_year_be else year
            return Questionnaire(own, instrument, questions, pack.answers, lender)
    known = surveyed_years(instrument, folder)
    span = {"first": known[0], "last": known[-1]} if known else {"first": "-", "last": "-"}
    raise FrameworkError("survey_year", year=fiscal_year_be, instrument=instrument, **span)


@cache
def surveyed_years(instrument: str, folder: Path = paths.REFERENCE) -> tuple[int, ...]:
    """Return the fiscal years whose survey of an instrument can be scored, in order."""
    lenders = [
        _asked(load(year, folder), instrument) for year in fiscal_years(folder) if _has_own(year, instrument, folder)
    ]
    return tuple(year for year in fiscal_years(folder) if _asked(load(year, folder), instrument) in lenders)


def _others(fiscal_year_be: int, folder: Path) -> list[int]:
    return sorted(fiscal_years(folder), key=lambda year: (abs(year - fiscal_year_be), -year))


def _has_own(year: int, instrument: str, folder: Path) -> bool:
    return bool(_questions(load(year, folder), instrument))


def _questions(pack: Framework, instrument: str) -> tuple[Question, ...]:
    codes = {item.code for item in pack.items_of_instrument(instrument)}
    return tuple(each for each in pack.questions if each.item_code in codes)


def _asked(pack: Framework, instrument: str) -> tuple[tuple[str, int, str], ...]:
    return tuple((each.code, each.indicator_no, each.topic_th) for each in pack.items_of_instrument(instrument))
