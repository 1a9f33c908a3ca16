"""What a change did, field by field: before and after in the words of the field, without numbers of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ita_analysis.sentences.walked_back import Made, Row, row_of
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date

# The columns that are told of each table, in this order; all else is a number of a row or a place in a file.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "measure": (
        "measure_no", "title", "responsible", "follow_up", "timeframe", "budget", "success_indicator", "ended_on",
        "end_reason",
    ),
    "measure_step": ("words",),
    "measure_guideline": ("words",),
    "measure_round": (),
    "measure_indicator": ("basis", "reason"),
    "measure_item": ("reason",),
    "link_change": ("reason",),
    "progress": (
        "detail", "period_start", "period_end", "output", "outcome", "note", "evidence_words", "stated_status", "owner",
    ),
    "evidence": ("stated_on", "words", "url", "sha256", "other_host_reason"),
    "step_progress": ("state", "reason"),
    "round": ("state", "due_on", "signed_name", "signed_position", "signed_on", "reason"),
    "agency_site": ("host",),
    "person": ("name", "position", "role", "unit", "is_active"),
    "finding_decision": ("decision", "quote", "reason"),
    "report": ("file_name",),
    "score_source": ("file_name", "sheet_name"),
    "own_survey": ("instrument", "file_name", "respondent_count", "population_count"),
    "weakness_rule_change": ("urgent_below", "develop_below", "good_below", "reason"),
}  # fmt: skip
_RESULTS = {"progress", "evidence"}
_DATES = {"ended_on", "period_start", "period_end", "stated_on", "due_on", "signed_on"}
_CODES: Mapping[tuple[str, str], Callable[[object], str]] = {
    ("measure_indicator", "basis"): lambda code: say(f"basis.{code}"),
    ("step_progress", "state"): lambda code: say(f"step.{code}"),
    ("round", "state"): lambda code: say(f"history.round_state.{code}"),
    ("finding_decision", "decision"): lambda code: say(f"check.decision.{code}"),
    ("person", "role"): lambda code: say(f"role.{code}"),
}


@dataclass(frozen=True)
class Field:
    """One field that a change gave another value: what it belongs to, and both values, None where there was none."""

    row: str
    name: str
    before: str | None
    after: str | None
    measure_id: int | None = None


def fields(rows: Iterable[Any], results: Iterable[Made]) -> list[Field]:
    """Return the fields that a change gave another value.

    `rows` are those of the change in `rows_of_changes`; `results` says what it made of the results shown, which take
    the place of its rows of results and evidence.
    """
    made: list[Made] = [(row.table_name, row_of(row.old_row), row_of(row.new_row)) for row in rows]
    told = [each for each in made if each[0] in COLUMNS and each[0] not in _RESULTS and _is_told(each)]
    ordered = sorted([*told, *results], key=lambda each: [*COLUMNS].index(each[0]))
    return [field for each in ordered for field in _fields(*each)]


def _is_told(made: Made) -> bool:
    """Return whether a row says something of its own: what was done to a link is said by the link unless it is gone."""
    table, old, new = made
    return table != "link_change" or (new or old or {}).get("action") == "removed"


def _fields(table: str, old: Row | None, new: Row | None) -> Iterator[Field]:
    about = new or old or {}
    title, measure_id = say(f"history.row.{table}", **about), about.get("measure_id")
    if not COLUMNS[table]:
        present, none = say("history.present"), None
        yield Field(title, "", none if old is None else present, none if new is None else present, measure_id)
    for column in COLUMNS[table]:
        before, after = (_words(table, column, (row or {}).get(column)) for row in (old, new))
        if before != after:
            yield Field(title, say(f"history.field.{column}"), before, after, measure_id)


def _words(table: str, column: str, value: Any) -> str | None:  # noqa: ANN401 - a value of JSON
    if value is None or value == "":
        return None
    if column in _DATES:
        return long_date(date.fromisoformat(str(value)))
    if isinstance(value, bool):
        return say("export.yes" if value else "export.no")
    if in_words := _CODES.get((table, column)):
        return in_words(value)
    return f"{value:.2f}" if isinstance(value, float) else str(value)
