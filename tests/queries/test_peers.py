"""Groups of peers: spread and counts as a slow second way finds them; real and synthetic agencies never mixed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import pytest

from ita_analysis.queries.asking import rows_of
from ita_analysis.queries.history import means_by_year, scores_by_year
from ita_analysis.queries.peers import GROUPS, MOST_MARKS, peer_medians, peers_by_year, peers_of_year
from ita_analysis.store.database import MEMORY, connect
from tests.queries.peers_oracle import Peer, others, percentile

YEAR = 2567
SHARES = {"p10": "0.1", "p25": "0.25", "p50": "0.5", "p75": "0.75", "p90": "0.9"}
PEERS = [
    Peer(
        f"a{number}",
        ("ตราด", "แพร่", "น่าน", None)[number % 7 % 4],
        ("sao", "tambon", None)[number % 5 % 3],
        number % 3 == 0,
        None if number % 11 == 5 else Decimal(random.Random(number).randrange(7000, 7400)) / 100,
    )
    for number in range(160)
]


@pytest.fixture(scope="module")
def opened() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(MEMORY) as made:
        for each in PEERS:
            about = [each.code, each.code, each.province, each.kind, each.is_synthetic]
            made.execute(
                "insert into agency (agency_code, name_th, short_name_th, province_th, type_code, is_synthetic) "
                "values ($1, $2, $2, $3, $4, $5)",
                about,
            )
            if each.score is not None:
                scored = [("total", "total", YEAR, each.score), ("indicator", "7", YEAR, 100 - each.score)]
                scored += [("total", "total", YEAR - 1, each.score / 2), ("item", "O1", YEAR, Decimal(1))]
                for level, code, year, score in scored:
                    made.execute(
                        "insert into score (agency_code, fiscal_year_be, level, code, score, source) "
                        "values ($1, $2, $3, $4, $5, 'sheet')",
                        [each.code, year, level, code, float(score)],
                    )
        yield made


def _same(found: Any, expected: Decimal) -> None:
    assert float(found) == pytest.approx(float(expected), abs=1e-9)


def _check(row: Any, me: Peer, ordered: list[Decimal]) -> None:
    assert int(row.other_count) == len(ordered)
    if not ordered:
        assert pd.isna(row.p50)
        return
    for name, share in SHARES.items():
        _same(getattr(row, name), percentile(ordered, share))
    _same(row.lowest_score, ordered[0])
    _same(row.highest_score, ordered[-1])
    if me.score is None:
        assert pd.isna(row.own_score)
        assert (row.lower_count, row.equal_count) == (0, 0)
    else:
        assert int(row.lower_count) == sum(each < me.score for each in ordered)
        assert int(row.equal_count) == ordered.count(me.score)


@pytest.mark.parametrize("me", PEERS[:30], ids=lambda each: each.code)
def test_a_spread_is_that_of_the_others_one_by_one(me: Peer, opened: duckdb.DuckDBPyConnection) -> None:
    found = peers_of_year(opened, me.code, YEAR, "total", "total")
    assert tuple(found["peer_group"]) == GROUPS
    for row in rows_of(found):
        _check(row, me, others(me, PEERS, row.peer_group))


@pytest.mark.parametrize("me", PEERS[:12], ids=lambda each: each.code)
@pytest.mark.parametrize("group", GROUPS)
def test_the_years_of_a_group_say_the_same(me: Peer, group: str, opened: duckdb.DuckDBPyConnection) -> None:
    ordered = others(me, PEERS, group)
    found = peers_by_year(opened, me.code, group, "total", "total")
    assert list(found["fiscal_year_be"]) == ([YEAR - 1, YEAR] if ordered else [])
    for row in rows_of(found[found["fiscal_year_be"] == YEAR]):
        _check(row, me, ordered)


@pytest.mark.parametrize("me", PEERS[:12], ids=lambda each: each.code)
@pytest.mark.parametrize("group", GROUPS)
def test_only_a_small_group_hands_on_its_single_scores(me: Peer, group: str, opened: duckdb.DuckDBPyConnection) -> None:
    unscored = [replace(each, score=Decimal(1)) for each in PEERS]
    is_small = len(others(me, unscored, group)) <= MOST_MARKS
    found = peers_by_year(opened, me.code, group, "total", "total")
    assert found["scores"].notna().tolist() == [is_small] * len(found)
    for row in rows_of(found[found["scores"].notna() & (found["fiscal_year_be"] == YEAR)]):
        assert [*map(float, row.scores)] == [*map(float, others(me, PEERS, group))]


def test_groups_of_both_sizes_are_tried() -> None:
    sizes = [len(others(me, PEERS, group)) for me in PEERS[:12] for group in GROUPS]
    assert min(sizes) < 5 < max(sizes)
    assert max(sizes) > MOST_MARKS


def test_the_median_of_an_indicator_is_that_of_the_others(opened: duckdb.DuckDBPyConnection) -> None:
    for group in GROUPS:
        ordered = sorted(100 - each for each in others(PEERS[0], PEERS, group))
        (row,) = rows_of(peer_medians(opened, PEERS[0].code, group, YEAR))
        assert (row.indicator_no, row.other_count) == (7, len(ordered))
        _same(row.median_score, percentile(ordered, "0.5"))


def test_an_agency_without_province_and_kind_has_the_nation_alone(opened: duckdb.DuckDBPyConnection) -> None:
    lone = next(each for each in PEERS if each.province is None and each.kind is None)
    counts = peers_of_year(opened, lone.code, YEAR, "total", "total").set_index("peer_group")["other_count"]
    assert counts.drop("nation").sum() == 0
    assert counts["nation"] == len(others(lone, PEERS, "nation"))


def test_the_history_of_an_agency_has_no_items_and_no_other_agency(opened: duckdb.DuckDBPyConnection) -> None:
    found = scores_by_year(opened, PEERS[0].code)
    assert [(row.fiscal_year_be, row.level, row.code) for row in rows_of(found)] == [
        (YEAR - 1, "total", "total"), (YEAR, "indicator", "7"), (YEAR, "total", "total"),
    ]  # fmt: skip
    assert scores_by_year(opened, PEERS[5].code).empty, "a missing score has no row"


def test_published_means_come_by_year_the_nation_before_the_province(shipped_alone: duckdb.DuckDBPyConnection) -> None:
    found = means_by_year(shipped_alone, "total", "total", "ตราด", "ประเทศ")
    of_2564 = found[found["fiscal_year_be"] == 2564]
    assert list(of_2564["is_nation"]) == [True, False]
    assert of_2564["mean_score"].iloc[0] == 81.25
    assert list(found["fiscal_year_be"]) == sorted(found["fiscal_year_be"])
    assert found["source_url"].str.startswith("https://").all()
    eight = means_by_year(shipped_alone, "indicator", "8", "ไม่มีจังหวัดนี้", "ประเทศ")
    assert dict(zip(eight["fiscal_year_be"], eight["mean_score"], strict=True)) == {2567: 84.49, 2568: 94.39}
