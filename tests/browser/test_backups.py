"""The data are kept by a click, taken away by the browser, and put back by it, in every tab that is open."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from ita_analysis.store import database
from ita_analysis.store.backup import look, restore
from ita_analysis.texts import say
from tests.store.files import rows

from .screen import follow_menu, headline, main, settle, take, visit
from .servers import Server
from .shipped import AGENCY, FINDING
from .visitors import Visitors


def test_the_data_are_kept_by_a_click_taken_away_and_restored(
    storing_server: Server, page: Page, tmp_path: Path
) -> None:
    visit(page, storing_server, "/backups")
    main(page).get_by_role("button", name=say("backups.now")).click()
    expect(main(page).get_by_text(say("backups.current"))).to_be_visible()
    with page.expect_download() as waited:
        main(page).get_by_role("button", name=say("backups.download")).click()
    taken = tmp_path / waited.value.suggested_filename
    waited.value.save_as(taken)
    assert taken.suffix == ".zip"
    with database.connect(restore(taken, tmp_path / "restored.duckdb")) as copy:
        assert (AGENCY,) in rows(copy, "select name_th from agency")
        assert len(rows(copy, "from measure")) == look(taken).tables["measure"].rows > 0


def test_a_backup_is_put_back_by_a_click_and_a_second_tab_sees_it_too(cold_server: Server, visitors: Visitors) -> None:
    page, other = visitors.page(), visitors.page()
    visit(page, cold_server, "/backups")
    main(page).get_by_role("button", name=say("backups.now")).click()
    expect(main(page).get_by_text(say("backups.current"))).to_be_visible()
    visit(other, cold_server, "/demo")
    before = headline(other).inner_text()
    _load_agency(other).click()
    expect(headline(other)).not_to_have_text(before)
    settle(other)

    visit(page, cold_server, "/backups")
    expect(main(page).get_by_text(say("backups.changed"))).to_be_visible()
    _choose(page, 0)
    _put_back(page)
    expect(main(page).locator(".message.done")).to_be_in_viewport()
    expect(page.get_by_text(say("head.synthetic"))).to_have_count(0)
    follow_menu(page, "executive")
    expect(headline(page)).to_have_text(FINDING)

    follow_menu(other, "executive")
    expect(headline(other)).to_have_text(FINDING)
    follow_menu(other, "demo")
    expect(headline(other)).to_have_text(before)
    expect(_load_agency(other)).to_be_visible()


def test_a_file_of_ones_own_is_put_back_and_a_damaged_one_refused(
    cold_server: Server, page: Page, tmp_path: Path
) -> None:
    visit(page, cold_server, "/backups")
    main(page).get_by_role("button", name=say("backups.now")).click()
    with page.expect_download() as waited:
        main(page).get_by_role("button", name=say("backups.download")).click()
    taken, half = tmp_path / "ของเรา.zip", tmp_path / "ครึ่งเดียว.zip"
    waited.value.save_as(taken)
    half.write_bytes(taken.read_bytes()[:9000])
    visit(page, cold_server, "/demo")
    _load_agency(page).click()
    expect(_load_agency(page)).to_have_count(0)

    visit(page, cold_server, "/backups")
    _choose(page, 1)
    files = main(page).locator("input[type=file]")
    files.set_input_files(half)
    expect(main(page).locator(".message.problem")).to_contain_text(half.name)
    expect(main(page).get_by_role("checkbox")).to_have_count(0)
    files.set_input_files(taken)
    _put_back(page)
    expect(main(page).locator(".message.done")).to_be_visible()
    expect(page.get_by_text(say("head.synthetic"))).to_have_count(0)


def _load_agency(page: Page) -> Locator:
    return main(page).get_by_role("button", name=say("demo.agency.button"))


def _choose(page: Page, number: int) -> None:
    """Choose in the list of what can be put back, in which one's own file comes last."""
    page.bring_to_front()
    box = main(page).get_by_role("combobox", name=say("backups.restore_from"))
    take(page, box, page.get_by_role("option").nth(number))


def _put_back(page: Page) -> None:
    """Tick what will go, and only then click."""
    button = main(page).get_by_role("button", name=say("backups.put_back"))
    expect(button).to_be_disabled()
    main(page).get_by_test_id("stCheckbox").locator("label").click()
    expect(button).to_be_enabled()
    settle(page)
    button.click()
