"""A template that is filled in and read back gives the same scores; empty, it gives none."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from itertools import product

import openpyxl
import pytest

from ita_analysis import framework
from ita_analysis.documents.templates import Shape, Suffix, file_name, rows, score_template
from ita_analysis.intake.sheets.preview import is_sheet, read_sheet
from ita_analysis.results import ScoreSheet
from ita_analysis.thai.text import has_thai

YEARS = (2562, 2564, 2567, 2569)
KINDS: tuple[tuple[Shape, Suffix], ...] = (("wide", "xlsx"), ("wide", "csv"), ("long", "xlsx"), ("long", "csv"))
WHO, PROVINCE = "เทศบาลตำบลทดสอบ", "แพร่"
Cells = list[list[str]]


def codes_of(year: int) -> list[tuple[str, str]]:
    """Every score of a year by level and code, from its framework."""
    pack = framework.load(year)
    tools = [("instrument", code) for code in dict.fromkeys((*pack.parts, *(each.code for each in pack.instruments)))]
    indicators = [("indicator", str(each.no)) for each in pack.indicators]
    return [("total", "total"), *tools, *indicators, *(("item", each.code) for each in pack.items)]


def filled(content: bytes, suffix: Suffix, fill: Callable[[Cells], None]) -> bytes:
    """Return a template as a person gives it back: `fill` writes into its rows below the headings."""
    if suffix == "csv":
        read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        width = len(read[1])
        body = [[*row, *[""] * (width - len(row))] for row in read[2:]] or [[""] * width]
        fill(body)
        written = io.StringIO()
        csv.writer(written).writerows([*read[:2], *body])
        return written.getvalue().encode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    body = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows(min_row=3)] or [[""] * sheet.max_column]
    fill(body)
    for number, cells in enumerate(body, 3):
        for column, text in enumerate(cells, 1):
            if text:
                sheet.cell(number, column).value = float(text) if text.replace(".", "").isdigit() else text
    written_book = io.BytesIO()
    book.save(written_book)
    return written_book.getvalue()


def read_back(year: int, shape: Shape, suffix: Suffix, scores: list[str]) -> ScoreSheet:
    def fill(body: Cells) -> None:
        body[0][0], body[0][2] = WHO, PROVINCE
        if shape == "wide":
            body[0][3 : 3 + len(scores)] = scores
        else:
            for row, score in zip(body, scores, strict=True):
                row[4] = score

    content = filled(score_template(framework.load(year), shape, suffix), suffix, fill)
    pack = framework.load(year)
    # Where weights are unknown nothing tells how a long sheet prints instruments: the page asks.
    return read_sheet(file_name(pack, shape, suffix), content, form=None if pack.weights_known else "percent")


@pytest.mark.parametrize(("year", "kind"), [*product(YEARS, KINDS)])
def test_what_is_filled_in_is_read_back(year: int, kind: tuple[Shape, Suffix]) -> None:
    codes = codes_of(year)
    scores = ["80.25"] * len(codes)
    scores[0] = "80.26"  # a total of its own, two thirds of a cent beside what follows from its parts
    scores[-1] = ""  # an item that nobody knows
    read = read_back(year, *kind, scores)
    assert [finding.rule for finding in read.findings if finding.severity == "high"] == []
    assert read.unknown == ()
    (result,) = read.results
    assert (result.agency.name, result.agency.province, result.fiscal_year_be) == (WHO, PROVINCE, year)
    found = {(row.level, row.code): row.score for row in read.scores.itertuples()}
    assert found == {code: float(score) for code, score in zip(codes, scores, strict=True) if score}


@pytest.mark.parametrize(("year", "kind"), [*product(YEARS, KINDS)])
def test_an_empty_one_is_a_score_sheet_without_scores(year: int, kind: tuple[Shape, Suffix]) -> None:
    content = score_template(framework.load(year), *kind)
    name = file_name(framework.load(year), *kind)
    assert is_sheet(content, name)
    read = read_sheet(name, content)
    assert (len(read.results), len(read.scores)) == (0, 0)


def test_every_file_has_a_thai_name_of_its_own() -> None:
    names = {file_name(framework.load(year), *kind) for year, kind in product(YEARS, KINDS)}
    assert len(names) == len(YEARS) * len(KINDS)
    assert all(has_thai(name) for name in names)


def test_no_two_columns_of_a_template_have_the_same_heading() -> None:
    for year in framework.fiscal_years():
        heads = rows(framework.load(year), "wide")[1]
        assert len(set(heads)) == len(heads)


def test_a_workbook_explains_itself_and_refuses_other_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(score_template(framework.load(2567), "wide", "xlsx")))
    first, how = book.worksheets
    lines = [str(row[0].value) for row in how.iter_rows()]
    assert "พ.ศ. 2567" in " ".join(lines)
    assert len(lines) > 5
    (check,) = first.data_validations.dataValidation
    assert (check.formula1, check.formula2) == ("0", "100")
    assert first.freeze_panes == "B3"
