"""A report that carries scripts and pictures from outside: its words are shown as words, and nothing runs."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlencode

from playwright.sync_api import Page, expect

from ita_analysis.texts import say
from tests.reports import html_parts
from tests.reports.plain_report import PLAN_COLUMNS, RESULT_COLUMNS, write_blocks

from .looking import unfold
from .screen import about, follow_menu, headline, main, open_filter, settle, store, store_button, upload, visit
from .servers import Server
from .walked import PAGES

OUTSIDE = "https://outside.example"
TAGS = (
    "<script>alert('script')</script>",
    f"<img src='{OUTSIDE}/tag.png' onerror=\"alert('img')\">",
    f"<iframe src='{OUTSIDE}/'></iframe>",
    "<svg onload=\"alert('svg')\">",
    f"![picture]({OUTSIDE}/markdown.png)",
    "[link](javascript:alert('link'))",
    "</div></td></table><style>body{display:none}</style>",
)
# Addresses of elements that lead elsewhere; words of the report in an address of our own are only words.
LEADING_OUT = """main => [...main.querySelectorAll('[src], [href]')].map(each => each.src || each.href)
  .filter(address => new URL(address, location).origin !== location.origin)"""
CELLS = ("weakness-6", "measure-1-title", "measure-1-steps", "result-1-6-detail")
WITH_MEASURES = ("measures", "rounds", "coverage")
MEASURE, RESULT = f"มาตรการทดสอบ {TAGS[1]}", f"ทำแล้ว {TAGS[0]} {TAGS[4]}"
HEAD = (
    "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ (รอบ ๖ เดือน)",
    "เทศบาลตำบลแม่ตัวอย่าง อำเภอแม่ตัวอย่าง จังหวัดแพร่",
    f"จากผลการประเมิน ITA ในปี พ.ศ. ๒๕๖๓ มีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดคุณภาพการดำเนินงาน {TAGS[1]}",
)
PLAN = (MEASURE, TAGS[3], f"๑. จัดทำ {TAGS[2]}\n๒. สรุป {TAGS[5]}", f"กองคลัง {TAGS[1]}", "รอบ ๖ เดือน")
DONE = (MEASURE, RESULT, "เดือนตุลาคม ๒๕๖๓ ถึงเดือน มีนาคม ๒๕๖๔", TAGS[6], TAGS[1], TAGS[4])


def typed_in_word(folder: Path) -> Path:
    """Write a Word report with tags typed as text."""
    file = folder / "hostile.docx"
    write_blocks(file, [*HEAD, [PLAN_COLUMNS, PLAN], HEAD[0], [RESULT_COLUMNS, DONE]])
    return file


def real_in_html(folder: Path) -> Path:
    """Write an HTML report whose cells hold real elements that would act if they were let through."""
    file = folder / "hostile.html"
    done = [cell.replace(TAGS[6], TAGS[0]) for cell in DONE]
    pairs = ((PLAN_COLUMNS, PLAN), (RESULT_COLUMNS, done))
    tables = [f"<table border=1>{html_parts.row(*names)}{html_parts.row(*cells)}</table>" for names, cells in pairs]
    words = [f"<p>{line}</p>" for line in HEAD]
    html_parts.save(file, html_parts.page("\n".join([*words, tables[0], words[0], tables[1]])))
    return file


def nothing_came_to_life(page: Page) -> None:
    """Check that no element of the report stands in the page; dialogs and outside requests fail at the end."""
    settle(page)
    unfold(page)
    expect(headline(page)).to_be_visible()
    expect(main(page).locator("iframe, [onerror], [onload]")).to_have_count(0)
    assert main(page).evaluate(LEADING_OUT) == []


def test_tags_typed_in_a_report_stay_words_on_every_page(storing_server: Server, page: Page, tmp_path: Path) -> None:
    visit(page, storing_server, "/bring-in")
    upload(page, typed_in_word(tmp_path))
    nothing_came_to_life(page)
    expect(main(page).get_by_text(TAGS[1]).first).to_be_visible()
    store(page)
    nothing_came_to_life(page)
    for name in [name for name in PAGES if name not in {"executive", "bring-in"}]:
        before = headline(page).inner_text()
        follow_menu(page, name)
        expect(headline(page)).not_to_have_text(before)
        nothing_came_to_life(page)
        if name not in WITH_MEASURES:
            continue
        expect(main(page).get_by_text(TAGS[1]).filter(visible=True).first).to_be_visible()
        open_filter(page, "unit")
        expect(page.get_by_role("option", name=TAGS[1])).to_have_count(1)
        page.keyboard.press("Escape")


def test_tags_typed_in_a_report_stay_words_in_each_cell_and_part(
    storing_server: Server, page: Page, tmp_path: Path
) -> None:
    visit(page, storing_server, "/bring-in")
    upload(page, typed_in_word(tmp_path))
    known = main(page).get_by_role("link", name=say("bring_in.see"))
    if known.count() == 0:
        store_button(page).click()
    known.click()
    expect(headline(page)).not_to_have_text(say("bring_in.headline"))
    settle(page)
    address = about(page)
    for path in ("measures?measure=1", *(f"source?cell={cell}" for cell in CELLS), f"source?cell={quote(TAGS[1])}"):
        visit(page, storing_server, f"/{path}&{urlencode(address)}&back={quote(TAGS[5])}")
        nothing_came_to_life(page)
    expect(headline(page)).to_have_text(say("origin.unknown"))


def test_elements_of_an_html_report_do_not_come_to_life(server: Server, page: Page, tmp_path: Path) -> None:
    visit(page, server, "/bring-in")
    upload(page, real_in_html(tmp_path))
    expect(store_button(page)).to_be_visible()
    nothing_came_to_life(page)
