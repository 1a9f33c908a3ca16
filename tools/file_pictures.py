"""`python -m tools.file_pictures`: pictures of the official files of the shipped record, for docs/pictures/files.

PDF pages are drawn by pdfium. DOCX and PPTX are drawn through LibreOffice (`soffice`); where it is not installed their
pictures stay as they are, and the program says so.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from ita_analysis.paths import PROJECT
from tools.office import as_pdf, office, write_fonts
from tools.shipped_files import write_files

FOLDER = PROJECT / "docs" / "pictures" / "files"
WIDTH = 1000  # pixels
COLOURS = 32  # paper has few: the files are small, and nothing is to be seen of it
LAST = 0
# Of each file its pages, counted from 1, by the names of their pictures.
BY_PDFIUM = {
    "plan.pdf": {"plan-cover-pdf": 1, "plan-analysis-pdf": 3, "plan-table-pdf": 4},
    "result.pdf": {"result-table-pdf": LAST},
}
BY_OFFICE = {
    "plan.docx": {"plan-table-docx": 4},
    "result.docx": {"result-table-docx": LAST},
    "slides.pptx": {"slide-1": 1, "slide-3": 3, "slide-4": 4, "slide-5": 5},
}
NO_OFFICE = "LibreOffice (soffice) was not found: the pictures of DOCX and PPTX stay as they are."


def main() -> int:
    """Take all pictures that this machine can take."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ita-pictures-", ignore_cleanup_errors=True) as name:
        work = Path(name)
        write_files(work)
        take_by_pdfium(work, FOLDER)
        program = office()
        if program is None:
            print(NO_OFFICE, file=sys.stderr)
            return 0
        take_by_office(program, work, FOLDER)
    return 0


def take_by_pdfium(work: Path, folder: Path) -> None:
    """Take the pictures of our PDF files."""
    for name, pages in BY_PDFIUM.items():
        _take(work / name, pages, folder)


def take_by_office(program: str, work: Path, folder: Path) -> None:
    """Take the pictures of the files that LibreOffice opens."""
    fonts, made = work / "fonts", work / "office"
    fonts.mkdir()
    made.mkdir()
    files = as_pdf(program, [work / name for name in BY_OFFICE], made, write_fonts(fonts))
    for file, pages in zip(files, BY_OFFICE.values(), strict=True):
        _take(file, pages, folder)


def place(folder: Path, name: str) -> Path:
    """Return where a picture lies."""
    return folder / f"{name}.png"


def _take(file: Path, pages: dict[str, int], folder: Path) -> None:
    with pypdfium2.PdfDocument(file) as opened:
        for name, number in pages.items():
            page = opened[(number or len(opened)) - 1]
            picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
            picture.quantize(COLOURS, dither=Image.Dither.NONE).save(place(folder, name), optimize=True)


if __name__ == "__main__":
    sys.exit(main())
