"""A report comes in, from an empty database to the executive's screen; the same one again changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ita_analysis.texts import catalogue, say, say_count

from .reports import INCOMING, Incoming
from .screen import (
    about,
    choose,
    follow_menu,
    headline,
    main,
    path_of,
    rows_under,
    sentence,
    settle,
    store,
    store_button,
    upload,
    visit,
)
from .servers import Server
from .shipped import AGENCY, FINDING, STEPS_DONE, agency_code

CONFIDENCE = {words for key, words in catalogue().items() if key.startswith("confidence.")}


@pytest.mark.parametrize("report", INCOMING, ids=lambda report: report.id)
def test_a_report_is_read_shown_stored_once_and_seen(
    empty_server: Server, page: Page, tmp_path: Path, report: Incoming
) -> None:
    file = report.write(tmp_path)

    visit(page, empty_server)
    expect(headline(page)).to_have_text(say("welcome.title"))
    main(page).get_by_role("link", name=say("welcome.button")).click()
    expect(headline(page)).to_have_text(say("bring_in.headline"))
    assert path_of(page) == "/bring-in"

    upload(page, file)
    for title, count in (
        (say_count("reading.measures", len(report.measures)), len(report.measures)),
        (say_count("reading.weaknesses", len(report.weak)), len(report.weak)),
    ):
        rows = rows_under(page, title)
        assert len(rows) == count
        assert all(row[say("column.place")].strip() for row in rows), "each value says where it was read"
        assert {row[say("column.confidence")].strip() for row in rows} <= CONFIDENCE
    shown = rows_under(page, say_count("reading.measures", len(report.measures)))
    for title, row in zip(report.measures, shown, strict=True):
        assert title in row[say("column.value")]

    store(page)
    assert path_of(page) == "/"
    assert about(page)["year"] == str(report.year)
    expect(main(page).get_by_text(report.agency).first).to_be_visible()
    weak = [row[say("column.indicator")] for row in rows_under(page, say("executive.weak_title"))]
    assert {int(name.split()[0]) for name in weak if name.split()[0].isdigit()} >= set(report.weak)

    visit(page, empty_server, "/bring-in")
    upload(page, file)
    expect(main(page).get_by_text(sentence("bring_in.already"))).to_be_visible()
    expect(store_button(page)).to_have_count(0)
    follow_menu(page, "rounds")
    for title in report.measures:
        expect(main(page).locator("table").first.locator("tbody tr").filter(has_text=title)).to_have_count(1)


def test_the_agency_chosen_is_kept_through_the_menu_and_a_reload(
    cold_server: Server, page: Page, tmp_path: Path
) -> None:
    visit(page, cold_server)
    follow_menu(page, "bring-in")
    upload(page, INCOMING[0].write(tmp_path))
    store(page)
    assert about(page)["agency"] != agency_code(), "the agency of the new report"
    choose(page, "agency", AGENCY)
    expect(headline(page)).to_have_text(FINDING)
    assert about(page)["agency"] == agency_code()
    follow_menu(page, "rounds")
    expect(headline(page)).to_have_text(STEPS_DONE)
    page.reload()
    settle(page)
    expect(headline(page)).to_have_text(STEPS_DONE)
    assert about(page)["agency"] == agency_code()
