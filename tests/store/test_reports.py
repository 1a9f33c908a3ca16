"""Storing a report: whole or not at all, never twice, later rounds and newer versions beside the older ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import duckdb
import pytest

from ita_analysis.errors import StoreError
from ita_analysis.intake.preview import fingerprint
from ita_analysis.queries.evidence import evidence
from ita_analysis.queries.indicators import indicators
from ita_analysis.queries.measures import measures
from ita_analysis.queries.rounds import results, rounds
from ita_analysis.records import NoneStated, Report, Signatory, Weakness
from ita_analysis.store.building import data_version
from ita_analysis.store.checking import checked
from ita_analysis.store.reports import stored_as
from tests.store.files import counts, rows, tables
from tests.store.invented import NEWS, WATER, agency, measure, report, result, small_report, store

OUT_OF_RANGE = report(weak=(6,), scores={6: 100.5})
NO_SUCH_INDICATOR = report(weak=(6, 99))
NAMED_TWICE = report(weak=(6, 6))


def test_what_was_stored_is_found_again(empty: duckdb.DuckDBPyConnection) -> None:
    shown = small_report()
    stored = store(empty, shown, "ก.docx")
    assert stored.is_new
    assert stored.kept_plans == ()
    (found,) = rows(
        empty, "select agency_code, fiscal_year_be, round_months, prior_fiscal_year_be, file_name from report"
    )
    assert found == (stored.agency_code, 2564, 6, 2563, "ก.docx")
    assert rows(empty, "select title, responsible from measure") == [(WATER, "กองการประปา")]
    assert rows(empty, "select words from measure_step order by step_no") == [("จัดทำแบบคำร้อง",), ("สรุปผลรายเดือน",)]
    assert rows(empty, "select round_months from measure_round order by 1") == [(6,), (12,)]
    assert rows(empty, "select round_months, state from round order by 1") == [(6, "open"), (12, "open")]
    assert rows(empty, "select detail, output, version from progress") == [("รอบ 6 เดือน", "คำร้อง 48 เรื่อง", 1)]
    assert rows(empty, "select stated_on from evidence") == [(date(2020, 11, 3),)]
    assert rows(empty, "select indicator_no, stated_score from weakness order by 1") == [(6, None), (7, None)]
    assert rows(empty, "from score") == [], "a score that nobody stated"


@pytest.mark.parametrize("broken", [OUT_OF_RANGE, NO_SUCH_INDICATOR], ids=["score", "indicator"])
def test_a_report_that_breaks_a_check_leaves_nothing(broken: Report, shipped: duckdb.DuckDBPyConnection) -> None:
    before = tables(shipped)
    with pytest.raises(StoreError) as refused:
        store(shipped, replace(broken, measures=(measure(),), progress=(result(),)))
    assert refused.value.key == "store_check"
    assert tables(shipped) == before


def test_an_insert_that_fails_midway_leaves_nothing(shipped: duckdb.DuckDBPyConnection) -> None:
    before = tables(shipped)
    with pytest.raises((StoreError, duckdb.Error)):
        store(shipped, replace(NAMED_TWICE, measures=(measure(),), progress=(result(),)))
    assert tables(shipped) == before


def test_a_result_without_a_round_is_refused_and_leaves_nothing(shipped: duckdb.DuckDBPyConnection) -> None:
    before = tables(shipped)
    with pytest.raises(StoreError) as refused:
        store(shipped, report(months=None, progress=[result(months=6), result(detail="รอบใด")], measures=[measure()]))
    assert refused.value.key == "round_unknown"
    assert tables(shipped) == before


def test_results_may_each_name_their_own_round(empty: duckdb.DuckDBPyConnection) -> None:
    told = [result(months=6), result(months=12)]
    code = store(empty, report(months=None, progress=told, measures=[measure()])).agency_code
    assert list(results(empty, code, 2564)["round_months"]) == [6, 12]


def test_after_a_refusal_the_next_report_is_stored(shipped: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(StoreError):
        store(shipped, OUT_OF_RANGE)
    assert store(shipped, small_report()).is_new


def test_the_same_report_twice_is_one_report(shipped: duckdb.DuckDBPyConnection) -> None:
    first = store(shipped, small_report())
    before = tables(shipped)
    again = store(shipped, small_report(), "ชื่ออื่น.html")
    assert (again.report_id, again.agency_code, again.is_new) == (first.report_id, first.agency_code, False)
    assert again.imported_at is not None
    assert tables(shipped) == before


def test_a_report_that_an_earlier_program_stored_gets_its_sentences_and_no_more(
    empty: duckdb.DuckDBPyConnection,
) -> None:
    first = store(empty, small_report())
    before = tables(empty)
    said = tuple(replace(each, quote=f"ต้องพัฒนา {each.text}") for each in small_report().weaknesses)
    told = replace(small_report(), weaknesses=said, none_stated=(NoneStated("urgent", "เร่งด่วน ไม่มี"),))
    again = store(empty, told)
    assert (again.report_id, again.is_new, again.has_new_sentences) == (first.report_id, False, True)
    after = tables(empty)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"analysis_sentence", "data_version"}
    assert len(after["analysis_sentence"]) == 3
    assert not store(empty, told).has_new_sentences
    assert tables(empty) == after


def test_a_fingerprint_finds_its_report_and_no_other(shipped: duckdb.DuckDBPyConnection) -> None:
    stored = store(shipped, small_report())
    found = stored_as(shipped, fingerprint(small_report()))
    assert found is not None
    assert found.report_id == stored.report_id
    assert stored_as(shipped, fingerprint(small_report(agency(2)))) is None


def _signed(shown: Report) -> Report:
    return replace(shown, signatories=(Signatory("ผู้อนุมัติ", "นายดี ตัวอย่าง", "นายกเทศมนตรี"),))


def _urgent_named(shown: Report) -> Report:
    return replace(shown, weaknesses=(*shown.weaknesses, Weakness(9, "การเปิดเผยข้อมูล", "urgent")))


def _other_unit(shown: Report) -> Report:
    return replace(shown, measures=tuple(replace(each, responsible="กองช่าง") for each in shown.measures))


@pytest.mark.parametrize("mend", [_signed, _urgent_named, _other_unit])
def test_a_mended_report_is_not_taken_for_the_same(mend: object, empty: duckdb.DuckDBPyConnection) -> None:
    """The screens ask for these mends; a document that has them is another document."""
    store(empty, small_report())
    assert callable(mend)
    assert store(empty, mend(small_report())).is_new, "the mended report was turned away as stored already"


def test_two_agencies_stay_apart(empty: duckdb.DuckDBPyConnection) -> None:
    them = [agency(1), agency(2), agency(1, "ตราด")]
    told = [small_report(who, progress=[result(detail=str(number))]) for number, who in enumerate(them)]
    codes = [store(empty, shown).agency_code for shown in told]
    assert len(set(codes)) == counts(empty)["agency"] == 3
    assert [list(results(empty, code, 2564)["detail"]) for code in codes] == [["0"], ["1"], ["2"]]


def test_the_same_words_of_a_namesake_elsewhere_are_another_report(empty: duckdb.DuckDBPyConnection) -> None:
    """Many agencies share a name, and many plans their words: the province tells them apart."""
    first, second = (store(empty, small_report(agency(1, province))) for province in ("แพร่", "ตราด"))
    assert second.is_new, "the report of one agency was taken for that of another"
    assert first.agency_code != second.agency_code


def test_an_agency_keeps_its_code(empty: duckdb.DuckDBPyConnection) -> None:
    assert store(empty, small_report()).agency_code == store(empty, small_report(months=12)).agency_code
    assert counts(empty)["agency"] == 1


def test_a_later_round_adds_results_and_keeps_the_measures(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report()).agency_code
    before = counts(empty)
    later = store(empty, small_report(months=12))
    after = counts(empty)
    same = [name for name in before if name.startswith(("measure", "agency", "round", "framework"))]
    assert {name: after[name] for name in same} == {name: before[name] for name in same}, "something was doubled"
    assert after["progress"] == before["progress"] + 1
    assert (later.is_new, later.kept_plans) == (True, ())
    found = rounds(empty, code, 2564)
    assert list(zip(found["round_months"], found["result_count"], strict=True)) == [(6, 1), (12, 1)]
    assert list(results(empty, code, 2564)["detail"]) == ["รอบ 6 เดือน", "รอบ 12 เดือน"]


def test_a_newer_version_of_a_round_is_the_one_shown(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report()).agency_code
    day = date(2021, 1, 5)
    store(empty, small_report(progress=[result(dates=[day], detail="แก้แล้ว")]))
    found = results(empty, code, 2564)
    assert list(zip(found["detail"], found["version"], strict=True)) == [("แก้แล้ว", 2)]
    assert [x.date() for x in evidence(empty, code, 2564)["stated_on"]] == [day], "dates of the older version"
    assert list(rounds(empty, code, 2564)["result_count"]) == [1, 0]
    assert rows(empty, "select version, detail from progress order by 1") == [(1, "รอบ 6 เดือน"), (2, "แก้แล้ว")], (
        "history"
    )


def _rules(opened: duckdb.DuckDBPyConnection, code: str) -> list[str]:
    found = checked(opened, code, 2564)
    assert found is not None
    return [each.finding.rule for each in found.findings]


def test_findings_of_a_replaced_version_are_not_asked_for_again(empty: duckdb.DuckDBPyConnection) -> None:
    late, right = date(2019, 1, 7), date(2021, 1, 7)
    code = store(empty, small_report(progress=[result(dates=[late])])).agency_code
    assert _rules(empty, code).count("missing_approver") == 1
    mended = _signed(small_report(progress=[result(dates=[right], detail="แก้แล้ว")]))
    store(empty, mended)
    assert "missing_approver" not in _rules(empty, code), "mended in the version that is shown"


def test_several_rows_of_a_measure_in_one_round_are_one_version(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report(progress=[result(detail="หนึ่ง"), result(detail="สอง")])).agency_code
    found = results(empty, code, 2564)
    assert list(zip(found["detail"], found["version"], strict=True)) == [("หนึ่ง", 1), ("สอง", 1)]


def test_a_measure_with_other_steps_is_named_and_stays_as_it_was(empty: duckdb.DuckDBPyConnection) -> None:
    store(empty, small_report(measures=[measure(), measure(NEWS)]))
    other = measure(steps=("ทำอย่างอื่น",))
    stored = store(empty, small_report(months=12, measures=[other, measure(NEWS)]))
    assert stored.kept_plans == (WATER,)
    kept = "select s.words from measure_step s join measure m using (measure_id) where m.title = $1 order by s.step_no"
    assert rows(empty, kept, WATER) == [("จัดทำแบบคำร้อง",), ("สรุปผลรายเดือน",)]


@pytest.mark.parametrize("steps", [("จัดทำ แบบคำร้อง", "สรุปผล  รายเดือน"), ()], ids=["other-spaces", "not-repeated"])
def test_steps_that_say_the_same_are_no_other_plan(steps: tuple[str, ...], empty: duckdb.DuckDBPyConnection) -> None:
    store(empty, small_report())
    assert store(empty, small_report(months=12, measures=[measure(steps=steps)])).kept_plans == ()


def test_results_of_a_measure_the_plan_lacks_are_kept(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report(progress=[result(), result(NEWS, detail="นอกแผน")])).agency_code
    assert list(measures(empty, code, 2564)["title"]) == [WATER, NEWS]
    assert "นอกแผน" in set(results(empty, code, 2564)["detail"])


def test_a_measure_is_known_however_its_title_is_spaced(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report()).agency_code
    spaced = WATER.replace("การ", "การ ", 1)
    store(empty, small_report(months=12, measures=[measure(spaced)], progress=[result(spaced)]))
    assert list(measures(empty, code, 2564)["title"]) == [WATER]


def test_a_plan_alone_needs_no_round(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, report(months=None, measures=[measure()])).agency_code
    assert list(rounds(empty, code, 2564)["round_months"]) == [6, 12]


def test_scores_stated_in_prose_are_stored_and_shown(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report(scores={6: 71.25, 7: 0.0})).agency_code
    found = indicators(empty, code, 2564).set_index("indicator_no")["score"]
    assert (found[6], found[7]) == (71.25, 0.0)
    assert found.drop([6, 7]).isna().all()
    assert rows(empty, "select distinct fiscal_year_be, level, source from score") == [(2563, "indicator", "report")]


def test_a_later_report_does_not_overwrite_a_stored_score(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report(scores={6: 71.25})).agency_code
    store(empty, small_report(months=12, scores={6: 88.0, 7: 90.0}))
    found = indicators(empty, code, 2564).set_index("indicator_no")["score"]
    assert (found[6], found[7]) == (71.25, 90.0)


def test_the_plan_of_the_next_year_is_another_plan(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, small_report()).agency_code
    before = tables(empty)["measure"]
    store(empty, small_report(year=2565))
    assert set(before) < set(tables(empty)["measure"])
    assert len(measures(empty, code, 2564)) == len(measures(empty, code, 2565)) == 1


def test_each_stored_report_is_one_change(empty: duckdb.DuckDBPyConnection) -> None:
    before = data_version(empty)
    store(empty, small_report())
    store(empty, small_report())
    assert data_version(empty) == before + 1
