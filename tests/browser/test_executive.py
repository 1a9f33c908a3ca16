"""The executive's screen: what is missing, what is not known, and what is asked for."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .screen import about, headline, link, main, path_of, rows_under, settle, unfold, visit
from .servers import Server
from .shipped import FINDING, WEAK, WITHOUT_MEASURE, YEAR, agency_code

SHOWN_TEXTS = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const labels = [...main.querySelectorAll('[aria-label]')].map(each => each.getAttribute('aria-label'));
  const drawn = [...main.querySelectorAll('svg text')].map(each => each.textContent);
  return [...labels, main.innerText, ...drawn].join('\\n');
}"""
REQUESTS = {"measure": "/coverage", "findings": "/completeness", "round": "/entry"}


def test_the_finding_what_is_missing_and_where_the_numbers_come_from(server: Server, page: Page) -> None:
    visit(page, server)
    expect(headline(page)).to_have_count(1)
    expect(headline(page)).to_have_text(FINDING)
    shown = str(page.evaluate(SHOWN_TEXTS))
    assert say("missing") in shown
    assert re.findall(r"(?<![\d.,])0\.0+(?!\d)", shown) == [], "a missing score is never shown as zero"
    expect(main(page).get_by_text(say("source.coverage.formula"))).not_to_be_visible()
    unfold(page, say("source.title"))
    expect(main(page).get_by_text(say("source.coverage.formula"))).to_be_visible()


def test_the_weak_indicators_stand_there_and_the_one_without_a_measure_first(server: Server, page: Page) -> None:
    visit(page, server)
    rows = rows_under(page, say("executive.weak_title"))
    named = [row for row in rows if say("weakness.develop") in row[say("column.indicator")]]
    numbers = [int(row[say("column.indicator")].split()[0]) for row in named]
    assert sorted(numbers) == sorted(WEAK)
    assert numbers[0] == WITHOUT_MEASURE
    without = [row for row in named if any(say("executive.no_measure") in cell for cell in row.values())]
    assert without == named[:1]


def test_each_request_leads_to_a_page_about_the_same_agency_and_year(server: Server, page: Page) -> None:
    for request, path in REQUESTS.items():
        visit(page, server)
        link(page, say(f"executive.request.{request}.button")).click()
        expect(headline(page)).not_to_have_text(FINDING)
        settle(page)
        assert path_of(page) == path
        assert about(page).items() >= {"agency": agency_code(), "year": YEAR}.items()
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_request_for_a_measure_leads_to_the_indicator_that_has_none(server: Server, page: Page) -> None:
    visit(page, server)
    link(page, say("executive.request.measure.button")).click()
    expect(headline(page)).not_to_have_text(FINDING)
    settle(page)
    assert about(page)["indicator"] == str(WITHOUT_MEASURE)
    expect(main(page).get_by_text(say("coverage.no_measure"), exact=True).filter(visible=True)).to_have_count(1)
