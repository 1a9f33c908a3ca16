"""The tables themselves: every row sourced, clean, and in agreement with the others."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_analysis import paths
from ita_analysis.framework import Framework, fiscal_years, load
from ita_analysis.thai.text import clean
from tests.framework.folders import FRAMEWORK, read

TABLES = sorted(paths.REFERENCE.rglob("*.csv"))
TABLE_NAMES = [path.relative_to(paths.REFERENCE).as_posix() for path in TABLES]


@pytest.fixture(params=fiscal_years())
def framework(request: pytest.FixtureRequest) -> Framework:
    return load(request.param)


def test_no_table_is_missing() -> None:
    wanted = """
        answers bands criteria indicators instruments items names plan_items questions samples sub_indicators
        themes weakness_rules
        weakness_rules
    """
    published = ["published/aggregates.csv", "published/province_means.csv"]
    assert set(TABLE_NAMES) == {*(f"framework/{name}.csv" for name in wanted.split()), *published, "agencies/types.csv"}


@pytest.mark.parametrize("path", TABLES, ids=TABLE_NAMES)
def test_every_row_keeps_source_and_confidence(path: Path) -> None:
    for line, row in enumerate(read(path), start=2):
        assert row.get("source") or row.get("source_url"), (path.name, line)
        assert row["confidence"] in {"sure", "likely", "unsure"}, (path.name, line)


@pytest.mark.parametrize("path", TABLES, ids=TABLE_NAMES)
def test_every_cell_is_in_one_spelling(path: Path) -> None:
    for line, row in enumerate(read(path), start=2):
        for column, cell in row.items():
            assert clean(cell) == cell, (path.name, line, column)
            assert clean(clean(cell)) == clean(cell)


@pytest.mark.parametrize("path", TABLES, ids=TABLE_NAMES)
def test_every_row_stands_once(path: Path) -> None:
    rows = Counter(tuple(row.values()) for row in read(path))
    assert [row for row, count in rows.items() if count > 1] == []


@pytest.mark.parametrize("path", TABLES, ids=TABLE_NAMES)
def test_no_row_names_a_place_on_a_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.startswith("\ufeff")
    assert not any(start in text for start in ("../", "/" + "work/", "/home/", "C:\\", "file:"))


def test_what_rests_on_background_knowledge_alone_is_unsure() -> None:
    for row in _all_rows():
        if row["source"].startswith("background knowledge"):
            assert row["confidence"] == "unsure", row


def test_all_known_years_load() -> None:
    assert fiscal_years() == tuple(range(2562, 2570))


def test_every_row_of_a_framework_knows_its_place(framework: Framework) -> None:
    of_the_year = (framework.instruments, framework.indicators, framework.items, framework.bands, framework.criteria)
    for rows in (*of_the_year, framework.weakness_limits):
        for row in rows:
            line = (FRAMEWORK / row.file).read_text(encoding="utf-8").splitlines()[row.row - 1]
            assert row.source
            assert line.endswith(row.confidence)


def test_stated_counts_are_the_counted_items(framework: Framework) -> None:
    counted = {row.no: len(framework.items_of(row.no)) for row in framework.indicators}
    assert counted == {row.no: row.item_count or 0 for row in framework.indicators}


def test_items_stand_under_an_indicator_of_their_own_instrument(framework: Framework) -> None:
    letters = {"i": "IIT", "e": "EIT", "O": "OIT"}
    for item in framework.items:
        assert framework.indicator(item.indicator_no).instrument == letters[item.code[0]]
        assert item.sub_indicator is None or item.sub_indicator.split(".")[0] == str(item.indicator_no)


def test_item_codes_run_without_a_gap(framework: Framework) -> None:
    for letter in "ieO":
        numbers = [int(item.code[1:]) for item in framework.items if item.code[0] == letter]
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_sub_indicator_has_a_name(framework: Framework) -> None:
    used = {item.sub_indicator for item in framework.items if item.sub_indicator}
    assert all(framework.sub_indicator_name(code) for code in used)
    assert framework.sub_indicator_name("99.9") is None


def test_groups_of_fy2564_have_the_proved_sizes() -> None:
    groups = Counter(item.sub_indicator for item in load(2564).items if item.sub_indicator)
    assert groups == {"9.1": 9, "9.2": 8, "9.3": 7, "9.4": 4, "9.5": 5, "10.1": 8, "10.2": 2}


def test_counts_of_items_by_year() -> None:
    counts = {year: Counter(item.code[0] for item in load(year).items) for year in fiscal_years()}
    assert {year: (each["i"], each["e"], each["O"]) for year, each in counts.items()} == {
        2562: (30, 15, 48),
        **dict.fromkeys(range(2563, 2567), (30, 15, 43)),
        2567: (15, 9, 35),
        2568: (15, 9, 28),
        2569: (0, 0, 26),
    }


def test_fy2569_leaves_open_what_is_not_known() -> None:
    framework = load(2569)
    assert not framework.weights_known
    assert framework.bands == ()
    assert {row.mean_of for row in framework.instruments} == {None}


def test_old_bands_are_kept_but_belong_to_no_framework() -> None:
    old = [row for row in read(FRAMEWORK / "bands.csv") if row["last_fiscal_year_be"] == "2561"]
    assert len(old) == 5
    assert min(fiscal_years()) == 2562


def test_the_weakness_rule_rises_from_the_cut_offs_of_its_years_and_never_passes_for_a_fact(
    framework: Framework,
) -> None:
    limits = {row.status: str(row.below) for row in framework.weakness_limits}
    urgent = "75.00" if framework.fiscal_year_be <= 2565 else "70.00"
    assert list(limits.items()) == [
        ("urgent", urgent),
        ("develop", "85.00"),
        ("good", "95.00"),
        ("strength", "None"),
    ]
    assert "sure" not in {row.confidence for row in framework.weakness_limits}


def test_scored_questions_of_fy2564_have_answers() -> None:
    framework = load(2564)
    scales = {(row.scale, row.polarity) for row in framework.answers}
    assert Counter(row.item_code[0] for row in framework.questions) == {"i": 51, "e": 19}
    assert {row.item_code for row in framework.questions} == {f"i{no}" for no in range(1, 31)} | {
        f"e{no}" for no in range(1, 16)
    }
    assert {(row.scale, row.polarity) for row in framework.questions} <= scales
    negative = {row.item_code for row in framework.questions if row.polarity == "negative"}
    assert negative == {"i4", "i5", "i6", "i9", "i10", "i11", "i16", "i17", "i18", "i19", "i22", "e4"}


def _all_rows() -> Iterator[dict[str, str]]:
    for path in FRAMEWORK.glob("*.csv"):
        yield from read(path)
