"""The executive's screen: what is missing, what is not known, and what is asked for."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from ita_analysis.texts import say

from .screen import about, headline, main, rows_under, settle, visit
from .servers import Server
from .shipped import FINDING, WEAK, WITHOUT_MEASURE, YEAR, agency_code

SHOWN_TEXTS = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const labels = [...main.querySelectorAll('[aria-label]')].map(each => each.getAttribute('aria-label'));
  const drawn = [...main.querySelectorAll('svg text')].map(each => each.textContent);
  return [...labels, main.innerText, ...drawn].join('\\n');
}"""


def test_the_finding_what_is_missing_and_where_the_numbers_come_from(server: Server, page: Page) -> None:
    visit(page, server)
    expect(headline(page)).to_have_count(1)
    expect(headline(page)).to_have_text(FINDING)
    shown = str(page.evaluate(SHOWN_TEXTS))
    assert say("missing") in shown
    assert re.findall(r"(?<![\d.,])0\.0+(?!\d)", shown) == [], "a missing score is never shown as zero"
    expect(main(page).get_by_text(say("source.coverage"))).not_to_be_visible()
    main(page).get_by_text(say("source.title")).click()
    expect(main(page).get_by_text(say("source.coverage"))).to_be_visible()


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
    visit(page, server)
    requests = main(page).get_by_role("button")
    expect(requests.first).to_be_visible()
    count = requests.count()
    for number in range(count):
        requests.nth(number).click()
        page.wait_for_url(lambda url: urlsplit(url).path != "/")
        settle(page)
        assert about(page) == {"agency": agency_code(), "year": YEAR}
        expect(headline(page)).not_to_have_text(FINDING)
        expect(page.get_by_role("dialog")).to_have_count(0)
        visit(page, server)
