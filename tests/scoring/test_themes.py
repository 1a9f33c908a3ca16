"""The view of an instrument on a theme against a slow one in plain fractions; a missing score is a missing view."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework, load
from ita_analysis.scoring import rounded, theme_scores

points = st.integers(0, 10000).map(lambda cents: cents / 100)


def _mean(scores: list[Fraction | None]) -> Fraction | None:
    known = [each for each in scores if each is not None]
    return sum(known, Fraction(0)) / len(known) if known and len(known) == len(scores) else None


def _slow(indicators: dict[int, float], items: dict[str, float], pack: Framework) -> dict[tuple[str, str], object]:
    found: dict[tuple[str, str], list[Fraction | None]] = {}
    for view in pack.theme_views:
        if view.level == "indicator":
            score = indicators.get(int(view.code))
            own = None if score is None else Fraction(str(score))
        else:
            codes = [item.code for item in pack.items if item.sub_indicator == view.code]
            own = _mean([Fraction(str(items[code])) if code in items else None for code in codes])
        found.setdefault((view.theme, view.instrument), []).append(own)
    means = {name: _mean(scores) for name, scores in found.items()}
    return {name: None if mean is None else rounded(mean) for name, mean in means.items()}


@pytest.mark.parametrize("year", [2563, 2565, 2566, 2567, 2568])
@settings(max_examples=25)
@given(data=st.data())
def test_each_view_is_the_mean_of_its_codes(year: int, data: st.DataObject) -> None:
    pack = load(year)
    indicators = {no: data.draw(points) for no in range(1, 11) if data.draw(st.booleans())}
    gone = data.draw(st.sets(st.sampled_from([each.code for each in pack.items]), max_size=3))
    items = {each.code: data.draw(points) for each in pack.items if each.code not in gone}
    views = theme_scores(indicators, items, pack)
    assert {(t, tool): score for t, of in views.items() for tool, score in of.items()} == _slow(indicators, items, pack)


def test_two_groups_count_the_same_whatever_their_size() -> None:
    pack = load(2564)
    items = {
        each.code: 100.0 if each.sub_indicator == "10.1" else 0.0 for each in pack.items if each.indicator_no == 10
    }
    assert str(theme_scores({}, items, pack)["anti_corruption"]["OIT"]) == "50.00"


def test_a_theme_names_only_the_instruments_that_look_at_it() -> None:
    views = theme_scores({}, {}, load(2564))
    assert {theme: sorted(of) for theme, of in views.items() if len(of) != 2} == {
        "service": ["EIT", "IIT", "OIT"], "property": ["IIT"],
    }  # fmt: skip
    assert {score for of in views.values() for score in of.values()} == {None}


def test_an_unknown_item_is_refused() -> None:
    with pytest.raises(FrameworkError):
        theme_scores({}, {"O99": 1.0}, load(2564))
