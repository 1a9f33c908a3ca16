"""`python -m tools.file_pictures`: pictures of the files a year is handed out as, for docs/pictures/files.

They show the shipped record (one round, no scores), the demo agency (scores), and hard cases. PDF pages are drawn by
pdfium, DOCX and PPTX through LibreOffice (`soffice`), the public page by Chromium; where one is not installed its
pictures stay as they are, and the program says so.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from ita_analysis.documents.docx_file import docx_file
from ita_analysis.documents.pdf.writing import pdf_of
from ita_analysis.paths import PROJECT
from ita_analysis.people import COMMAND
from ita_analysis.publishing.files import KINDS, made
from ita_analysis.store.building import ready
from ita_analysis.store.synthetic import load_demo
from tools.chromium import find_installed
from tools.office import MOST_SECONDS, as_pdf, office, write_fonts
from tools.picture_cases import cases
from tools.shipped_files import gather, write_files

FOLDER = PROJECT / "docs" / "pictures" / "files"
DEMO_YEAR = 2568
WIDTH = 800  # pixels
COLOURS = 16  # paper has few: the files are small, and nothing is to be seen of it
LAST = 0
# Of each file its pages, counted from 1, by the names of their pictures.
BY_PDFIUM = {
    "plan.pdf": {"plan-cover-pdf": 1, "plan-foreword-pdf": 2, "plan-analysis-pdf": 3, "plan-table-pdf": 4},
    "result.pdf": {"result-table-pdf": LAST},
    "demo-plan.pdf": {"scored-analysis-pdf": 3},
    "long-cell.pdf": {"long-cell-first-pdf": 5, "long-cell-second-pdf": 6, "long-cell-last-pdf": LAST},
    "forty-measures.pdf": {"forty-measures-pdf": 5, "forty-measures-last-pdf": LAST},
    "no-measures.pdf": {"no-measures-foreword-pdf": 2, "no-measures-pdf": LAST},
}
BY_OFFICE = {
    "plan.docx": {"plan-cover-docx": 1, "plan-analysis-docx": 3, "plan-table-docx": 4},
    "result.docx": {"result-table-docx": LAST},
    "long-cell.docx": {"long-cell-first-docx": 5, "long-cell-last-docx": LAST},
    "forty-measures.docx": {"forty-measures-docx": 5},
    "no-measures.docx": {"no-measures-docx": LAST},
    "slides.pptx": {f"slide-{number}": number for number in range(1, 8)},
    "demo-slides.pptx": {f"scored-slide-{number}": number for number in (1, 2, 3, 5, 7)},
}
BY_BROWSER = {"page.html": "page", "demo-page.html": "scored-page"}
PAGE_HEIGHT = 1100  # pixels of the public page: what one sees of it first
NO_OFFICE = "LibreOffice (soffice) was not found: the pictures of DOCX and PPTX stay as they are."
NO_BROWSER = "Chromium was not found: the pictures of the public page stay as they are."


def main() -> int:
    """Take all pictures that this machine can take."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ita-pictures-", ignore_cleanup_errors=True) as name:
        work = Path(name)
        write_files(work)
        write_more(work)
        take_by_pdfium(work, FOLDER)
        for program, take, said in (
            (office(), take_by_office, NO_OFFICE),
            (find_installed(), take_by_browser, NO_BROWSER),
        ):
            if program is None:
                print(said, file=sys.stderr)
            else:
                take(program, work, FOLDER)
    return 0


def write_more(folder: Path) -> None:
    """Write the files of the demo agency and of hard cases that pictures are taken of."""
    demo = gather(folder, load_demo(ready(folder / "record.duckdb"), who=COMMAND), DEMO_YEAR)
    for kind in KINDS:
        name = f"demo-{kind.holds}.{kind.format}"
        if name in {*BY_PDFIUM, *BY_OFFICE, *BY_BROWSER}:
            (folder / name).write_bytes(made(demo, kind).content)
    for name, document in cases(gather(folder)).items():
        (folder / f"{name}.pdf").write_bytes(pdf_of(document))
        (folder / f"{name}.docx").write_bytes(docx_file(document))


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


def take_by_browser(program: str, work: Path, folder: Path) -> None:
    """Take the pictures of the public page, as a reader sees its beginning."""
    size = f"--window-size={WIDTH},{PAGE_HEIGHT}"
    for name, picture in BY_BROWSER.items():
        file, taken = work / name, work / f"{picture}.png"
        profile = f"--user-data-dir={work / 'browser'}"
        command = [program, "--headless", "--no-sandbox", "--hide-scrollbars", profile, size, f"--screenshot={taken}"]
        subprocess.run([*command, file.as_uri()], check=True, capture_output=True, timeout=MOST_SECONDS)
        with Image.open(taken) as shot:
            _save(shot.convert("RGB"), place(folder, picture))


def place(folder: Path, name: str) -> Path:
    """Return where a picture lies."""
    return folder / f"{name}.png"


def _take(file: Path, pages: dict[str, int], folder: Path) -> None:
    with pypdfium2.PdfDocument(file) as opened:
        for name, number in pages.items():
            page = opened[(number or len(opened)) - 1]
            _save(page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB"), place(folder, name))


def _save(picture: Image.Image, path: Path) -> None:
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
