"""The ZIP of an agency's year: every file, the list of the evidence, and what each file is, with its SHA-256."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from ita_analysis.documents.csv_file import csv_of
from ita_analysis.documents.naming import file_name
from ita_analysis.documents.year import year_about
from ita_analysis.documents.year.done import evidence
from ita_analysis.documents.year.words import without_people
from ita_analysis.publishing.files import File, made, parts
from ita_analysis.publishing.gathered import Gathered
from ita_analysis.texts import say

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
Tell = Callable[[int, int, str], None]


def package(of: Gathered, tell: Tell | None = None) -> bytes:
    """Return the ZIP of an agency's year; the same data of the same day make the same bytes.

    `tell` hears before each file how many are made, of how many, and which is next.
    """
    contents = dict(_contents(of, tell))
    contents |= {MANIFEST: manifest(of, contents), SUMS: sums(contents)}
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        day = of.facts.today
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def manifest(of: Gathered, contents: dict[str, bytes]) -> bytes:
    """Return what the ZIP holds as JSON: whose, of when, and each file with what it is, its size and SHA-256."""
    facts = of.facts
    said = {
        "agency_code": of.agency_code,
        "agency": facts.agency,
        "fiscal_year_be": facts.fiscal_year_be,
        "round_months": facts.months,
        "data_of": facts.data_of,
        "made_on": facts.today.isoformat(),
        "is_synthetic": facts.is_synthetic,
        "sources": facts.files,
        "files": [
            {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in contents.items()
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def sums(contents: dict[str, bytes]) -> bytes:
    """Return the SHA-256 of each file, line by line, as `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents.items()).encode()


def _contents(of: Gathered, tell: Tell | None) -> Iterator[tuple[str, bytes]]:
    wanted = parts(of)
    for number, kind in enumerate(wanted):
        if tell:
            tell(number, len(wanted), say(f"files.holds.{kind.holds}"))
        file: File = made(of, kind)
        yield file.name, file.content
    about = year_about(of.facts)
    yield file_name(about, say("files.name.evidence"), "csv"), csv_of(about, evidence(of.evidence, without_people))
