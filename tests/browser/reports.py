"""Reports to bring in: invented ones in each format, and the real source where it is at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ita_analysis.paths import PROJECT
from tests.reports.expected import Variant
from tests.reports.write_docx_split import VARIANT as IN_WORD

REAL = sorted((PROJECT.parent / "shared" / "source").glob("*.txt"))[:1]


@dataclass(frozen=True)
class Incoming:
    """A report with what the screen must show of it."""

    id: str
    write: Callable[[Path], Path]
    agency: str
    year: int
    measures: tuple[str, ...]
    weak: tuple[int, ...]


def invented(variant: Variant) -> Incoming:
    """Return an invented report as one to bring in."""

    def write(folder: Path) -> Path:
        path = folder / variant.file_name
        variant.write(path)
        return path

    expected = variant.expected
    titles = tuple(measure.title for measure in expected.measures or ())
    weak = tuple(each.no for each in expected.weaknesses)
    return Incoming(variant.id, write, expected.agency, expected.fiscal_year_be, titles, weak)


def real(path: Path) -> Incoming:
    """Return the real report as one to bring in."""
    titles = (
        "มาตรการตรวจสอบการใช้ดุลพินิจ",
        "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ",
        "ประกาศเจตจำนงการบริหารงานด้วยความซื่อสัตย์สุจริตอย่างมีคุณธรรมและโปร่งใส",
    )
    return Incoming("real", lambda _: path, "องค์การบริหารส่วนตำบลเขาสมิง", 2564, titles, (7, 8, 10))


def in_word(folder: Path) -> Path:
    """Write the invented Word report under a name that a Thai office would give it."""
    path = folder / "รายงานผล 2565.docx"
    IN_WORD.write(path)
    return path


INCOMING = (invented(IN_WORD), *map(real, REAL))
