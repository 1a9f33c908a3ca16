"""What the screen says of an agency's year as it was at a moment: which measures there were, what was reported."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.parts import SEPARATOR, Headline
from ita_analysis.texts import say, say_count, say_some

Row = dict[str, Any]


@dataclass
class Shown:
    """One row as it was, and whether it has changed since."""

    row: Row
    is_changed: bool


@dataclass
class Reported:
    """What was shown of a measure in a round: its results, their evidence, and the steps that were judged done."""

    months: int
    results: list[Shown] = field(default_factory=list)
    evidence: list[Shown] = field(default_factory=list)
    done: int = 0


@dataclass
class MeasureThen:
    """A measure as it was: itself, its steps, the indicators it answered, and what was reported of it by rounds."""

    own: Shown
    steps: list[Shown] = field(default_factory=list)
    indicators: list[int] = field(default_factory=list)
    rounds: list[Reported] = field(default_factory=list)

    @property
    def is_reported(self) -> bool:
        """Return whether any result was shown."""
        return any(each.results for each in self.rounds)


def measures_then(rows: pd.DataFrame) -> list[MeasureThen]:
    """Return the measures of an agency's year as some rows of the history have them, in the order of the plan."""
    tables = _tables(rows)
    made = [_measure(own, tables) for own in tables["measure"]]
    return sorted(made, key=lambda each: (each.own.row["measure_no"], each.own.row["measure_id"]))


def states_then(rows: pd.DataFrame) -> list[Shown]:
    """Return the rounds of the year as they were, the shortest first."""
    return sorted(_tables(rows)["round"], key=lambda each: each.row["round_months"])


def headline(measures: list[MeasureThen], when: str, later: int) -> Headline:
    """Return how many measures there were at a moment, of how many a result was reported, and what came later."""
    if not measures:
        return Headline(say("as_of.none", when=when), "", say_count("as_of.later", later))
    reported = sum(each.is_reported for each in measures)
    lead = [say_some("as_of.reported", len(measures), reported=reported), say_count("as_of.later", later)]
    return Headline(say_some("as_of.headline", len(measures), when=when), "", SEPARATOR.join(lead))


def _tables(rows: pd.DataFrame) -> Mapping[str, list[Shown]]:
    found: dict[str, list[Shown]] = {"measure": [], "round": []}
    for row in rows_of(rows):
        shown = Shown(json.loads(row.row_json), bool(row.is_changed_since))
        found.setdefault(row.table_name, []).append(shown)
    return found


def _measure(own: Shown, tables: Mapping[str, list[Shown]]) -> MeasureThen:
    number = own.row["measure_id"]

    def hanging(name: str) -> list[Shown]:
        return [each for each in tables.get(name, []) if each.row["measure_id"] == number]

    results, judged = hanging("progress"), hanging("step_progress")
    months = {each.row["round_months"] for each in [*hanging("measure_round"), *results]}
    return MeasureThen(
        own,
        sorted(hanging("measure_step"), key=lambda each: each.row["step_no"]),
        sorted(each.row["indicator_no"] for each in hanging("measure_indicator")),
        [_reported(each, results, judged, tables.get("evidence", [])) for each in sorted(months)],
    )


def _reported(months: int, results: list[Shown], judged: list[Shown], evidence: list[Shown]) -> Reported:
    of_round = [each for each in results if each.row["round_months"] == months]
    latest = max((each.row["version"] for each in of_round), default=0)
    shown = [each for each in of_round if each.row["version"] == latest]
    ids = [each.row["progress_id"] for each in shown]
    own = [each for each in evidence if each.row["progress_id"] in ids]
    done = sum(each.row["round_months"] == months and each.row["state"] == "done" for each in judged)
    return Reported(months, shown, sorted(own, key=lambda each: each.row["evidence_no"]), done)
