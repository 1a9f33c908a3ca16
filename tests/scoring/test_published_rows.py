"""The rule gives the totals and indicator scores that were published."""

from decimal import Decimal

import pytest

from ita_analysis import paths
from ita_analysis.framework import load
from ita_analysis.scoring import instruments_of_indicators, score_of_items, total_of_indicators
from tests.framework.folders import read

Row = tuple[str, int]


def published() -> dict[Row, dict[str, Decimal]]:
    found: dict[Row, dict[str, Decimal]] = {}
    for row in read(paths.REFERENCE / "published" / "province_means.csv"):
        found.setdefault((row["province"], int(row["fiscal_year_be"])), {})[row["code"]] = Decimal(row["score"])
    return found


ROWS = published()


@pytest.mark.parametrize(
    ("province", "year", "total"),
    [
        ("ตราด", 2563, "75.62"),
        ("ตราด", 2564, "81.45"),
        ("จันทบุรี", 2563, "67.54"),
        ("จันทบุรี", 2564, "80.99"),
        ("นครนายก", 2564, "77.85"),
    ],
)
def test_a_province_row_gives_its_printed_total(province: str, year: int, total: str) -> None:
    row = ROWS[province, year]
    scores = {int(code): score for code, score in row.items() if code != "total"}
    computed = total_of_indicators(scores, load(year))
    assert row["total"] == Decimal(total)
    assert computed is not None
    assert abs(computed - row["total"]) <= Decimal("0.01")


def test_a_row_with_indicators_missing_has_no_total() -> None:
    scores = {int(code): score for code, score in ROWS["นครนายก", 2563].items()}
    assert sorted(scores) == [1, 2, 3]
    assert total_of_indicators(scores, load(2563)) is None
    assert instruments_of_indicators(scores, load(2563)) == {"IIT": None, "EIT": None, "OIT": None}


@pytest.mark.parametrize(
    ("failed", "no", "score"),
    [
        ({"O34"}, 10, "93.75"),
        ({"O1"}, 9, "97.78"),
        ({"O10"}, 9, "97.50"),
        ({"O18"}, 9, "97.14"),
        ({"O29"}, 9, "96.00"),
        ({"O10", "O29"}, 9, "93.50"),
        ({"O1", "O29"}, 9, "93.78"),
        ({"O10", "O18"}, 9, "94.64"),
        ({"O10", "O25"}, 9, "92.50"),
        ({"O43"}, 10, "75.00"),
    ],
)
def test_published_oit_scores_are_means_of_sub_indicators_and_not_pooled(failed: set[str], no: int, score: str) -> None:
    framework = load(2564)
    items = {item.code: 0 if item.code in failed else 100 for item in framework.items if item.code[0] == "O"}
    scores = score_of_items(items, framework)
    assert scores.indicators[no] == Decimal(score)
    assert scores.total is None


def test_a_group_reports_item_is_the_mean_its_indicator_takes() -> None:
    framework = load(2564)
    items = {f"i{n}": Decimal(score) for n, score in enumerate([90, 80, 70, "98.54", 60, 50], start=1)}
    assert score_of_items(items, framework).indicators[1] == Decimal("74.76")
