"""The themes of the real tables: every view names a score of its year, and no indicator is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_analysis.framework import load
from ita_analysis.scoring import indicators_of_theme
from tests.framework.folders import append, copy_to

YEARS = range(2562, 2569)


@pytest.mark.parametrize("year", YEARS)
def test_every_indicator_is_seen_by_some_theme(year: int) -> None:
    pack = load(year)
    themes = {view.theme for view in pack.theme_views}
    seen = {no for theme in themes for no in indicators_of_theme(theme, pack)}
    assert seen == {each.no for each in pack.indicators}
    assert len(themes) == 7


@pytest.mark.parametrize("year", YEARS)
def test_no_row_claims_to_be_official(year: int) -> None:
    views = load(year).theme_views
    assert {view.confidence for view in views} == {"likely"}
    assert all("this project's own" in view.source for view in views)


def test_a_year_whose_parts_nobody_published_has_no_themes() -> None:
    assert load(2569).theme_views == ()


def test_a_view_may_name_an_item(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    span = {"first_fiscal_year_be": 2564, "last_fiscal_year_be": 2564}
    append(folder, "themes", theme="gifts", name_th="ของขวัญ", instrument="OIT", level="item", code="O34", **span)
    pack = load(2564, folder)
    assert pack.theme_views[-1].code == "O34"
    assert indicators_of_theme("gifts", pack) == {10}
