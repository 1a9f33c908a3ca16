"""The bare page is a fair yardstick: it has exactly the elements of ours. No times are tested."""

from collections import Counter
from pathlib import Path

import pytest
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Element_pb2 import Element

from benchmarks import database, pages
from benchmarks.bare_elements import KINDS
from benchmarks.bare_page import bare_script, write_bare_page
from benchmarks.elements import Node, counts, tree
from benchmarks.pages import Page, part_of
from benchmarks.servers import bare_server
from benchmarks.sessions import session
from ita_analysis.ui.frame import PAGES


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Page], Path]:
    folder = tmp_path_factory.mktemp("bench")
    built = folder / "ita.duckdb"
    database.build(built)
    return pages.prepare(built, folder), folder


def shown(script: Path, home: Path) -> dict[str, int]:
    """What a script shows when Streamlit really serves it."""
    with bare_server(script, home) as server, session(server) as visit:
        first, again = visit.run(), visit.run()
    assert counts(tree(first)) == counts(tree(again))
    return counts(tree(first))


def test_every_page_of_ours_is_looked_at(prepared: tuple[list[Page], Path]) -> None:
    *menu, part = prepared[0]
    in_menu = [path for path, (section, *_) in PAGES.items() if section]
    assert [page.path for page in menu] == ["", *in_menu[1:]]
    assert part.path.startswith("measures?measure=")
    for page in [*menu, part]:
        assert page.elements["html"] > 0
        assert "exception" not in page.elements


def test_the_part_of_one_thing_is_another_page_than_the_list_of_all(prepared: tuple[list[Page], Path]) -> None:
    by_path = {page.path: page for page in prepared[0]}
    part = prepared[0][-1]
    assert part.elements != by_path["measures"].elements
    assert part.script.read_text(encoding="utf-8") != by_path["measures"].script.read_text(encoding="utf-8")


def test_a_link_to_one_thing_is_found_wherever_it_stands() -> None:
    body = '<a href="./measures?agency=a&amp;year=2564&amp;measure=12#steps">x</a>'
    root = Node("root", inside={0: Node("part", inside={0: Node("html", Element(html={"body": body}).html)})})
    assert part_of(root) == "measures?measure=12"
    assert part_of(Node("root")) is None


def test_the_bare_pages_have_the_elements_of_ours(prepared: tuple[list[Page], Path]) -> None:
    found, folder = prepared
    for page in found:
        assert shown(page.script, folder) == page.elements, page.path


def test_a_bare_page_tunes_nothing(prepared: tuple[list[Page], Path]) -> None:
    for page in prepared[0]:
        script = page.script.read_text(encoding="utf-8")
        assert not [trick for trick in ("gc", "cache", "fragment", "config.toml", "express") if trick in script]
        assert list(page.script.parent.iterdir()) == [page.script]


def test_only_what_a_page_needs_is_imported() -> None:
    assert "import plotly" not in bare_script(Node("root", inside={0: Node("part", inside={0: plain("html")})}))
    assert "import plotly" in bare_script(Node("root", inside={0: Node("part", inside={0: plain("plotly_chart")})}))


def test_every_kind_of_element_can_be_written(tmp_path: Path) -> None:
    inside = [plain(kind) for kind in sorted(KINDS)] + blocks()
    root = Node("root", inside={0: Node("part", inside=dict(enumerate(inside)))})
    script = write_bare_page(root, tmp_path / "page")
    assert shown(script, tmp_path) == counts(root)


def plain(kind: str) -> Node:
    return Node(kind, getattr(Element(), kind))


def blocks() -> list[Node]:
    """Each kind of block, with something inside."""
    column, tab = Block.Column(weight=0.5), Block.Tab(label="a")
    row = Node("flex_container", inside={place: Node("column", column, {0: plain("html")}) for place in range(2)})
    tabs = Node("tab_container", inside={place: Node("tab", tab, {0: plain("text")}) for place in range(2)})
    within = [Node(kind, inside={0: plain("html")}) for kind in ("expandable", "popover")]
    return [row, tabs, *within, Node("flex_container")]


def test_elements_are_counted_wherever_they_stand() -> None:
    root = Node("root", inside={0: Node("part", inside=dict(enumerate(blocks())))})
    assert counts(root) == dict(Counter({"html": 4, "text": 2, "column": 2, "tab": 2, "flex_container": 2,
                                         "tab_container": 1, "expandable": 1, "popover": 1}))  # fmt: skip
