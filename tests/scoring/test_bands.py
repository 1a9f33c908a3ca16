"""The bands of both families, at every edge, and the floors per instrument."""

from decimal import Decimal

import pytest

from ita_analysis.framework import Framework, load
from ita_analysis.scoring import grade, possible_grades, rounded

OLD = [("AA", "95.00"), ("A", "85.00"), ("B", "75.00"), ("C", "65.00"), ("D", "55.00"), ("E", "50.00"), ("F", "0.00")]
ALL_FULL: dict[str, float | None] = {"IIT": 100, "EIT-1": 100, "EIT-2": 100, "OIT": 100}
CENT = Decimal("0.01")


def named(total: Decimal | float | str, parts: dict[str, float | None], framework: Framework) -> str | None:
    band = grade(Decimal(total) if isinstance(total, str) else total, parts, framework)
    return band.grade if band else None


@pytest.mark.parametrize("year", range(2562, 2566))
@pytest.mark.parametrize(("index", "letter", "floor"), [(i, *band) for i, band in enumerate(OLD)])
def test_letters_at_their_edges(year: int, index: int, letter: str, floor: str) -> None:
    framework = load(year)
    assert named(floor, {}, framework) == letter
    if index + 1 < len(OLD):
        below = Decimal(floor) - CENT
        assert named(below, {}, framework) == OLD[index + 1][0]
        assert named(below + Decimal("0.00499"), {}, framework) == OLD[index + 1][0]
        assert named(below + Decimal("0.005"), {}, framework) == letter


@pytest.mark.parametrize(
    ("total", "letter"),
    [
        ("65.38", "C"),
        ("67.90", "C"),
        ("67.53", "C"),
        ("88.37", "A"),
        ("84.99", "B"),
        ("94.995", "AA"),
        ("94.9949", "A"),
        ("100", "AA"),
        ("0", "F"),
    ],
)
def test_published_and_awkward_totals(total: str, letter: str) -> None:
    assert named(total, {}, load(2564)) == letter


@pytest.mark.parametrize(
    ("total", "lowest", "expected"),
    [
        ("95.00", 95, "excellent"),
        ("95.00", 94.99, "good"),
        ("94.99", 100, "good"),
        ("99.06", 95.0, "excellent"),
        ("95.81", 85.0, "good"),
        ("95.08", 94.994, "good"),
        ("95.08", 94.995, "excellent"),
        ("85.00", 85.0, "good"),
        ("85.00", 84.99, "pass"),
        ("91.15", 60, "pass"),
        ("100", 0, "pass"),
        ("84.995", 85, "good"),
        ("84.99", 100, "improve"),
        ("77.70", 100, "improve"),
        ("70.00", 0, "improve"),
        ("69.99", 100, "urgent"),
        ("0", 0, "urgent"),
    ],
)
@pytest.mark.parametrize("part", ALL_FULL)
@pytest.mark.parametrize("year", [2566, 2567, 2568])
def test_words_and_floors(year: int, part: str, total: str, lowest: float, expected: str) -> None:
    assert named(total, ALL_FULL | {part: lowest}, load(year)) == expected


def test_a_band_knows_its_thai_label_and_confidence() -> None:
    band = grade(90, ALL_FULL | {"OIT": 84}, load(2567))
    assert band is not None
    assert (band.label_th, band.confidence) == ("ผ่าน", "sure")


@pytest.mark.parametrize("year", range(2562, 2569))
def test_every_total_of_two_decimals_has_exactly_one_band(year: int) -> None:
    framework = load(year)
    parts = {row.code: 100 for row in framework.instruments}
    found = [grade(Decimal(hundredths).scaleb(-2), parts, framework) for hundredths in range(10001)]
    orders = [band.order for band in found if band]
    assert len(orders) == 10001
    assert orders == sorted(orders, reverse=True)


def test_without_a_total_there_is_no_grade() -> None:
    assert grade(None, ALL_FULL, load(2567)) is None
    assert possible_grades(None, {}, load(2564)) == load(2564).bands


def test_one_eit_score_above_the_floor_leaves_the_grade_open() -> None:
    known: dict[str, float | None] = {"IIT": 96, "EIT": 90, "OIT": 96}
    framework = load(2567)
    assert grade(93, known, framework) is None
    assert [band.grade for band in possible_grades(93, known, framework)] == ["good", "pass"]


def test_one_eit_score_below_the_floor_settles_it() -> None:
    known: dict[str, float | None] = {"IIT": 96, "EIT": 84.99, "OIT": 96}
    assert named(93, known, load(2567)) == "pass"


def test_no_instrument_scores_are_needed_where_no_floor_can_matter() -> None:
    assert named("84.99", {}, load(2567)) == "improve"
    assert [band.grade for band in possible_grades(96, {}, load(2567))] == ["excellent", "good", "pass"]


def test_a_known_miss_settles_it_whatever_else_is_missing() -> None:
    assert named(90, {"EIT-2": 80}, load(2567)) == "pass"


@pytest.mark.parametrize(
    ("score", "printed"),
    [("84.994", "84.99"), ("84.995", "85.00"), (84.995, "85.00"), (0.005, "0.01"), (100, "100.00")],
)
def test_rounding_is_half_up(score: float | str, printed: str) -> None:
    assert str(rounded(Decimal(score) if isinstance(score, str) else score)) == printed
