"""The viewing mode changes while a page is open: words, grounds and charts all follow, and the server is not asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from ita_analysis.look import tokens

from .looking import colours_of_figures, grounds, rgb, stumbling_blocks
from .screen import visit
from .servers import Server
from .visitors import Scheme
from .walked import PAGES, WITH_CHARTS

# What is painted by our style sheet, and what by Plotly: letters, marks, patterns and the paper.
PAINTED = """() => {
  const of = (places, names) => [...new Set([...document.querySelectorAll(places)]
    .filter(each => each.checkVisibility()).flatMap(each => names.map(name => getComputedStyle(each)[name])))];
  const chart = '[data-testid=stPlotlyChart] ';
  return {
    page: of('[data-testid=stApp], [data-testid=stMain] h1, [data-testid=stMain] h1 *, .ita *',
      ['color', 'backgroundColor', 'borderTopColor']),
    letters: of(chart + 'svg text', ['fill']),
    marks: of(['.points path', '.shapelayer path', 'pattern path', 'pattern rect'].map(each => chart + each).join(),
      ['fill', 'stroke']).filter(each => each.startsWith('rgb')),
    paper: of(chart + '.main-svg', ['backgroundColor']).filter(each => each !== 'rgba(0, 0, 0, 0)'),
  };
}"""
BLACK, CLEAR = "rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"  # what is not painted at all


def only_of(scheme: Scheme) -> set[str]:
    """Return the colours that belong to one viewing mode alone."""
    other: Scheme = "dark" if scheme == "light" else "light"
    names = tokens()["colour"]
    return {rgb(name, scheme) for name in names} - {rgb(name, other) for name in names}


def is_all_of(scheme: Scheme, painted: dict[str, list[str]], *, has_chart: bool) -> None:
    """Check that nothing on the page has kept the colours of the other viewing mode."""
    other: Scheme = "dark" if scheme == "light" else "light"
    assert set(painted["page"]) & only_of(scheme)
    assert not set(painted["page"]) & only_of(other)
    if has_chart:
        for kind in ("letters", "marks"):
            assert painted[kind], kind
            assert set(painted[kind]) - {BLACK, CLEAR} <= set(colours_of_figures(scheme)), kind
        assert set(painted["paper"]) <= {rgb("bg", scheme)}, "a ground of its own, or that of the page"


@pytest.mark.parametrize("name", PAGES)
def test_all_colours_follow_a_change_of_the_viewing_mode_without_the_server(
    server: Server, page: Page, name: str
) -> None:
    said: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: said.append("sent")))
    page.on("websocket", lambda socket: socket.on("framereceived", lambda _: said.append("received")))
    visit(page, server, PAGES[name])
    grounds(page, "light")
    before = len(said)
    assert before
    schemes: tuple[Scheme, ...] = ("light", "dark", "light")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        grounds(page, scheme)
        is_all_of(scheme, page.evaluate(PAINTED), has_chart=name in WITH_CHARTS)
        assert stumbling_blocks(page) == {}
    assert len(said) == before, "the browser alone changes the colours"
