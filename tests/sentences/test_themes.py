"""What a gap between the views of a theme means, in one sentence for each direction, and what cannot be compared."""

from __future__ import annotations

from itertools import permutations

import pytest

from ita_analysis.framework import load
from ita_analysis.sentences.themes import SMALLEST_GAP, Theme, themes, themes_in_words
from ita_analysis.texts import say

PACK = load(2564)
SERVICE = [item.code for item in PACK.items if item.sub_indicator == "9.2"]


def _service(staff: float | None, public: float | None, documents: float | None) -> Theme:
    """Return the theme that all three instruments look at."""
    items = {} if documents is None else dict.fromkeys(SERVICE, documents)
    (found,) = [theme for theme in themes({1: staff, 6: public}, items, PACK) if theme.code == "service"]
    return found


@pytest.mark.parametrize(("high", "middle", "low"), list(permutations(("IIT", "EIT", "OIT"))))
def test_each_direction_has_its_own_sentence(high: str, middle: str, low: str) -> None:
    scores = {high: 90.0, middle: 80.0, low: 70.0}
    theme = _service(scores["IIT"], scores["EIT"], scores["OIT"])
    assert theme.verdict == f"{high}_{low}"
    assert theme.sentence == say(f"themes.gap.{high}_{low}", gap="20.00")
    first, last = say(f"views.{high}"), say(f"views.{low}")
    assert theme.sentence.index(first) < theme.sentence.index(last), "who sees it better is named first"
    assert theme.is_wide


def test_the_six_sentences_differ_in_more_than_names() -> None:
    pairs = list(permutations(("IIT", "EIT", "OIT"), 2))
    said = [say(f"themes.gap.{one}_{other}", gap="12.00").partition(": ")[2] for one, other in pairs]
    assert len(set(said)) == 6
    assert all(len(each) > 40 for each in said), "it says what the gap means and what to do"


@pytest.mark.parametrize(
    ("public", "verdict"), [(80.01, "near"), (80.0, "IIT_EIT"), (100.0, "EIT_IIT"), (99.99, "near")]
)
def test_a_gap_is_spoken_of_from_ten_points_on(public: float, verdict: str) -> None:
    theme = _service(90.0, public, None)
    assert theme.verdict == verdict
    assert theme.is_wide == (verdict != "near")
    assert theme.sentence == say("themes.near", least="10") or theme.is_wide


def test_two_views_are_compared_though_the_third_is_missing() -> None:
    theme = _service(50.0, None, 100.0)
    assert theme.verdict == "OIT_IIT"
    assert theme.views["EIT"] is None


@pytest.mark.parametrize(
    ("scores", "gone"), [((50.0, None, None), "ประชาชน และเอกสาร"), ((None, None, None), "บุคลากร, ประชาชน และเอกสาร")]
)
def test_what_is_missing_is_named_and_is_no_gap(scores: tuple[float | None, ...], gone: str) -> None:
    theme = _service(*scores)
    assert (theme.verdict, theme.gap, theme.is_wide) == ("missing", None, False)
    assert theme.sentence.replace(" ", "") == say("themes.missing", names=gone).replace(" ", "")


def test_a_theme_that_one_instrument_looks_at_has_nothing_to_compare() -> None:
    (alone,) = [theme for theme in themes({4: 12.0}, {}, PACK) if len(theme.views) == 1]
    assert alone.sentence == say("themes.alone", name=say("views.IIT"))
    assert alone.indicators == {4}


def test_a_score_of_zero_is_a_view() -> None:
    theme = _service(0.0, 100.0, None)
    assert theme.sentence == say("themes.gap.EIT_IIT", gap="100.00")


def test_the_widest_gap_stands_first_and_is_named_above() -> None:
    items = {item.code: 100.0 for item in PACK.items if item.indicator_no >= 9}
    found = themes({1: 90.0, 2: 40.0, 3: 70.0, 6: 90.0, 7: 95.0, 8: 96.0}, items, PACK)
    assert [theme.code for theme in found][:2] == ["budget", "people"]
    gaps = [theme.gap for theme in found if theme.gap is not None]
    assert gaps == sorted(gaps, reverse=True)
    said = themes_in_words(found)
    assert all(theme.name in said for theme in found[:2])
    assert str(SMALLEST_GAP) in said


def test_above_stands_that_nothing_differs_or_that_nothing_compares() -> None:
    assert themes_in_words(themes({}, {}, PACK)) == say("themes.unknown")
    assert themes_in_words(themes({1: 80.0, 6: 85.0}, {}, PACK)) == say("themes.found_none", least="10")
    assert themes({}, {}, load(2569)) == []
