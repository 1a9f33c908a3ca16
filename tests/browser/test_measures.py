"""The measures themselves: on a page made badly on purpose each of them speaks up, on a good one none."""

from __future__ import annotations

from playwright.sync_api import Page

from .test_looks import stumbling_blocks

FRAME = """<html lang=th><body style="margin:0"><header data-testid=stHeader></header>
<main data-testid=stMain style="font:16px Sarabun">{content}</main></body></html>"""
GOOD = """<h1>รายงานผลการดำเนินการ</h1><table><tr><td style="width:4em">มาตรการเผยแพร่ข้อมูล</td></tr></table>
<details><summary>ที่มา</summary><div style="width:3000px;white-space:nowrap">English</div></details>"""
CHART = """<div data-testid=stPlotlyChart style="width:80px;height:40px"><svg width=200 height=40>
<text y=20>หนึ่งสอง</text><text y=20 x=4>สามสี่</text><text y=20 x=120>ห้าหกเจ็ด</text></svg></div>"""
BAD = {
    "errors": "<div data-testid=stException>ผิด</div>",
    "sideways": "<div style='width:3000px'>กว้าง</div>",
    "outside the window": "<div style='width:3000px;text-align:right'>ขวา</div>",
    "clipped": "<div style='width:30px;overflow:hidden;white-space:nowrap'>ข้อความยาวมาก</div>",
    "broken words": "<div style='width:14px;overflow-wrap:anywhere'>มาตรการ</div>",
    "too pale": "<p style='color:#aaa'>ซีด</p>",
    "not in Thai": "<p>Upload</p>",
    "not in Sarabun": "<p style='font-family:serif'>อื่น</p>",
    "chart texts that overlap": CHART,
    "chart texts cut off": CHART,
    "charts without words": CHART,
}


def test_a_good_page_has_nothing_to_stumble_over(page: Page) -> None:
    page.set_content(FRAME.format(content=GOOD))
    assert stumbling_blocks(page) == {}


def test_each_fault_is_found(page: Page) -> None:
    for kind, content in BAD.items():
        page.set_content(FRAME.format(content=content))
        assert kind in stumbling_blocks(page), kind
