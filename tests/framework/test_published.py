"""Published results that come along as context, each with its address."""

from collections import Counter
from decimal import Decimal

import pytest

from ita_analysis import paths
from tests.framework.folders import read

PUBLISHED = paths.REFERENCE / "published"
MEANS = read(PUBLISHED / "province_means.csv")
AGGREGATES = read(PUBLISHED / "aggregates.csv")


@pytest.mark.parametrize(
    "row", [*MEANS, *AGGREGATES], ids=lambda row: f"{row['fiscal_year_be']}-{row['source_url'][-12:]}"
)
def test_every_number_has_an_address(row: dict[str, str]) -> None:
    assert row["source_url"].startswith(("http://", "https://"))
    assert " " not in row["source_url"]


def test_a_score_lies_between_0_and_100() -> None:
    scores = [row["score"] for row in MEANS] + [row["value"] for row in AGGREGATES if row["unit"] != "count"]
    assert all(0 <= Decimal(score) <= 100 and score == f"{Decimal(score):.2f}" for score in scores)


def test_what_was_not_published_is_absent_and_not_zero() -> None:
    rows = [
        (row["level"], row["code"]) for row in MEANS if (row["province"], row["fiscal_year_be"]) == ("นครนายก", "2563")
    ]
    assert rows == [("indicator", "1"), ("indicator", "2"), ("indicator", "3")]


def test_no_number_stands_twice() -> None:
    means = Counter((row["province"], row["fiscal_year_be"], row["level"], row["code"]) for row in MEANS)
    facts = Counter((row["scope"], row["fiscal_year_be"], row["measure"]) for row in AGGREGATES)
    assert max(means.values()) == max(facts.values()) == 1
    assert not [row for row in AGGREGATES if row["scope"] == "จังหวัดนครนายก"]


def test_what_was_derived_says_so() -> None:
    derived = [row for row in AGGREGATES if "derived" in row["note"] or "computed" in row["note"]]
    assert len(derived) == 5
    assert {row["confidence"] for row in derived} == {"likely"}


def test_passed_and_failed_add_up_to_the_assessed() -> None:
    facts = {(row["scope"], row["fiscal_year_be"], row["measure"]): Decimal(row["value"]) for row in AGGREGATES}
    for (scope, year, measure), failed in facts.items():
        if measure == "agencies_failed_85":
            assert facts[scope, year, "agencies_assessed"] == failed + facts[scope, year, "agencies_passed_85"]


def test_printed_shares_are_passed_over_assessed_within_a_hundredth() -> None:
    facts = {(row["scope"], row["fiscal_year_be"], row["measure"]): Decimal(row["value"]) for row in AGGREGATES}
    pairs = [key for key in facts if key[2] == "pct_passed_85" and (*key[:2], "agencies_passed_85") in facts]
    assert len(pairs) == 13
    for scope, year, measure in pairs:
        share = facts[scope, year, "agencies_passed_85"] / facts[scope, year, "agencies_assessed"] * 100
        assert abs(share - facts[scope, year, measure]) < Decimal("0.011")


def test_the_old_model_is_marked() -> None:
    old = [row for row in AGGREGATES if int(row["fiscal_year_be"]) < 2562]
    assert len(old) == 1
    assert "never joined" in old[0]["note"]
