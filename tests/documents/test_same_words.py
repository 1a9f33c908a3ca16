"""DOCX and PDF of a document say the same words in the same order, to readers that are neither's own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import duckdb
import pytest

from ita_analysis.documents.docx_file import docx_file
from ita_analysis.documents.paper.blocks import Document
from ita_analysis.documents.paper.material import Ended, Material
from ita_analysis.documents.paper.plan import plan_document
from ita_analysis.documents.paper.result import result_document
from ita_analysis.documents.pdf.writing import pdf_of
from ita_analysis.records import Agency, Signatory
from tests.documents.pdf_text import by_pdfium, read_once, rows_by_pdfium
from tests.documents.told import stored
from tests.documents.word_parts import lines_in_order

LONG = "สำนักงานคณะกรรมการส่งเสริมกิจการมหาวิทยาลัยเทคโนโลยีราชมงคลรัตนโกสินทร์ วิทยาเขตวังไกลกังวล กองนโยบายและแผน"


def told(words: list[str]) -> str:
    """All words as one, without what only fills a line: the room for a pen is dots in one and a rule in the other."""
    return re.sub(r"[\s…]+", "", "".join(words))


def as_it_is(of: Material) -> Material:
    return of


def with_evidence(of: Material) -> Material:
    shown = tuple(
        replace(
            each, evidence="https://www.example.go.th/a/b_1.pdf เผยแพร่แล้ว\nประกาศ.pdf", status="แล้วเสร็จ", note="ครบ"
        )
        for each in of.report.progress
    )
    people = (Signatory("ผู้จัดทำ", "นางสาวสมมุติ ใจดี", "นิติกร"), Signatory("ผู้อนุมัติ", "นายตัวอย่าง มั่นคง", "นายก"))
    report = replace(of.report, progress=shown, signatories=people)
    return replace(of, report=report, signed_on={"ผู้จัดทำ": date(2021, 4, 5)})


def without_measures(of: Material) -> Material:
    return replace(of, report=replace(of.report, measures=(), progress=()))


def made_up(of: Material) -> Material:
    agency = Agency(LONG, "เขาสมิง", "ตราด")
    return replace(of, report=replace(of.report, agency=agency), is_synthetic=True, sites=("www.example.go.th",))


def with_an_end(of: Material) -> Material:
    return replace(of, ended={of.report.measures[1].title: Ended(date(2021, 1, 5), "รวมกับมาตรการแรก")})


def of_forty(of: Material) -> Material:
    first = of.report.measures[0]
    measures = tuple(replace(first, title=f"มาตรการที่ {number}") for number in range(1, 41))
    return replace(of, report=replace(of.report, measures=measures, progress=()))


def of_three_pages(of: Material) -> Material:
    first, *others = of.report.measures
    long = replace(first, steps=tuple(f"{number} {LONG}" for number in range(60)))
    return replace(of, report=replace(of.report, measures=(long, *others)))


CASES = (as_it_is, with_evidence, without_measures, made_up, with_an_end, of_forty, of_three_pages)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
@pytest.mark.parametrize(("document", "months"), [(plan_document, None), (result_document, 6)], ids=["plan", "result"])
def test_both_files_say_the_same_words_in_the_same_order(
    shipped: duckdb.DuckDBPyConnection,
    document: Callable[[Material], Document],
    months: int | None,
    case: Callable[[Material], Material],
) -> None:
    made = document(case(stored(shipped, months)))
    in_pdf = told(read_once(by_pdfium(pdf_of(made))))
    assert in_pdf == told(lines_in_order(docx_file(made)))


def test_items_of_a_cell_are_told_apart_in_the_pdf(shipped: duckdb.DuckDBPyConnection) -> None:
    rows = rows_by_pdfium(pdf_of(plan_document(stored(shipped, None))))
    guidelines, steps = rows[1][1].splitlines(), rows[1][2].splitlines()
    assert sum(line.startswith("- ") for line in guidelines) == 4
    assert [line[:3] for line in steps if line[0] in "๑๒๓๔"] == ["๑. ", "๒. ", "๓. "]
    assert not rows[3][2].startswith("๑.")  # a single step is no list


def test_a_measure_that_ended_says_when_and_why(shipped: duckdb.DuckDBPyConnection) -> None:
    of = with_an_end(stored(shipped, 6))
    rows = rows_by_pdfium(pdf_of(result_document(of)))
    ends = [re.sub(r"\s+", "", row[-1]) for row in rows if "ยุติเมื่อ" in row[-1]]
    assert len(ends) == 2  # in the plan and in the result
    assert all(end.endswith("ยุติเมื่อวันที่๕มกราคม๒๕๖๔เหตุผล:รวมกับมาตรการแรก") for end in ends)
