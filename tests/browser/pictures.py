"""The pictures of the screens: which there are, where they lie, and how one is taken."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from ita_analysis.paths import PROJECT

from .looking import grounds
from .screen import settle
from .visitors import SCHEMES, Scheme, Size
from .walked import PAGES, PARTS, SCORED

FOLDER = PROJECT / "docs" / "pictures"
# What needs scores is shown of the demo agency, the rest of the shipped record.
OF_DEMO = {
    "trend": SCORED["trend"],
    "way": SCORED["way"],
    "executive-of-demo": SCORED["executive"],
    "weaknesses-of-demo": SCORED["weaknesses"],
}
SHOWN = {**PAGES, "measure": PARTS["measure"], "entry-form": PARTS["entry-form"], "slide": PARTS["slide"], **OF_DEMO}
TAKEN: dict[Size, tuple[Scheme, ...]] = {"laptop": SCHEMES, "projector": ("light",), "phone": SCHEMES}


def all_pictures() -> Iterator[tuple[str, Size, Scheme]]:
    """Yield each picture there is to be: of what, in which size and viewing mode."""
    for name in SHOWN:
        for size, schemes in TAKEN.items():
            for scheme in schemes:
                yield name, size, scheme


def place(folder: Path, name: str, size: Size, scheme: Scheme) -> Path:
    """Return where a picture lies."""
    return folder / f"{name}-{size}-{scheme}.png"


def take(page: Page, folder: Path, name: str, size: Size) -> None:
    """Take the pictures of an open page, one in each viewing mode that is kept."""
    for scheme in TAKEN[size]:
        page.emulate_media(color_scheme=scheme)
        grounds(page, scheme)
        page.mouse.move(1, 300)
        page.wait_for_timeout(500)  # what fades has faded
        settle(page)
        folder.mkdir(parents=True, exist_ok=True)
        picture = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
        # A screen has few colours: with a palette of 256 the file is a third as large, and nothing is to be seen of it.
        picture.quantize(256, dither=Image.Dither.NONE).save(place(folder, name, size, scheme), optimize=True)


def size_of(picture: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG, or None where the bytes are none."""
    if picture[:8] != b"\x89PNG\r\n\x1a\n":
        return None
    return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])
