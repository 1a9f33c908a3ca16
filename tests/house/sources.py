"""The program's own files as text and as trees, for the tests that read them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from ita_analysis.paths import PROJECT

PROGRAM, PAGES = PROJECT / "ita_analysis", PROJECT / "pages"
Check = Callable[[str], list[str]]


def python_files(*places: Path) -> list[Path]:
    """Return the Python files of folders, and the files among the places themselves, where they exist."""
    found = [path for place in places for path in ([place] if place.is_file() else place.rglob("*.py"))]
    return sorted(path for path in found if "__pycache__" not in path.parts)


def program_files() -> list[Path]:
    """Return every Python file of the program: start, pages and layers."""
    return python_files(PROJECT / "app.py", PAGES, PROGRAM)


def complaints(check: Check, files: list[Path]) -> list[str]:
    """Return what a check has against files, each with the file it is about."""
    return [
        f"{path.relative_to(PROJECT)}: {complaint}"
        for path in files
        for complaint in check(path.read_text(encoding="utf-8"))
    ]


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the string literals of a tree, the parts of f-strings included, docstrings left out."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node
