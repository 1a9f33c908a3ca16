"""The workbook of an agency's year: all that is known of it in typed tables, with charts over their cells."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import duckdb
import openpyxl
import pytest
from lxml import etree

from ita_analysis import paths
from ita_analysis.documents.tables import Sheet
from ita_analysis.documents.workbook import workbook
from ita_analysis.documents.year import TABLES, year_about, year_tables
from ita_analysis.publishing.gathered import Gathered, gathered
from ita_analysis.queries.agencies import agency_years
from ita_analysis.store.building import ready
from ita_analysis.texts import say
from tests.documents.tabled import FORMULAS, calamine_rows, expected_rows, head_row, openpyxl_page, openpyxl_rows
from tests.store.files import rows as asked
from tests.store.invented import measure, report, result, store, store_scores
from tests.ui.states import SCORES, STATES, forty_measures

DAY = date(2026, 11, 26)
CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
PLACES = {"xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"}
Opened = duckdb.DuckDBPyConnection


def _gathered(opened: Opened, code: str = "khao-saming", year: int = 2564, months: int | None = None) -> Gathered:
    found = gathered(opened, code, year, months, DAY)
    assert found is not None
    return found


def _only(opened: Opened) -> Gathered:
    """Return the latest year of the first agency stored."""
    ((code,), *_) = asked(opened, "select agency_code from report union select agency_code from result order by all")
    return _gathered(opened, str(code), int(agency_years(opened, str(code))["fiscal_year_be"].iloc[0]))


def _tables(of: Gathered) -> dict[str, Sheet]:
    made = year_tables(of.facts, of.plan, of.results, of.evidence)
    return dict(zip(("contents", *TABLES), made, strict=True))


def _written(of: Gathered) -> bytes:
    return workbook(year_about(of.facts), [*_tables(of).values()])


def _column(table: Sheet, heading: str) -> list[Any]:
    (at,) = (number for number, column in enumerate(table.columns) if column.heading == heading)
    return [row[at] for row in table.rows]


def _parts(content: bytes, start: str) -> list[Any]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = sorted(name for name in package.namelist() if name.startswith(start) and name.endswith(".xml"))
        return [etree.fromstring(package.read(name)) for name in names]


def _as_kept(found: list[list[Any]]) -> list[list[Any]]:
    """Return rows with the digits of a number that a spreadsheet keeps, which are 15."""
    return [[float(f"{cell:.15g}") if isinstance(cell, float) else cell for cell in row] for row in found]


def _is_read_back(made: dict[str, Sheet], content: bytes) -> None:
    """Both readers find every row of every table, and no cell is a formula."""
    for number, table in enumerate(made.values()):
        bottom, wanted = 1 + len(table.rows), _as_kept(expected_rows(table))
        assert _as_kept(openpyxl_rows(content, number)[:bottom]) == wanted, table.name
        assert _as_kept(calamine_rows(content, number)[:bottom]) == wanted, table.name
    spaces = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    assert not [part for part in _parts(content, "xl/worksheets/sheet") if part.findall(".//s:f", spaces)]


@pytest.fixture
def of_record(shipped: Opened) -> Gathered:
    return _gathered(shipped)


def _scored(opened: Opened) -> Gathered:
    forty_measures(opened)
    ((code,),) = asked(opened, "select distinct agency_code from report")
    store_scores(opened, str(code), 2563, {**SCORES, "total": 74.04})
    return _gathered(opened, str(code))


def test_the_real_record_is_read_back_whole_by_readers_that_are_not_ours(of_record: Gathered) -> None:
    made = _tables(of_record)
    assert len(made["plan"].rows) == 3
    assert len(made["indicators"].rows) == 10
    assert len(made["findings"].rows) == len(of_record.facts.checked.findings)
    assert len(made["results"].rows) == 3
    _is_read_back(made, _written(of_record))


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("name", [name for name in STATES if name != "no_report"])
def test_every_state_of_the_data_makes_a_workbook(name: str) -> None:
    opened = ready(paths.database())
    STATES[name](opened)
    of = _only(opened)
    made = _tables(of)
    _is_read_back(made, _written(of))
    texts = {str(cell) for table in made.values() for row in table.rows for cell in row if cell is not None}
    assert not texts & {"nan", "None", "NaT", "<NA>"}


def test_what_is_missing_is_missing_and_never_zero(of_record: Gathered) -> None:
    made = _tables(of_record)
    assert _column(made["indicators"], say("column.score", year=2563)) == [None] * 10
    assert made["indicators"].chart is None, "nothing to draw"
    assert made["scores"].rows == ()
    assert made["scores"].caption == say("year_tables.scores.empty", year=2563)
    progress = made["progress"]
    rounds, done = _column(progress, say("export.column.round")), _column(progress, say("step.done"))
    assert [count for months, count in zip(rounds, done, strict=True) if months == 12] == [None] * 3
    assert [count for months, count in zip(rounds, done, strict=True) if months == 6] == [2, 1, 1]
    shares = _column(progress, say("year_tables.column.share"))
    assert shares[:3] == [2 / 3, 1 / 2, 1.0]


def test_a_weak_indicator_without_a_measure_says_so(of_record: Gathered) -> None:
    weak = _tables(of_record)["weak"]
    numbers, titles = _column(weak, say("export.column.indicator_no")), _column(weak, say("column.measure"))
    answers = dict(zip(numbers, titles, strict=True))
    assert answers[8] == say("coverage.no_measure")
    assert answers[7].startswith("มาตรการเผยแพร่ข้อมูล")


def test_the_first_sheet_says_what_it_is_and_leads_to_each_table(of_record: Gathered) -> None:
    content, made = _written(of_record), _tables(of_record)
    book = openpyxl.load_workbook(BytesIO(content))
    page = openpyxl_page(content)
    above = " ".join(str(page.cell(row, 1).value) for row in range(1, head_row(page)))
    for words in (of_record.facts.agency, "2564", "รอบ 6 เดือน", "เมษายน 2564", "26 พฤศจิกายน 2569"):
        assert words in above
    links = [page.cell(head_row(page) + number, 1).hyperlink for number in range(1, len(TABLES) + 1)]
    targets = [link.location.split("!")[0].strip("'") for link in links if link]
    assert targets == book.sheetnames[1:]
    assert [link.target for link in links if link] == [None] * len(TABLES), "nothing leads out of the file"
    assert _column(made["contents"], say("year_tables.column.rows")) == [len(made[name].rows) for name in TABLES]
    assert not [each for sheet in book.worksheets[1:] for row in sheet.iter_rows() for each in row if each.hyperlink]


def test_the_periods_of_results_are_dates(of_record: Gathered) -> None:
    results = _tables(of_record)["results"]
    assert _column(results, say("export.column.period_start")) == [date(2020, 10, 1)] * 3
    assert _column(results, say("export.column.period_end")) == [date(2021, 3, 31)] * 3


def test_the_same_year_of_the_same_day_is_the_same_file(empty: Opened) -> None:
    of = _scored(empty)
    assert _written(of) == _written(of)


def test_charts_are_drawn_over_the_cells_of_their_tables(empty: Opened) -> None:
    of = _scored(empty)
    content = _written(of)
    scores, steps = _parts(content, "xl/charts/chart")
    page = openpyxl_page(content, 1)
    head = head_row(page)
    assert _formulas(scores) == {
        f"'ตัวชี้วัดปีก่อน'!$D${head}",
        f"'ตัวชี้วัดปีก่อน'!$C${head + 1}:$C${head + 10}",
        f"'ตัวชี้วัดปีก่อน'!$D${head + 1}:$D${head + 10}",
        f"'ตัวชี้วัดปีก่อน'!$D${head + 10}",  # the label of the missing score is its cell
    }
    assert page[f"C{head}"].value == say("filter.indicator")
    assert page[f"D{head}"].value == say("column.score", year=2563)
    (axis,) = scores.findall(".//c:valAx/c:scaling", CHART)
    assert [axis.find(f"c:{end}", CHART).get("val") for end in ("min", "max")] == ["0", "100"]
    points = scores.findall(".//c:val//c:pt", CHART)
    assert [float(point.findtext("c:v", "", CHART)) for point in points] == [*SCORES.values()]
    assert "9" not in [point.get("idx") for point in points], "a missing score is a gap, a score of 0 is a point"
    assert steps.find(".//c:grouping", CHART).get("val") == "stacked"
    assert len(steps.findall(".//c:ser", CHART)) == 3


def _formulas(chart: Any) -> set[str]:
    return {found.text for found in chart.findall(".//c:f", CHART)}


def test_the_chart_of_progress_is_of_the_chosen_round_alone(shipped: Opened) -> None:
    content = _written(_gathered(shipped))
    (chart,) = _parts(content, "xl/charts/chart")
    page = openpyxl_page(content, 1 + TABLES.index("progress"))
    head = head_row(page)
    refs = {found.rsplit("!", 1)[1] for found in _formulas(chart)}
    areas = {f"${column}${head + 1}:${column}${head + 3}" for column in "DFGH"}
    assert refs == areas | {f"${column}${head}" for column in "FGH"}
    assert [page.cell(row, 1).value for row in range(head + 1, head + 7)] == [6, 6, 6, 12, 12, 12]
    assert [page[f"{column}{head}"].value for column in "FGH"] == [
        say("step.done"), say("step.not_stated"), say("step.not_done"),
    ]  # fmt: skip
    assert _tables(_gathered(shipped, months=12))["progress"].chart is None, "no result in that round"


def test_a_chart_stands_below_its_table(empty: Opened) -> None:
    of = _scored(empty)
    content, made = _written(of), _tables(of)
    charted = [number for number, table in enumerate(made.values()) if table.chart]
    tops = [int(part.findtext(".//xdr:from/xdr:row", "", PLACES)) for part in _parts(content, "xl/drawings/drawing")]
    for number, top in zip(charted, tops, strict=True):
        page = openpyxl_page(content, number)
        assert top >= head_row(page) + len([*made.values()][number].rows) + 1


def test_forty_measures_have_a_row_in_each_table_and_a_bar_each(empty: Opened) -> None:
    made = _tables(_scored(empty))
    assert len(made["plan"].rows) == 40
    chart = made["progress"].chart
    assert chart is not None
    assert chart.rows[1] - chart.rows[0] == 40
    rounds = _column(made["progress"], say("export.column.round"))
    assert rounds.count(12) == 40


def test_a_year_without_measures_says_that_there_are_none(empty: Opened) -> None:
    STATES["weaknesses_alone"](empty)
    made = _tables(_only(empty))
    assert made["plan"].rows == ()
    assert made["plan"].caption == say("year_tables.plan.empty", year=2564)
    assert made["progress"].chart is None
    assert set(_column(made["weak"], say("column.measure"))) == {say("coverage.no_measure")}


def test_hostile_texts_stay_texts_in_every_table(empty: Opened) -> None:
    hostile = [*FORMULAS, "https://outside.example", "mailto:a@outside.example", "internal:A1", "ก" * 40_000]
    plan = [measure(f"มาตรการที่ {no}", steps=(text,), unit=text[:200]) for no, text in enumerate(hostile)]
    told = [result(f"มาตรการที่ {no}", detail=text, output=text, note=text) for no, text in enumerate(hostile)]
    store(empty, report(measures=plan, progress=told))
    content = _written(_only(empty))
    spaces = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    pages = _parts(content, "xl/worksheets/sheet")
    assert not [page for page in pages if page.findall(".//s:f", spaces)]
    assert sum(len(page.findall(".//s:hyperlink", spaces)) for page in pages) == len(TABLES)
    with zipfile.ZipFile(BytesIO(content)) as package:
        related = [package.read(name).decode() for name in package.namelist() if name.endswith(".rels")]
    assert not [words for words in related if "outside.example" in words or 'TargetMode="External"' in words]
    results = openpyxl_rows(content, 1 + TABLES.index("results"))
    details = {row[3] for row in results[1:]}
    assert {"=1+1", "@SUM(A1)", "https://outside.example"} <= details
    assert max(len(str(words)) for words in details) == 32_767


def test_no_person_is_named(empty: Opened) -> None:
    name = "นายสมมุติ ใจดี"
    told = result(detail=f"ประชุมแล้ว\nผู้รายงาน {name}")
    store(empty, report(measures=[measure(unit=name)], progress=[told]))
    cells = [cell for table in _tables(_only(empty)).values() for row in table.rows for cell in row]
    assert not [cell for cell in cells if "สมมุติ" in str(cell)]
    assert f"ประชุมแล้ว\n{say('deck.person')}" in cells


def test_made_up_data_say_so_on_every_sheet(of_record: Gathered) -> None:
    of = replace(of_record, facts=replace(of_record.facts, is_synthetic=True))
    book = openpyxl.load_workbook(BytesIO(_written(of)))
    assert {page.cell(2, 1).value for page in book.worksheets} == {say("head.synthetic")}


def test_each_row_is_as_tall_as_its_lines(of_record: Gathered) -> None:
    content = _written(of_record)
    page = openpyxl_page(content, 1 + TABLES.index("plan"))
    height = page.row_dimensions[head_row(page) + 1].height
    assert height > 4 * 14, "four guidelines"
