"""Every check finds nothing in the shipped data, and finds the one case made for it."""

from __future__ import annotations

import duckdb
import pytest

from ita_analysis.sql import names, statement
from ita_analysis.store.database import ABOUT_STEPS, broken_rows

REPORT = "insert into report values (90, 'x', 2564, 6, 2563, 'ก.docx', 'print', null, localtimestamp);"
MEASURE = (
    "insert into measure (measure_id, report_id, agency_code, fiscal_year_be, measure_no, title, title_key, place)"
)
AGENCY = "insert into agency (agency_code, name_th, short_name_th, is_synthetic) values ('x', 'ก', 'ก', false);"
OWN_MEASURE = f"{AGENCY}{MEASURE} values (90, 90, 'x', 2564, 1, 'ก', 'ก', '{{}}');"
SIX = "insert into round values ('x', 2564, 6, {}, null, {}, null);"
SIGNED = "'นางสาวดี', 'นักวิชาการ', date '2021-04-05'"
APPROVED_SIX = SIX.format("'approved'", SIGNED)
OPEN_SIX = SIX.format("'open'", "null, null, null")
PROGRESS = "insert into progress (progress_id, report_id, measure_id, round_months, version, place)"
ROUND = "insert into round (agency_code, fiscal_year_be, round_months, state)"
ONE_SCORE = "insert into score values ('x', 2563, 'indicator', '1', {}, 'report', null, null, null);"
RESULT = "insert into result values ('x', 2563, null);"
SCORE = RESULT + ONE_SCORE
LINK = "insert into measure_indicator values ({}, 6, '{}', '{}');"
STEP = "insert into step_progress values (90, 1, 6, '{}', 'ก')"
CHANGE = "insert into link_change values ({}, 90, 6, '{}', null, null, '{}', localtimestamp);"
RULE = "insert into weakness_rule_change values (90, 2563, {}, {}, {}, '{}', localtimestamp);"
DECISION = "insert into finding_decision values ('x', 2564, 'k', {}, 'r', 'q', '{}', '{}', localtimestamp);"
PERSON = "insert into person values ('{}', '{}', '', '{}', {}, {}, true)"
SENTENCE = "insert into analysis_sentence values (90, 1, '{}', {}, 'ก', '{{}}');"
WEAKNESS = "insert into weakness values (90, {}, 'develop', 'ก', null, '{{}}')"

NEXT_MEASURE = f"{MEASURE} values (91, 90, 'x', 2565, 1, 'ก', 'ก', null);"
OWN_SIX = OWN_MEASURE + OPEN_SIX
OWN_STEP = f"{OWN_SIX} insert into measure_step values (90, 1, 'ก');"

WRONGLY_SIGNED = (
    ("'closed'", SIGNED),
    ("'open'", SIGNED),
    ("'open'", "'นางสาวดี', null, null"),
    ("'submitted'", "null, null, null"),
    ("'approved'", "'นางสาวดี', 'นักวิชาการ', null"),
    ("'approved'", "null, 'นักวิชาการ', date '2021-04-05'"),
)

BROKEN: dict[str, tuple[str, ...]] = {
    "analyst_gives_a_reason": tuple(OWN_MEASURE + LINK.format(90, "analyst", blank) for blank in ("", " ")),
    "carried_measure_goes_on": tuple(
        f"{OWN_MEASURE} update measure set carried_from = {number} where measure_id = 90" for number in (90, 1, 99)
    ),
    "decision_is_known": (
        DECISION.format("null", "mended", ""),
        DECISION.format("null", "dismissed", " "),
        DECISION.format("1", "accepted", ""),
    ),
    "ended_measure_says_why": tuple(
        f"{OWN_MEASURE} update measure set ended_on = {on}, end_reason = {why} where measure_id = 90"
        for on, why in (("date '2021-02-01'", "null"), ("date '2021-02-01'", "' '"), ("null", "'ก'"))
    ),
    "evidence_has_a_result": ("insert into evidence (progress_id, evidence_no, words) values (90, 1, 'ก')",),
    "every_round_is_listed": (
        f"{OWN_MEASURE} insert into measure_round values (90, 9)",
        f"{OWN_MEASURE} {PROGRESS} values (90, 90, 90, 12, 1, '{{}}')",
        f"{OWN_MEASURE} insert into measure_step values (90, 1, 'ก'); {STEP.format('done')}",
    ),
    "item_is_known": (f"{OWN_MEASURE} insert into measure_item values (90, 'O99', 'ก')",),
    "judged_step_exists": (OWN_MEASURE + OPEN_SIX + STEP.format("done"),),
    "lines_are_numbered": (
        f"{OWN_MEASURE} insert into measure_step values (90, 2, 'ก')",
        f"{OWN_MEASURE} insert into measure_step values (90, 1, 'ก'), (90, 3, 'ข')",
        f"{OWN_MEASURE} insert into measure_guideline values (90, 0, 'ก')",
    ),
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
    "measure_stands_in_one_place": (f"{OWN_MEASURE} {MEASURE} values (91, 90, 'x', 2564, 1, 'ข', 'ข', null)",),
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
    "plan_has_a_measure": (
        "insert into measure_step values (90, 1, 'ก')",
        "insert into measure_guideline values (90, 1, 'ก')",
        "insert into measure_round values (90, 6)",
        "insert into measure_item values (90, 'O1', 'ก')",
    ),
    "result_has_a_measure": (f"{PROGRESS} values (90, 90, 91, 6, 1, '{{}}')",),
    "round_has_an_agency": (OPEN_SIX,),
    "round_is_signed_as_it_stands": (
        *(AGENCY + SIX.format(*about) for about in WRONGLY_SIGNED),
        f"{AGENCY}{APPROVED_SIX} update round set reason = 'ก' where agency_code = 'x'",
    ),
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
    "sentence_has_its_report": (
        SENTENCE.format("urgent", "null"),
        REPORT + SENTENCE.format("strength", "null"),
        REPORT + SENTENCE.format("develop", 7),
        REPORT + WEAKNESS.format(7) + "; " + SENTENCE.format("urgent", 7),
    ),
    "step_state_is_known": (f"{OWN_STEP}{STEP.format('ok')}",),
    "versions_follow_each_other": (
        f"{OWN_SIX}{PROGRESS} values (90, 90, 90, 6, 2, null)",
        f"{OWN_SIX}{PROGRESS} values (90, 90, 90, 6, 0, null)",
        f"{OWN_SIX}{PROGRESS} values (90, 90, 90, 6, 1, null), (91, 90, 90, 6, 3, null)",
    ),
    "weak_indicator_exists": (REPORT + WEAKNESS.format(11), REPORT + WEAKNESS.format(0)),
}
SOUND = (
    PERSON.format("a@b.th", "ก", "officer", "'x'", "'กอง'"),
    PERSON.format("a@b.th", "ก", "administrator", "null", "null"),
    OWN_MEASURE + LINK.format(90, "analyst", "ก"),
    OWN_MEASURE + LINK.format(90, "wording", ""),
    OWN_MEASURE + CHANGE.format(90, "removed", "ก") + CHANGE.format(91, "added", "ข") + LINK.format(90, "analyst", "ข"),
    OWN_MEASURE + CHANGE.format(90, "added", "ก") + CHANGE.format(91, "removed", "ข"),
    DECISION.format("null", "accepted", ""),
    OWN_MEASURE + DECISION.format("90", "dismissed", "ก"),
    RULE.format(75, 85, 100, "ก"),
    RULE.format("null", "null", "null", "ก"),
    SCORE.format("0"),
    SCORE.format("100"),
    "insert into own_score values (90, 'item', 'i1', 0, 1), (90, 'item', 'i2', 100, 1)",
    REPORT + WEAKNESS.format(10),
    f"{OWN_MEASURE} {ROUND} values ('x', 2564, 9, 'open'); insert into measure_round values (90, 9)",
    f"{OWN_SIX}{PROGRESS} values (90, 90, 90, 6, 1, null), (91, 90, 90, 6, 1, null), (92, 90, 90, 6, 2, null)",
    OWN_STEP + STEP.format("not_stated"),
    f"{OWN_MEASURE} insert into measure_item values (90, 'O43', 'ก')",
    f"{OWN_MEASURE} update measure set ended_on = date '2021-02-01', end_reason = 'ก' where measure_id = 90",
    f"{OWN_MEASURE}{NEXT_MEASURE} update measure set carried_from = 90 where measure_id = 91",
    *(AGENCY + SIX.format(state, SIGNED) for state in ("'submitted'", "'approved'")),
    AGENCY + OPEN_SIX + "update round set reason = 'ก' where agency_code = 'x'",
)


def test_the_checks_about_judged_steps_are_all_of_those() -> None:
    """Where nothing but judged steps is written, no other check is asked."""
    assert {name for name in names("checks") if "step_progress" in statement("checks", name)} == set(ABOUT_STEPS)


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
