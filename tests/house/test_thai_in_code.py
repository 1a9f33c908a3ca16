"""Thai stands in the catalogue, the vocabulary, the data and `ita_analysis/thai`; never in other code or markup."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.sources import PROGRAM, complaints, literals, program_files

THAI = re.compile("[\u0e01-\u0e5b]")
FORMS = ("html", "css", "js")


def thai_literals(source: str) -> list[str]:
    """Return the string literals that hold Thai letters; docstrings and comments do not count."""
    found = literals(ast.parse(source))
    texts = [(node.lineno, str(node.value)) for node in found]
    return [f"line {line}: “{text}”" for line, text in texts if THAI.search(text)]


def test_no_thai_in_the_literals_of_the_code() -> None:
    files = [path for path in program_files() if not path.is_relative_to(PROGRAM / "thai")]
    assert complaints(thai_literals, files) == []


def test_no_thai_in_templates_style_sheets_and_scripts() -> None:
    files = [path for form in FORMS for path in (PROGRAM / "ui").rglob(f"*.{form}")]
    assert {path.suffix.removeprefix(".") for path in files} == set(FORMS)
    assert [path.name for path in files if THAI.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "source",
    [
        'title = "มาตรการ"',
        'f"รอบ {months}"',
        'show(label="ก")',
        'letter = "\\u0e01"',
        'match x:\n    case "ผลผลิต": ...',
        "y = {'ก': 1}",
    ],
)
def test_thai_in_a_literal_is_told(source: str) -> None:
    assert len(thai_literals(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        '"""โมดูลของมาตรการ"""',
        'def title():\n    """Return the title (ชื่อมาตรการ)."""',
        'class Measure:\n    """มาตรการ."""\n\n    title: str\n    """ชื่อ."""',
        "x = 1  # มาตรการ",
        'title = "measure"',
        "amount = b'x'",
    ],
)
def test_thai_in_docstrings_and_comments_is_left_alone(source: str) -> None:
    assert thai_literals(source) == []
