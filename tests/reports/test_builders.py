"""The invented reports are what they claim to be, before any reader sees them."""

import re
import zipfile
from pathlib import Path

import docx
import pytest
from bs4 import BeautifulSoup
from lxml import html

from .bad_files import BAD_FILES, MEBIBYTE, Bad
from .expected import Variant
from .variants import IN_ONE_FORMAT, VARIANTS

BY_FORMAT = {kind: [v for v in VARIANTS if v.id.startswith(kind)] for kind in ("txt", "html", "docx")}
OVER_THE_LIMIT = [bad for bad in BAD_FILES if bad.id.startswith(("over", "bomb")) and "lies" not in bad.id]


def _ids(item: Variant | Bad) -> str:
    return item.id


@pytest.mark.parametrize("variant", BY_FORMAT["txt"], ids=_ids)
def test_a_text_report_is_text_with_tables(variant: Variant, tmp_path: Path) -> None:
    variant.write(tmp_path / variant.file_name)
    raw = (tmp_path / variant.file_name).read_bytes()
    text = raw.decode("cp874" if "cp874" in variant.id else "utf-8-sig").replace("\r\n", "\n")
    widths = [line.count("\t") for line in text.split("\n") if line.count("\t") > 2]
    assert widths, f"{variant.id}: no table of more than three columns"


@pytest.mark.parametrize("variant", BY_FORMAT["html"], ids=_ids)
def test_an_html_report_opens_and_its_rows_are_equally_wide(variant: Variant, tmp_path: Path) -> None:
    path = tmp_path / variant.file_name
    variant.write(path)
    assert html.parse(str(path)).findall(".//table"), f"{variant.id}: lxml sees no table"
    soup = BeautifulSoup(path.read_bytes(), "lxml")
    for table in soup.find_all("table"):
        widths = set(_row_widths(table))
        assert len(widths) == 1, f"{variant.id}: uneven rows {widths} in {table.get_text()[:60]!r}"


def _row_widths(table: object) -> list[int]:
    """The number of grid columns each row fills, cells that reach down from above included."""
    reach: dict[int, int] = {}
    widths = []
    rows = table.find_all("tr")  # type: ignore[attr-defined]
    for row_no, row in enumerate(rows):
        width = reach.get(row_no, 0)
        for cell in row.find_all(["td", "th"]):
            columns, down = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
            width += columns
            for below in range(row_no + 1, row_no + down):
                reach[below] = reach.get(below, 0) + columns
        widths.append(width)
    return widths


@pytest.mark.parametrize("variant", BY_FORMAT["docx"], ids=_ids)
def test_a_word_report_opens_and_is_merged_as_claimed(variant: Variant, tmp_path: Path) -> None:
    path = tmp_path / variant.file_name
    variant.write(path)
    xml = docx.Document(str(path)).element.xml
    for claim, mark in (
        ("merged_rows", "w:vMerge" if "tracked" not in variant.id else "w:tbl"),
        ("merged_columns", "w:gridSpan"),
        ("word_lists", "w:numPr"),
        ("soft_breaks", "w:br/"),
        ("tracked_changes", "w:ins "),
        ("links", "w:hyperlink "),
        ("header_repeated", "w:tblHeader"),
    ):
        assert claim not in variant.claims or f"<{mark}" in xml, f"{variant.id}: {claim} without {mark}"


@pytest.mark.parametrize("variant", VARIANTS, ids=_ids)
def test_the_expected_words_stand_in_the_report(variant: Variant, tmp_path: Path) -> None:
    """An expectation with a typing error would blame the reader for it."""
    path = tmp_path / variant.file_name
    variant.write(path)
    text = _plain_text(path, "cp874" if "cp874" in variant.id or "windows874" in variant.id else "utf-8")
    for measure in variant.expected.measures or ():
        for wanted in (
            measure.title,
            *(measure.guidelines or ()),
            *(measure.steps or ()),
            *measure.responsible,
        ):
            assert _flat(wanted) in text, f"{variant.id}: the builder never writes {wanted!r}"
    for row in variant.expected.progress:
        for wanted in (row.measure, *row.said, row.output, row.outcome, row.note):
            assert _flat(wanted) in text, f"{variant.id}: the builder never writes {wanted!r}"
    for person in variant.expected.signatories:
        for wanted in (person.role, person.name, person.position):
            assert _flat(wanted) in text, f"{variant.id}: the builder never writes {wanted!r}"
    for wanted in (*variant.expected.kept, *variant.expected.unread):
        assert _flat(wanted) in text, f"{variant.id}: the builder never writes {wanted!r}"


def _plain_text(path: Path, encoding: str) -> str:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            soup = BeautifulSoup(archive.read("word/document.xml"), "xml")
        for struck in soup.find_all("delText"):
            struck.decompose()
        return _flat(soup.get_text())
    return _flat(BeautifulSoup(path.read_bytes().decode(encoding), "lxml").get_text())


def _flat(text: str) -> str:
    """One spelling of ำ, no space of any kind."""
    text = re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", text)
    return re.sub(r"[\s\u200b\ufeff]", "", text)


def test_every_difficulty_occurs_twice_and_in_two_formats() -> None:
    for difficulty in sorted({claim for variant in VARIANTS for claim in variant.claims} - IN_ONE_FORMAT):
        where = [variant.id for variant in VARIANTS if difficulty in variant.claims]
        assert len(where) >= 2, f"{difficulty} occurs only in {where}"
        assert len({name.split("-")[0] for name in where}) >= 2, f"{difficulty} is only in {where}"


def test_names_are_used_once() -> None:
    assert len({variant.id for variant in VARIANTS}) == len(VARIANTS)
    assert len({bad.id for bad in BAD_FILES}) == len(BAD_FILES)


@pytest.mark.parametrize("bad", OVER_THE_LIMIT, ids=_ids)
def test_a_bomb_is_over_the_limit(bad: Bad, tmp_path: Path) -> None:
    path = tmp_path / bad.file_name
    bad.write(path)
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(member.file_size for member in archive.infolist())
    assert path.stat().st_size > 20 * MEBIBYTE or unpacked > 200 * MEBIBYTE, f"{bad.id} is no bomb"
