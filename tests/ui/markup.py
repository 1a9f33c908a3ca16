"""HTML as a reader of the page meets it: elements with their words, and whatever stands within them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

VOID = {"br", "wbr", "img", "input", "hr", "meta", "link"}


@dataclass
class Element:
    """One HTML element: its tag, its attributes, the text within it, and the elements within it."""

    tag: str
    attributes: dict[str, str | None]
    parts: list[str] = field(default_factory=list)
    inside: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the text within, spaces single."""
        return " ".join("".join(self.parts).split())

    @property
    def href(self) -> str:
        """Return where a link leads."""
        return self.attributes.get("href") or ""

    @property
    def id(self) -> str:
        """Return the name of the place on the page."""
        return self.attributes.get("id") or ""

    def has(self, name: str) -> bool:
        """Return whether the element is of a class."""
        return name in (self.attributes.get("class") or "").split()

    def find(self, *tags: str) -> list[Element]:
        """Return the elements of some tags within, in their order."""
        return [each for each in self.inside if each.tag in tags]

    def of(self, name: str) -> list[Element]:
        """Return the elements of a class within."""
        return [each for each in self.inside if each.has(name)]

    @property
    def cells(self) -> list[str]:
        """Return the words of a row's cells."""
        return [each.text for each in self.find("th", "td")]

    @property
    def links(self) -> list[Way]:
        """Return where the links within lead."""
        return [way_of(each.href) for each in self.find("a") if not each.href.startswith(("http://", "https://"))]


@dataclass(frozen=True)
class Way:
    """Where a link leads: a page by its name (none for a place on the same page), its filters, a place on it."""

    page: str
    said: tuple[tuple[str, str], ...] = ()
    place: str = ""

    @property
    def address(self) -> dict[str, str]:
        """Return what stands in the address, by its names."""
        return dict(self.said)

    @property
    def filters(self) -> dict[str, str]:
        """Return what the address says besides agency and year."""
        return {name: value for name, value in self.address.items() if name not in {"agency", "year"}}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[Element] = []
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; it stays open until its end."""
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs), f"<{tag}> says something twice"
        for each in self.open:
            each.inside.append(element)
        self.found.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in VOID:
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


def elements_of(html: str) -> list[Element]:
    """Return the elements of a piece of HTML, which has to be whole."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, f"left open: {[element.tag for element in reader.open]}"
    return reader.found


def way_of(href: str) -> Way:
    """Return where a link leads; one that leaves our pages is an error of the page."""
    parts = urlsplit(href)
    assert not parts.scheme, href
    assert not parts.netloc, href
    said = tuple(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    assert len(dict(said)) == len(said), f"{href} says something twice"
    if not parts.path:
        return Way("", said, parts.fragment)
    assert parts.path.startswith("./"), href
    return Way(parts.path.removeprefix("./") or "executive", said, parts.fragment)
