"""The respondents of a sheet: rows that answer anything, one row where the same answers were sent twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ita_analysis.intake.survey.answers import MISSING
from ita_analysis.records import Severity
from ita_analysis.results import SheetPlace
from ita_analysis.surveys import Rule, SurveyFinding

_MOST_NAMED = 10


@dataclass(frozen=True)
class Respondent:
    """One row: where it stands, and its answers by their place on the scale, in the order of the columns read."""

    row: int
    orders: tuple[int, ...]


@dataclass
class Respondents:
    """The rows that count, and what was found about those that do not."""

    counted: list[Respondent] = field(default_factory=list)
    findings: list[SurveyFinding] = field(default_factory=list)


def respondents(
    rows: Sequence[tuple[int, Sequence[str]]],
    orders: Mapping[int, Sequence[int]],
    times: Sequence[int],
    place: SheetPlace,
) -> Respondents:
    """Return the respondents of `rows` (number in the sheet, cells).

    `orders`: the answers of each row by the column's number; `times`: the columns that say when a row was sent. A row
    with the time and all the answers of an earlier one is the same person's: it counts once, and is told.
    """
    found, silent, twice = Respondents(), [], []
    seen: dict[tuple[object, ...], int] = {}
    for index, (number, cells) in enumerate(rows):
        given = tuple(column[index] for column in orders.values())
        sent = tuple(cells[time - 1].strip() for time in times if time <= len(cells))
        if all(order == MISSING for order in given):
            silent.append(number)
        elif any(sent) and (sent, given) in seen:
            twice.append((seen[sent, given], number))
        else:
            seen[sent, given] = number
            found.counted.append(Respondent(number, given))
    _tell(found, "no_answers", silent, [str(number) for number in silent], place)
    _tell(found, "same_respondent", [number for _, number in twice], [f"{one}={two}" for one, two in twice], place)
    return found


def _tell(found: Respondents, rule: Rule, rows: Sequence[int], named: Sequence[str], place: SheetPlace) -> None:
    if rows:
        words = ", ".join(named[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
        severity: Severity = "medium" if rule == "same_respondent" else "low"
        where = SheetPlace(place.sheet, rows[0])
        found.findings.append(SurveyFinding(rule, severity, where, "", {"count": len(rows), "rows": words}))
