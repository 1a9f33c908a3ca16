"""The plan goes to a spreadsheet and comes back in a real browser; what is shown of it is no barrier at any size."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ita_analysis.texts import say
from tests.intake.plan_sheet.filled import Cells, filled

from .barriers import has_none
from .looking import in_both_schemes
from .screen import headline, main, messages, settle, unfold, visit
from .servers import Server
from .visitors import SIZES, Size, Visitors

GOOD: Cells = {
    (1, "budget"): "50,000 บาท",
    (2, "steps"): "จัดให้มีข้อมูลเผยแพร่บนเว็บไซต์หลัก\nติดตามข้อมูลทุกเดือน",
    (3, "no"): 1,
    (4, "title"): "มาตรการปรับปรุงการให้บริการ",
    (4, "rounds_months"): "๖ และ 12",
    (4, "indicators"): "8",
    (4, "why"): "ตอบจุดอ่อนเรื่องการปรับปรุงการทำงาน",
}
BAD: Cells = {**GOOD, (1, "rounds_months"): "7", (4, "why"): None, (2, "no"): "ท้าย", (3, "budget"): "=1+1"}


def brought(page: Page, server: Server, folder: Path, cells: Cells) -> None:
    """Take the plan away, fill cells of it, and bring it back."""
    visit(page, server, "/plan")
    unfold(page, say("plan_sheet.section"))
    button = main(page).get_by_role("button", name=say("plan_sheet.download"), exact=True)
    expect(button).to_be_visible()
    settle(page)
    with page.expect_download() as waited:
        button.click()
    file = folder / waited.value.suggested_filename
    waited.value.save_as(file)
    file.write_bytes(filled(file.read_bytes(), cells))
    main(page).locator("input[type=file]").set_input_files(file)
    expect(main(page).get_by_role("heading", name=say("plan_sheet.read_title", file=file.name))).to_be_visible()
    settle(page)


def test_a_plan_is_taken_away_filled_in_brought_back_and_stored(
    cold_server: Server, page: Page, tmp_path: Path
) -> None:
    brought(page, cold_server, tmp_path, GOOD)
    main(page).get_by_role("button", name=say("plan_sheet.store"), exact=True).click()
    expect(messages(page).filter(has_text=say("plan_sheet.again"))).to_be_visible()
    expect(headline(page)).to_have_text(say("plan.headline.many", year=2564, count=4))
    titles = main(page).locator("table").first.locator("tbody th").all_inner_texts()
    assert [title[0] for title in titles] == ["1", "2", "3", "4"]
    assert "เจตจำนง" in titles[0]
    assert "การให้บริการ" in titles[3]


@pytest.mark.parametrize("cells", [GOOD, BAD], ids=["good", "bad"])
@pytest.mark.parametrize("size", SIZES)
def test_what_a_sheet_changes_is_no_barrier_and_nothing_to_stumble_over(
    cells: Cells, size: Size, visitors: Visitors, server: Server, tmp_path: Path
) -> None:
    page = visitors.page(size)
    brought(page, server, tmp_path, cells)
    assert in_both_schemes(page) == {}
    has_none(page)
