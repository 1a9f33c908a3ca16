"""The plan as XLSX: any plan comes back as it was, nothing becomes a formula, what no cell holds is left out whole."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ita_analysis import framework
from ita_analysis.documents.plan_workbook import BLANK_ROWS, PlanLine, left_out, plan_xlsx
from ita_analysis.documents.workbook import LONGEST_TEXT
from ita_analysis.entries import Plan
from ita_analysis.errors import StoreError
from ita_analysis.intake.plan_sheet import PlanYear, read_plan_sheet
from ita_analysis.intake.plan_sheet.cells import FIELDS, cells_of
from ita_analysis.intake.plan_sheet.columns import field_of
from ita_analysis.intake.plan_sheet.merging import compare
from ita_analysis.intake.plan_sheet.reading import MOST_ROWS
from ita_analysis.intake.plan_sheet.rows import PlanRow
from ita_analysis.store.plans import checked
from ita_analysis.texts import say
from ita_analysis.thai.text import key
from tests.documents.tabled import FORMULAS, HARMLESS
from tests.intake.plan_sheet.filled import (
    ABOUT,
    AGENCY,
    CODE,
    ITEMS,
    PLANS,
    ROUNDS,
    WATER,
    YEAR_BE,
    handed_out,
    head_row,
    lines_of,
    read,
    with_texts_inline,
)

HOSTILE = [
    *FORMULAS,
    *HARMLESS,
    "_x0041_",
    "_x000D_",
    "😀👩‍👩‍👧",
    "مرحبا \u202eabc\u202c",
    "=?",
    "#N/A",
    "a\tb",
    "ก  ข",
    "ก\u2028ข",
]
HOSTILE += ["<b>ก</b>", "O12: ก", "6, 12", "ชื่อมาตรการ", "ก\r\nข\n\n ค", "\x01\x85ก", "'", "รหัส “x” ปีงบประมาณ พ.ศ. 2564"]
TEXTS = st.text(max_size=30) | st.sampled_from(HOSTILE)
LISTS = st.lists(TEXTS, max_size=4).map(tuple)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return a plan as the store may hold it."""
    lines = {
        name: draw(TEXTS) for name in ("title", "responsible", "follow_up", "timeframe", "budget", "success_indicator")
    }
    items = draw(st.dictionaries(st.sampled_from(ITEMS), TEXTS, max_size=3))
    rounds = draw(st.sets(st.sampled_from(ROUNDS)))
    try:
        return checked(
            Plan(**lines, guidelines=draw(LISTS), steps=draw(LISTS), rounds_months=tuple(rounds), items=items)
        )
    except StoreError:
        return WATER


def years() -> st.SearchStrategy[dict[int, Plan]]:
    """Return the plans of a year, no two of one title."""
    unlike = st.lists(plans(), max_size=4, unique_by=lambda plan: key(plan.title))
    return unlike.map(lambda found: dict(enumerate(found, 5)))


def as_a_cell_holds_it(plan: Plan) -> Plan:
    """Return a plan as a sheet holds it: no control character, no mark of direction, no line end within a list."""

    def one(text: str) -> str:
        lines = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
        return " ".join(line.strip() for line in lines if line.strip())

    return replace(
        plan,
        **{name: " ".join(one(getattr(plan, name)).split()) for name in FIELDS[:6]},
        guidelines=tuple(filter(None, map(one, plan.guidelines))),
        steps=tuple(filter(None, map(one, plan.steps))),
        items={code: one(reason) for code, reason in plan.items.items()},
    )


def stated(rows: tuple[PlanRow, ...]) -> dict[int | None, Plan]:
    return {row.measure_id: row.plan for row in rows}


@settings(max_examples=60)
@given(years())
def test_any_plans_come_back_as_they_were_handed_out(stored: dict[int, Plan]) -> None:
    assume(stored)
    for content in (handed_out(stored), with_texts_inline(handed_out(stored))):
        sheet = read(content, stored)
        assert stated(sheet.rows) == {number: as_a_cell_holds_it(plan) for number, plan in stored.items()}
        assert sheet.findings == ()
        assert {row.touched for row in sheet.rows} == {frozenset()}
        assert not any(each.is_change or each.is_new or each.kept for each in compare(sheet.rows, stored))


@settings(max_examples=30)
@given(years())
def test_another_reader_finds_the_same_texts_and_no_formula(stored: dict[int, Plan]) -> None:
    content = handed_out(stored)
    page = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    head = head_row(content)
    names = [field_of(str(cell.value)) for cell in page[head]]
    for row, plan in enumerate(stored.values(), head + 1):
        found = {name: cell.value or "" for name, cell in zip(names, page[row], strict=True)}
        assert {name: found[name] for name in FIELDS} == cells_of(plan)
    kinds = {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None}
    assert kinds <= {"s", "n"}
    assert all(cell.hyperlink is None for row in page.iter_rows() for cell in row)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_stays_a_text_when_it_is_entered_again(text: str) -> None:
    content = handed_out({1: replace(WATER, budget=text.strip() or "=")})
    page = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    (cell,) = [each for each in page[head_row(content) + 1] if each.value == " ".join(text.split())]
    assert cell.number_format == "@"
    assert cell.quotePrefix
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name) or b"hyperlink" in parts.read(name)]


@pytest.mark.parametrize(
    "plan",
    [
        replace(WATER, steps=("ก" * 100_000,)),
        replace(WATER, steps=("ก" * 20_000, "ข" * 20_000)),
        replace(WATER, guidelines=("😀" * (LONGEST_TEXT // 2 + 1),)),
        replace(WATER, items={"O1": "ก" * LONGEST_TEXT}),
    ],
)
def test_a_measure_that_no_cell_holds_is_left_out_whole_and_named(plan: Plan) -> None:
    stored = {1: plan, **PLANS}
    content = handed_out(stored)
    assert [line.measure_id for line in left_out(lines_of(stored))] == [1]
    assert [row.measure_id for row in read(content, stored).rows] == [11, 12]
    how = [str(row[0].value) for row in openpyxl.load_workbook(BytesIO(content)).worksheets[1].iter_rows()]
    assert say("plan_sheet.left_out", no=1, title=plan.title, most=LONGEST_TEXT) in how


def test_the_longest_text_that_a_cell_holds_comes_back_whole() -> None:
    stored = {1: replace(WATER, steps=("ก" * (LONGEST_TEXT - 2), "ข"))}
    assert left_out(lines_of(stored)) == ()
    assert stated(read(handed_out(stored), stored).rows) == stored


def test_every_heading_that_is_written_is_known_when_it_is_read() -> None:
    content = handed_out()
    page = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    assert [field_of(str(cell.value)) for cell in page[head_row(content)]] == [
        "measure_id", "no", "title", "responsible", "guidelines", "steps", "rounds_months", "follow_up", "timeframe",
        "budget", "success_indicator", "indicators", "why", "items", "version",
    ]  # fmt: skip


def test_the_file_says_whose_it_is_and_of_which_state_of_the_data() -> None:
    said = read(handed_out()).handed_out
    assert said is not None
    assert (said.agency, said.agency_code, said.fiscal_year_be, said.data_version) == (AGENCY, CODE, YEAR_BE, 7)


def test_the_indicators_of_a_measure_and_why_are_shown() -> None:
    content = plan_xlsx(ABOUT, [PlanLine(11, 1, WATER, {8: "ข\nค", 7: "ก"})])
    row = openpyxl.load_workbook(BytesIO(content)).worksheets[0][head_row(content) + 1]
    assert (row[11].value, row[12].value) == ("7, 8", "7: ก\n8: ข ค")
    assert read(content).findings == ()


def test_headings_stay_columns_fit_and_blank_rows_wait_below() -> None:
    content = handed_out({})
    page = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    head = head_row(content)
    assert page.freeze_panes == f"D{head + 1}"
    assert page.column_dimensions["E"].width > page.column_dimensions["G"].width > 12
    assert all(page.cell(row, 3).border.bottom.style for row in range(head + 1, head + 1 + BLANK_ROWS))
    assert page.print_title_rows == f"${head}:${head}"
    hints = {str(each.sqref).rstrip("0123456789"): each.prompt for each in page.data_validations.dataValidation}
    assert say("plan_sheet.hint.steps") in hints.values()
    assert all(len(prompt) <= 255 for prompt in hints.values()), "Excel takes no longer hint"


def test_made_up_data_say_so() -> None:
    content = plan_xlsx(replace(ABOUT, is_synthetic=True), lines_of())
    page = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    assert page["A2"].value == say("head.synthetic")
    assert stated(read(content).rows) == PLANS


def test_the_same_plan_of_the_same_day_is_the_same_file() -> None:
    assert handed_out() == handed_out()


def test_the_codes_of_every_year_s_items_are_read_as_they_are_written() -> None:
    for year in framework.fiscal_years():
        codes = [item.code for item in framework.load(year).items]
        plan = replace(WATER, items=dict.fromkeys(codes, "เหตุผล"))
        sheet = read_plan_sheet("ก", handed_out({11: plan}), PlanYear(CODE, AGENCY, YEAR_BE, {11: plan.title}))
        assert stated(sheet.rows) == {11: plan}


def test_a_year_may_have_as_many_measures_as_are_read() -> None:
    stored = {number: replace(NEWS_LIKE, title=f"มาตรการที่ {number}") for number in range(1, MOST_ROWS + 1)}
    assert stated(read(handed_out(stored), stored).rows) == stored


NEWS_LIKE = Plan("ก", steps=("ข",))
