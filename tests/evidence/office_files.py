"""Office files as small as can be, and what others put into them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from ita_analysis.evidence.office import MAIN

PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}


def office_file(kind: str, more: dict[str, bytes] | None = None, types: str = "", main: str | None = None) -> bytes:
    """Return an office file of a kind with more members; `types` says what they are, `main` what the main part is."""
    told = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{PARTS[kind]}" ContentType="{main or MAIN[kind]}"/>{types}</Types>'
    )
    return packed({"[Content_Types].xml": told.encode(), "_rels/.rels": b"<r/>", PARTS[kind]: b"<d/>", **(more or {})})


def packed(members: dict[str, bytes]) -> bytes:
    """Return a ZIP of members."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()
