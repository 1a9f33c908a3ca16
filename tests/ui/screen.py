"""A page as `app.py` shows it, without a browser: its words, its tables, its charts, its elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from streamlit.testing.v1 import AppTest

from ita_analysis.paths import PROJECT
from ita_analysis.ui.frame import PAGES

APP = PROJECT / "app.py"
SECONDS = 60
_SILENT = {"style", "script"}
_VOID = {"br", "img", "input", "hr", "meta", "link"}


@dataclass
class Element:
    """One HTML element: its tag, its attributes, and the text within it."""

    tag: str
    attributes: dict[str, str | None]
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the text within, spaces single."""
        return " ".join("".join(self.parts).split())

    def has(self, name: str) -> bool:
        """Return whether the element is of a class."""
        return name in (self.attributes.get("class") or "").split()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[Element] = []
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; it stays open until its end."""
        element = Element(tag, dict(attrs))
        self.found.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close an element; an end without its start, or over another's end, is an error of the page."""
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        """Give text to all elements that hold it."""
        for element in self.open:
            element.parts.append(data)


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
        """Return all HTML of the page, in its order."""
        return "\n".join(str(each.value) for each in self.at.get("html"))

    def elements(self, tag: str | None = None, of_class: str | None = None) -> list[Element]:
        """Return the elements of the page, or those of a tag and a class; each piece of HTML has to be whole."""
        found: list[Element] = []
        for each in self.at.get("html"):
            reader = _Reader()
            reader.feed(str(each.value))
            reader.close()
            assert not reader.open, f"left open: {[element.tag for element in reader.open]}"
            found += reader.found
        return [x for x in found if tag in {None, x.tag} and (of_class is None or x.has(of_class))]

    @property
    def text(self) -> str:
        """Return all words of the page, without those of style and script."""
        tops = [each for each in self.elements() if each.tag not in _SILENT]
        return " ".join(each.text for each in tops if each.tag in {"div"})

    @property
    def headline(self) -> str:
        """Return the finding at the top."""
        (found,) = self.elements("h1")
        return found.text

    def rows(self, heading: str) -> list[list[str]]:
        """Return the cells of the rows of the tables that have a heading."""
        found: list[list[str]] = []
        within = False
        for element in self.elements():
            if element.tag == "table":
                within = heading in element.text
            elif element.tag == "tr" and within:
                found.append([])
            elif element.tag == "td" and within:
                found[-1].append(element.text)
        return [cells for cells in found if cells]

    @property
    def charts(self) -> list[dict[str, Any]]:
        """Return the charts as Plotly gets them, each with its alternative text as `alt`."""
        return [{**json.loads(each.proto.spec), "alt": each.proto.alt} for each in self.at.get("plotly_chart")]

    def options(self, name: str) -> list[str]:
        """Return what a filter offers, by its word in the address."""
        return list(self.at.selectbox(key=f"choose_{name}").options)

    def choose(self, name: str, value: str) -> Screen:
        """Choose in a filter and look again."""
        self.at.selectbox(key=f"choose_{name}").set_value(value).run(timeout=SECONDS)
        return self

    def follow(self, page: str) -> Screen:
        """Open another page in the same visit; the menu drops the filters from the address."""
        self.at.query_params.clear()
        self.at.switch_page(PAGES[page][1]).run(timeout=SECONDS)
        return self


def visit(page: str = "executive", theme: str = "light", **address: str) -> Screen:
    """Open a page as a new visitor does, with what stands in the address."""
    at = AppTest.from_file(APP, default_timeout=SECONDS)
    at.context["theme"] = theme
    if page == "bring-in":  # known by its address only once the menu has been built
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
