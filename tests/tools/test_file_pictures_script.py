"""The pictures of the files in docs/pictures/files: all there, small, and those of PDF taken anew as they are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tools import chromium, file_pictures
from tools.file_pictures import BY_BROWSER, BY_OFFICE, BY_PDFIUM, FOLDER, NO_BROWSER, NO_OFFICE, WIDTH, place

MOST_BYTES, MOST_OF_ALL = 120_000, 5_500_000  # of one picture, and of all in docs/pictures
PAGES = (*BY_PDFIUM.values(), *BY_OFFICE.values())
NAMES = sorted([*(name for pages in PAGES for name in pages), *BY_BROWSER.values()])


def test_all_pictures_are_there_and_no_others() -> None:
    assert sorted(FOLDER.iterdir()) == [place(FOLDER, name) for name in NAMES]


def test_all_pictures_of_the_project_together_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.parent.rglob("*.png")) <= MOST_OF_ALL


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_small_and_shows_something(name: str) -> None:
    path = place(FOLDER, name)
    assert path.stat().st_size <= MOST_BYTES
    with Image.open(path) as picture:
        assert picture.width == WIDTH
        assert len(set(picture.convert("L").get_flattened_data())) > 4


def test_without_office_and_browser_the_pages_of_pdf_are_taken_and_the_rest_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(file_pictures, "FOLDER", tmp_path / "pictures")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "MAC", [])
    assert file_pictures.main() == 0
    said = capsys.readouterr().err
    assert NO_OFFICE in said
    assert NO_BROWSER in said
    taken = sorted((tmp_path / "pictures").iterdir())
    assert [path.stem for path in taken] == sorted(name for pages in BY_PDFIUM.values() for name in pages)
    for path in taken:
        with Image.open(path) as new, Image.open(place(FOLDER, path.stem)) as kept:
            assert new.size == kept.size
