"""Totals and levels of a sheet beside a slow and obvious computation in plain Python."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from ita_analysis import framework
from ita_analysis.intake.sheets.codes import pack_of
from ita_analysis.intake.sheets.totals import exact_total
from ita_analysis.scoring import completed
from tests.intake.sheets.reading import read_rows, rules
from tests.scoring import oracle

YEARS = (2563, 2564, 2565, 2566, 2567, 2568)
LABELS = {each.grade: each.label_th for year in YEARS for each in framework.load(year).bands}


def random_scores(year: int, seed: int) -> dict[str, str]:
    source = random.Random(seed)
    low = source.choice([30, 60, 84, 94])
    return {
        code: str(source.choice([0, 100])) if code[0] == "O" and low < 84 else f"{source.uniform(low, 100):.2f}"
        for code in oracle.item_codes(year)
    }


@pytest.mark.parametrize("year", YEARS)
def test_the_total_of_items_is_that_of_plain_python(year: int) -> None:
    given = [random_scores(year, seed) for seed in range(12)]
    codes = oracle.item_codes(year)
    rows = [["หน่วยงาน", "ปี", *codes], *[[f"อบต.ที่{no}ก", year, *each.values()] for no, each in enumerate(given)]]
    sheet = read_rows(rows)
    found = [str(each.total_computed) for each in sheet.results]
    assert found == [oracle.two_decimals(oracle.total(year, each)) for each in given]


@pytest.mark.parametrize("year", [2563, 2565])
def test_the_level_is_that_of_plain_python(year: int) -> None:
    given = [random_scores(year, seed) for seed in range(12)]
    rows = [["หน่วยงาน", "ปี", *oracle.item_codes(year)]]
    rows += [[f"อบต.ที่{no}ก", year, *each.values()] for no, each in enumerate(given)]
    totals = [oracle.two_decimals(oracle.total(year, each)) for each in given]
    assert [each.grade_computed for each in read_rows(rows).results] == [
        LABELS[oracle.grade_of_old_years(total)] for total in totals
    ]


@pytest.mark.parametrize(
    ("parts", "total", "label"),
    [
        ((95, 95, 95, 95), "95.00", "ผ่านดีเยี่ยม"),
        ((96, 94.99, 96, 96), "95.85", "ผ่านดี"),
        ((84.99, 90, 90, 90), "88.50", "ผ่าน"),
        ((70, 70, 70, 70), "70.00", "ต้องปรับปรุง"),
        ((69.98, 70, 70, 70), "69.99", "ต้องปรับปรุงโดยด่วน"),
    ],
)
def test_levels_with_floors(parts: tuple[float, ...], total: str, label: str) -> None:
    rows = [["หน่วยงาน", "ปี", "IIT", "EIT ส่วนที่ 1", "EIT ส่วนที่ 2", "OIT"], ["อบต.ก้าว", 2567, *parts]]
    (result,) = read_rows(rows).results
    assert (str(result.total_computed), result.grade_computed) == (total, label)


def test_a_tie_is_rounded_up_as_it_is_on_paper() -> None:
    # 0.3 · 84.95 + 0.3 · 85 + 0.4 · 85.025 is 84.995 exactly
    rows = [["หน่วยงาน", "ปี", "IIT", "EIT", "OIT"], ["อบต.ก้าว", 2564, 84.95, 85, 85.025]]
    (result,) = read_rows(rows).results
    assert (str(result.total_computed), result.grade_computed) == ("85.00", "A")


def test_the_lowest_complete_level_of_each_instrument_counts() -> None:
    pack = pack_of(2564)
    assert pack is not None
    stated = {("item", each.code): 100.0 for each in pack.items if each.code[0] == "O"}
    stated |= {("indicator", str(no)): 80.0 for no in range(1, 6)} | {("indicator", "9"): 10.0}
    stated |= {
        ("instrument", "EIT"): 90.0,
        ("instrument", "OIT"): 5.0,
        ("instrument", "IIT"): 7.0,
        ("total", "total"): 1.0,
    }
    assert str(exact_total(stated, pack)) == "91.00"


def test_the_fast_way_and_the_exact_way_agree() -> None:
    source = random.Random(5)
    given = [[round(source.uniform(0, 100), 2) for _ in range(10)] for _ in range(60)]
    head = ["หน่วยงาน", "ปี", *[f"ตัวชี้วัดที่ {no}" for no in range(1, 11)]]
    sheet = read_rows([head, *[[f"อบต.ที่{no}ก", 2564, *each] for no, each in enumerate(given)]])
    pack = framework.load(2564)
    exact = [completed({("indicator", str(no + 1)): score for no, score in enumerate(each)}, pack) for each in given]
    assert [each.total_computed for each in sheet.results] == [each["total", "total"] for each in exact]


def test_weighted_instruments_add_up_to_the_total_to_the_cent() -> None:
    source = random.Random(9)
    rows: list[list[object]] = [["หน่วยงาน", "ปี", "IIT", "EIT", "OIT", "คะแนนรวม"]]
    for no in range(200):
        parts = [round(source.uniform(0.5 * most, most), 2) for most in (30, 30, 40)]
        rows.append(
            [f"อบต.ที่{no}ก", 2564, *parts, str(sum(Fraction(str(part)) for part in parts).limit_denominator(100))]
        )
    rows[1:] = [[*row[:5], f"{float(Fraction(str(row[5]))):.2f}"] for row in rows[1:]]
    sheet = read_rows(rows)
    assert sheet.form == "weighted"
    assert "total_differs" not in rules(sheet)
    assert all(each.total_printed == each.total_computed for each in sheet.results)


def test_a_part_of_a_total_that_is_missing_leaves_it_missing() -> None:
    rows = [["หน่วยงาน", "ปี", "IIT (100)", "EIT (100)", "OIT (100)"], ["อบต.ก้าว", 2564, 85, None, 90]]
    (result,) = read_rows(rows).results
    assert (result.total_computed, result.grade_computed) == (None, None)
