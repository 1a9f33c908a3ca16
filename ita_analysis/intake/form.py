"""What a form's fields say of one result: numbers out of words, what follows from them, and a sheet to store."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import cast

import pandas as pd

from ita_analysis.errors import FrameworkError, ItaError
from ita_analysis.framework import Band, Framework
from ita_analysis.intake.sheets.cells import is_missing
from ita_analysis.records import Agency
from ita_analysis.results import SCORE_COLUMNS, Level, Result, ScoreSheet
from ita_analysis.scoring import Number, completed, possible_grades
from ita_analysis.texts import say
from ita_analysis.thai.text import flat, to_arabic

Name = tuple[Level, str]
TOTAL: Name = ("total", "total")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?|\.\d+")


@dataclass(frozen=True, eq=False)
class FormScores:
    """The scores of a form, 0-100 by level and code.

    `typed`: what its fields say; `kept`: stated scores that are stored already and hold where a field is blank;
    `faults`: fields whose words are no score, each with its error.
    """

    framework: Framework
    typed: Mapping[Name, Decimal]
    kept: Mapping[Name, Decimal]
    faults: Mapping[Name, ItaError]

    @cached_property
    def stated(self) -> dict[Name, Decimal]:
        """Return what is stated: by the fields, and by the store where they are blank.

        An indicator whose items are all stated follows from them; what is typed for it does not count.
        """
        all_stated = {**self.kept, **self.typed}
        locked = [("indicator", str(no)) for no in self.locked]
        return {name: score for name, score in all_stated.items() if name not in locked}

    @cached_property
    def locked(self) -> frozenset[int]:
        """Return the numbers of indicators that follow from their items and of which no own score is stored."""
        found = set()
        for each in self.framework.indicators:
            items = [("item", item.code) for item in self.framework.items_of(each.no)]
            is_whole = bool(items) and all(name in self.typed or name in self.kept for name in items)
            if is_whole and ("indicator", str(each.no)) not in self.kept:
                found.add(each.no)
        return frozenset(found)

    @cached_property
    def computed(self) -> Mapping[Name, Decimal]:
        """Return what follows from the stated scores as the store computes it; the total even beside a stated one."""
        below: dict[tuple[str, str], Number | None] = {
            name: score for name, score in self.stated.items() if name != TOTAL
        }
        return cast("Mapping[Name, Decimal]", completed(below, self.framework))

    @property
    def changed(self) -> dict[Name, Decimal]:
        """Return what the fields state and the store does not hold."""
        return {name: score for name, score in self.stated.items() if self.kept.get(name) != score}

    @property
    def total(self) -> Decimal | None:
        """Return the total, stated or computed; None where a part is missing."""
        return self.score(TOTAL)

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """Return the numbers of indicators without a score, in order."""
        nos = (each.no for each in self.framework.indicators)
        return tuple(no for no in nos if self.score(("indicator", str(no))) is None)

    @cached_property
    def grades(self) -> tuple[Band, ...]:
        """Return the levels that the total and the instruments allow; none where the total is missing."""
        if self.total is None:
            return ()
        codes = dict.fromkeys((*self.framework.parts, *(each.code for each in self.framework.instruments)))
        try:
            return possible_grades(
                self.total, {code: self.score(("instrument", code)) for code in codes}, self.framework
            )
        except FrameworkError:  # the year's levels are unknown
            return ()

    def score(self, name: Name) -> Decimal | None:
        """Return a score, stated or computed, or None."""
        return self.stated.get(name, self.computed.get(name))


def read_form(texts: Mapping[Name, str], kept: Mapping[Name, Decimal], framework: Framework) -> FormScores:
    """Return what the fields of a form say; a blank one is missing."""
    typed: dict[Name, Decimal] = {}
    faults: dict[Name, ItaError] = {}
    for name, text in texts.items():
        try:
            score = score_of(text)
        except ItaError as error:
            faults[name] = error
            continue
        if score is not None:
            typed[name] = score
    return FormScores(framework, typed, kept, faults)


def score_of(text: str) -> Decimal | None:
    """Return a score of 0-100 as people type it: Thai digits, a decimal comma, a percent sign; None where blank.

    Raises ItaError for anything else.
    """
    said = to_arabic(flat(text)).strip()
    if is_missing(said):
        return None
    number = said.removesuffix("%").strip().replace(",", ".")
    if not _NUMBER.fullmatch(number):
        raise ItaError("typed_score", text=flat(text))
    score = Decimal(number)
    if not 0 <= score <= 100:
        raise ItaError("typed_score_range", text=flat(text))
    return score


def as_sheet(agency: Agency, form: FormScores) -> ScoreSheet:
    """Return what a form changes as a sheet of one result, to be stored."""
    year = form.framework.fiscal_year_be
    rows = [(0, level, code, float(score), None, None) for (level, code), score in form.changed.items()]
    grade = form.grades[0].label_th if len(form.grades) == 1 else None
    said = f"{agency.name}|{agency.province}|{year}|{sorted(form.changed.items())}"
    return ScoreSheet(
        file_name=say("scores.file_name"),
        sheet_name=None,
        fingerprint=hashlib.sha256(said.encode()).hexdigest(),
        results=(
            Result(
                agency,
                year,
                total_printed=form.stated.get(TOTAL),
                total_computed=form.computed.get(TOTAL),
                grade_computed=grade,
            ),
        ),
        scores=pd.DataFrame(rows, columns=list(SCORE_COLUMNS)),
    )
