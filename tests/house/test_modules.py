"""Modules are short, named for a noun of the field, and say what each public part of them does."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import PurePath

import pytest

from ita_analysis.paths import PROJECT
from tests.house.sources import PAGES, PROGRAM, complaints, python_files

LONGEST_MODULE = 250
DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc"}
DRAWERS |= {"manager", "managers", "service", "services"}
Documented = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def too_long(source: str) -> list[str]:
    """Return whether a module has more lines than the house allows."""
    lines = len(source.splitlines())
    return [f"{lines} lines: is it one noun?"] if lines > LONGEST_MODULE else []


def drawers(path: PurePath) -> list[str]:
    """Return the parts of a path that name a drawer for anything."""
    names = (*path.parent.parts, path.stem)
    return [name for name in names if DRAWERS & set(name.lower().split("_"))]


def undocumented(source: str) -> list[str]:
    """Return the public functions, classes and methods without a docstring."""
    silent = [node for node in _public(ast.parse(source)) if not ast.get_docstring(node)]
    return [f"line {node.lineno}: {node.name} has no docstring" for node in silent]


def _public(parent: ast.Module | Documented) -> Iterator[Documented]:
    for node in parent.body:
        if isinstance(node, Documented) and not node.name.startswith("_") and not _only_types(node):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def _only_types(node: Documented) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)


def test_every_module_is_short() -> None:
    assert complaints(too_long, python_files(PROGRAM)) == []


def test_no_module_or_folder_is_a_drawer() -> None:
    folders = [PROJECT / name for name in ("tests", "benchmarks", "tools", "docs")]
    files = python_files(PROJECT / "app.py", PAGES, PROGRAM, *folders)
    assert [path for path in (file.relative_to(PROJECT) for file in files) if drawers(path)] == []


def test_every_public_part_has_a_docstring() -> None:
    assert complaints(undocumented, python_files(PROGRAM)) == []


def test_a_long_module_is_told() -> None:
    assert too_long("x = 1\n" * 250) == []
    assert too_long("x = 1\n" * 251) == ["251 lines: is it one noun?"]


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("ita_analysis/utils/dates.py", ["utils"]),
        ("ita_analysis/common.py", ["common"]),
        ("ita_analysis/date_helpers.py", ["date_helpers"]),
        ("ita_analysis/ServiceManager/service.py", ["service"]),
        ("ita_analysis/thai/dates.py", []),
        ("ita_analysis/commons_debate.py", []),
    ],
)
def test_a_drawer_is_told_by_its_name(path: str, named: list[str]) -> None:
    assert drawers(PurePath(path)) == named


def test_a_public_part_without_a_docstring_is_told() -> None:
    source = '''
class Measure:
    """An action."""

    def title(self): ...
    def _key(self): ...
    def __str__(self): ...

class _Draft:
    def add(self): ...

def share():
    def inner(): ...

@overload
def typed(): ...

async def ask():
    """Return the answer."""
'''
    told = undocumented(source)
    assert told == ["line 5: title has no docstring", "line 12: share has no docstring"]
