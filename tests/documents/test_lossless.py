"""A written document read back by the project's own reader gives back the record it was made from."""

from __future__ import annotations

from dataclasses import replace

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings

from ita_analysis.documents.docx_file import docx_file
from ita_analysis.documents.paper.material import Material, material
from ita_analysis.documents.paper.plan import plan_document
from ita_analysis.documents.paper.result import result_document
from ita_analysis.intake.preview import preview_content
from ita_analysis.intake.record_folder import read_record
from ita_analysis.paths import DATA
from ita_analysis.records import Report
from tests.documents.alike import carried
from tests.documents.told import DATA_OF, DAY, RULES, reports, stored

JUDGED = pd.DataFrame(
    [(each.no, each.name_th, each.instrument, float("nan"), "no_data") for each in RULES.indicators],
    columns=["indicator_no", "name_th", "instrument", "score", "status"],
)


def read(of: Material) -> Report:
    made = result_document(of) if of.report.round_months else plan_document(of)
    return carried(preview_content("x.docx", docx_file(made)).report, is_read=True)


@settings(max_examples=150)
@given(reports())
def test_any_report_on_a_round_comes_back_as_it_was(report: Report) -> None:
    of = replace(material(report, JUDGED, DAY), data_of=DATA_OF)
    assert read(of) == carried(of.report)


@settings(max_examples=60)
@given(reports())
def test_any_plan_comes_back_as_it_was(report: Report) -> None:
    of = replace(material(replace(report, round_months=None, progress=()), JUDGED, DAY), data_of=DATA_OF)
    assert read(of) == carried(of.report)


@pytest.mark.parametrize("months", [None, 6, 12])
def test_the_shipped_record_comes_back_as_it_was(months: int | None, shipped: duckdb.DuckDBPyConnection) -> None:
    of = stored(shipped, months)
    assert read(of) == carried(of.report)


def test_what_comes_back_of_the_shipped_record_is_what_its_folder_says(shipped: duckdb.DuckDBPyConnection) -> None:
    kept = read_record(DATA / "khao-saming").report
    back = read(stored(shipped, 6))
    assert (back.agency, back.fiscal_year_be, back.round_months) == (kept.agency, 2564, 6)
    assert [(each.indicator_no, each.text, each.kind) for each in back.weaknesses] == [
        (each.indicator_no, each.text, each.kind) for each in kept.weaknesses
    ]
    assert back.measures == carried(kept).measures
    for shown, before in zip(back.progress, kept.progress, strict=True):
        assert (shown.measure, shown.detail, shown.period) == (before.measure, before.detail, before.period)
        assert (shown.output, shown.outcome, shown.note) == (before.output, before.outcome, before.note)
        assert [day.on for day in shown.stated_on] == [day.on for day in before.stated_on]
    assert back.signatories == kept.signatories


def test_a_document_is_dated_with_the_month_it_was_made_in(shipped: duckdb.DuckDBPyConnection) -> None:
    for months, made in ((None, plan_document), (6, result_document)):
        content = docx_file(made(stored(shipped, months)))
        assert preview_content("x.docx", content).report.written_in == DAY.replace(day=1)


def test_a_second_copy_says_the_same_as_the_first(shipped: duckdb.DuckDBPyConnection) -> None:
    of = stored(shipped, 6)
    first = preview_content("x.docx", docx_file(result_document(of))).report
    again = preview_content("x.docx", docx_file(result_document(replace(of, report=first)))).report
    assert carried(again) == carried(first)
    assert again.measures == first.measures
