"""Invented scores follow the framework of their year: documents are there or not, surveys have two decimals."""

from __future__ import annotations

import numpy as np
import pytest

from ita_analysis import framework
from ita_analysis.synthetic.nation import YEARS
from ita_analysis.synthetic.scores import item_cents

EVERY_YEAR = pytest.mark.parametrize("year", YEARS)


@EVERY_YEAR
def test_there_is_a_score_for_each_agency_and_item_within_the_scale(year: int) -> None:
    pack = framework.load(year)
    cents = item_cents(pack, 300, seed=1)
    assert cents.shape == (300, len(pack.items))
    assert cents.min() >= 0
    assert cents.max() <= 10_000


@EVERY_YEAR
def test_a_document_is_there_or_not_and_a_survey_is_in_between(year: int) -> None:
    pack = framework.load(year)
    cents = item_cents(pack, 300, seed=1)
    for number, item in enumerate(pack.items):
        is_document = pack.indicator(item.indicator_no).instrument == "OIT"
        assert is_document == (set(np.unique(cents[:, number])) <= {0, 10_000}), item.code


def test_the_nation_grows_better_from_year_to_year() -> None:
    means = [item_cents(framework.load(year), 2000, seed=1).mean() for year in YEARS]
    assert means == sorted(means)
    assert 7500 < means[0] < 8500
    assert 9000 < means[-1] < 9700


def test_an_agency_keeps_most_of_its_quality() -> None:
    first, second = (item_cents(framework.load(year), 2000, seed=1).mean(axis=1) for year in YEARS[:2])
    assert 0.3 < float(np.corrcoef(first, second)[0, 1]) < 0.95


def test_the_same_seed_gives_the_same_scores() -> None:
    pack = framework.load(2567)
    assert (item_cents(pack, 50, seed=1) == item_cents(pack, 50, seed=1)).all()
    assert (item_cents(pack, 50, seed=1) != item_cents(pack, 50, seed=2)).any()
