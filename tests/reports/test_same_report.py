"""One report stays the same whatever its format, column order, spelling of letters and printed year."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .expected import bare, squeezed
from .plain_report import AGENCY, PLAN_ROWS, RESULT_ROWS, SUFFIXES, Plain, write_plain
from .reading import preview, read
from .texts import holds

ORDERS = {
    "measure-last": ((4, 3, 2, 1, 0), (5, 3, 4, 1, 2, 0)),
    "measure-in-the-middle": ((3, 1, 0, 4, 2), (2, 1, 0, 5, 3, 4)),
    "steps-before-guidelines": ((0, 2, 1, 4, 3), (0, 2, 1, 3, 4, 5)),
}


def _two_letters(text: str) -> str:
    return text.replace("ำ", "\u0e4d\u0e32")


def _tone_after_nikhahit(text: str) -> str:
    return text.replace("น้ำ", "น\u0e4d\u0e49\u0e32").replace("ำ", "\u0e4d\u0e32")


def _no_break_spaces(text: str) -> str:
    return text.replace(" ", "\u00a0")


def _zero_width(text: str) -> str:
    """A zero-width space between some consonants, where word breaks are marked in web text."""
    for pair in ("มก", "นก", "รก", "าร", "รบ", "นว", "กา", "ดำ"):
        text = text.replace(pair, f"{pair[0]}\u200b{pair[1]}")
    return text


CHANGES: dict[str, Callable[[str], str]] = {
    "am-in-two-letters": _two_letters,
    "tone-after-nikhahit": _tone_after_nikhahit,
    "no-break-spaces": _no_break_spaces,
    "zero-width-spaces": _zero_width,
}
YEARS = (
    "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔", "ปีงบประมาณ พ.ศ.2564", "ปีงบประมาณ 2564", "ปีงบประมาณ ๒๕๖๔",
    "ประจำปีงบประมาณ พ.ศ. ๖๔", "ประจำปีงบประมาณ พ.ศ. 64", "ปีงบประมาณ 2021", "ประจำปีงบประมาณ ค.ศ. 2021",
    "ประจำปี พ.ศ ๒๕๖๔", "ประจำปีงบประมาณ พุทธศักราช ๒๕๖๔",
)  # fmt: skip


def _meaning(found: dict[str, Any]) -> dict[str, Any]:
    """What was read, without places, findings and white space."""
    return {
        "agency": {key: squeezed(found["agency"][key]) for key in ("name", "district", "province")},
        "year": (found["fiscal_year_be"], found["round_months"], found["prior_fiscal_year_be"]),
        "weak": sorted((weak["indicator_no"], weak["kind"]) for weak in found["weaknesses"]),
        "measures": [
            (
                bare(m["title"]),
                _flat(m["guidelines"]),
                _flat(m["steps"]),
                squeezed(m["responsible"]),
                m["rounds_months"],
            )
            for m in found["measures"]
        ],
        "progress": [
            (bare(row["measure"]), row["period"], row["stated_on"], _flat([row[key] or "" for key in _TEXTS]))
            for row in found["progress"]
        ],
        "signatories": [_person(person) for person in found["signatories"]],
    }


def _person(person: dict[str, str]) -> tuple[str, ...]:
    return tuple(squeezed(person[key]) for key in ("role", "name", "position"))


TWICE = ("ซ้ำ", "สองครั้ง", "๒ ครั้ง", "2 ครั้ง")
_TEXTS = ("detail", "output", "outcome", "note")


def _flat(texts: list[str]) -> list[str]:
    return [squeezed(text) for text in texts]


def _written(folder: Path, suffix: str, plain: Plain) -> Path:
    path = folder / f"report{suffix}"
    write_plain(path, plain)
    return path


@pytest.fixture(scope="module")
def plain_reading(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The report as it should be, read once from each format."""
    folder = tmp_path_factory.mktemp("plain")
    return {suffix: _meaning(read(_written(folder, suffix, Plain()))) for suffix in SUFFIXES}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_plain_report_is_read(suffix: str, plain_reading: dict[str, dict[str, Any]]) -> None:
    found = plain_reading[suffix]
    assert found["agency"] == {"name": AGENCY, "district": "แม่ตัวอย่าง", "province": "แพร่"}
    assert found["year"] == (2564, 6, 2563)
    assert found["weak"] == [(6, "develop"), (7, "develop")]
    assert [row[0] for row in found["measures"]] == [row[0] for row in PLAN_ROWS], "measures of the plan"
    counts = [(len(guidelines), len(steps)) for _, guidelines, steps, *_ in found["measures"]]
    assert counts == [(2, 3), (1, 2)], "guidelines and steps"
    assert [row[0] for row in found["progress"]] == [row[0] for row in RESULT_ROWS], "measures of the results"
    assert [row[2] for row in found["progress"]] == [["2020-11-03"], []], "dates stated"
    assert found["signatories"] == [("ผู้จัดทำ", "นางสาวน้ำฟ้าตัวอย่างดำรง", "นักประชาสัมพันธ์ชำนาญการ")]


def test_the_format_does_not_matter(plain_reading: dict[str, dict[str, Any]]) -> None:
    assert plain_reading[".txt"] == plain_reading[".html"], "text and HTML are read differently"
    assert plain_reading[".html"] == plain_reading[".docx"], "HTML and Word are read differently"


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_column_order_does_not_matter(
    suffix: str, order: str, tmp_path: Path, plain_reading: dict[str, dict[str, Any]]
) -> None:
    plan_order, result_order = ORDERS[order]
    moved = _written(tmp_path, suffix, Plain(plan_order=plan_order, result_order=result_order))
    assert _meaning(read(moved)) == plain_reading[suffix], "columns in another order are read differently"


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_spelling_of_letters_does_not_matter(
    suffix: str, change: str, tmp_path: Path, plain_reading: dict[str, dict[str, Any]]
) -> None:
    spelt = _written(tmp_path, suffix, Plain(change=CHANGES[change]))
    assert _meaning(read(spelt)) == plain_reading[suffix], "letters spelt otherwise are read differently"


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("year", YEARS, ids=str)
def test_a_year_that_can_only_mean_2564_is_read(suffix: str, year: str, tmp_path: Path) -> None:
    """The act of พ.ศ. ๒๕๔๐ in a guideline is not the year of the report."""
    found = read(_written(tmp_path, suffix, Plain(year=year, with_result=False)))
    assert found["fiscal_year_be"] == 2564, f"{year} was read as {found['fiscal_year_be']}"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_report_twice_is_shown_as_such_and_not_doubled(suffix: str, tmp_path: Path) -> None:
    """Either refused or read once; in both cases the user is told."""
    path = _written(tmp_path, suffix, Plain(times=2))
    answer = preview(path, "--json")
    assert "Traceback" not in answer.said
    told = [answer.err, read(path) if answer.code == 0 else answer.out]
    assert any(holds(told, word) for word in TWICE), f"nothing says that it stands twice: {answer.said}"
    if answer.code == 0:
        found = _meaning(read(path))
        assert [row[0] for row in found["measures"]] == [row[0] for row in PLAN_ROWS], "measures are doubled"
        assert [row[0] for row in found["progress"]] == [row[0] for row in RESULT_ROWS], "results are doubled"
        assert len(found["signatories"]) == 1, "the person who signs is doubled"
        assert holds(read(path)["measures"], PLAN_ROWS[0][0])
