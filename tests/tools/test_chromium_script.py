"""The order in which a browser is looked for, with small programs in place of browsers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import chromium

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


def stand_in(folder: Path, name: str, code: int = 0) -> str:
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Leave one empty folder to look in, and no browser of Playwright's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "MAC", [])
    return folder


def test_the_names_are_tried_in_their_order(only: Path) -> None:
    paths = [stand_in(only, name) for name in chromium.NAMES]
    for path in paths:
        assert chromium.find_installed() == path
        Path(path).unlink()


def test_chromium_named_by_the_environment_comes_first(
    only: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(only, "chromium")
    own = stand_in(tmp_path / "else where", "browser")
    monkeypatch.setenv("CHROMIUM", own)
    assert chromium.find_installed() == own


def test_what_is_named_but_missing_or_broken_is_passed_over(only: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", str(only / "missing"))
    stand_in(only, "chromium-browser", code=1)  # as Ubuntu's hint to install a snap
    chrome = stand_in(only, "google-chrome")
    assert chromium.find_installed() == chrome


@pytest.mark.usefixtures("only")
def test_without_any_nothing_is_found_and_nothing_may_be_installed_by_apt() -> None:
    assert chromium.find_installed() is None
    assert chromium.rights() is None


@pytest.mark.usefixtures("only")
def test_playwrights_own_is_found_where_it_is(tmp_path: Path) -> None:
    place = Path(chromium.playwrights_own() or "")
    assert place.is_relative_to(tmp_path / "none")
    place.parent.mkdir(parents=True)
    assert chromium.find_installed() is None
    assert stand_in(place.parent, place.name) == chromium.find_installed()


def test_the_script_prints_the_path_alone(only: Path) -> None:
    path = stand_in(only, "google-chrome-stable")
    told = subprocess.run([sys.executable, chromium.__file__], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (0, f"{path}\n", "")
