"""The tables of the screen of changes: all changes that were found, and what the latest of them did field by field."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pandas as pd

from ita_analysis.documents.tables import About, Sheet, sheet
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import history as sentences
from ita_analysis.texts import say
from ita_analysis.ui import heads
from ita_analysis.ui.asking import today
from ita_analysis.ui.changes import PAGE, Wanted, fields_of, found, titles

MOST, MOST_TOLD = 10_000, 200


def about(wanted: Wanted) -> About:
    """Return whose changes they are, and which were looked for."""
    year = wanted.year
    return About(
        page=say(f"page.{PAGE}"),
        agency=year.name,
        agency_short=year.short_name,
        fiscal_year_be=year.fiscal_year_be,
        filters=wanted.said,
        data_of="",
        exported_on=today(),
        is_synthetic=year.is_synthetic,
    )


def changes(wanted: Wanted) -> Sheet:
    """Return a row per change, the newest first; at most MOST."""
    return sheet(
        say("export.history.changes"),
        say("page.history"),
        rows_of(found(wanted, MOST)),
        (say("history.column.when"), "date", lambda row: row.changed_at),
        (
            say("export.column.time"),
            "text",
            lambda row: None if pd.isna(row.changed_at) else f"{row.changed_at:%H:%M:%S}",
        ),
        (say("history.column.what"), "text", sentences.change),
        (say("history.column.who"), "text", sentences.who),
        (say("history.column.reason"), "text", lambda row: heads.text_of(row.reason)),
        (
            say("history.column.undone"),
            "text",
            lambda row: say("export.no" if pd.isna(row.undone_by) else "export.yes"),
        ),
    )


def fields(wanted: Wanted) -> Sheet:
    """Return a row per field that the latest changes gave another value: what it was before, and after."""
    shown, names = found(wanted, MOST_TOLD), titles(wanted.year)
    told = fields_of(wanted, shown)
    rows: list[tuple[Any, Any]] = [(row, each) for row in rows_of(shown) for each in told[row.change_id]]
    return sheet(
        say("export.history.fields"),
        say("export.history.fields_of", most=MOST_TOLD),
        rows,
        (say("history.column.when"), "date", lambda row: row[0].changed_at),
        (say("history.column.what"), "text", lambda row: sentences.change(row[0])),
        (say("history.column.who"), "text", lambda row: sentences.who(row[0])),
        (say("column.measure"), "text", lambda row: names.get(row[1].measure_id or 0)),
        (say("history.column.row"), "text", lambda row: row[1].row),
        (say("history.column.field"), "text", lambda row: row[1].name),
        (say("history.column.before"), "text", lambda row: row[1].before),
        (say("history.column.after"), "text", lambda row: row[1].after),
    )


def _time(at: datetime) -> str | None:
    return None if pd.isna(at) else f"{at:%H:%M:%S}"


def _yes(is_so: bool) -> str:
    return say("export.yes" if is_so else "export.no")


TABLES = (changes, fields)
