"""The levels of many agencies at once are those of each agency alone, to the hundredth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis import framework, scoring
from ita_analysis.errors import FrameworkError

YEARS = tuple(range(2562, 2569))


@pytest.mark.parametrize("year", YEARS)
@settings(max_examples=15)
@given(data=st.data())
def test_each_row_is_what_the_slow_way_says(year: int, data: st.DataObject) -> None:
    pack = framework.load(year)
    seed = data.draw(st.integers(0, 2**32 - 1))
    chance = np.random.default_rng(seed)
    cents = chance.integers(0, 10_001, (4, len(pack.items)))
    cents[0] = chance.choice([0, 10_000], len(pack.items))
    cents[1] = data.draw(st.integers(0, 10_000))
    levels = scoring.levels_of_items(cents, pack)
    for number, row in enumerate(cents.tolist()):
        stated = {("item", item.code): score / 100 for item, score in zip(pack.items, row, strict=True)}
        expected = scoring.completed(stated, pack)
        assert {name: int(score[number]) for name, score in levels.items()} == {
            name: int(score * 100) for name, score in expected.items()
        }


def test_a_year_without_weights_is_refused() -> None:
    pack = framework.load(2569)
    with pytest.raises(FrameworkError):
        scoring.levels_of_items(np.zeros((1, len(pack.items)), dtype=np.int64), pack)
