"""The tables of the screen of entering: each measure as it stands in a round, what it cites, and what is open."""

from __future__ import annotations

import pandas as pd

from ita_analysis.documents.tables import Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import entering as sentences
from ita_analysis.texts import say
from ita_analysis.ui import cited, heads
from ita_analysis.ui.asking import AgencyYear, of_year, today
from ita_analysis.ui.screens.entering import Chosen
from ita_analysis.ui.screens.entering import entries as entries_of
from ita_analysis.ui.screens.queue import tasks


def in_words(chosen: Chosen) -> str:
    """Return which round the tables are about."""
    return say("filter.round_label", months=chosen.months)


def entries(year: AgencyYear, chosen: Chosen) -> Sheet:
    """Return a row per measure of the round: whether it has a result, its steps, its evidence."""
    return sheet(
        say("page.entry"),
        in_words(chosen),
        rows_of(entries_of(year, chosen.months)),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
        (say("column.measure"), "text", lambda row: row.title),
        (say("filter.unit"), "text", lambda row: row.responsible),
        (say("column.result"), "text", lambda row: sentences.standing(row)[1]),
        (say("export.column.saved_on"), "date", lambda row: row.saved_at),
        (say("step.done"), "count", lambda row: row.done_count if sentences.is_judged(row) else None),
        (say("step.not_done"), "count", lambda row: row.not_done_count if sentences.is_judged(row) else None),
        (say("export.column.step_count"), "count", lambda row: row.step_count),
        (say("column.cited"), "count", lambda row: None if pd.isna(row.version) else row.cited_count),
    )


def evidence(year: AgencyYear, chosen: Chosen) -> Sheet:
    """Return a row per piece of evidence of the round."""
    found = of_year("cited", year)
    return of_cited(say("cited.title", months=chosen.months), found[found["round_months"] == chosen.months])


def of_cited(caption: str, found: pd.DataFrame) -> Sheet:
    """Return a row per piece of evidence: its words, its address, its file and its day."""
    return sheet(
        say("field.evidence"),
        caption,
        rows_of(cited.shown(found)),
        (say("export.column.round"), "count", lambda row: row.round_months),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
        (say("column.measure"), "text", lambda row: row.title),
        (say("column.cited_what"), "text", lambda row: row.words),
        (say("field.url"), "text", lambda row: heads.text_of(row.url)),
        (say("field.file"), "text", lambda row: heads.text_of(row.file_name)),
        (say("column.date"), "date", lambda row: row.stated_on),
    )


def queue(year: AgencyYear, _: Chosen) -> Sheet:
    """Return a row per thing that is open in the year, the most pressing first."""
    return sheet(
        say("column.open"),
        say("column.open"),
        rows_of(tasks(year, today())),
        (say("column.open"), "text", lambda row: say(f"queue.kind.{row.kind}")),
        (say("export.column.round"), "count", lambda row: row.round_months),
        (say("export.column.measure_no"), "count", lambda row: row.measure_no),
        (say("column.measure"), "text", lambda row: row.title),
        (say("filter.unit"), "text", lambda row: row.responsible),
        (say("export.column.due_on"), "date", lambda row: row.due_on),
    )


TABLES = (entries, evidence, queue)
