"""Where the code names sentences of the catalogue: in `say`, in `say_count` and in the errors it raises."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, nodes

from ita_analysis import errors
from ita_analysis.paths import PROJECT
from tests.house.sources import literals

_CLASSES = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type)}
ERRORS = {name for name, kind in _CLASSES.items() if issubclass(kind, errors.ItaError)}
# Functions that raise an error of the key they are given, with values of their own.
REFUSALS = {"_refuse"}
FORMS = ("many", "one", "none")


@dataclass(frozen=True)
class Use:
    """A key as the code names it (`*` for computed parts) and the values it is given (None: not all seen)."""

    key: str
    values: frozenset[str] | None
    place: str


def uses(path: Path) -> list[Use]:
    """Return the keys that a file names outright or in part."""
    return list(uses_in(path.read_text(encoding="utf-8"), path.relative_to(PROJECT).as_posix()))


def uses_in(source: str, name: str = "source") -> Iterator[Use]:
    """Yield the keys that a source names; a key that a variable holds is not seen here."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            for key in _keys(_called(node), node.args[0]):
                yield Use(key, _values(node), f"{name}:{node.lineno}")


def template_uses(path: Path) -> Iterator[Use]:
    """Yield the keys that a template names."""
    yield from template_uses_in(path.read_text(encoding="utf-8"), path.name)


def template_uses_in(source: str, name: str = "template") -> Iterator[Use]:
    """Yield the keys that the source of a template names; `"severity." ~ code` is a computed one."""
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "say" and call.args:
            values = frozenset(keyword.key for keyword in call.kwargs)
            for key in _template_patterns(call.args[0]):
                yield Use(key, values, f"{name}:{call.lineno}")


def template_strings(path: Path) -> set[str]:
    """Return the keys that a template names outright."""
    return {use.key for use in template_uses(path) if "*" not in use.key}


def strings(path: Path) -> set[str]:
    """Return the string literals of a file, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {str(literal.value) for literal in literals(tree)}


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _keys(called: str, argument: ast.expr) -> list[str]:
    if called == "say":
        return _patterns(argument)
    if called == "say_count":
        return [f"{key}.{form}" for key in _patterns(argument) for form in FORMS]
    if called == "say_some":
        return [f"{key}.{form}" for key in _patterns(argument) for form in FORMS[:2]]
    return [f"error.{key}" for key in _patterns(argument)] if called in ERRORS | REFUSALS else []


def _patterns(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return _patterns(node.body) + _patterns(node.orelse)
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "*" for part in node.values]
        return ["".join(map(str, parts))]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _template_patterns(node: nodes.Expr) -> list[str]:
    if isinstance(node, nodes.CondExpr):
        sides = [node.expr1, node.expr2] if node.expr2 else [node.expr1]
        return [key for side in sides for key in _template_patterns(side)]
    if isinstance(node, nodes.Concat):
        return ["".join(str(part.value) if isinstance(part, nodes.Const) else "*" for part in node.nodes)]
    return [node.value] if isinstance(node, nodes.Const) and isinstance(node.value, str) else []


def _values(node: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in node.keywords]
    if None in names or _called(node) in REFUSALS:
        return None
    counted = {"count"} if _called(node) in {"say_count", "say_some"} else set()
    return frozenset(name for name in names if name) | counted
