"""The row at the foot of a page: opened, it hands out files that a spreadsheet and a program open; no barrier in it."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from ita_analysis.store.building import ready
from ita_analysis.texts import say
from tests.store.files import forget
from tests.ui.states import forty_measures

from .barriers import has_none
from .looking import in_both_schemes
from .screen import main, settle, visit
from .servers import Server, running
from .visitors import SIZES, Size, Visitors


def _row(page: Page) -> Locator:
    return main(page).locator("summary").filter(has_text=say("export.title"))


def _button(page: Page, name: str, form: str) -> Locator:
    return main(page).get_by_role("button", name=f"{name} {form.upper()}", exact=True)


def _opened(page: Page) -> None:
    _row(page).click()
    expect(_button(page, say("export.all"), "xlsx")).to_be_visible()
    settle(page)


def _downloaded(page: Page, name: str, form: str, folder: Path) -> Path:
    with page.expect_download() as waited:
        _button(page, name, form).click()
    file = folder / waited.value.suggested_filename
    waited.value.save_as(file)
    return file


def test_both_files_are_downloaded_and_open(page: Page, server: Server, tmp_path: Path) -> None:
    visit(page, server, "/coverage")
    _opened(page)
    name = say("coverage.basis_title")
    xlsx, csv = (_downloaded(page, name, form, tmp_path) for form in ("xlsx", "csv"))
    assert [xlsx.name, csv.name] == [f"{name}_อบต.เขาสมิง_2564.{form}" for form in ("xlsx", "csv")]
    written = openpyxl.load_workbook(xlsx).active
    assert written is not None
    head = next(row for row in written.iter_rows() if row[0].value == say("export.column.measure_no"))[0].row
    shown = pd.read_csv(csv)
    assert list(shown.columns) == [cell.value for cell in written[head]]
    below = written.iter_rows(min_row=head + 1, values_only=True)
    assert [list(row) for row in below] == shown.astype(object).to_numpy().tolist()
    titles = main(page).locator("#basis tbody th").all_inner_texts()
    assert list(shown[say("column.measure")]) == [" ".join(title.split()) for title in titles]


def test_all_tables_of_a_page_come_in_one_file(page: Page, server: Server, tmp_path: Path) -> None:
    visit(page, server, "/executive")
    _opened(page)
    book = openpyxl.load_workbook(_downloaded(page, say("export.all"), "xlsx", tmp_path))
    assert book.sheetnames == [say("export.executive.decisions"), say("export.scores"), say("export.dates")]


def test_the_row_is_opened_and_a_file_is_taken_by_keyboard_alone(page: Page, server: Server) -> None:
    visit(page, server, "/rounds")
    _row(page).focus()
    page.keyboard.press("Enter")
    button = _button(page, say("page.rounds"), "csv")
    expect(button).to_be_visible()
    settle(page)
    button.focus()
    with page.expect_download() as waited:
        page.keyboard.press("Enter")
    assert waited.value.suggested_filename.endswith(".csv")


@pytest.mark.parametrize("size", SIZES)
def test_an_open_row_is_no_barrier_and_nothing_to_stumble_over(size: Size, visitors: Visitors, server: Server) -> None:
    page = visitors.page(size)
    visit(page, server, "/measures?measure=2")
    _opened(page)
    assert in_both_schemes(page) == {}
    has_none(page)


def test_a_table_to_search_in_offers_no_download_of_its_own(page: Page, tmp_path: Path) -> None:
    """Streamlit's own CSV leaves formulas alive and says nothing of made-up data; its other tools stay."""
    file = tmp_path / "ita.duckdb"
    forty_measures(ready(file, []))
    forget(file)
    with running(tmp_path) as started:
        visit(page, started, "/measures")
        page.get_by_test_id("stDataFrame").hover()
        expect(page.get_by_role("button", name=re.compile("^(Search|ค้นหา)"))).to_be_visible()
        expect(page.get_by_role("button", name=re.compile("Download|ดาวน์โหลด"))).to_have_count(0)
