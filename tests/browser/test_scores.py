"""A result is typed with the total answering, and a sheet with an unknown column is explained, stored, remembered."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from ita_analysis.texts import say, say_some

from .screen import headline, main, path_of, settle, upload, visit
from .servers import Server
from .shipped import agency_code

PAUSE = 70  # milliseconds between keys, as of a person who types
INDICATORS = [f"ตัวชี้วัดที่ {no}" for no in range(1, 11)]


def type_in(page: Page, no: int, text: str) -> None:
    """Type into the field of an indicator, key by key, and leave the focus there."""
    field = main(page).get_by_role("textbox", name=f"{no} ", exact=False).first
    field.click()
    field.press("Control+a")
    page.keyboard.type(text, delay=PAUSE)


def focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label') || ''"))


def test_the_total_answers_while_one_types_and_what_was_typed_survives_a_reload(
    storing_server: Server, page: Page
) -> None:
    visit(page, storing_server, f"/scores?agency={agency_code()}&year=2568")
    for no in range(1, 10):
        type_in(page, no, "80,25")
    expect(headline(page)).to_have_text(plain(say_some("scores.headline.missing", 1)))
    type_in(page, 10, "6")
    expect(headline(page)).to_have_text(say("scores.headline.total", total="65.40", grade="ต้องปรับปรุงโดยด่วน"))
    assert focus(page).startswith("10 "), "the focus stays where one types"
    page.keyboard.type("0", delay=PAUSE)
    expect(headline(page)).to_have_text(say("scores.headline.total", total="76.20", grade="ต้องปรับปรุง"))
    page.reload()
    settle(page)
    expect(headline(page)).to_have_text(say("scores.headline.total", total="76.20", grade="ต้องปรับปรุง"))
    type_in(page, 3, "803")
    expect(main(page).get_by_text(say("error.typed_score_range", text="803"))).to_be_visible()
    type_in(page, 3, "80.25")
    main(page).get_by_role("button", name=say("scores.save")).click()
    expect(main(page).get_by_text(say("scores.saved", count=10))).to_be_visible()
    settle(page)
    main(page).get_by_role("link", name=say("scores.see.weaknesses")).click()
    page.wait_for_url("**/weaknesses?**")
    settle(page)
    visit(page, storing_server, f"/scores?agency={agency_code()}&year=2568")
    expect(headline(page)).to_have_text(say("scores.headline.total", total="76.20", grade="ต้องปรับปรุง"))


def test_total_and_instruments_stay_in_sight_below(storing_server: Server, page: Page) -> None:
    visit(page, storing_server, f"/scores?agency={agency_code()}&year=2567")
    main(page).get_by_role("button", name=say("scores.save")).scroll_into_view_if_needed()
    live = page.locator(".st-key-score_live")
    expect(live).to_be_in_viewport()
    box = live.bounding_box()
    assert box is not None
    assert box["y"] < 100, "at the top, below the menu"


def test_a_column_is_explained_once_and_known_in_the_next_sheet(
    empty_server: Server, page: Page, tmp_path: Path
) -> None:
    visit(page, empty_server, "/bring-in")
    upload(page, sheet(tmp_path, "หนึ่ง", "เทศบาลตำบลหนึ่ง"))
    box = main(page).get_by_role("combobox", name=say("bring_in.sheet.holds", letters="C"))
    box.click()
    page.keyboard.type("1 การปฏิบัติ", delay=PAUSE)
    page.get_by_role("option").first.click()
    expect(main(page).get_by_text("80.00").first).to_be_visible()
    settle(page)
    main(page).get_by_role("button", name=say("bring_in.sheet.store")).click()
    expect(main(page).get_by_text(say("bring_in.sheet.stored", count=1, scores=10, number=1))).to_be_visible()
    settle(page)
    upload(page, sheet(tmp_path, "สอง", "เทศบาลตำบลสอง"))
    expect(main(page).get_by_text(say("bring_in.sheet.remembered"))).to_be_visible()
    main(page).get_by_role("button", name=say("bring_in.sheet.store")).click()
    settle(page)
    main(page).get_by_role("link", name=say("scores.see.executive")).click()
    page.wait_for_url("**/?**")
    settle(page)
    assert path_of(page) == "/"
    expect(main(page).get_by_text("เทศบาลตำบลสอง").first).to_be_visible()


def test_a_template_is_downloaded_under_its_thai_name(still_empty_server: Server, page: Page) -> None:
    visit(page, still_empty_server, "/bring-in")
    with page.expect_download() as asked:
        main(page).get_by_role("button", name=say("template.download.wide_xlsx")).click()
    assert asked.value.suggested_filename == "แบบกรอกคะแนน ITA 2568 แนวกว้าง.xlsx"
    assert Path(asked.value.path()).read_bytes()[:2] == b"PK"


def plain(sentence: str) -> str:
    return sentence.replace("⟦", "").replace("⟧", "")


def sheet(folder: Path, name: str, agency: str) -> Path:
    """Write a sheet whose first indicator stands under a heading that no word of ours fits."""
    heads = ["หน่วยงาน", "ปีงบประมาณ", "คุณงามความดี", *INDICATORS[1:]]
    file = folder / f"{name}.csv"
    lines = [",".join(heads), ",".join([agency, "2567", *["80"] * 10])]
    file.write_text("\n".join(lines), encoding="utf-8-sig")
    return file
