"""The demo agency's files: made again they are the same, and they tell the story that the pages are to show."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest

from ita_analysis import framework, scoring
from ita_analysis.intake.record_folder import KeptRecord, read_record
from ita_analysis.paths import DATA
from ita_analysis.records import Agency
from ita_analysis.review import review
from ita_analysis.synthetic.demo import FOLDER, SCORES, demo_sheet, made_scores, record_folders
from ita_analysis.texts import say
from ita_analysis.thai.fiscal_year import round_span
from ita_analysis.vocabulary import words

ROUNDS = (3, 6, 9, 12)
WHO = Agency("ใครก็ได้")


@pytest.fixture(scope="module")
def records() -> list[KeptRecord]:
    """The reports of the four rounds, the earliest first."""
    return [read_record(folder) for folder in record_folders()]


def _scores(year: int) -> scoring.Scores:
    sheet = demo_sheet(WHO)
    number = [each.fiscal_year_be for each in sheet.results].index(year)
    own = sheet.scores[sheet.scores["result_no"] == number]
    return scoring.score_of_items(dict(zip(own["code"], own["score"], strict=True)), framework.load(year))


def test_the_file_of_scores_is_what_the_story_makes() -> None:
    with (FOLDER / SCORES).open(encoding="utf-8", newline="") as lines:
        kept = list(csv.DictReader(lines))
    assert kept == [{name: str(value) for name, value in row.items()} for row in made_scores()]
    assert {row["source"] for row in kept} == {say("head.synthetic")}


def test_every_item_of_four_years_over_both_families_of_levels_has_a_score() -> None:
    sheet = demo_sheet(WHO)
    assert [each.fiscal_year_be for each in sheet.results] == [2564, 2565, 2566, 2567]
    for number, result in enumerate(sheet.results):
        own = sheet.scores[sheet.scores["result_no"] == number]
        assert list(own["code"]) == [item.code for item in framework.load(result.fiscal_year_be).items]


def test_the_result_grows_better_and_the_last_one_has_a_way_up() -> None:
    totals = [_scores(year).total for year in (2564, 2565, 2566, 2567)]
    assert totals == sorted(total for total in totals if total is not None)
    assert totals[-1] is not None
    assert Decimal(80) < totals[-1] < Decimal(85)


def test_the_weaknesses_that_the_reports_name_are_those_of_the_scores(records: list[KeptRecord]) -> None:
    rule = scoring.weakness_rule(framework.load(2567))
    found = {no: scoring.status_of(score, rule) for no, score in _scores(2567).indicators.items()}
    weak = {no: status for no, status in found.items() if status in {"urgent", "develop"}}
    for record in records:
        assert {each.indicator_no: each.kind for each in record.report.weaknesses} == weak
    assert weak == {4: "develop", 7: "develop", 8: "develop", 10: "urgent"}


def test_one_weakness_has_no_measure_and_one_measure_stops_half_way(records: list[KeptRecord]) -> None:
    answered = {link.no for measure in records[0].report.measures for link in measure.indicators}
    assert {each.indicator_no for each in records[0].report.weaknesses} - answered == {4}
    reported = [{shown.measure for shown in record.report.progress} for record in records]
    assert [len(each) for each in reported] == [4, 4, 3, 3]
    assert reported[2] == reported[3]


def test_one_date_of_all_lies_outside_its_round(records: list[KeptRecord]) -> None:
    outside = [
        (record.report.round_months, stated.words)
        for record in records
        for shown in record.report.progress
        for stated in shown.stated_on
        if stated.on not in round_span(2568, record.report.round_months or 0)
    ]
    assert outside == [(9, "15 กรกฎาคม 2568")]


def test_the_words_of_a_date_stand_in_the_result(records: list[KeptRecord]) -> None:
    for record in records:
        for shown in record.report.progress:
            assert [stated.words for stated in shown.stated_on if stated.words not in (shown.detail or "")] == []


def test_no_step_is_undone_again(records: list[KeptRecord]) -> None:
    done: list[set[tuple[int, int]]] = [
        {(step.measure_no, step.step_no) for step in record.judged_steps if step.state == "done"} for record in records
    ]
    for earlier, later, record in zip(done, done[1:], records[1:], strict=False):
        told = {step.measure_no for step in record.judged_steps}
        assert {step for step in earlier if step[0] in told} <= later


def test_the_kept_findings_are_what_the_rules_find(records: list[KeptRecord]) -> None:
    for record in records:
        assert record.findings == review(record.report), record.file_name


def test_the_four_reports_have_the_same_plan_and_rounds_in_order(records: list[KeptRecord]) -> None:
    assert [record.report.round_months for record in records] == list(ROUNDS)
    assert len({record.report.measures for record in records}) == 1
    assert len({record.fingerprint for record in records}) == len(records)


def test_nobody_can_take_the_agency_for_a_real_one(records: list[KeptRecord]) -> None:
    for record in records:
        assert say("head.synthetic") in record.report.agency.name
        assert record.report.agency.province not in words("identity")["provinces"]
        assert say("head.synthetic") in record.file_name


def test_the_folder_is_spoken_of_where_data_is_explained() -> None:
    assert "`demo/`" in (DATA / "README.md").read_text(encoding="utf-8")
