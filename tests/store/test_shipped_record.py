"""The shipped record says what its source says, and shows what the report shows: three weaknesses, no score."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import pytest

from ita_analysis import paths
from ita_analysis.intake.preview import Preview, preview_file
from ita_analysis.intake.record_folder import read_record
from ita_analysis.queries.indicators import indicators
from ita_analysis.queries.rounds import rounds
from ita_analysis.records import Finding, Place
from tests.reports.test_real_source import SOURCES
from tests.store.files import rows

RECORD = paths.DATA / "khao-saming"
AGENCY = "khao-saming"


def test_no_score_stands_anywhere(shipped: duckdb.DuckDBPyConnection) -> None:
    assert rows(shipped, "from score") == []
    assert indicators(shipped, AGENCY, 2564)["score"].isna().tolist() == [True] * 10
    assert rows(shipped, "select 1 from weakness where stated_score is not null") == []


def test_the_weaknesses_are_the_three_that_the_report_names(shipped: duckdb.DuckDBPyConnection) -> None:
    shown = indicators(shipped, AGENCY, 2564)[["indicator_no", "weakness_kind", "weakness_words"]]
    assert [*shown.dropna().itertuples(index=False, name=None)] == [
        (7, "develop", "ประสิทธิภาพการสื่อสาร"),
        (8, "develop", "การปรับปรุงการทำงาน"),
        (10, "develop", "การป้องกันการทุจริต"),
    ]


def test_indicator_8_alone_has_no_measure(shipped: duckdb.DuckDBPyConnection) -> None:
    shown = indicators(shipped, AGENCY, 2564).dropna(subset=["weakness_kind"])
    assert [*zip(shown["indicator_no"], shown["measure_count"], strict=True)] == [(7, 1), (8, 0), (10, 1)]


def test_results_stand_in_the_round_of_six_months_alone(shipped: duckdb.DuckDBPyConnection) -> None:
    summed = rounds(shipped, AGENCY, 2564).groupby("round_months")[["result_count", "outside_count"]].sum()
    assert [*summed.itertuples(name=None)] == [(6, 3, 2), (12, 0, 0)]


def test_every_judged_step_rests_on_a_sentence(shipped: duckdb.DuckDBPyConnection) -> None:
    assert rows(shipped, "select count(*) from step_progress where length(reason) > 10") == [(6,)]


def test_every_stored_finding_can_be_said(shipped: duckdb.DuckDBPyConnection) -> None:
    found = rows(shipped, "select rule, severity, place, quote, sentence_values from finding")
    assert len(found) == len(read_record(RECORD).findings)
    for rule, severity, place, quote, values in found:
        said = Finding(str(rule), severity, Place(**json.loads(str(place))), str(quote), json.loads(str(values)))  # type: ignore[arg-type]
        assert said.title
        assert said.fix
        assert "{" not in said.title + said.fix


@pytest.mark.parametrize("file", sorted(RECORD.glob("*.csv")), ids=lambda file: file.stem)
def test_every_table_is_whole(file: Path) -> None:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        found = list(csv.DictReader(lines))
    assert found
    assert all(None not in row and None not in row.values() for row in found), "a row with too many or too few cells"


if SOURCES:

    @pytest.fixture(scope="module")
    def source() -> Preview:
        return preview_file(SOURCES[0])

    def test_the_findings_are_those_of_the_source(source: Preview) -> None:
        kept = [(each.rule, str(each.place), each.quote) for each in read_record(RECORD).findings]
        assert kept == [(each.rule, str(each.place), each.quote) for each in source.findings]

    def test_findings_are_worded_as_those_of_the_source(source: Preview) -> None:
        kept = [(each.severity, each.title, each.fix) for each in read_record(RECORD).findings]
        assert kept == [(each.severity, each.title, each.fix) for each in source.findings]

    def test_it_has_the_fingerprint_of_its_source(source: Preview) -> None:
        assert read_record(RECORD).fingerprint == source.fingerprint

    def test_titles_and_counts_are_those_of_the_source(source: Preview) -> None:
        kept, read = read_record(RECORD).report, source.report
        assert [each.title for each in kept.measures] == [each.title for each in read.measures]
        for mine, theirs in zip(kept.measures, read.measures, strict=True):
            counts = (len(mine.guidelines), len(mine.steps), mine.rounds_months, mine.responsible)
            assert counts == (len(theirs.guidelines), len(theirs.steps), theirs.rounds_months, theirs.responsible)
        assert [each.measure for each in kept.progress] == [each.measure for each in read.progress]

    def test_who_when_and_what_is_weak_is_that_of_the_source(source: Preview) -> None:
        kept, read = read_record(RECORD).report, source.report
        about = ("agency", "fiscal_year_be", "round_months", "prior_fiscal_year_be", "written_in")
        assert [getattr(kept, name) for name in about] == [getattr(read, name) for name in about]
        assert [(w.indicator_no, w.kind) for w in kept.weaknesses] == [
            (w.indicator_no, w.kind) for w in read.weaknesses
        ]
        assert [(s.role, s.name, s.position) for s in kept.signatories] == [
            (s.role, s.name, s.position) for s in read.signatories
        ]

    def test_dates_and_periods_are_those_of_the_source(source: Preview) -> None:
        kept, read = read_record(RECORD).report, source.report
        assert [[day.on for day in each.stated_on] for each in kept.progress] == [
            [day.on for day in each.stated_on] for each in read.progress
        ]
        assert [each.period for each in kept.progress] == [each.period for each in read.progress]
