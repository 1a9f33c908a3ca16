"""A stored year checked as a document is: the same findings and parts, whether it was brought in or typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import duckdb
import pytest

from ita_analysis import paths
from ita_analysis.completeness import completeness
from ita_analysis.entries import Cited, Entry, Plan
from ita_analysis.errors import StoreError
from ita_analysis.evidence.looked import Looked
from ita_analysis.intake.record_folder import read_record
from ita_analysis.people import DESK
from ita_analysis.records import NoneStated, Place
from ita_analysis.store.checking import OF_THE_PAPER, Checked, checked, checked_year
from ita_analysis.store.citing import set_sites, store_looks
from ita_analysis.store.ordering import end_measure, order_measures
from ita_analysis.store.plans import add_measure
from ita_analysis.store.progress import entry_of, save_entry
from ita_analysis.store.rounds import set_rounds
from tests.store.files import rows
from tests.store.invented import NEWS, WATER, measure, report, result, small_report, store
from tests.store.linked import number_of

URL = "https://elsewhere.example.com/1"
TYPED = Entry("ประชุมเมื่อ 7 มกราคม 2021", outcome="รายงานผลการประชุม", evidence=(Cited("ข่าว", URL),))


def now(opened: duckdb.DuckDBPyConnection, code: str = "khao-saming", year: int = 2564) -> Checked:
    """Return a year as it is checked now."""
    found = checked(opened.cursor(), code, year)
    assert found is not None
    return found


def rules(found: Checked) -> list[str]:
    """Return the rules of what was found, in order."""
    return [each.finding.rule for each in found.findings]


def test_the_shipped_record_has_the_findings_that_its_source_has(shipped: duckdb.DuckDBPyConnection) -> None:
    kept = read_record(paths.DATA / "khao-saming").findings
    found = now(shipped).findings
    told = sorted((each.finding.rule, each.finding.severity, each.finding.title) for each in found)
    assert told == sorted((each.rule, each.severity, each.title) for each in kept)
    assert {each.finding.rule for each in found if each.where is None} == {"missing_approver", *OF_THE_PAPER} - {
        "row_repeated"
    }


def test_a_finding_knows_the_measure_in_whose_plan_or_result_it_stands(shipped: duckdb.DuckDBPyConnection) -> None:
    numbers = dict(rows(shipped, "select title, measure_no from measure"))
    found = now(shipped).findings
    named = {
        each.measure_no: numbers[each.finding.values["measure"]] for each in found if "measure" in each.finding.values
    }
    assert named == {1: 1, 2: 2, 3: 3}
    about_none = {each.finding.rule for each in found if each.measure_no is None}
    assert about_none >= {"missing_approver", "agency_spelled_two_ways", "weak_indicator_without_measure"}


def test_what_is_stored_is_as_complete_as_the_report_it_came_from(shipped: duckdb.DuckDBPyConnection) -> None:
    read = completeness(read_record(paths.DATA / "khao-saming").report)
    stored = now(shipped).completeness
    assert [part.state for part in stored.parts] == [part.state for part in read.parts]
    assert (stored.count("found"), stored.count("missing"), len(stored.parts)) == (6, 1, 13)


def test_the_sentences_of_an_analysis_are_kept_and_so_is_that_there_is_none(empty: duckdb.DuckDBPyConnection) -> None:
    named = tuple(replace(each, quote=f"ต้องพัฒนา {each.text}") for each in small_report().weaknesses)
    none = NoneStated("urgent", "จุดอ่อนเร่งด่วน ไม่มี", Place(paragraph=4))
    read = replace(small_report(), weaknesses=named, none_stated=(none,))
    found = now(empty, store(empty, read).agency_code)
    assert (found.written.report.none_stated, [each.quote for each in found.written.report.weaknesses]) == (
        (none,),
        [each.quote for each in named],
    )
    shown = {part.criterion.code: (part.state, part.answer.quote) for part in found.completeness.parts}
    assert shown["urgent_weaknesses"] == ("found", none.quote)
    assert shown["develop_issues"] == ("found", named[0].quote)
    assert "urgent_weakness_not_stated" not in rules(found)


def test_findings_come_by_their_gravity(shipped: duckdb.DuckDBPyConnection) -> None:
    ranks = [("high", "medium", "low").index(each.finding.severity) for each in now(shipped).findings]
    assert all(one <= other for one, other in pairwise(ranks))


def test_what_people_typed_is_found_without_any_import(empty: duckdb.DuckDBPyConnection) -> None:
    code, measure_id = _typed(empty)
    found = now(empty, code)
    assert {"mixed_eras", "outcome_is_output", "round_without_unit", "evidence_link_off_site"} <= {*rules(found)}
    where = next(each.where for each in found.findings if each.finding.rule == "mixed_eras")
    assert where is not None
    assert (where.measure_id, where.months, where.role, where.is_entered) == (measure_id, 6, "detail", True)


def test_a_dead_link_is_found_at_the_last_look_alone(empty: duckdb.DuckDBPyConnection) -> None:
    code, _ = _typed(empty)
    for state, reason, is_found in (("gone", "missing", True), ("found", "answered", False)):
        look = Looked(URL, datetime.fromisoformat("2021-04-01T12:00:00"), state, 404, (), URL, reason)  # type: ignore[arg-type]
        store_looks(empty, code, [look], who=DESK)
        assert ("evidence_link_dead" in rules(now(empty, code))) == is_found


def test_a_result_that_was_mended_is_found_no_more(empty: duckdb.DuckDBPyConnection) -> None:
    code, measure_id = _typed(empty)
    seen = entry_of(empty.cursor(), measure_id, 6)
    save_entry(empty, measure_id, 6, Entry("ประชุม 2 ครั้ง", owner="สำนักปลัด"), seen=seen, who=DESK)
    assert not {"mixed_eras", "outcome_is_output", "round_without_unit", "evidence_link_off_site"} & {
        *rules(now(empty, code))
    }


def test_words_of_the_last_round_and_of_the_last_year_are_known(empty: duckdb.DuckDBPyConnection) -> None:
    work = "จัดประชุมชี้แจงและเผยแพร่ช่องทางร้องเรียนบนเว็บไซต์"
    code = store(empty, report(measures=[measure()], progress=[result(detail=work)], year=2563)).agency_code
    for months in (6, 12):
        store(empty, report(measures=[measure()], progress=[result(detail=work)], months=months), f"{months}.docx")
    copied = [each for each in now(empty, code).findings if each.finding.rule.startswith("copied_")]
    told = {(each.finding.rule, each.where and each.where.months, each.finding.values["before"]) for each in copied}
    assert told == {
        ("copied_from_last_round", 12, "6"),
        ("copied_from_last_year", 6, "2563"),
        ("copied_from_last_year", 12, "2563"),
    }


def test_a_finding_is_known_by_the_same_key_however_often_it_is_found(empty: duckdb.DuckDBPyConnection) -> None:
    code, water = _typed(empty)
    news = add_measure(empty, code, 2564, Plan(NEWS, "สำนักปลัด"), indicators={}, who=DESK)
    before = {each.key for each in now(empty, code).findings}
    order_measures(empty, code, 2564, [news, water], seen=[water, news], who=DESK)
    assert {each.key for each in now(empty, code).findings} == before, "another place in the plan is no other finding"


def test_rows_of_two_reports_in_the_same_place_are_told_apart(empty: duckdb.DuckDBPyConnection) -> None:
    for months in (6, 12):
        told = [result(outcome="รายงานผลการดำเนินงาน")]
        code = store(empty, report(measures=[measure()], progress=told, months=months), f"{months}.docx").agency_code
    found = [each for each in now(empty, code).findings if each.finding.rule == "outcome_is_output"]
    assert [each.where and each.where.months for each in found] == [6, 12]
    assert len({each.key for each in found}) == 2


def test_a_measure_that_only_results_name_is_not_of_the_plan(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, report(measures=[measure()], progress=[result(), result(NEWS)])).agency_code
    found = now(empty, code)
    assert [each.title for each in found.written.report.measures] == [WATER]
    assert "result_without_measure" in rules(found)


def test_a_measure_that_ended_before_a_round_is_not_missed_in_it(empty: duckdb.DuckDBPyConnection) -> None:
    plan = [measure(), measure(NEWS)]
    code = store(empty, report(measures=plan, progress=[result(), result(NEWS)])).agency_code
    store(empty, report(measures=plan, progress=[result(detail="ทำต่อ")], months=12), "12.docx")
    assert "measure_without_result" in rules(now(empty, code))
    end_measure(empty, number_of(empty, code, NEWS), date(2021, 6, 1), "ครบแล้ว", who=DESK)
    assert "measure_without_result" not in rules(now(empty, code))


def test_a_year_without_anything_to_read_has_no_findings(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report()).agency_code
    set_rounds(empty, code, 2566, {6: None}, who=DESK)
    found = now(empty, code, 2566)
    assert found.is_empty
    assert found.findings == ()
    assert found.completeness.count("found") == 0
    assert checked(empty.cursor(), code, 2590) is None


def test_the_year_that_is_checked_unasked_is_the_latest_with_something_to_read(
    empty: duckdb.DuckDBPyConnection,
) -> None:
    with pytest.raises(StoreError, match="asked_nothing"):
        checked_year(empty.cursor(), None, None)
    code = store(empty, small_report()).agency_code
    set_rounds(empty, code, 2566, {6: None}, who=DESK)
    assert checked_year(empty.cursor(), None, None).written.report.fiscal_year_be == 2564
    assert checked_year(empty.cursor(), code, 2566).is_empty
    with pytest.raises(StoreError, match="asked_nothing"):
        checked_year(empty.cursor(), code, 2590)


def _typed(opened: duckdb.DuckDBPyConnection) -> tuple[str, int]:
    """Store a year in which people typed one measure and its result; return the agency's code and the measure."""
    code = store(opened, report(year=2562, weak=())).agency_code
    set_rounds(opened, code, 2564, {6: None}, who=DESK)
    set_sites(opened, code, ["www.example.go.th"], who=DESK)
    measure_id = add_measure(opened, code, 2564, Plan(WATER, rounds_months=(6,)), indicators={}, who=DESK)
    save_entry(opened, measure_id, 6, TYPED, seen=None, who=DESK)
    assert rows(opened, "select count(*) from report where fiscal_year_be = 2564") == [(0,)]
    return code, measure_id
