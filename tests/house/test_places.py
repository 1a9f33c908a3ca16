"""Nothing that is kept in git names a place of one machine: no home folder, no private package registry."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from ita_analysis.paths import PROJECT

# One letter in brackets, so that this file does not name what it forbids.
# Port 9 of the own machine is nowhere: tests of work without a network may name it.
MACHINE = re.compile(
    r"(?<![\w.])/(?:wor[k]|roo[t]|far[m]|hom[e]/\w+|User[s]/\w+)/|[A-Z]:\\+User[s]\\+\w|bash_job[s]|/tm[p]/\w"
)
REGISTRY = re.compile(
    r"(?:index-ur[l]|index_ur[l]|registr[y])[\"']?\s*[=: ]\s*[\"']?https?://(?!(?:pypi\.org|registry\.npmjs\.org)/)"
    r"|https?://(?!(?:pypi\.org|127\.0\.0\.1:9)/)[^\s\"'<>]+/\+?simpl[e]\b"
)


def tracked() -> list[Path]:
    """Return what git keeps and what is still there."""
    asked = ["git", "-c", "safe.directory=*", "-C", str(PROJECT), "ls-files", "-z"]
    listed = subprocess.run(asked, capture_output=True, check=True).stdout.decode("utf-8")
    return [path for name in listed.split("\0") if name and (path := PROJECT / name).exists()]


def tracked_files() -> list[Path]:
    """Return the files among what git keeps."""
    return [path for path in tracked() if path.is_file()]


def places_in(content: bytes) -> list[str]:
    """Return the places of one machine that a text file names; a file with zero bytes is no text."""
    if b"\0" in content:
        return []
    text = content.decode("utf-8", errors="replace")
    return [match[0] for form in (MACHINE, REGISTRY) for match in form.finditer(text)]


def test_git_is_asked_for_real_files() -> None:
    assert Path(PROJECT / "ita_analysis" / "paths.py") in tracked_files()


def test_no_kept_file_names_a_place_of_one_machine() -> None:
    found = {path.relative_to(PROJECT).as_posix(): places_in(path.read_bytes()) for path in tracked_files()}
    assert {name: places for name, places in found.items() if places} == {}


def test_nothing_that_is_kept_leads_elsewhere() -> None:
    assert [path.relative_to(PROJECT).as_posix() for path in tracked() if path.is_symlink()] == []


@pytest.mark.parametrize(
    "text",
    [
        "see /{}/main/app.py",
        "path = '/{}/x'",
        "(/{}/.config/pip)",
    ],
)
@pytest.mark.parametrize("folder", ["wor" + "k", "roo" + "t", "hom" + "e/somchai"])
def test_a_path_of_one_machine_is_told(text: str, folder: str) -> None:
    assert places_in(text.format(folder).encode("utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "--index-" + "url https://mirror.example/pypi/",
        "index-" + "url = http://10.0.0.1:8080/x",
        '"registr' + 'y": "https://npm.example.com/"',
        "https://mirror.example/ro" + "ot/pypi/+" + "simpl" + "e/",
    ],
)
def test_a_private_registry_is_told(text: str) -> None:
    assert places_in(text.encode("utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "https://pypi.org/simple/duckdb",
        "https://example.go.th/wo" + "rk/report.html",
        "framework/rows.py and homework/",
        "http://127.0.0.1:8501",
        "no network: http://127.0.0.1:9/simple",
        "a simple page at https://example.org/a",
        "root = Path(__file__)",
    ],
)
def test_other_places_are_left_alone(text: str) -> None:
    assert places_in(text.encode("utf-8")) == []


def test_a_picture_is_no_text() -> None:
    assert places_in(b"\x89PNG\0/" + b"root/") == []
