"""Officers at work in tests: a save of every kind that can be taken back, each one change."""

from __future__ import annotations

from collections.abc import Callable

import duckdb

from ita_analysis.people import DESK, Person
from ita_analysis.store.changing import change
from ita_analysis.store.statements import find, write, write_rows
from ita_analysis.thai.text import key

Save = Callable[[duckdb.DuckDBPyConnection, str, int, str], None]
YEAR = 2564
# Tables that the history watches and a plan or its results stand in.
WATCHED = (
    "measure", "measure_guideline", "measure_step", "measure_round", "measure_indicator", "link_change", "progress",
    "evidence", "step_progress", "round", "agency_site",
)  # fmt: skip
_RESULT = {
    "report_id": None, "period_start": None, "period_end": None, "outcome": None, "note": None, "evidence_words": None,
    "stated_status": None, "place": None, "owner": None,
}  # fmt: skip
_CITED = {"url": None, "sha256": None, "other_host_reason": None}


def save_result(
    opened: duckdb.DuckDBPyConnection,
    measure_id: int,
    months: int,
    words: str,
    *,
    who: Person = DESK,
    cited: int = 1,
) -> None:
    """Save the next version of a result with pieces of evidence, and judge the measure's first step."""
    with change(opened, who, "result_saved") as cursor:
        about = {"measure_id": measure_id, "round_months": months}
        version = find(cursor, "next_progress_version", **about)[0][0]
        row = {**_RESULT, **about, "version": version, "detail": words, "output": f"ผลผลิต {words}"}
        (number,) = write_rows(cursor, "progress", [row])
        rows = [{"progress_id": number, "evidence_no": no, "words": f"{words} {no}"} for no in range(1, cited + 1)]
        write_rows(cursor, "evidence", [{**row, "stated_on": "2020-12-01", **_CITED} for row in rows])
        judged_before = "delete from step_progress where measure_id = $1 and step_no = 1 and round_months = $2"
        cursor.execute(judged_before, [measure_id, months])
        judged = {"measure_id": measure_id, "step_no": 1, "round_months": months, "state": "done", "reason": words}
        write_rows(cursor, "step_progress", [judged])


def add_measure(
    opened: duckdb.DuckDBPyConnection, code: str, title: str, *, months: int = 6, who: Person = DESK
) -> int:
    """Add a measure with a step, a guideline, a round and an indicator; return its number."""
    with change(opened, who, "measure_added") as cursor:
        nothing = dict.fromkeys(
            ("report_id", "follow_up", "timeframe", "budget", "success_indicator", "place", "carried_from")
        )
        about = {"agency_code": code, "fiscal_year_be": YEAR}
        of_year = "select max(measure_no) from measure where agency_code = $1 and fiscal_year_be = $2"
        ((last,),) = cursor.execute(of_year, [code, YEAR]).fetchall()
        number = write(
            cursor,
            "measure",
            {
                **nothing,
                **about,
                "measure_no": last + 1,
                "title": title,
                "title_key": key(title),
                "responsible": "กองใหม่",
            },
        )
        write_rows(cursor, "measure_step", [{"measure_id": number, "step_no": 1, "words": f"ขั้นของ {title}"}])
        write_rows(cursor, "measure_guideline", [{"measure_id": number, "guideline_no": 1, "words": title}])
        write_rows(cursor, "measure_round", [{"measure_id": number, "round_months": months}])
        write_rows(cursor, "round", [{**about, "round_months": months, "state": "open", "due_on": None}])
        link = {"measure_id": number, "indicator_no": 3, "basis": "analyst", "reason": title}
        write_rows(cursor, "measure_indicator", [link])
    return number


def reword_measure(opened: duckdb.DuckDBPyConnection, measure_id: int, words: str, *, who: Person = DESK) -> None:
    """Change a measure's title, and put other steps in the place of its own."""
    with change(opened, who, "measure_saved") as cursor:
        steps = [{"measure_id": measure_id, "step_no": no, "words": f"{words} {no}"} for no in (1, 2, 3)]
        cursor.execute("delete from measure_step where measure_id = $1", [measure_id])
        cursor.execute(
            "update measure set title = $1, title_key = $2 where measure_id = $3", [words, key(words), measure_id]
        )
        write_rows(cursor, "measure_step", steps)


def end_measure(opened: duckdb.DuckDBPyConnection, measure_id: int, reason: str, *, who: Person = DESK) -> None:
    """End a measure for a reason."""
    with change(opened, who, "measure_ended") as cursor:
        cursor.execute(
            "update measure set ended_on = $1, end_reason = $2 where measure_id = $3",
            ["2021-03-01", reason, measure_id],
        )


def order_measures(opened: duckdb.DuckDBPyConnection, code: str, *, who: Person = DESK) -> None:
    """Turn the order of a plan round."""
    with change(opened, who, "measures_ordered") as cursor:
        cursor.execute("update measure set measure_no = 100 - measure_no where agency_code = $1", [code])


def set_sites(opened: duckdb.DuckDBPyConnection, code: str, host: str, *, who: Person = DESK) -> None:
    """Put one host in the place of an agency's sites."""
    with change(opened, who, "sites_set") as cursor:
        cursor.execute("delete from agency_site where agency_code = $1", [code])
        cursor.execute("insert into agency_site values ($1, $2)", [code, host])


def set_round(opened: duckdb.DuckDBPyConnection, code: str, months: int, state: str) -> None:
    """Set the state of a round, with a signature where it is not open."""
    signed = ("ก", "ข", "2021-04-01") if state != "open" else (None, None, None)
    with change(opened, DESK, "round_submitted") as cursor:
        cursor.execute(
            "update round set state = $1, signed_name = $2, signed_position = $3, signed_on = $4"
            " where agency_code = $5 and round_months = $6",
            [state, *signed, code, months],
        )


def last_change(opened: duckdb.DuckDBPyConnection) -> int:
    """Return the number of the last change that the history has."""
    with opened.cursor() as cursor:
        return int(cursor.execute("select max(change_id) from audit").fetchall()[0][0])
