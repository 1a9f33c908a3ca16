"""A new fiscal year is new rows in the tables, and nothing else."""

from decimal import Decimal
from pathlib import Path

import pytest

from ita_analysis.framework import fiscal_years, load
from ita_analysis.scoring import (
    grade,
    score_of_items,
    status_of,
    total_of_instruments,
    weakness_rule,
    worth_of_item,
)
from tests.framework.folders import copy_to
from tests.framework.invented_year import add_to


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy_to(tmp_path)
    add_to(tmp_path)
    return tmp_path


def test_the_new_year_joins_the_others(folder: Path) -> None:
    assert fiscal_years(folder) == (2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569, 2570)
    assert load(2569, folder).fiscal_year_be == 2569


def test_its_rows_are_read(folder: Path) -> None:
    framework = load(2570, folder)
    assert framework.weights == {"IIT": 25, "EIT": 25, "OIT": 50}
    assert [row.no for row in framework.indicators_of("OIT")] == [9, 10, 11]
    assert framework.name(11) == framework.name(11, "short") == "ตัวชี้วัด 11"
    assert framework.name(11, "tile") == "ตัวใหม่"
    assert framework.name(7, "short") == "การสื่อสาร"
    assert (framework.plan_item, framework.report_item) == ("O7", None)
    assert [row.code for row in framework.criteria_of("plan")] == ["measures"]


def test_it_scores_by_its_own_weights_and_groups(folder: Path) -> None:
    framework = load(2570, folder)
    scores = score_of_items({item.code: 0 if item.code in {"O3", "O7"} else 100 for item in framework.items}, framework)
    assert scores.indicators[9] == 50
    assert scores.indicators[11] == 75
    assert scores.instruments == {"IIT": 100, "EIT": 100, "OIT": 75}
    assert scores.total == Decimal("87.50")
    assert round(worth_of_item("O7", framework), 6) == round(Decimal(50) / 3 / 2 / 2, 6)


def test_its_parts_carry_their_own_weights(folder: Path) -> None:
    parts = {"IIT": 100, "EIT-1": 50, "EIT-2": 100, "OIT": 100}
    assert total_of_instruments(parts, load(2570, folder)) == 95


def test_it_grades_by_its_own_bands(folder: Path) -> None:
    framework = load(2570, folder)
    parts: dict[str, float | None] = {"IIT": 100, "EIT-1": 60, "EIT-2": 100, "OIT": 100}
    bands = [grade(total, parts, framework) for total in (80, 79.99, 39.99)]
    assert [band.grade for band in bands if band] == ["gold", "bronze", "none"]
    below = grade(80, parts | {"EIT-1": 59.99}, framework)
    assert below is not None
    assert below.grade == "silver"


def test_its_weak_indicators_follow_its_own_limits_in_whatever_order_they_stand(folder: Path) -> None:
    rule = weakness_rule(load(2570, folder))
    found = [status_of(score, rule) for score in (40.49, 40.5, 59.99, 60, 79.99, 80)]
    assert found == ["urgent", "develop", "develop", "good", "good", "strength"]
