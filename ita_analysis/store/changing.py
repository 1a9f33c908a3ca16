"""One change of the data by one person: all of it is kept and written into the history, or none of it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Literal

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.people import Person
from ita_analysis.store.database import ABOUT_SHEETS, broken_rows, transaction
from ita_analysis.store.statements import write

Deed = Literal[
    "report_stored", "steps_judged", "sheet_stored", "survey_stored", "synthetic_removed",
    "link_set", "link_removed", "rule_set",
    "result_saved", "measure_added", "measure_saved", "measure_ended", "measure_resumed", "measures_ordered",
    "plan_imported", "year_carried",
    "rounds_set", "round_submitted", "round_approved", "round_reopened",
    "finding_accepted", "finding_dismissed",
    "file_attached", "links_looked_at", "sites_set", "person_saved", "undone",
]  # fmt: skip


class Unchanged(Exception):
    """There is nothing to change: raised within `change`, which then keeps and counts nothing."""


@contextmanager
def change(
    opened: duckdb.DuckDBPyConnection, who: Person, deed: Deed, *, but: Collection[str] = ABOUT_SHEETS
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a cursor whose writes are one change; the triggers write it into the history under the person's name.

    Raises StoreError where the rows would break a check (`but` some are looked at); nothing is kept then.
    """
    told = {"deed": deed, "who": who.email, "who_name": who.name}
    try:
        with opened.cursor() as cursor, transaction(cursor):
            for name, value in {**told, "changed_at": datetime.now()}.items():  # noqa: DTZ005 - the clock of this desk
                write(cursor, f"said_{name}", {"value": value})
            yield cursor
            write(cursor, "data_changed")
            if broken := broken_rows(cursor, but=but):
                raise StoreError("store_check", check=", ".join(broken))
    except Unchanged:
        return
