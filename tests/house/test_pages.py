"""A page is a short script that reads as a sentence: no function, no SQL, no arithmetic, no colour."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from ita_analysis.paths import PROJECT
from ita_analysis.ui.frame import PAGES as PAGES_OF_THE_MENU
from tests.house.sources import PAGES, complaints, literals, python_files

LONGEST_PAGE = 40
STREAMLIT = {"stop", "container"}
SQL = re.compile(
    r"\bselect\b.+\bfrom\b|\binsert\s+into\b|\bupdate\b.+\bset\b|\bdelete\s+from\b|\bcreate\s+(or\s+replace\s+)?(table|view)\b",
    re.IGNORECASE | re.DOTALL,
)
COLOUR = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)


def page_complaints(source: str) -> list[str]:
    """Return what a page does that is not a page's work."""
    tree = ast.parse(source)
    return [*_too_long(source), *_definitions(tree), *_arithmetic(tree), *_forbidden_words(tree)]


def _too_long(source: str) -> list[str]:
    lines = len(source.splitlines())
    return [f"{lines} lines"] if lines > LONGEST_PAGE else []


def _definitions(tree: ast.AST) -> list[str]:
    found = [node for node in ast.walk(tree) if isinstance(node, DEFINITIONS)]
    return [f"line {node.lineno}: defines {node.name}" for node in found]


def _arithmetic(tree: ast.AST) -> list[str]:
    sums = [node for node in ast.walk(tree) if isinstance(node, ast.BinOp | ast.AugAssign)]
    found = [node for node in sums if isinstance(node.op, ARITHMETIC) and not _joins_text(node)]
    return [f"line {node.lineno}: arithmetic" for node in found]


def _joins_text(node: ast.BinOp | ast.AugAssign) -> bool:
    sides = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.value]
    return any(_is_text(side) for side in sides)


def _is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return _joins_text(node)
    return isinstance(node, ast.JoinedStr | ast.List | ast.Tuple) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _forbidden_words(tree: ast.AST) -> list[str]:
    found = [(node.lineno, str(node.value)) for node in literals(tree)]
    sql = [f"line {line}: SQL" for line, text in found if SQL.search(text)]
    return sql + [f"line {line}: a colour" for line, text in found if COLOUR.search(text)]


def foreign(source: str) -> list[str]:
    """Return what a page takes from elsewhere than the screens, and what it asks of Streamlit itself."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names if name.name != "streamlit"]
        elif isinstance(node, ast.ImportFrom) and node.module not in {"ita_analysis.ui", "ita_analysis.ui.screens"}:
            found.append(str(node.module))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "st":
            found += [node.attr] if node.attr not in STREAMLIT else []
    return found


def stray_pages(folder: Path) -> list[str]:
    """Return the pages that lie directly in a folder, where Streamlit would serve them past `app.py`."""
    return sorted(path.name for path in folder.glob("*.py"))


def test_no_page_lies_directly_in_the_folder_of_pages() -> None:
    assert stray_pages(PAGES) == []


def test_a_stray_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "overview").mkdir()
    (tmp_path / "overview" / "executive.py").touch()
    assert stray_pages(tmp_path) == []
    (tmp_path / "stray.py").touch()
    assert stray_pages(tmp_path) == ["stray.py"]


def test_the_pages_of_the_menu_are_the_scripts_that_there_are() -> None:
    scripts = {path.relative_to(PROJECT).as_posix(): path.parent.name for path in python_files(PAGES)}
    stated = {script: section for section, script, _ in PAGES_OF_THE_MENU.values()}
    assert len(stated) == len(PAGES_OF_THE_MENU), "two addresses show one script"
    assert set(stated) == set(scripts)
    assert {script for script, section in stated.items() if section and section != scripts[script]} == set()


def test_a_page_talks_to_the_screens_alone() -> None:
    """Streamlit's own words in a page are to stop, and to hold a place open; all else is asked of the ui."""
    assert complaints(foreign, python_files(PAGES)) == []


@pytest.mark.parametrize(
    "source", ["import pandas", "from ita_analysis.store import links", "st.write(1)", "import st"]
)
def test_a_page_that_does_the_work_of_a_screen_is_told(source: str) -> None:
    assert len(foreign(source)) == 1
    assert foreign("import streamlit as st\nfrom ita_analysis.ui import frame\nst.stop()") == []


def test_every_page_reads_as_a_sentence() -> None:
    assert complaints(page_complaints, python_files(PAGES)) == []


GOOD_PAGE = '''
"""Where are we? A select of rows from #1 on is no SQL in a docstring."""

import streamlit as st

from ita_analysis.ui import asking, filters, panels

scope = filters.chosen()
state = asking.ask("progress", scope)
if state.empty:
    panels.nothing(scope)
    st.stop()
st.html("<h1>" + panels.headline(state) + "</h1>")
wanted = scope.rounds | {12}
columns = [*scope.columns] + ["output"]
panels.show(state, wanted, title="Issue #1")
'''


def test_a_page_as_it_is_meant_has_no_complaints() -> None:
    assert page_complaints(GOOD_PAGE) == []


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("x = 1\n" * 41, "41 lines"),
        ("def show(): ...", "line 1: defines show"),
        ("async def show(): ...", "line 1: defines show"),
        ("class Page: ...", "line 1: defines Page"),
        ("share = done / steps", "line 1: arithmetic"),
        ("total = 0.3 * score", "line 1: arithmetic"),
        ("show(year - 543)", "line 1: arithmetic"),
        ("count += 1", "line 1: arithmetic"),
        ("ask('SELECT title\\nFROM measure')", "line 1: SQL"),
        ("ask('delete from measure')", "line 1: SQL"),
        ("ask('update measure set title = 1')", "line 1: SQL"),
        ("bar(color='#c60')", "line 1: a colour"),
        ("bar(color='#CC6600')", "line 1: a colour"),
        ("bar(color='rgb(1, 2, 3)')", "line 1: a colour"),
    ],
)
def test_what_is_not_a_pages_work_is_told(source: str, complaint: str) -> None:
    assert page_complaints(source) == [complaint]
