"""Synthetic data comes in marked, stays apart, and goes whole; real records are the same before and after."""

from __future__ import annotations

import threading
from pathlib import Path

import duckdb
import pytest

from ita_analysis import paths
from ita_analysis.errors import StoreError
from ita_analysis.people import DESK
from ita_analysis.records import Agency
from ita_analysis.sql import statement
from ita_analysis.store.building import ready
from ita_analysis.store.links import SeenLink, set_link
from ita_analysis.store.results import store_sheet
from ita_analysis.store.synthetic import DEMO_CODE, load_demo, load_nation, remove_synthetic
from ita_analysis.synthetic.nation import nation_sheet
from tests.store.files import Tables, counts, forget, restarted, rows, tables
from tests.store.invented import agency, report, small_report, store, store_scores
from tests.store.sheets import sheet

KEYS = {"agency_code", "report_id", "measure_id", "progress_id", "survey_id", "source_id"}
REAL = {"person"}  # whoever works on an invented agency is a real person
COUNT = 30


def _without_version(found: Tables) -> Tables:
    return {name: kept for name, kept in found.items() if name != "data_version"}


def _real(opened: duckdb.DuckDBPyConnection) -> None:
    """A little of everything that real agencies may have."""
    code = store(opened, small_report(agency(1), year=2565)).agency_code
    store_scores(opened, code, 2564, {"1": 80.0, "total": 80.0})
    for score in (70.0, 71.0):
        store_sheet(opened, sheet({("item", "i1"): score}, name=str(score), who=[agency(2)]), "hand", who=DESK)
    ((measure_id,),) = rows(opened, "select min(measure_id) from measure where agency_code = $1", code)
    set_link(opened, int(str(measure_id)), 9, "อ่านแล้ว", seen=None, who=DESK)


def _everything(opened: duckdb.DuckDBPyConnection) -> None:
    """All that can hang on a synthetic agency."""
    load_demo(opened, who=DESK)
    load_nation(opened, (2566, 2567), COUNT, who=DESK)
    ((measure_id, reason),) = rows(
        opened,
        "select measure_id, reason from measure_indicator join measure using (measure_id)"
        " where agency_code = $1 and indicator_no = 7",
        DEMO_CODE,
    )
    set_link(opened, int(str(measure_id)), 7, "ยืนยัน", seen=SeenLink("document", str(reason)), who=DESK)
    with opened.cursor() as cursor:
        cursor.execute(
            "insert into own_survey values (99, $1, 2568, 'IIT', 'x.csv', 'f', 30, null, localtimestamp)", [DEMO_CODE]
        )
        cursor.execute("insert into own_score values (99, 'item', 'i1', 80, 30)")
        cursor.execute("insert into agency_site values ($1, 'www.example.go.th')", [DEMO_CODE])
        cursor.execute("insert into measure_item values ($1, 'O11', 'ตรงกัน')", [measure_id])
        cursor.execute(
            "insert into score_source values (98, 'hand', 'x', null, 'h', null, 1, 1, localtimestamp);"
            "insert into score_column values (98, 1, 'x', 'item', 'i1');"
            "insert into score_replaced select *, 98, localtimestamp from score where agency_code = 'demo' limit 1;"
            "update score set source = 'hand', source_id = 98 where agency_code = 'demo' and code = 'i1'"
        )


def test_the_demo_agency_is_marked_and_has_scores_and_reports(shipped: duckdb.DuckDBPyConnection) -> None:
    assert load_demo(shipped, who=DESK) == DEMO_CODE
    assert rows(shipped, "select agency_code from agency where is_synthetic") == [(DEMO_CODE,)]
    assert rows(shipped, "select distinct agency_code, source from score order by 2") == [
        (DEMO_CODE, "computed"),
        (DEMO_CODE, "demo"),
    ]
    assert rows(shipped, "select round_months from report where agency_code = $1 order by 1", DEMO_CODE) == [
        (3,),
        (6,),
        (9,),
        (12,),
    ]
    asked = "select round(score, 2) from score where agency_code = $1 and level = 'total' order by fiscal_year_be"
    assert [total for (total,) in rows(shipped, asked, DEMO_CODE)] == [69.53, 76.91, 80.57, 81.33]


def test_loading_again_changes_nothing(shipped: duckdb.DuckDBPyConnection) -> None:
    load_demo(shipped, who=DESK)
    load_nation(shipped, (2567,), COUNT, who=DESK)
    before = tables(shipped)
    load_demo(shipped, who=DESK)
    load_nation(shipped, (2567,), COUNT, who=DESK)
    assert _without_version(tables(shipped)) == _without_version(before)


def test_a_load_that_was_cut_off_is_finished_by_the_next(shipped: duckdb.DuckDBPyConnection) -> None:
    load_demo(shipped, who=DESK)
    whole = _without_version(tables(shipped))
    with shipped.cursor() as cursor:
        cursor.execute("delete from step_progress where round_months = 9")
    load_demo(shipped, who=DESK)
    found = _without_version(tables(shipped))
    assert len(found.pop("audit")) > len(whole.pop("audit")), "what was lost and came back is in the history"
    assert found == whole


@pytest.mark.parametrize("real", [False, True])
def test_all_that_is_synthetic_goes_and_every_real_row_stays(shipped: duckdb.DuckDBPyConnection, real: bool) -> None:
    if real:
        _real(shipped)
    before = tables(shipped)
    _everything(shipped)
    more = counts(shipped)
    assert {name for name, kept in before.items() if more[name] > len(kept)} >= {
        "agency", "report", "measure", "measure_step", "measure_guideline", "measure_indicator", "measure_round",
        "progress", "evidence", "step_progress", "signatory", "finding", "weakness", "round", "result", "score",
        "score_source", "score_column", "score_replaced", "link_change", "own_survey", "own_score", "agency_site",
        "measure_item", "audit",
    }  # fmt: skip
    remove_synthetic(shipped, who=DESK)
    assert _without_version(tables(shipped)) == _without_version(before)
    assert tables(shipped)["data_version"] != before["data_version"], "answers are asked anew"


def test_what_was_real_is_real_after_a_restart_too(shipped: duckdb.DuckDBPyConnection, shipped_file: Path) -> None:
    before = tables(shipped)
    _everything(shipped)
    remove_synthetic(shipped, who=DESK)
    assert _without_version(tables(restarted(shipped_file))) == _without_version(before)


def test_every_table_that_can_hang_on_an_agency_is_emptied(shipped: duckdb.DuckDBPyConnection) -> None:
    """A new table that names an agency, a report, a measure ... has to be named among those that are emptied."""
    asked = "select distinct table_name, column_name from duckdb_columns() where not internal"
    views = {name for (name,) in rows(shipped, "select view_name from duckdb_views() where not internal")}
    hanging = {name for name, column in rows(shipped, asked) if column in KEYS and name not in views | REAL}
    removed = statement("writes", "synthetic_removed")
    assert hanging
    assert [name for name in sorted(map(str, hanging)) if f"delete from {name} " not in removed] == []


def test_nothing_is_removed_where_a_check_is_broken(shipped: duckdb.DuckDBPyConnection) -> None:
    load_demo(shipped, who=DESK)
    shipped.execute("insert into score values ('x', 2563, 'total', 'total', 101, 'report', null, null, null)")
    before = tables(shipped)
    with pytest.raises(StoreError, match="store_check"):
        remove_synthetic(shipped, who=DESK)
    assert tables(shipped) == before


def test_removing_from_nothing_changes_nothing(shipped: duckdb.DuckDBPyConnection) -> None:
    before = tables(shipped)
    remove_synthetic(shipped, who=DESK)
    assert _without_version(tables(shipped)) == _without_version(before)


def test_a_real_agency_of_the_same_name_is_another_agency(empty: duckdb.DuckDBPyConnection) -> None:
    load_demo(empty, who=DESK)
    ((name, province),) = rows(empty, "select name_th, province_th from agency where agency_code = $1", DEMO_CODE)
    who = Agency(str(name), None, str(province))
    real = store(empty, report(who, weak=(7,))).agency_code
    typed = store_sheet(empty, sheet({("item", "i1"): 50.0}, who=[who]), "hand", who=DESK).agency_codes
    assert typed == (real,) != (DEMO_CODE,)
    before = [kept for kept in tables(empty)["agency"] if kept[0] == real]
    remove_synthetic(empty, who=DESK)
    assert tables(empty)["agency"] == before
    load_demo(empty, who=DESK)
    assert rows(empty, "select count(*) from agency where name_th = $1", name) == [(2,)]


def test_a_synthetic_agency_of_the_name_of_a_real_one_is_another_agency(empty: duckdb.DuckDBPyConnection) -> None:
    who = nation_sheet(2567, COUNT).results[0].agency
    real = store(empty, report(who, weak=(7,))).agency_code
    load_nation(empty, (2567,), COUNT, who=DESK)
    found = rows(empty, "select is_synthetic, agency_code from agency where name_th = $1 order by 1", who.name)
    assert found[0] == (False, real)
    assert [is_synthetic for is_synthetic, _ in found] == [False, True]
    assert rows(empty, "select count(*) from score where agency_code = $1", real) == [(0,)]


def test_the_totals_of_the_nation_follow_from_its_items(empty: duckdb.DuckDBPyConnection) -> None:
    load_nation(empty, (2564,), COUNT, who=DESK)
    asked = "select level, count(*) from score group by level order by level"
    assert rows(empty, asked) == [
        ("indicator", 10 * COUNT),
        ("instrument", 3 * COUNT),
        ("item", 88 * COUNT),
        ("total", COUNT),
    ]


def test_progress_is_told_to_the_end(empty: duckdb.DuckDBPyConnection) -> None:
    heard: list[float] = []
    load_nation(empty, (2566, 2567), COUNT, heard.append, who=DESK)
    assert heard == [0.5, 1.0]


def test_two_clicks_at_once_load_once(empty: duckdb.DuckDBPyConnection) -> None:
    about = {"args": (empty, (2567,), COUNT), "kwargs": {"who": DESK}}
    threads = [threading.Thread(target=load_nation, **about) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(empty, "select count(*) from score_source") == [(1,)]
    assert rows(empty, "select count(*) from score_replaced") == [(0,)]


def test_the_space_of_what_was_removed_is_used_again(empty_file: Path) -> None:
    sizes = []
    for _ in range(3):
        load_nation(ready(empty_file), (2566, 2567), 1500, who=DESK)
        forget(empty_file)
        sizes.append(empty_file.stat().st_size)
        remove_synthetic(ready(empty_file), who=DESK)
        forget(empty_file)
    assert sizes[-1] <= sizes[0] * 1.2, sizes


def test_a_new_database_holds_nothing_synthetic(shipped: duckdb.DuckDBPyConnection) -> None:
    assert rows(shipped, "select count(*) from agency where is_synthetic") == [(0,)]
    assert paths.DATA / "demo" not in paths.shipped_records()
