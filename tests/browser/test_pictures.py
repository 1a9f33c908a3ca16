"""The pictures of the screens in docs/pictures: made anew where PICTURES=1 is set, else only looked after."""

from __future__ import annotations

import os
from base64 import b64encode
from itertools import product
from pathlib import Path

import pytest

from .pictures import FOLDER, OF_DEMO, SHOWN, TAKEN, all_pictures, place, size_of, take
from .reports import in_word
from .screen import upload, visit
from .servers import Server
from .visitors import SIZES, Scheme, Size, Visitors

MOST_BYTES = 5_600_000
DARKEST, LIGHTEST = 60, 200  # of 255: the mean light of a dark and of a light page
MEAN_LIGHT = """async source => {
  const image = new Image(); image.src = source; await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d');
  canvas.imageSmoothingQuality = 'high'; canvas.drawImage(image, 0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, part) => sum + part / 3, 0);
}"""


def photograph(server: Server, visitors: Visitors, folder: Path, name: str, size: Size, report: Path) -> None:
    """Open a page, with a report read where reports are brought in, and take its pictures."""
    page = visitors.page(size)
    visit(page, server, SHOWN[name])
    if name == "bring-in":
        upload(page, in_word(report))
    take(page, folder, name, size)


if os.environ.get("PICTURES") == "1":

    @pytest.mark.parametrize(("name", "size"), list(product(SHOWN, TAKEN)))
    def test_pictures_are_taken(
        request: pytest.FixtureRequest, visitors: Visitors, tmp_path: Path, name: str, size: Size
    ) -> None:
        server: Server = request.getfixturevalue("demo_server" if name in OF_DEMO else "server")
        photograph(server, visitors, FOLDER, name, size, tmp_path)


@pytest.mark.parametrize(("name", "size"), [("weaknesses", "laptop"), ("bring-in", "phone"), ("measure", "projector")])
def test_a_picture_is_taken_in_its_size_and_viewing_mode(
    server: Server, visitors: Visitors, tmp_path: Path, name: str, size: Size
) -> None:
    folder = tmp_path / "pictures"
    photograph(server, visitors, folder, name, size, tmp_path)
    taken = {scheme: place(folder, name, size, scheme) for scheme in TAKEN[size]}
    assert sorted(folder.iterdir()) == sorted(taken.values())
    page = visitors.page()
    for scheme, picture in taken.items():
        png = picture.read_bytes()
        assert size_of(png) == SIZES[size]
        mean = page.evaluate(MEAN_LIGHT, f"data:image/png;base64,{b64encode(png).decode()}")
        assert mean > LIGHTEST if scheme == "light" else mean < DARKEST


@pytest.mark.parametrize(("name", "size", "scheme"), list(all_pictures()), ids=str)
def test_a_picture_is_there_in_its_size(name: str, size: Size, scheme: Scheme) -> None:
    assert size_of(place(FOLDER, name, size, scheme).read_bytes()) == SIZES[size]


def test_the_pictures_are_small_and_no_others_lie_there() -> None:
    lying = sorted(path for path in FOLDER.iterdir() if path.is_file())
    assert lying == sorted(place(FOLDER, *picture) for picture in all_pictures())
    assert sum(path.stat().st_size for path in lying) < MOST_BYTES
