"""Filters: chosen by hand they stand in the address, and the address is enough to show a stranger the same again."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from ita_analysis.texts import say

from .screen import about, choose, filter_box, headline, main, settle, visit
from .servers import Server
from .shipped import INDICATOR, INDICATOR_ROW, ITS_MEASURE, ITS_UNIT, OTHER_MEASURE, agency_code
from .visitors import Visitors
from .walked import PAGES

# The filters of each page: a code for the address, and the label of that code.
ROUND = {"round": ("12", say("filter.round_label", months=12))}
ONE = {"indicator": ("7", INDICATOR)}
UNIT = {"unit": (ITS_UNIT, ITS_UNIT)}
STATUS = {"status": ("done", say("status.done"))}
LEVEL = {"status": ("no_data", say("level.no_data"))}
FILTERS = {
    "weaknesses": ONE | LEVEL,
    "measures": ROUND | ONE | UNIT | STATUS,
    "rounds": ROUND | ONE | UNIT | STATUS,
    "coverage": ONE | UNIT,
}
EACH = [(page, name) for page, filters in FILTERS.items() for name in filters]
HOSTILE = "<img src=x onerror=alert(1)>"


def rows(page: Page) -> Locator:
    """Return the rows of the first table that is shown."""
    return main(page).locator("table").filter(visible=True).first.locator("tbody tr")


def shows_the_choice(page: Page, chosen: dict[str, tuple[str, str]]) -> None:
    """Check that address and boxes both say what was chosen."""
    settle(page)
    assert {name: code for name, code in about(page).items() if name not in {"agency", "year"}} == {
        name: code for name, (code, _) in chosen.items()
    }
    for name, (_, label) in chosen.items():
        expect(filter_box(page, name)).to_have_value(label)


@pytest.mark.parametrize(("at", "name"), EACH)
def test_a_fresh_visitor_sees_by_a_deep_link_what_another_chose(
    server: Server, page: Page, visitors: Visitors, at: str, name: str
) -> None:
    code, label = FILTERS[at][name]
    visit(page, server, PAGES[at])
    assert about(page) == {}
    choose(page, name, label)
    page.wait_for_url(f"**{PAGES[at]}?{urlencode({name: code})}")
    shows_the_choice(page, {name: (code, label)})
    shown = main(page).inner_text()
    other = visitors.page(is_fresh=True)
    visit(other, server, f"{PAGES[at]}?{urlencode({'agency': agency_code(), 'year': '2564', name: code})}")
    shows_the_choice(other, {name: (code, label)})
    assert main(other).inner_text() == shown


@pytest.mark.parametrize("at", FILTERS)
def test_all_filters_of_a_page_hold_together_and_survive_a_reload(server: Server, page: Page, at: str) -> None:
    chosen = FILTERS[at]
    visit(page, server, f"{PAGES[at]}?{urlencode({name: code for name, (code, _) in chosen.items()})}")
    shows_the_choice(page, chosen)
    page.reload()
    shows_the_choice(page, chosen)


@pytest.mark.parametrize("at", ["measures", "rounds"])
def test_a_filter_leaves_only_what_it_names_and_taken_back_leaves_the_address(
    server: Server, page: Page, at: str
) -> None:
    visit(page, server, f"{PAGES[at]}?indicator=7")
    expect(rows(page).filter(has_text=ITS_MEASURE)).to_have_count(1)
    expect(rows(page).filter(has_text=OTHER_MEASURE)).to_have_count(0)
    choose(page, "indicator", say("filter.all"))
    expect(rows(page).filter(has_text=OTHER_MEASURE)).to_have_count(1)
    settle(page)
    assert about(page) == {}


def test_on_the_coverage_page_a_filter_leaves_the_row(server: Server, page: Page) -> None:
    visit(page, server, "/coverage?indicator=7")
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text(INDICATOR_ROW)


def test_the_indicator_asked_for_is_shown_in_full(server: Server, page: Page) -> None:
    visit(page, server, "/weaknesses")
    choose(page, "indicator", INDICATOR)
    wanted = say("weaknesses.drill", no=7, name="")
    expect(main(page).get_by_role("heading").filter(has_text=wanted)).to_be_visible()


@pytest.mark.parametrize("at", FILTERS)
@pytest.mark.parametrize(
    "words",
    [
        "round=7&indicator=99&status=nonsense&unit=&agency=nobody&year=9999&measure=77",
        f"round={quote(HOSTILE)}&unit={quote(HOSTILE)}&agency={quote(HOSTILE)}&year=-1&indicator=%00&nobody=asked"
        f"&status={quote(HOSTILE)}&measure={quote(HOSTILE)}",
    ],
    ids=["unknown", "hostile"],
)
def test_a_wrong_value_in_the_address_shows_the_page_without_that_filter(
    server: Server, page: Page, at: str, words: str
) -> None:
    visit(page, server, PAGES[at])
    finding, count = headline(page).inner_text(), rows(page).count()
    visit(page, server, f"{PAGES[at]}?{words}")
    expect(headline(page)).to_have_text(finding)
    expect(main(page).get_by_role("alert")).to_have_count(0)
    expect(rows(page)).to_have_count(count)
    for name in FILTERS[at]:
        every = "filter.latest_round" if name == "round" else "filter.all"
        expect(filter_box(page, name)).to_have_value(say(every))
    expect(main(page).get_by_text(HOSTILE)).to_have_count(0)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/measures?round=6&status=not_started", "rounds.nothing_left"),
        ("/rounds?round=6&status=not_started", "rounds.nothing_left"),
        ("/weaknesses?status=strength", "weaknesses.nothing_left"),
        ("/coverage?indicator=2", "coverage.nothing_left"),
    ],
)
def test_filters_that_leave_nothing_say_so(server: Server, page: Page, address: str, told: str) -> None:
    visit(page, server, address)
    expect(main(page).get_by_text(say(told))).to_be_visible()
