"""The measures themselves: on a page made badly on purpose each of them speaks up, on a good one none."""

from __future__ import annotations

from playwright.sync_api import Page

from .looking import stumbling_blocks

FRAME = """<html lang=th><style>.nb {{ white-space: nowrap }}</style>
<body style="margin:0"><header data-testid=stHeader></header>
<main data-testid=stMain style="font:16px Sarabun">{content}</main></body></html>"""
GOOD = """<h1>รายงานผลการดำเนินการ</h1><table><tr><td style="width:4em">มาตรการเผยแพร่ข้อมูล</td></tr></table>
<details><summary>ที่มา</summary><div style="width:3000px;white-space:nowrap">English</div></details>
<div style="width:7.2em"><span class=nb>การป้องกัน</span><wbr><b class=nb>การทุจริต</b></div>
<p style="width:6em;overflow-wrap:anywhere">https://www.example.org/report_2564/168</p>
<p><span>6</span><b style="font-size:28px"> เดือน</b></p>
<p style="width:3em"><span>6</span><br><b>เดือน</b></p>"""
CHART = """<div data-testid=stPlotlyChart style="width:80px;height:40px;font:16px Sarabun"><svg width=200 height=40>
<rect width=200 height=40 fill="#13202F"></rect><text y=20>หนึ่งสอง</text><text y=20 x=4 fill="#FFF">สามสี่</text>
<text y=20 x=120 fill="#FFF">ห้าหกเจ็ด</text></svg></div>"""
NARROW = "<div style='width:3em;overflow-wrap:anywhere;word-break:break-all'>{}</div>"
BAD = {
    "errors": ["<div data-testid=stException>ผิด</div>"],
    "sideways": ["<div style='width:3000px'>กว้าง</div>"],
    "outside the window": ["<div style='width:3000px;text-align:right'>ขวา</div>"],
    "clipped": ["<div style='width:30px;overflow:hidden;white-space:nowrap'>ข้อความยาวมาก</div>"],
    "broken words": ["<div style='width:14px;overflow-wrap:anywhere'>มาตรการ</div>"],
    "broken terms": [
        NARROW.format("การ<b>สื่อสาร</b>"),
        NARROW.format("8 การเปิดเผยข้อมูล"),
        NARROW.format("ตัวชี้วัดที่ <span>12</span>"),
        "<div style='width:2.5em'>รอบ <b>12</b> เดือน</div>",
        "<div style='width:4.2em'><span>การ</span> <span>การป้อง</span><wbr><span>กัน</span></div>",
    ],
    "too pale": ["<p style='color:#aaa'>ซีด</p>"],
    "not in Thai": ["<p>Upload</p>", CHART.replace("หนึ่งสอง", "Score")],
    "labels not in Thai": ["<button aria-label='Close'>ปิด</button>", "<input placeholder='Choose an option'>"],
    "not in Sarabun": ["<p style='font-family:serif'>อื่น</p>", CHART.replace("Sarabun", "serif")],
    "chart texts that overlap": [CHART],
    "chart texts cut off": [CHART],
    "chart texts too pale": [CHART],
    "charts without words": [CHART],
}


def test_a_good_page_has_nothing_to_stumble_over(page: Page) -> None:
    page.set_content(FRAME.format(content=GOOD))
    assert stumbling_blocks(page) == {}


def test_each_fault_is_found(page: Page) -> None:
    for kind, contents in BAD.items():
        for content in contents:
            page.set_content(FRAME.format(content=content))
            assert kind in stumbling_blocks(page), content


def test_only_what_is_pale_on_its_own_ground_is_called_pale(page: Page) -> None:
    page.set_content(FRAME.format(content=CHART))
    assert [each.split()[0] for each in stumbling_blocks(page)["chart texts too pale"]] == ["หนึ่งสอง"]
