"""What a reader copies out of a PDF: each glyph says its letters by itself, in every program.

typst says the letters of Thai clusters beside them (ActualText), which pypdf, MuPDF and pdf.js do not read, and gives
their glyphs those of the whole cluster: a copied text has its marks twice. Our font has a glyph for each reading, so
that the table of a font (ToUnicode) can tell all, and nothing needs to be said beside it. A line is then one piece of
text again: pdfium drops a space that is a piece by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO

import pikepdf

from ita_analysis.documents.pdf.letters import said_by_glyphs
from ita_analysis.documents.pdf.lines import joined
from ita_analysis.documents.pdf.outlines import fingerprint, outlines

_MOST_ROWS = 100  # of a block of the table
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_END = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def copyable(content: bytes) -> bytes:
    """Return the PDF with texts that can be copied; it looks the same, and the same PDF makes the same bytes."""
    made = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and _is_font(each)]
        for font in fonts:
            _tell(font)
        for page in pdf.pages:
            page.Contents.write(joined(page))
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def _is_font(thing: pikepdf.Dictionary) -> bool:
    return thing.get("/Subtype") == "/Type0"


def _tell(font: pikepdf.Dictionary) -> None:
    """Write what each glyph of a font says; typst numbers the glyphs of the part that it carries from 1."""
    part = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    said = said_by_glyphs()
    told = {number: said[fingerprint(drawn)] if drawn else " " for number, drawn in enumerate(outlines(part)) if number}
    font.ToUnicode.write(f"{_HEAD}{''.join(_blocks(told))}{_END}".encode("ascii"))


def _blocks(told: Mapping[int, str]) -> Iterator[str]:
    rows = [f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for number, text in told.items()]
    for first in range(0, len(rows), _MOST_ROWS):
        block = rows[first : first + _MOST_ROWS]
        yield f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n"
