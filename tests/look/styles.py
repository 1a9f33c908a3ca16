"""Style sheets as rules, and the colours that stand in them and in other files outside the tokens."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageColor

from ita_analysis.paths import PROJECT
from tests.house.sources import literals, python_files

UI = PROJECT / "ita_analysis" / "ui"
SHEETS = sorted((UI / "assets").glob("*.css"))
TEMPLATES = sorted((UI / "templates").glob("*.html"))
SCRIPTS = sorted((UI / "assets").glob("*.js"))
DRAWING = python_files(PROJECT / "app.py", PROJECT / "pages", UI, PROJECT / "ita_analysis" / "figures")
NAMED = frozenset(ImageColor.colormap) | {"rebeccapurple"}
NO_COLOUR = "rgba(0,0,0,0)"  # Plotly's word for transparent
_CODE = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(", re.I)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VARIABLE = re.compile(r"var\(\s*--([a-z0-9-]+)")
_STYLE = re.compile(r"""style=(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True)
class Rule:
    """One selector with what its rule declares; the last declaration of a property is the one that holds."""

    selector: str
    declared: Mapping[str, str]
    place: str

    def colour(self, *properties: str) -> str | None:
        """Return the token of the first property that names exactly one, or None."""
        for each in properties:
            names = _VARIABLE.findall(self.declared.get(each, ""))
            if len(names) == 1:
                return str(names[0]).replace("-", "_")
        return None


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of all style sheets, one for each selector, in their order."""
    return tuple(rule for sheet in SHEETS for rule in rules_in(sheet.read_text(encoding="utf-8"), sheet.name))


def rules_in(css: str, name: str = "sheet") -> Iterator[Rule]:
    """Yield the rules of a style sheet; those within a condition as if it held."""
    plain = re.sub(r"/\*.*?\*/", lambda found: "\n" * found[0].count("\n"), css, flags=re.DOTALL)
    for found in _RULE.finditer(plain):
        declared = dict(_declarations(found[2]))
        line = plain.count("\n", 0, found.start(2)) + 1
        for selector in _selectors(found[1]):
            yield Rule(" ".join(selector.split()), declared, f"{name}:{line}")


def variables(text: str) -> set[str]:
    """Return the CSS variables that a text asks for."""
    return set(_VARIABLE.findall(text))


def defined(text: str) -> set[str]:
    """Return the CSS variables that a text defines itself."""
    return set(re.findall(r"--([a-z0-9-]+)\s*:", text))


def colour_codes(text: str) -> list[str]:
    """Return the colours that a text states as numbers."""
    return [found[0] for found in _CODE.finditer(text)]


def colours_in_css(css: str) -> list[str]:
    """Return the colours that declarations state themselves, as numbers or by a name of CSS."""
    found = []
    for rule in {rule.place + rule.selector: rule for rule in rules_in(css)}.values():
        for value in rule.declared.values():
            found += [*colour_codes(value), *_names(value)]
    return found


def colours_in_markup(html: str) -> list[str]:
    """Return the colours that HTML states itself: as numbers anywhere, by name in its style attributes."""
    styles = [one or other for one, other in _STYLE.findall(html)]
    named = [name for style in styles for _, value in _declarations(style) for name in _names(value)]
    attributes = re.findall(r"""\b(?:color|bgcolor|fill|stroke)=["'](\w+)""", html)
    return [*colour_codes(html), *named, *(name for name in attributes if name.lower() in NAMED)]


def colours_in_code(source: str) -> list[str]:
    """Return the string literals of Python that are or hold a colour."""
    texts = [str(literal.value) for literal in literals(ast.parse(source))]
    return [text for text in texts if text != NO_COLOUR and (_CODE.search(text) or text.lower() in NAMED)]


def settled(all_rules: tuple[Rule, ...], rule: Rule) -> tuple[str | None, str | None]:
    """Return the tokens of words and ground where a rule holds: its own, else those of the rule that it refines."""
    refined = [each for each in all_rules if each.selector == rule.selector or _refines(rule, each)]
    chain = sorted(refined, key=lambda each: len(each.selector))
    words = [token for each in chain if (token := each.colour("color"))]
    grounds = [token for each in chain if (token := each.colour("background", "background-color"))]
    return (words or [None])[-1], (grounds or [None])[-1]


def _selectors(text: str) -> Iterator[str]:
    """Yield the selectors of a list; a comma within brackets is part of one."""
    depth, start = 0, 0
    for place, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            yield text[start:place]
            start = place + 1
    yield text[start:]


def _refines(rule: Rule, other: Rule) -> bool:
    rest = rule.selector.removeprefix(other.selector)
    return rest != rule.selector and bool(re.fullmatch(r"(?:\.[\w-]+|:(?!:)[\w-]+(?:\([^)]*\))?|\[[^]]*\])+", rest))


def _declarations(block: str) -> Iterator[tuple[str, str]]:
    for each in block.split(";"):
        name, colon, value = each.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _names(value: str) -> list[str]:
    words = re.sub(r"var\([^)]*\)|url\([^)]*\)|\"[^\"]*\"", " ", value)
    return [word for word in re.findall(r"(?<![\w-])[a-zA-Z]+(?![\w-])", words) if word.lower() in NAMED]


def read(files: list[Path]) -> dict[str, str]:
    """Return the texts of files by their place in the project."""
    return {file.relative_to(PROJECT).as_posix(): file.read_text(encoding="utf-8") for file in files}
