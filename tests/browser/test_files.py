"""Each document comes at a click, under its own name; the check of it is one click away."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from ita_analysis.publishing.files import KINDS
from ita_analysis.texts import catalogue, say

from .screen import headline, main, path_of, settle, visit
from .servers import Server, load_demo, running
from .visitors import Visitors

BEGINNINGS = {"docx": b"PK", "pdf": b"%PDF-", "pptx": b"PK", "xlsx": b"PK", "html": b"<!doctype html", "zip": b"PK"}


def test_every_file_comes_at_a_click(server: Server, page: Page, tmp_path: Path) -> None:
    visit(page, server, "/files")
    names = set()
    for kind in KINDS:
        words = say("files.make", name=say(f"files.name.{kind.holds}"), format=kind.format.upper())
        button = main(page).get_by_role("button", name=words, exact=True)
        settle(page)
        with page.expect_download() as coming:
            button.click()
        file = tmp_path / coming.value.suggested_filename
        coming.value.save_as(file)
        names.add(file.name)
        assert file.suffix == f".{kind.format}"
        assert file.read_bytes().lower().startswith(BEGINNINGS[kind.format].lower())
    assert len(names) == len(KINDS)


def test_the_check_is_one_click_away(server: Server, page: Page) -> None:
    visit(page, server, "/files")
    main(page).get_by_role("link", name=say("files.check")).click()
    expect(headline(page)).to_contain_text("6 จาก 13 ส่วน")
    assert path_of(page) == "/completeness"


def test_a_file_whose_data_went_meanwhile_is_refused_in_thai(tmp_path: Path, visitors: Visitors) -> None:
    load_demo(tmp_path)
    with running(tmp_path, may_trace=True) as started:  # Streamlit logs what it met at the press
        page, other = visitors.page(), visitors.page()
        visit(page, started, "/files?agency=demo&year=2568")
        settle(page)
        visit(other, started, "/demo")
        main(other).get_by_role("button", name=say("demo.remove.button")).click()
        expect(headline(other)).to_have_text(say("demo.stored.none"))
        words = say("files.make", name=say("files.name.plan"), format="DOCX")
        main(page).get_by_role("button", name=words, exact=True).click()
        told = catalogue()["widget.Failed to generate file for download"]
        expect(page.get_by_test_id("stDownloadButtonError").first).to_have_text(told)
        assert visitors.leave() == []
