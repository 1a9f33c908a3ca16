"""What readers told of headings that no word of ours fits: remembered for the next sheet."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from ita_analysis.people import Person, require
from ita_analysis.store.database import transaction
from ita_analysis.store.statements import find, write_all


def heading_choices(opened: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the field that was chosen for each heading, by the heading's key."""
    with opened.cursor() as cursor:
        return {str(heading): str(field) for heading, field in find(cursor, "heading_choices")}


def remember(opened: duckdb.DuckDBPyConnection, choices: Mapping[str, str | None], *, who: Person) -> None:
    """Keep what was chosen for each heading, by the heading's key; None forgets it."""
    require(who, "bring", who.agency_code)
    kept = [{"heading_key": key, "field": field} for key, field in choices.items() if field]
    gone = [{"heading_key": key} for key, field in choices.items() if not field]
    with opened.cursor() as cursor, transaction(cursor):
        write_all(cursor, "heading_choice", kept)
        write_all(cursor, "heading_forgotten", gone)
