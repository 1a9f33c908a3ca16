"""Every check finds nothing in the shipped data, and finds the one case made for it."""

from __future__ import annotations

import duckdb
import pytest

from ita_analysis.sql import names
from ita_analysis.store.database import broken_rows

REPORT = "insert into report values (90, 'x', 2564, 6, 2563, 'ก.docx', 'print', null, localtimestamp);"
MEASURE = (
    "insert into measure (measure_id, report_id, agency_code, fiscal_year_be, measure_no, title, title_key, place)"
)
AGENCY = "insert into agency (agency_code, name_th, short_name_th, is_synthetic) values ('x', 'ก', 'ก', false);"
OWN_MEASURE = f"{AGENCY}{MEASURE} values (90, 90, 'x', 2564, 1, 'ก', 'ก', '{{}}');"
PROGRESS = "insert into progress (progress_id, report_id, measure_id, round_months, version, place)"
ROUND = "insert into round (agency_code, fiscal_year_be, round_months, state)"
ONE_SCORE = "insert into score values ('x', 2563, 'indicator', '1', {}, 'report', null, null, null);"
RESULT = "insert into result values ('x', 2563, null);"
SCORE = RESULT + ONE_SCORE
LINK = "insert into measure_indicator values ({}, 6, '{}', '{}');"
CHANGE = "insert into link_change values ({}, 90, 6, '{}', null, null, '{}', localtimestamp);"
RULE = "insert into weakness_rule_change values (90, 2563, {}, {}, {}, '{}', localtimestamp);"
PERSON = "insert into person values ('{}', '{}', '', '{}', {}, {}, true)"
WEAKNESS = "insert into weakness values (90, {}, 'develop', 'ก', null, '{{}}')"

BROKEN: dict[str, tuple[str, ...]] = {
    "analyst_gives_a_reason": tuple(OWN_MEASURE + LINK.format(90, "analyst", blank) for blank in ("", " ")),
    "every_round_is_listed": (
        f"{OWN_MEASURE} insert into measure_round values (90, 9)",
        f"{OWN_MEASURE} {PROGRESS} values (90, 90, 90, 12, 1, '{{}}')",
    ),
    "judged_step_exists": (f"{OWN_MEASURE} insert into step_progress values (90, 1, 6, 'done', 'ก')",),
    "link_has_a_measure": (LINK.format(91, "document", "ก"),),
    "link_is_as_last_changed": (
        OWN_MEASURE + CHANGE.format(90, "added", "ก"),
        OWN_MEASURE + CHANGE.format(90, "confirmed", "ก") + LINK.format(90, "analyst", "ข"),
        OWN_MEASURE + CHANGE.format(90, "confirmed", "ก") + LINK.format(90, "wording", "ก"),
        OWN_MEASURE + CHANGE.format(90, "removed", "ก") + LINK.format(90, "analyst", "ก"),
        OWN_MEASURE
        + CHANGE.format(90, "added", "ก")
        + CHANGE.format(91, "removed", "ก")
        + LINK.format(90, "analyst", "ก"),
    ),
    "measure_has_an_agency": (f"{MEASURE} values (90, 90, 'nobody', 2564, 1, 'ก', 'ก', '{{}}')",),
    "own_score_lies_between_0_and_100": tuple(
        f"insert into own_score values (90, 'item', 'i1', {score}, 1)" for score in ("-0.01", "100.01", "'nan'")
    ),
    "person_is_in_order": tuple(
        PERSON.format(*about)
        for about in (
            ("", "ก", "viewer", "null", "null"),
            ("A@b.th", "ก", "viewer", "null", "null"),
            ("a@b.th", " ", "viewer", "null", "null"),
            ("a@b.th", "ก", "owner", "null", "null"),
            ("a@b.th", "ก", "administrator", "'x'", "null"),
            ("a@b.th", "ก", "approver", "'x'", "'กอง'"),
            ("a@b.th", "ก", "officer", "null", "'กอง'"),
            ("a@b.th", "ก", "officer", "'x'", "' '"),
        )
    ),
    "result_has_a_measure": (f"{PROGRESS} values (90, 90, 91, 6, 1, '{{}}')",),
    "rule_has_limits_and_a_reason": (
        RULE.format(75, 85, 95, " "),
        RULE.format(85, 75, 95, "ก"),
        RULE.format(75, 85, 85, "ก"),
        RULE.format(0, 85, 95, "ก"),
        RULE.format(75, 85, "100.01", "ก"),
        RULE.format("null", 85, 95, "ก"),
        RULE.format("null", "null", 95, "ก"),
    ),
    "score_has_a_result": (ONE_SCORE.format(1),),
    "score_lies_between_0_and_100": tuple(SCORE.format(score) for score in ("-0.01", "100.01", "'nan'")),
    "score_stands_once": (SCORE.format(1) + ONE_SCORE.format(2),),
    "weak_indicator_exists": (REPORT + WEAKNESS.format(11), REPORT + WEAKNESS.format(0)),
}
SOUND = (
    PERSON.format("a@b.th", "ก", "officer", "'x'", "'กอง'"),
    PERSON.format("a@b.th", "ก", "administrator", "null", "null"),
    OWN_MEASURE + LINK.format(90, "analyst", "ก"),
    OWN_MEASURE + LINK.format(90, "wording", ""),
    OWN_MEASURE + CHANGE.format(90, "removed", "ก") + CHANGE.format(91, "added", "ข") + LINK.format(90, "analyst", "ข"),
    OWN_MEASURE + CHANGE.format(90, "added", "ก") + CHANGE.format(91, "removed", "ข"),
    RULE.format(75, 85, 100, "ก"),
    RULE.format("null", "null", "null", "ก"),
    SCORE.format("0"),
    SCORE.format("100"),
    "insert into own_score values (90, 'item', 'i1', 0, 1), (90, 'item', 'i2', 100, 1)",
    REPORT + WEAKNESS.format(10),
    f"{OWN_MEASURE} {ROUND} values ('x', 2564, 9, 'open'); insert into measure_round values (90, 9)",
)


def test_every_check_has_a_case() -> None:
    assert sorted(BROKEN) == names("checks")


def test_the_shipped_data_break_no_check(shipped: duckdb.DuckDBPyConnection) -> None:
    assert broken_rows(shipped) == {}


@pytest.mark.parametrize(("check", "case"), [(check, case) for check in sorted(BROKEN) for case in BROKEN[check]])
def test_a_check_finds_its_case_and_no_other_does(check: str, case: str, shipped: duckdb.DuckDBPyConnection) -> None:
    shipped.execute("begin")
    shipped.execute(case)
    assert broken_rows(shipped) == {check: 1}
    shipped.execute("rollback")
    assert broken_rows(shipped) == {}


@pytest.mark.parametrize("case", SOUND)
def test_the_nearest_sound_rows_break_nothing(case: str, shipped: duckdb.DuckDBPyConnection) -> None:
    shipped.execute("begin")
    shipped.execute(case)
    assert broken_rows(shipped) == {}
    shipped.execute("rollback")


def test_a_year_without_a_framework_does_not_call_an_indicator_unknown(shipped: duckdb.DuckDBPyConnection) -> None:
    shipped.execute("begin")
    shipped.execute(REPORT.replace("2564, 6, 2563", "2599, 6, 2598") + WEAKNESS.format(12))
    assert broken_rows(shipped) == {}
    shipped.execute("rollback")
