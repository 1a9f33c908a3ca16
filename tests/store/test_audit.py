"""Triggers write whatever becomes of a row that people write into the history: who, when, what, and whose it is."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import datetime
from itertools import pairwise
from typing import get_args

import duckdb
import pytest

from ita_analysis.errors import StoreError
from ita_analysis.people import DESK, Person
from ita_analysis.sql import names, statement
from ita_analysis.store.building import data_version
from ita_analysis.store.changing import Deed, Unchanged, change
from ita_analysis.store.links import SeenLink, set_link
from ita_analysis.store.statements import write_rows
from tests.store.audited import Row, kept, key_of, keys, last, replayed, told, watched, whose
from tests.store.files import rows, tables
from tests.store.writes import WRITES, World, deeds_in_the_store, done_before

SOMSRI = Person("administrator", "somsri@example.go.th", "สมศรี ใจดี", "นิติกร")
_UPDATES = re.compile(r"^update (\w+)\s+set (.*?)(?:\bwhere\b|;)", re.DOTALL | re.MULTILINE)
EVENTS = {"INSERT", "UPDATE", "DELETE"}
OF_THE_PROGRAM = "filled anew by the program from its own files"
OF_REPORTS = "comes with its report and goes with it, whose row is watched"
OF_SHEETS = "comes with its sheet, whose row is watched; what a later sheet replaced stands in score_replaced"
# Every table without triggers, and why nothing of it is missing in the history.
UNWATCHED = {
    "agency": "comes with its first report, sheet or survey, whose row is watched; no person changes it",
    "agency_type": OF_THE_PROGRAM,
    "analysis_sentence": OF_REPORTS,
    "attachment": "is only added to, a row a file, with the time; the evidence that cites it is watched",
    "audit": "is the history itself",
    "data_version": "counts the changes that the history tells of",
    "evidence_check": "is only added to, a row a look, with the time",
    "finding": OF_REPORTS,
    "framework_band": OF_THE_PROGRAM,
    "framework_criterion": OF_THE_PROGRAM,
    "framework_indicator": OF_THE_PROGRAM,
    "framework_instrument": OF_THE_PROGRAM,
    "framework_item": OF_THE_PROGRAM,
    "framework_lent": OF_THE_PROGRAM,
    "heading_choice": "how the program reads a heading, with the time; no agency's data",
    "migration": "tells which migrations ran",
    "own_score": "comes with its own survey and goes with it, whose row is watched",
    "published_aggregate": OF_THE_PROGRAM,
    "published_province_mean": OF_THE_PROGRAM,
    "result": OF_SHEETS,
    "score": OF_SHEETS,
    "score_column": OF_SHEETS,
    "score_replaced": OF_SHEETS,
    "signatory": OF_REPORTS,
    "unread": OF_REPORTS,
    "weakness": OF_REPORTS,
}
WATCHED = names("triggers")
SAMPLES = {
    "VARCHAR": ("'ก \"คำ\" {}'", "'ข'"), "INTEGER": ("7", "8"), "DATE": ("date '2021-03-01'", "date '2021-03-02'"),
    "TIMESTAMP": ("timestamp '2021-03-01 12:00:00'", "timestamp '2021-03-02 12:00:00'"), "BOOLEAN": ("true", "false"),
    "DECIMAL(6,2)": ("70.25", "80"), "DOUBLE": ("0.1", "0.2"),
}  # fmt: skip


def test_every_table_is_watched_or_says_why_not(world: World) -> None:
    every = {str(name) for (name,) in rows(world.opened, "select table_name from duckdb_tables() where not internal")}
    assert every - set(watched(world.opened)) == set(UNWATCHED)
    assert set(WATCHED) == set(watched(world.opened))


@pytest.mark.parametrize("table", WATCHED)
def test_a_row_that_comes_changes_and_goes_is_told_with_its_key_and_whose_it_is(table: str, world: World) -> None:
    opened, own = world.opened, keys(world.opened)[table]
    asked = "select column_name, data_type from duckdb_columns() where table_name = $1"
    kinds = {str(name): str(kind) for name, kind in rows(opened, asked, table)}
    fixed = {"agency_code": f"'{world.code}'", "measure_id": f"{world.water}", "progress_id": f"{_result(world)}"}
    values = {name: fixed.get(name, SAMPLES[kind][0]) for name, kind in kinds.items()}
    opened.execute(f"delete from {table}")
    start = last(opened)
    opened.execute(f"insert into {table} ({', '.join(values)}) values ({', '.join(values.values())})")
    states, about = [None, _only_row(opened, table)], whose(opened, _only_row(opened, table))
    for name in [name for name in kinds if name not in fixed and name not in own][-1:]:
        opened.execute(f"update {table} set {name} = {SAMPLES[kinds[name]][1]}")
        states.append(_only_row(opened, table))
    opened.execute(f"delete from {table}")
    history = told(opened, start)
    assert [(each.old, each.new) for each in history] == [*pairwise([*states, None])]
    assert {each.key for each in history} == {(table, key_of(states[1] or {}, own))}
    assert {(each.agency_code, each.fiscal_year_be, each.measure_id) for each in history} == {about}
    assert watched(opened)[table] == EVENTS


@pytest.mark.parametrize("name", WRITES)
def test_every_write_is_told_whole_and_under_the_name_of_who_did_it(name: str, world: World) -> None:
    done_before(world, WRITES[name])
    before, start, version, began = kept(world.opened), last(world.opened), data_version(world.opened), _now()
    WRITES[name].do(world, SOMSRI)
    history, deed = told(world.opened, start), WRITES[name].deed
    if deed is None:
        assert history == []
        return
    assert replayed(history, before) == kept(world.opened)
    assert {(each.who, each.who_name) for each in history} == {(SOMSRI.email, SOMSRI.name)}
    assert all(each.changed_at and began <= each.changed_at <= _now() for each in history)
    assert history[-1].deed == deed
    for each in history:
        about = (each.agency_code, each.fiscal_year_be, each.measure_id)
        assert about == whose(world.opened, each.new or each.old or {})
    told_changes = {each.change_id: (each.deed, each.changed_at, each.reason, each.undoes) for each in history}
    assert all(told_changes[each.change_id][:2] == (each.deed, each.changed_at) for each in history)
    assert sorted(told_changes) == [*range(version + 1, data_version(world.opened) + 1)], "one save, one number"


def test_every_deed_is_done_by_a_function_that_is_called_here() -> None:
    told_of = {write.deed for write in WRITES.values()} | {"report_stored"}
    untold = {"file_attached", "links_looked_at", "synthetic_removed"}
    assert set(get_args(Deed)) == deeds_in_the_store() == (told_of - {None}) | untold


@pytest.mark.parametrize("name", ["links.set_link", "progress.save_entry", "plans.save_plan", "rounds.set_rounds"])
def test_the_same_again_is_no_change(name: str, world: World) -> None:
    again = {
        "links.set_link": lambda: set_link(
            world.opened, world.water, 9, "อ่านแล้ว", seen=SeenLink("analyst", "อ่านแล้ว"), who=DESK
        )
    }
    WRITES[name].do(world, SOMSRI)
    before = tables(world.opened)
    again.get(name, lambda: WRITES[name].do(world, DESK))()
    assert tables(world.opened) == before, "neither the history nor the count of changes goes on"


@pytest.mark.parametrize("wrong", [Unchanged(), StoreError("measure_unknown"), RuntimeError("cut off"), None])
def test_a_save_that_comes_to_nothing_leaves_no_history(wrong: Exception | None, world: World) -> None:
    before = tables(world.opened)
    expected = (
        nullcontext() if isinstance(wrong, Unchanged) else pytest.raises(type(wrong or StoreError("store_check")))
    )
    with expected, change(world.opened, SOMSRI, "measure_saved") as cursor:
        cursor.execute("update measure set title = 'อื่น'")
        cursor.execute("delete from measure_step")
        if wrong is None:  # a row that breaks a check
            cursor.execute("insert into measure_round values ($1, 3)", [world.water])
        else:
            raise wrong
    assert tables(world.opened) == before


def test_only_rows_that_differ_are_told(world: World) -> None:
    start = last(world.opened)
    with change(world.opened, SOMSRI, "measure_saved") as cursor:
        cursor.execute("update measure_step set words = words")
        cursor.execute("update measure_step set words = 'ใหม่' where measure_id = $1 and step_no = 1", [world.water])
        cursor.execute("update measure_step set words = 'ใหม่' where measure_id = $1", [world.water])
        of_year = {"agency_code": world.code, "fiscal_year_be": 2564, "state": "open", "due_on": None}
        write_rows(cursor, "round", [{**of_year, "round_months": months} for months in (6, 9, 12)])
    first, second, third = told(world.opened, start)
    assert [(each.table_name, each.new and each.new.get("step_no")) for each in (first, second)] == [
        ("measure_step", 1),
        ("measure_step", 2),
    ]
    assert (third.table_name, third.new and third.new["round_months"]) == ("round", 9), "the others were there"
    assert [each.audit_id for each in (first, second, third)] == [start + 1, start + 2, start + 3]


def test_no_name_is_left_over_for_whoever_writes_next(world: World) -> None:
    WRITES["links.set_link"].do(world, SOMSRI)
    start = last(world.opened)
    world.opened.execute("update measure set budget = '1'")
    nobody = {(each.who, each.who_name, each.deed, each.changed_at, each.reason) for each in told(world.opened, start)}
    assert nobody == {(None, None, None, None, None)}


def test_many_at_once_are_each_told_under_their_own_name(world: World) -> None:
    start, numbers = last(world.opened), [1, 2, 3, 4, 5, 8, 9, 10]

    def add(number: int) -> None:
        who = Person("officer", f"{number}@example.go.th", f"คนที่ {number}")
        set_link(world.opened, world.water, number, who.name, seen=None, who=who)

    with ThreadPoolExecutor(len(numbers)) as people:
        list(people.map(add, numbers))
    history = told(world.opened, start)
    assert sorted({each.change_id for each in history}) == [*range(history[0].change_id, history[0].change_id + 8)]
    assert [each.who_name for each in history] == [each.new and each.new["reason"] for each in history]
    assert [each.audit_id for each in history] == [*range(start + 1, start + 17)]


def test_no_write_changes_the_key_of_a_row_that_is_watched(world: World) -> None:
    """The trigger on a change finds a row again by its key: with another key it would tell nothing of it."""
    own, seen = keys(world.opened), set()
    for name in names("writes"):
        for table, assigned in _UPDATES.findall(statement("writes", name)):
            if table in WATCHED:
                seen.add(table)
                assert not set(re.findall(r"(\w+)\s*=", assigned)) & set(own[table]), name
    assert seen >= {"measure", "measure_step", "round"}


def _now() -> datetime:
    return datetime.now()  # noqa: DTZ005 - the clock of this desk


def _result(world: World) -> int:
    return int(str(rows(world.opened, "select progress_id from progress where measure_id = $1", world.water)[0][0]))


def _only_row(opened: duckdb.DuckDBPyConnection, table: str) -> Row:
    ((row,),) = [[row] for (name, _), row in kept(opened).items() if name == table]
    return row
