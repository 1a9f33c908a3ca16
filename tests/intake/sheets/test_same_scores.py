"""However a table of scores is written, it reads back as the same scores with the same fingerprint."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.intake.sheets.preview import read_sheet
from ita_analysis.thai.text import to_thai
from tests.intake.sheets.reading import Scores, scores_of
from tests.intake.sheets.written import ENCODINGS, SEPARATORS, csv_bytes, xlsx_bytes

HEADINGS = {
    "indicator:1": "ตัวชี้วัดที่ 1",
    "indicator:7": "การสื่อสาร",
    "indicator:10": "ตัวชี้วัดที่ ๑๐",
    "item:O42": "ข้อ O42",
    "item:i1": "i1",
    "item:e15": "E15",
    "total:total": "คะแนนรวม",
}
NAMES = ("องค์การบริหารส่วนตำบลเขาสมิง", "เทศบาลเมืองตราด", "มหาวิทยาลัยพะเยา", "กรมที่ดิน", "จังหวัดตราด")
score = st.decimals(0, 100, places=2).map(float)


@dataclass(frozen=True)
class Written:
    """How a table is written."""

    is_long: bool
    is_workbook: bool
    encoding: str
    separator: str
    blank_rows: int
    has_title: bool
    is_thai: bool
    order: tuple[str, ...]


tables = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from((2563, 2564, 2565))),
    st.dictionaries(st.sampled_from(sorted(HEADINGS)), score, min_size=1),
    min_size=1,
    max_size=6,
)
ways = st.builds(
    Written,
    st.booleans(),
    st.booleans(),
    st.sampled_from(ENCODINGS),
    st.sampled_from(SEPARATORS),
    st.integers(0, 3),
    st.booleans(),
    st.booleans(),
    st.permutations(sorted(HEADINGS)).map(tuple),
)


def written(table: Scores, way: Written) -> bytes:
    rows = long_rows(table, way) if way.is_long else wide_rows(table, way)
    above: list[list[object]] = [["ผลการประเมิน ITA"]] if way.has_title else []
    above += [[]] * way.blank_rows
    content = [*above, *rows]
    return xlsx_bytes(content) if way.is_workbook else csv_bytes(content, way.encoding, way.separator)


def wide_rows(table: Scores, way: Written) -> list[list[object]]:
    head: list[object] = ["หน่วยงาน", "ปีงบประมาณ", *[HEADINGS[field] for field in way.order]]
    return [
        head,
        *[
            [name, year, *[cell(scores.get(field), way) for field in way.order]]
            for (name, year), scores in table.items()
        ],
    ]


def long_rows(table: Scores, way: Written) -> list[list[object]]:
    rows: list[list[object]] = [["หน่วยงาน", "ปีงบประมาณ", "ตัวชี้วัด", "คะแนน"]]
    for (name, year), scores in table.items():
        rows += [[name, year, HEADINGS[each], cell(scores[each], way)] for each in way.order if each in scores]
    return rows


def cell(value: float | None, way: Written) -> object:
    if value is None:
        return "-"
    return to_thai(f"{value:.2f}") if way.is_thai else value


@settings(max_examples=60)
@given(tables, ways)
def test_a_table_reads_back_as_it_was_written(table: Scores, way: Written) -> None:
    assert scores_of(read_sheet("a", written(table, way))) == table


@settings(max_examples=30)
@given(tables, ways, ways)
def test_two_files_of_the_same_scores_have_one_fingerprint(table: Scores, one: Written, other: Written) -> None:
    backwards = dict(reversed(table.items()))
    first, second = read_sheet("a", written(table, one)), read_sheet("b", written(backwards, other))
    assert first.fingerprint == second.fingerprint


@settings(max_examples=30)
@given(tables, ways, st.data())
def test_another_score_is_another_fingerprint(table: Scores, way: Written, data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(sorted(table)))
    field = data.draw(st.sampled_from(sorted(table[whole])))
    changed = {**table, whole: {**table[whole], field: 100 - table[whole][field] if table[whole][field] != 50 else 51}}
    assert read_sheet("a", written(table, way)).fingerprint != read_sheet("a", written(changed, way)).fingerprint
