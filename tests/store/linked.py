"""Links between measures and indicators in tests: what is stored, what the history says, and an analyst at work."""

from __future__ import annotations

from typing import cast

import duckdb

from ita_analysis.people import DESK
from ita_analysis.queries.measures import link_changes
from ita_analysis.records import Basis
from ita_analysis.store.links import SeenLink, remove_link, set_link
from ita_analysis.thai.text import key
from tests.store.files import rows
from tests.store.invented import WATER

Pair = tuple[int, int]
Links = dict[Pair, SeenLink]
Told = tuple[object, ...]
GUESS = SeenLink("wording", "ชื่อมีคำว่า “บริการ”")
WHY = "มาตรการนี้แก้ปัญหาที่ประชาชนร้องเรียน"


def links_of(opened: duckdb.DuckDBPyConnection, *measure_ids: int) -> Links:
    """Return the stored links by measure and indicator, of some measures or of all."""
    found: Links = {}
    for measure_id, indicator_no, basis, reason in rows(opened, "from measure_indicator order by all"):
        if not measure_ids or measure_id in measure_ids:
            numbers = (int(str(measure_id)), int(str(indicator_no)))
            found[numbers] = SeenLink(cast("Basis", basis), str(reason))
    return found


def number_of(opened: duckdb.DuckDBPyConnection, code: str, title: str = WATER) -> int:
    """Return the number of an agency's measure."""
    asked = "select measure_id from measure where agency_code = $1 and title_key = $2"
    return int(str(rows(opened, asked, code, key(title))[0][0]))


def history(opened: duckdb.DuckDBPyConnection, code: str, year: int = 2564) -> list[Told]:
    """Return the changes of an agency's year, the oldest first: indicator, action, what was before, and why."""
    found = link_changes(opened, code, year).iloc[::-1]
    return [
        (row.indicator_no, row.action, _seen(row.basis_before, row.reason_before), row.reason)
        for row in found.itertuples()
    ]


def confirm_and_remove(opened: duckdb.DuckDBPyConnection) -> None:
    """Confirm the first of all links and remove the last, as an analyst would."""
    stored = list(links_of(opened).items())
    (first, seen_first), (last, seen_last) = stored[0], stored[-1]
    set_link(opened, *first, "ตรงกับตัวชี้วัด", seen=seen_first, who=DESK)
    remove_link(opened, *last, "ไม่เกี่ยวกัน", seen=seen_last, who=DESK)


def _seen(basis: object, reason: object) -> SeenLink | None:
    return SeenLink(cast("Basis", basis), reason) if isinstance(basis, str) and isinstance(reason, str) else None
