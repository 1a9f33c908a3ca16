"""A stranger asks "which weak indicator has no measure?" and reads no further than the first screenful.

Nothing here knows how the page is made: only the texts that are to be seen, and where they stand.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from .screen import visit
from .servers import Server
from .shipped import WEAK, WITHOUT_MEASURE
from .visitors import SIZES, Size, Visitors

NAMES = {7: "การสื่อสาร", 8: "การปรับปรุงการทำงาน", 10: "การป้องกันการทุจริต"}
# Lines of text as they stand on the glass: what is cut by the edge of the window, covered or see-through is not read.
LINES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), boxes = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, owner = node.parentElement;
    if (!owner.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at); range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (!box || box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) continue;
      const x = Math.min((box.left + box.right) / 2, innerWidth - 1), y = (box.top + box.bottom) / 2;
      const onTop = document.elementFromPoint(x, y);
      if (!onTop || !(owner.contains(onTop) || onTop.contains(owner))) continue;
      boxes.push({text: node.data[at], x, y});
    }
  }
  const lines = [];
  for (const box of boxes) {
    const line = lines.at(-1);
    if (line && Math.abs(line.y - box.y) < 8 && box.x >= line.x - 2) { line.text += box.text; line.x = box.x; }
    else lines.push({text: box.text, x: box.x, y: box.y});
  }
  return lines.map(line => line.text.replace(/\\s+/g, ' '));
}"""
NONE = re.compile("(?:ยัง)?ไม่มีมาตรการ|ไม่มีมาตรการใดตอบ")
NEAR = 60  # letters between an indicator and the words about it


def read(page: Page) -> str:
    """Return what stands in the first screenful, in the order it is read."""
    lines: list[str] = page.evaluate(LINES)
    return re.sub(r"\s+", " ", " ".join(lines))


def without_measure(words: str) -> set[int]:
    """Return the weak indicators that, to a reader of these words, have no measure."""
    found = set()
    for no in WEAK:
        name = r"\s*".join(map(re.escape, NAMES[no]))
        for place in re.finditer(rf"(?<!\d){no}\s*{name}", words):
            rest = words[place.end() : place.end() + NEAR]
            others = [other for other in WEAK if other != no and re.search(rf"(?<!\d){other}\s*\D", rest)]
            ends = min((rest.index(str(other)) for other in others), default=len(rest))
            if NONE.search(rest[:ends]):
                found.add(no)
    return found


@pytest.mark.parametrize("size", [size for size in SIZES if size != "projector"])
@pytest.mark.parametrize("path", ["/", "/coverage"])
def test_the_first_screenful_says_which_weak_indicator_has_no_measure(
    server: Server, visitors: Visitors, path: str, size: Size
) -> None:
    page = visitors.page(size)
    visit(page, server, path)
    assert without_measure(read(page)) == {WITHOUT_MEASURE}


def test_a_stranger_reads_only_what_is_said_and_seen(page: Page) -> None:
    """The reading itself: an answer below the fold, hidden or about another indicator is none."""
    said = "<p>ตัวชี้วัดที่ 8 การปรับปรุง<wbr>การทำงาน <b>ยังไม่มีมาตรการ</b></p>"
    shown = {
        said: {8},
        f"<div style='height:3000px'></div>{said}": set(),
        f"<div hidden>{said}</div>": set(),
        f"{said}<div style='position:fixed;inset:0;background:white'></div>": set(),
        "<p>8 การปรับปรุงการทำงาน</p><p>7 การสื่อสาร ยังไม่มีมาตรการ</p>": {7},
        "<p>8 การปรับปรุงการทำงาน มีมาตรการแล้ว</p>": set(),
    }
    for content, answer in shown.items():
        page.set_content(content)
        assert without_measure(read(page)) == answer, content
