"""The rule of weakness of a year: changed with a reason, put back to the default, and every change kept."""

from __future__ import annotations

import re
from decimal import Decimal

import duckdb
import pytest

from ita_analysis.errors import ItaError, StoreError
from ita_analysis.people import DESK
from ita_analysis.queries.rules import rule_changes
from ita_analysis.scoring import WeaknessRule, typed_rule
from ita_analysis.sql import names, statement
from ita_analysis.store.building import data_version
from ita_analysis.store.database import broken_rows
from ita_analysis.store.rules import DEFAULT, LONGEST_REASON, set_rule
from ita_analysis.texts import explain
from tests.store.files import tables

YEAR = 2563
STRICT, MILD = typed_rule("80", "90", "97.50"), typed_rule("60", "70", "80")
WHY = "สภาขอให้ตั้งเป้าสูงกว่าเดิม"
HOSTILE = (
    "'; drop table weakness_rule_change; --",
    "<script>alert(1)</script> & <b>",
    "{year} {0} %s $reason \\",
    "=cmd|' /C calc'!A0",
    "บรรทัดหนึ่ง\nบรรทัดสอง\t\u200bกลับทาง🙂",
)


def _told(opened: duckdb.DuckDBPyConnection, year: int = YEAR) -> list[tuple[object, ...]]:
    """Return the changes of a year, the newest first, without their time."""
    rows = rule_changes(opened, year).drop(columns="changed_at").itertuples(index=False)
    return [tuple(None if each != each else each for each in row) for row in rows]  # noqa: PLR0124 - NaN is none


def _refused(opened: duckdb.DuckDBPyConnection, rule: WeaknessRule | None, reason: str, seen: int) -> str:
    before = tables(opened)
    with pytest.raises(StoreError) as caught:
        set_rule(opened, YEAR, rule, reason, seen=seen, who=DESK)
    assert tables(opened) == before, "something was kept"
    return explain(caught.value)


def test_a_rule_is_kept_with_its_reason_and_counts_as_a_change(empty: duckdb.DuckDBPyConnection) -> None:
    before = data_version(empty)
    set_rule(empty, YEAR, STRICT, f"  {WHY}\0 ", seen=DEFAULT, who=DESK)
    assert _told(empty) == [(1, "80.00", "90.00", "97.50", WHY)]
    assert data_version(empty) == before + 1
    assert broken_rows(empty) == {}


def test_the_default_put_back_is_a_change_too_and_the_newest_stands_first(empty: duckdb.DuckDBPyConnection) -> None:
    set_rule(empty, YEAR, STRICT, "ก", seen=DEFAULT, who=DESK)
    set_rule(empty, YEAR, MILD, "ข", seen=1, who=DESK)
    set_rule(empty, YEAR, None, "ค", seen=2, who=DESK)
    limits = [("80.00", "90.00", "97.50"), ("60.00", "70.00", "80.00"), (None, None, None)]
    wanted = [(no, *each, why) for no, each, why in zip((1, 2, 3), limits, "กขค", strict=True)]
    assert _told(empty) == wanted[::-1]
    assert rule_changes(empty, YEAR)["changed_at"].is_monotonic_decreasing


def test_each_year_has_its_own(empty: duckdb.DuckDBPyConnection) -> None:
    set_rule(empty, YEAR, STRICT, WHY, seen=DEFAULT, who=DESK)
    set_rule(empty, YEAR + 1, MILD, WHY, seen=DEFAULT, who=DESK)
    assert [len(_told(empty, year)) for year in (YEAR - 1, YEAR, YEAR + 1)] == [0, 1, 1]


@pytest.mark.parametrize("reason", ["", "  \n", "\u200b", "\0"])
def test_a_reason_is_asked_for(reason: str, empty: duckdb.DuckDBPyConnection) -> None:
    assert _refused(empty, STRICT, reason, DEFAULT) == explain(StoreError("rule_reason_missing"))


def test_a_reason_without_end_is_refused(empty: duckdb.DuckDBPyConnection) -> None:
    said = _refused(empty, STRICT, "ก" * (LONGEST_REASON + 1), DEFAULT)
    assert f"{LONGEST_REASON:,}" in said
    set_rule(empty, YEAR, STRICT, "ก" * LONGEST_REASON, seen=DEFAULT, who=DESK)


@pytest.mark.parametrize("seen", [DEFAULT, 2, 99])
def test_a_rule_that_changed_meanwhile_is_not_overwritten(seen: int, empty: duckdb.DuckDBPyConnection) -> None:
    set_rule(empty, YEAR, STRICT, WHY, seen=DEFAULT, who=DESK)
    for rule in (MILD, None):
        assert str(YEAR) in _refused(empty, rule, "อีกคน", seen)


def test_what_changes_nothing_is_no_change(empty: duckdb.DuckDBPyConnection) -> None:
    set_rule(empty, YEAR, None, WHY, seen=DEFAULT, who=DESK)
    assert _told(empty) == []
    set_rule(empty, YEAR, STRICT, WHY, seen=DEFAULT, who=DESK)
    set_rule(empty, YEAR, STRICT, f" {WHY} ", seen=1, who=DESK)
    assert len(_told(empty)) == 1
    set_rule(empty, YEAR, STRICT, "เหตุผลใหม่", seen=1, who=DESK)
    assert [row[-1] for row in _told(empty)] == ["เหตุผลใหม่", WHY], "the same limits for another reason are told"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_reason_is_kept_as_it_was_written(text: str, empty: duckdb.DuckDBPyConnection) -> None:
    set_rule(empty, YEAR, STRICT, text, seen=DEFAULT, who=DESK)
    assert _told(empty) == [(1, "80.00", "90.00", "97.50", text)]


def test_no_statement_changes_or_removes_a_decision() -> None:
    forbidden = re.compile(r"(update|delete\s+from|truncate|drop\s+table|or\s+replace\s+into)\s+weakness_rule_change\b")
    folders = ("writes", "migrations", "queries")
    found = [name for folder in folders for name in names(folder) if forbidden.search(statement(folder, name).lower())]
    assert found == []


@pytest.mark.parametrize(
    ("typed", "limits"),
    [
        (("75", "85", "95"), ("75", "85", "95")),
        ((" ๗๐ ", "82.5", "100"), ("70", "82.5", "100")),
        (("0.01", "0.02", "0.03"), ("0.01", "0.02", "0.03")),
    ],
)
def test_limits_are_read_as_a_person_types_them(typed: tuple[str, str, str], limits: tuple[str, str, str]) -> None:
    assert typed_rule(*typed) == WeaknessRule(*map(Decimal, limits))


@pytest.mark.parametrize(
    "bad", ["", "ต่ำ", "-5", "101", "75,5", "7 5", "75.005", "1e2", "nan", "<b>75</b>", "{typed}", "9" * 500]
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_is_no_limit_is_named(bad: str, place: int) -> None:
    typed = ["75", "85", "95"]
    typed[place] = bad
    with pytest.raises(ItaError) as caught:
        typed_rule(*typed)
    assert caught.value.key == "weakness_limit_text"
    assert bad[:40] in explain(caught.value)


@pytest.mark.parametrize("typed", [("85", "75", "95"), ("75", "75", "95"), ("0", "85", "95"), ("75", "95", "85")])
def test_limits_that_do_not_rise_are_refused(typed: tuple[str, str, str]) -> None:
    with pytest.raises(ItaError) as caught:
        typed_rule(*typed)
    assert caught.value.key == "weakness_limits"
    assert typed[1] in explain(caught.value)
