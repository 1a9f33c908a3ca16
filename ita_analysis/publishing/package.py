"""The ZIP of an agency's year: every file, the list of the evidence, and what each file is, with its SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from ita_analysis.documents.csv_file import csv_of
from ita_analysis.documents.naming import file_name
from ita_analysis.documents.year import year_about
from ita_analysis.documents.year.done import evidence
from ita_analysis.documents.year.words import without_people
from ita_analysis.documents.zipped import zipped
from ita_analysis.publishing.gathered import Gathered
from ita_analysis.texts import say
from ita_analysis.thai.text import straight

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"


def package(of: Gathered, files: Mapping[str, bytes]) -> bytes:
    """Return the ZIP of an agency's year with its files by name; the same ones of the same day make the same bytes."""
    about = year_about(of.facts)
    listed = csv_of(about, evidence(of.evidence, without_people))
    contents = {**files, file_name(about, say("files.name.evidence"), "csv"): listed}
    contents[MANIFEST] = manifest(of, contents)
    contents[SUMS] = sums(contents)
    return zipped(contents, of.facts.today)


def manifest(of: Gathered, contents: Mapping[str, bytes]) -> bytes:
    """Return what the ZIP holds as JSON: whose, of when, and each file with what it is, its size and SHA-256."""
    facts = of.facts
    said = {
        "agency_code": of.agency_code,
        "agency": straight(facts.agency),
        "fiscal_year_be": facts.fiscal_year_be,
        "round_months": facts.months,
        "data_of": facts.data_of,
        "made_on": facts.today.isoformat(),
        "is_synthetic": facts.is_synthetic,
        "sources": [straight(name) for name in facts.files],
        "files": [
            {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in contents.items()
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def sums(contents: Mapping[str, bytes]) -> bytes:
    """Return the SHA-256 of each file, line by line, as `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents.items()).encode()
