"""The words of the Makefile."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDS = ["run", "test", "check", "fix", "browser", "bench"]

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="no make here")


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "--no-print-directory", *arguments]
    told = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", env=told, check=False)


@pytest.mark.parametrize("asked", [[], ["help"]])
def test_help_has_one_line_for_each_word(asked: list[str]) -> None:
    lines = make(*asked).stdout.splitlines()
    assert [line.split()[0:2] for line in lines] == [["make", word] for word in WORDS]
    assert all(len(line.split()) > 2 and len(line) < 110 for line in lines)


def test_a_python_that_is_not_there_is_said_in_one_sentence() -> None:
    told = make("run", "PYTHON=python-that-is-not-there")
    assert told.returncode != 0
    assert told.stderr.splitlines()[0].startswith("ไม่พบ python-that-is-not-there")


def test_check_edits_nothing() -> None:
    steps = make("--dry-run", "check").stdout
    assert "ruff format --check" in steps
    assert "--fix" not in steps


def test_the_browser_and_axe_are_there_before_the_tests_begin() -> None:
    for word in ("test", "browser"):
        steps = make("--dry-run", word).stdout
        walks = steps.rindex("-m pytest")
        assert 0 < steps.index("tools/chromium.py") < steps.index("tools/axe.py") < walks
        assert steps.index("tests/browser", walks)


def test_every_test_is_run_by_one_of_the_two_calls() -> None:
    steps = make("--dry-run", "test").stdout
    assert steps.index("pytest tests --ignore=tests/browser") < steps.rindex("tests/browser")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_exactly(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").split()
    pinned = [line for line in lines if line not in {"-r", "requirements.txt"}]
    assert pinned
    assert all(line.count("==") == 1 for line in pinned)
