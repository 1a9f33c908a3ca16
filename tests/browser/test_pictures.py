"""The pictures of the screens in docs/pictures: made anew where PICTURES=1 is set, else only looked after."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest

from ita_analysis.paths import PROJECT

from .reports import in_word
from .screen import settle, upload, visit
from .servers import Server
from .test_looks import grounds
from .visitors import SCHEMES, SIZES, Scheme, Size, Visitors

FOLDER = PROJECT / "docs" / "pictures"
PAGES = {"executive": "/", "rounds": "/rounds", "bring-in": "/bring-in"}
TAKEN: tuple[Size, ...] = ("laptop", "phone")
ALL = [(*each, SIZES[each[1]]) for each in product(PAGES, TAKEN, SCHEMES)]
MOST_BYTES = 3_000_000
PNG = b"\x89PNG\r\n\x1a\n"


def place(name: str, size: Size, scheme: Scheme) -> Path:
    """Return where a picture lies."""
    return FOLDER / f"{name}-{size}-{scheme}.png"


if os.environ.get("PICTURES") == "1":

    @pytest.mark.parametrize(("name", "size"), list(product(PAGES, TAKEN)))
    def test_pictures_are_taken(server: Server, visitors: Visitors, tmp_path: Path, name: str, size: Size) -> None:
        page = visitors.page(size)
        visit(page, server, PAGES[name])
        if name == "bring-in":
            upload(page, in_word(tmp_path))
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            grounds(page, scheme)
            page.mouse.move(1, 300)
            page.wait_for_timeout(500)
            settle(page)
            FOLDER.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=place(name, size, scheme), animations="disabled", caret="hide")


@pytest.mark.parametrize(("name", "size", "scheme", "pixels"), ALL, ids=str)
def test_a_picture_is_there_in_its_size(name: str, size: Size, scheme: Scheme, pixels: tuple[int, int]) -> None:
    start = place(name, size, scheme).read_bytes()[:24]
    assert start[:8] == PNG
    assert (int.from_bytes(start[16:20]), int.from_bytes(start[20:24])) == pixels


def test_the_pictures_are_small_and_no_others_lie_there() -> None:
    lying = sorted(path for path in FOLDER.iterdir() if path.is_file())
    assert lying == sorted(place(name, size, scheme) for name, size, scheme, _ in ALL)
    assert sum(path.stat().st_size for path in lying) < MOST_BYTES
