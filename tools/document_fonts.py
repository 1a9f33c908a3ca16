"""`python -m tools.document_fonts`: makes the fonts of PDF files anew from the Sarabun that the screens use.

Sarabun, drawn the same, but so that a text copied out of a PDF is the text that went in:
- No mark is moved up or down by the font: a writer of PDF begins a new piece of text at each such move. Sarabun has its
  marks at their heights already; at most 0.046 em are lost.
- Tones above a vowel that was moved left for ป ฝ ฟ stand left themselves: a move reads as a space.
- Sara am ends as one glyph, or under a tone as a sara aa of its own: else it is nikhahit and sara aa.
- Every glyph is drawn by itself, so that its outline tells it in a file with a part of the font.
- U+FFFD, which stands for letters that the font has not, is drawn as an empty box; → ← ≥ ≤ are drawn from other signs.
"""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.merge import Merger
from fontTools.otlLib import builder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

from ita_analysis.documents.pdf.outlines import fingerprint, outlines

PROJECT = Path(__file__).resolve().parent.parent
SOURCE = PROJECT / "static" / "fonts"
TARGET = PROJECT / "ita_analysis" / "documents" / "pdf" / "fonts"
FAMILY = "Sarabun PDF"
WEIGHTS = {400: "Regular", 700: "Bold"}
VERSION = "Version 1.000; changed for PDF from Sarabun 1.000"

NIKHAHIT, AA, AM, THANTHAKHAT = "uni0E4D", "uni0E32", "uni0E33", "uni0E4C"
TONES = ("uni0E48", "uni0E49", "uni0E4A", "uni0E4B")
NARROW = tuple(f"{vowel}.narrow" for vowel in ("uni0E31", "uni0E34", "uni0E35", "uni0E36", "uni0E37"))
LEFT = 140  # as far as the narrow vowels stand left of the others
PLAIN = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
QUARTER_RIGHT, QUARTER_LEFT = (0.0, -1.0, 1.0, 0.0), (0.0, 1.0, -1.0, 0.0)


def main() -> None:
    """Write both weights, what each glyph says, and the licence."""
    TARGET.mkdir(parents=True, exist_ok=True)
    said: dict[str, str] = {}
    for weight, style in WEIGHTS.items():
        font = merged(weight)
        draw_whole(font)
        add_signs(font)
        add_left_tones(font)
        add_whole_am(font)
        keep_marks_level(font)
        rename(font, style)
        path = TARGET / f"{FAMILY.replace(' ', '')}-{style}.ttf"
        font.save(path, reorderTables=True)
        said |= told(path.read_bytes())
    listed = json.dumps(dict(sorted(said.items())), ensure_ascii=False, indent=0)
    (TARGET / "glyphs.json").write_text(f"{listed}\n", encoding="utf-8", newline="\n")
    shutil.copyfile(SOURCE / "OFL.txt", TARGET / "OFL.txt")


def merged(weight: int) -> TTFont:
    """Return the Latin and the Thai part of a weight as one font."""
    files = [SOURCE / f"sarabun-{part}-{weight}-normal.woff2" for part in ("latin", "thai")]
    latin, thai = (TTFont(file, recalcTimestamp=False) for file in files)
    options = subset.Options(layout_features=["*"], glyph_names=True, name_IDs=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted(set(thai.getBestCmap()) - set(latin.getBestCmap())))
    cutter.subset(thai)
    with tempfile.TemporaryDirectory() as folder:
        parts = [Path(folder) / file.stem for file in files]
        for font, part in zip((latin, thai), parts, strict=True):
            font.flavor = None
            font.save(part)
        made = Merger().merge([str(part) for part in parts])
    made.recalcTimestamp = False
    made["head"].modified = made["head"].created = latin["head"].modified
    return made


def draw_whole(font: TTFont) -> None:
    """Draw each glyph by itself, without parts that are glyphs of their own."""
    for name in font.getGlyphOrder():
        if font["glyf"][name].isComposite():
            redraw(font, name, [(name, PLAIN)])


def redraw(font: TTFont, name: str, parts: Iterable[tuple[str, tuple[float, ...]]]) -> None:
    """Draw a glyph from others, each moved and turned as six numbers say."""
    glyphs, pen = font.getGlyphSet(), TTGlyphPen(None)
    for part, turned in parts:
        drawn = DecomposingRecordingPen(glyphs)
        glyphs[part].draw(drawn)
        drawn.replay(TransformPen(pen, turned))
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["glyf"][name] = glyph


def add(font: TTFont, name: str, width: int, *parts: tuple[str, tuple[float, ...]]) -> None:
    """Add a glyph that is drawn from others."""
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    redraw(font, name, parts)
    font["hmtx"][name] = (width, font["glyf"][name].xMin)


def add_signs(font: TTFont) -> None:
    """Add the signs that reports use and the font has not."""
    up = font["glyf"]["arrowup"]
    across, height = (up.xMin + up.xMax) / 2, (up.yMin + up.yMax) / 2
    long = up.yMax - up.yMin + 2 * up.xMin
    add(font, "arrowright", long, ("arrowup", (*QUARTER_RIGHT, long / 2 - height, height + across)))
    add(font, "arrowleft", long, ("arrowup", (*QUARTER_LEFT, long / 2 + height, height - across)))
    for name, like in (("lessequal", "less"), ("greaterequal", "greater")):
        drawn, bar = font["glyf"][like], font["glyf"]["minus"]
        down = drawn.yMin - 60 - bar.yMax
        add(font, name, font["hmtx"][like][0], (like, (*PLAIN[:5], 60)), ("minus", (*PLAIN[:5], down + 60)))
    add(font, "replacement", font["hmtx"][".notdef"][0], (".notdef", (*PLAIN[:5], 1)))
    codes = {0x2190: "arrowleft", 0x2192: "arrowright", 0x2264: "lessequal", 0x2265: "greaterequal"}
    for table in font["cmap"].tables:
        table.cmap |= codes | {0xFFFD: "replacement"}


def add_left_tones(font: TTFont) -> None:
    """Add tones that stand left by themselves, after the vowels that do."""
    tones = {f"{tone}.small": f"{tone}.left" for tone in (*TONES, THANTHAKHAT)}
    for tone, left in tones.items():
        add(font, left, 0, (tone, (*PLAIN[:4], -LEFT, 0)))
        font["GDEF"].table.GlyphClassDef.classDefs[left] = 3
    for table in mark_tables(font):
        is_second = isinstance(table, otTables.MarkMarkPos)
        covered = (table.Mark1Coverage if is_second else table.MarkCoverage).glyphs
        marks = (table.Mark1Array if is_second else table.MarkArray).MarkRecord
        for tone, left in tones.items():
            if tone in covered:
                mark = copy.deepcopy(marks[covered.index(tone)])
                mark.MarkAnchor.XCoordinate -= LEFT
                marks.append(mark)
                covered.append(left)
    replace_after(font, NARROW, builder.buildSingleSubstSubtable(tones))


def add_whole_am(font: TTFont) -> None:
    """Join nikhahit and sara aa, into which a shaper parts sara am; after a tone the sara aa stands for both."""
    narrow, after_tone = f"{AM}.narrow", f"{AA}.am"
    width = font["hmtx"][AA][0]
    add(font, narrow, width, (f"{NIKHAHIT}.narrow", PLAIN), (AA, PLAIN))
    add(font, after_tone, width, (AA, (*PLAIN[:5], 1)))
    use(font, builder.buildLigatureSubstSubtable({(NIKHAHIT, AA): AM, (f"{NIKHAHIT}.narrow", AA): narrow}))
    under = [under_tone(tone, end) for tone in TONES for end in ("", ".narrow")]
    replace_after(font, under, builder.buildSingleSubstSubtable({AA: after_tone}))


def under_tone(tone: str, end: str) -> str:
    """Return the name of the glyph that draws nikhahit with a tone above it."""
    return f"{NIKHAHIT}{tone.removeprefix('uni')}{end}"


def replace_after(font: TTFont, before: Iterable[str], replacing: Any) -> None:  # noqa: ANN401 - fontTools has no types
    """Let a replacement happen only after some glyphs."""
    lookups, numbers = font["GSUB"].table.LookupList.Lookup, font.getReverseGlyphMap()
    context = otTables.ChainContextSubst()
    context.Format = 3
    context.BacktrackCoverage = [builder.buildCoverage(set(before), numbers)]
    context.InputCoverage = [builder.buildCoverage(set(replacing.mapping), numbers)]
    context.LookAheadCoverage = []
    step = otTables.SubstLookupRecord()
    step.SequenceIndex, step.LookupListIndex = 0, len(lookups) + 1
    context.SubstLookupRecord = [step]
    use(font, context)
    lookups.append(builder.buildLookup([replacing]))


def use(font: TTFont, table: Any) -> None:  # noqa: ANN401
    """Let a replacement happen in every text, after those that the font has."""
    lookups = font["GSUB"].table.LookupList.Lookup
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.append(len(lookups))
    lookups.append(builder.buildLookup([table]))


def keep_marks_level(font: TTFont) -> None:
    """Set the heights of all anchors to one: no mark moves up or down."""
    for table in mark_tables(font):
        is_second = isinstance(table, otTables.MarkMarkPos)
        marks = (table.Mark1Array if is_second else table.MarkArray).MarkRecord
        bases = (
            [each.Mark2Anchor for each in table.Mark2Array.Mark2Record]
            if is_second
            else [each.BaseAnchor for each in table.BaseArray.BaseRecord]
        )
        for anchor in (*(mark.MarkAnchor for mark in marks), *(each for base in bases for each in base if each)):
            anchor.YCoordinate = 0


def mark_tables(font: TTFont) -> list[Any]:
    """Return the tables that place marks on letters and on marks."""
    tables = [table for lookup in font["GPOS"].table.LookupList.Lookup for table in lookup.SubTable]
    return [table for table in tables if isinstance(table, otTables.MarkBasePos | otTables.MarkMarkPos)]


def rename(font: TTFont, style: str) -> None:
    """Give the font a name of its own, so that nobody takes it for the original."""
    names = {1: FAMILY, 2: style, 3: f"{FAMILY} {style} 1.000", 4: f"{FAMILY} {style}", 5: VERSION}
    names[6] = f"{FAMILY.replace(' ', '')}-{style}"
    for number, words in names.items():
        font["name"].removeNames(nameID=number)
        font["name"].setName(words, number, 3, 1, 0x409)


def told(content: bytes) -> dict[str, str]:
    """Return what each glyph that draws something says, by the fingerprint of its outline."""
    font = TTFont(BytesIO(content))
    said = {name: chr(code) for code, name in sorted(font.getBestCmap().items(), reverse=True)}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            said = replaced(table, said) | said
    said |= {under_tone(tone, end): said[tone] for tone in TONES for end in ("", ".narrow")}
    said |= {f"{AA}.am": said[AM], f"{AM}.narrow": said[AM]}
    drawn = [*zip(font.getGlyphOrder(), outlines(content), strict=True)]
    # Of two that look the same, hyphen and soft hyphen, the first one is meant.
    return {fingerprint(outline): said[name] for name, outline in reversed(drawn) if outline and name in said}


def replaced(table: Any, said: dict[str, str]) -> dict[str, str]:  # noqa: ANN401
    """Return what the glyphs say that take the place of others."""
    if isinstance(table, otTables.SingleSubst):
        return {new: said[old] for old, new in table.mapping.items() if old in said}
    if not isinstance(table, otTables.LigatureSubst):
        return {}
    joined = {each.LigGlyph: (first, *each.Component) for first, found in table.ligatures.items() for each in found}
    return {new: "".join(said[part] for part in parts) for new, parts in joined.items() if said.keys() >= set(parts)}


if __name__ == "__main__":
    main()
