"""A page as `app.py` shows it, without a browser: its words, its tables, its charts, its elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest

from ita_analysis.paths import PROJECT
from ita_analysis.ui.frame import PAGES
from tests.ui.markup import Element, Way, elements_of

APP = PROJECT / "app.py"
SECONDS = 60


@dataclass
class Screen:
    """One page of the running application."""

    at: AppTest

    @property
    def traces(self) -> list[str]:
        """Return what nobody caught."""
        return [str(each.value) for each in self.at.exception]

    @property
    def problems(self) -> list[str]:
        """Return what went wrong: traces first, then sentences about what can be mended."""
        return [*self.traces, *self.told("problem")]

    def told(self, kind: str) -> list[str]:
        """Return the messages of a kind: problem, note or done."""
        return [each.text for each in self.elements("div", "message") if each.has(kind)]

    @property
    def html(self) -> str:
        """Return all HTML of the page, in its order; the frame's line, which repeats the address, is not the page's."""
        return "\n".join(self._pieces())

    def elements(self, tag: str | None = None, of_class: str | None = None) -> list[Element]:
        """Return the elements of the page, or those of a tag and a class; each piece of HTML has to be whole."""
        pieces = self._pieces(of_frame=of_class == "visitor")
        found = [element for piece in pieces for element in elements_of(piece)]
        return [x for x in found if tag in {None, x.tag} and (of_class is None or x.has(of_class))]

    def _pieces(self, *, of_frame: bool = False) -> list[str]:
        pieces = [str(each.value) for each in self.at.get("html")]
        return [piece for piece in pieces if piece.startswith('<div class="visitor"') is of_frame]

    @property
    def text(self) -> str:
        """Return all words of the page."""
        return " ".join(each.text for each in self.elements("div", "ita"))

    @property
    def headline(self) -> str:
        """Return the finding at the top."""
        (found,) = self.elements("h1")
        return found.text

    @property
    def standfirst(self) -> str:
        """Return the second fact, below the finding."""
        return " ".join(each.text for each in self.elements("p", "lead"))

    @property
    def facts(self) -> list[str]:
        """Return the numbers of the facts strip."""
        return [each.text for each in self.elements("div", "value")]

    @property
    def places(self) -> set[str]:
        """Return the places on the page that a link may lead to."""
        return {each.id for each in self.elements() if each.id}

    @property
    def ways(self) -> list[Way]:
        """Return where the links of the page lead."""
        return [way for each in self.elements("div", "ita") for way in each.links]

    def part(self, name: str) -> Element:
        """Return the part of the page that a place names."""
        (found,) = [each for each in self.elements() if each.id == name]
        return found

    def body(self, heading: str, of_class: str | None = None) -> list[Element]:
        """Return the rows below the heads of the tables with a heading (those of a class)."""
        tables = [each for each in self.elements("table", of_class) if heading in _head_of(each)]
        return [row for table in tables for body in table.find("tbody") for row in body.find("tr")]

    def rows(self, heading: str) -> list[list[str]]:
        """Return the cells of the rows of the tables that have a heading."""
        return [row.cells for row in self.body(heading)]

    @property
    def charts(self) -> list[dict[str, Any]]:
        """Return the charts as Plotly gets them, each with its alternative text as `alt`."""
        found = self.at.get("plotly_chart")
        return [{**json.loads(each.proto.spec), "alt": each.proto.alt, "theme": each.proto.theme} for each in found]

    def options(self, name: str) -> list[str]:
        """Return what a filter offers, in words."""
        return list(self.at.selectbox(key=f"choose_{name}").options)

    @property
    def filters(self) -> set[str]:
        """Return the names of the filters that are offered."""
        keys = (str(box.key) for box in self.at.selectbox)
        return {key.removeprefix("choose_") for key in keys if key.startswith("choose_")}

    @property
    def chosen(self) -> dict[str, str]:
        """Return what the filters say, by their names in the address."""
        return {name: str(self.at.selectbox(key=f"choose_{name}").value) for name in self.filters}

    def choose(self, name: str, value: str) -> Screen:
        """Choose in a filter and look again."""
        self.at.selectbox(key=f"choose_{name}").set_value(value).run(timeout=SECONDS)
        return self

    def follow(self, page: str) -> Screen:
        """Open another page in the same visit; the menu drops the filters from the address."""
        return self.click(Way(page))

    def click(self, way: Way) -> Screen:
        """Go where a link leads, in the same visit."""
        assert way.page in PAGES, way
        self.at.switch_page(PAGES[way.page][1])
        self.at.query_params = way.address
        self.at.run(timeout=SECONDS)
        return self


def visit(page: str = "executive", /, theme: str = "light", **address: str) -> Screen:
    """Open a page as a new visitor does, with what stands in the address."""
    at = AppTest.from_file(APP, default_timeout=SECONDS)
    at.context["theme"] = theme
    if page in {"bring-in", "entry", "scores"}:  # known by its address only once the menu has been built
        at.switch_page(PAGES["people"][1])  # a page that asks for little
        at.run()
    if page != "executive":
        at.switch_page(PAGES[page][1])
    at.query_params = dict(address)
    return Screen(at.run())


def texts_of(chart: dict[str, Any]) -> Iterator[str]:
    """Yield every text that a chart shows: labels and values of marks that are drawn, ticks, annotations."""
    for trace in chart["data"]:
        said = trace.get("text") or [""] * len(trace["x"])
        yield from (str(text) for text, x in zip(said, trace["x"], strict=True) if x is not None)
    layout = chart["layout"]
    yield from (str(each["text"]) for each in layout.get("annotations", []))
    for axis in ("xaxis", "yaxis", "yaxis2"):
        yield from map(str, layout.get(axis, {}).get("ticktext", []))


def _head_of(table: Element) -> str:
    return " ".join(each.text for each in table.find("thead"))
