"""The yardstick: a script with the elements of a page of ours, as someone writes it who tunes nothing."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from benchmarks.bare_elements import lines_of
from benchmarks.elements import Node

# Only what the page needs is imported: a page without a chart or table would be slowed unfairly by the rest.
_IMPORTS = {"pd.": "import pandas as pd", "go.": "import plotly.graph_objects as go", "st.": "import streamlit as st"}
_SET_UP = ["", 'st.set_page_config(layout="wide")', ""]
_MAIN, _SIDEBAR, _UNSEEN, _FOOT = range(4)
# A container in which nothing stands is a block all the same.
_PLACES = {"flex_container", "vertical"}
_WITH = {
    "sidebar": "st.sidebar",
    "expandable": 'st.expander("ข้อความ")',
    "popover": 'st.popover("ข้อความ")',
    "form": 'st.form("form_{number}")',
}


class Script:
    """A script in the making: its lines, and a number for each name in it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.lines: list[str] = []
        self._numbers = count(1)

    def add(self, nodes: list[Node], depth: int = 0) -> None:
        """Add blocks and elements, those inside a block indented under it."""
        for node in nodes:
            if node.kind in {"flex_container", "tab_container"} and node.inside:
                self._row(node, depth)
            elif node.inside or node.kind in _WITH or node.kind in _PLACES:
                self._within(_WITH.get(node.kind, "st.container()").format(number=next(self._numbers)), node, depth)
            else:
                self._write(lines_of(node.kind, node.message, next(self._numbers)), depth)

    def _row(self, node: Node, depth: int) -> None:
        inner = node.children
        if {child.kind for child in inner} - {"column", "tab"}:
            self._within("st.container()", node, depth)
            return
        name = f"part_{next(self._numbers)}"
        is_tabs = node.kind == "tab_container"
        made = [f"ข้อความ {place}" for place, _ in enumerate(inner)] if is_tabs else _weights(inner)
        self._write([f"{name} = st.{'tabs' if is_tabs else 'columns'}({made})"], depth)
        for place, child in enumerate(inner):
            self._within(f"{name}[{place}]", child, depth)

    def _within(self, place: str, node: Node, depth: int) -> None:
        self._write([f"with {place}:"], depth)
        self.add(node.children, depth + 1)
        if not node.inside:
            self._write(["pass"], depth + 1)

    def _write(self, lines: list[str], depth: int) -> None:
        self.lines += ["    " * depth + line for line in lines]


def bare_script(page: Node) -> str:
    """Return the script of a bare page with the elements of a page of ours."""
    script = Script()
    for place in (_UNSEEN, _SIDEBAR, _MAIN, _FOOT):
        part = page.inside.get(place)
        if part and place == _SIDEBAR:
            script.add([Node("sidebar", inside=part.inside)])
        elif part:
            script.add(part.children)
    imports = [line for name, line in _IMPORTS.items() if name == "st." or any(name in used for used in script.lines)]
    return "\n".join([*imports, *_SET_UP, *script.lines]) + "\n"


def write_bare_page(page: Node, folder: Path) -> Path:
    """Write the script of a bare page into a folder of its own; return its path."""
    folder.mkdir(parents=True)
    script = folder / "page.py"
    script.write_text(bare_script(page), encoding="utf-8")
    return script


def _weights(columns: list[Node]) -> list[float]:
    return [round(float(column.message.weight), 4) or 1.0 for column in columns]
