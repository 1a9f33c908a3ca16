"""The tree as the README draws it is the tree that there is, and nothing in it is left over."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from ita_analysis.paths import PROJECT
from ita_analysis.ui import serving
from tests.house.sources import PROGRAM, program_files

UI = PROGRAM / "ui"
TEMPLATES = sorted((UI / "templates").glob("*.html"))
ASSETS = sorted((UI / "assets").iterdir())
_DRAWN = re.compile(r"^ {4}(?P<inner> {2})?(?P<names>\S+(?: \S+)*?)(?: {2,}|$)", re.MULTILINE)


def drawn() -> set[str]:
    """Return the files and folders of the drawing, those within the program by their place in it."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    _, _, tree = readme.partition("## The tree is the data flow")
    block = tree.partition("\n\n    ")[2].partition("\n\n")[0]
    found = set()
    for line in _DRAWN.finditer(f"    {block}"):
        folder = "ita_analysis/" if line["inner"] else ""
        found |= {folder + name.rstrip("/") for name in line["names"].split()}
    return found


def kept(folder: Path) -> set[str]:
    """Return what git keeps, or would keep, directly in a folder of the project."""
    asked = ["git", "-c", "safe.directory=*", "-C", str(folder), "ls-files", "-co", "--exclude-standard", "-z"]
    listed = subprocess.run(asked, capture_output=True, check=True).stdout.decode("utf-8")
    return {name.split("/")[0] for name in listed.split("\0") if name and (folder / name).exists()}


def test_everything_that_is_drawn_is_there() -> None:
    assert len(drawn()) > 20
    missing = {name for name in drawn() if "<" not in name and not list(PROJECT.glob(name))}
    assert missing == set()


def test_every_layer_of_the_program_is_drawn() -> None:
    layers = {f"ita_analysis/{name}" for name in kept(PROGRAM) if name != "__init__.py"}
    told = {path.relative_to(PROJECT).as_posix() for name in drawn() if "<" not in name for path in PROJECT.glob(name)}
    assert layers - told == set()


def test_every_template_is_filled_by_someone() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in program_files())
    taken = set(re.findall(r"""["']([a-z_]+)["']""", sources))
    taken |= {
        name for file in TEMPLATES for name in re.findall(r'import "(\w+)\.html"', file.read_text(encoding="utf-8"))
    }
    assert [file.name for file in TEMPLATES if file.stem not in taken] == []


def test_every_asset_is_sent() -> None:
    sent = serving.style() + serving.script()
    for file in ASSETS:
        longest = max(file.read_text(encoding="utf-8").splitlines(), key=len)
        assert longest in sent, file.name
    assert {file.suffix for file in ASSETS} == {".css", ".js"}


def test_parts_of_the_look_are_short() -> None:
    files = [*TEMPLATES, *ASSETS]
    assert {
        file.name: lines for file in files if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 250
    } == {}
