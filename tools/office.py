"""LibreOffice as a reader of our DOCX and PPTX: turns them into PDF, in letters as wide as the official ones.

The official letters do not come with the project. Stand-ins are made of our Sarabun: TH SarabunPSK is the same design,
smaller on its em.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from fontTools.ttLib import TTFont

from ita_analysis.documents.pdf.letters import FONTS

STYLES = ("Regular", "Bold")
# For each family: units of its em, and how far a line reaches above and below, in units.
FAMILIES = {"TH SarabunPSK": (1400, 1180, 400), "Sarabun": (1000, 1068, 232)}
MOST_SECONDS = 300
_SETTINGS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir><cachedir>{fonts}</cachedir></fontconfig>
"""


def office() -> str | None:
    """Return where LibreOffice is, None where it is not installed."""
    return shutil.which("soffice")


def write_fonts(folder: Path) -> Path:
    """Write the stand-ins, and return the settings that make programs find them."""
    for family, (em, above, below) in FAMILIES.items():
        for style in STYLES:
            font = TTFont(FONTS / f"SarabunPDF-{style}.ttf")
            font["head"].unitsPerEm = em
            font["hhea"].ascent = font["OS/2"].sTypoAscender = font["OS/2"].usWinAscent = above
            font["OS/2"].usWinDescent = below
            font["hhea"].descent = font["OS/2"].sTypoDescender = -below
            names = {1: family, 2: style, 3: f"{family} {style} stand-in", 4: f"{family} {style}"}
            for number, words in (names | {6: f"{family.replace(' ', '')}-{style}"}).items():
                font["name"].removeNames(nameID=number)
                font["name"].setName(words, number, 3, 1, 0x409)
            font.save(folder / f"{family.replace(' ', '')}-{style}.ttf")
    settings = folder / "fonts.conf"
    settings.write_text(_SETTINGS.format(fonts=folder), encoding="utf-8")
    return settings


def as_pdf(program: str, files: Sequence[Path], folder: Path, settings: Path) -> list[Path]:
    """Return the files as PDF in a folder; a profile of its own keeps the user's LibreOffice out of it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    told = {**os.environ, "FONTCONFIG_FILE": str(settings)}
    subprocess.run(command, env=told, check=True, capture_output=True, timeout=MOST_SECONDS)
    return [folder / f"{file.stem}.pdf" for file in files]
