"""The environment script, for real: one virtual environment, made once, with a package made here."""

import ast
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import environment

TOOLS = Path(environment.__file__).parent
NO_INDEX = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}


def make_wheel(folder: Path) -> str:
    """Make a package of one line, so that pip has something to install without a network."""
    name, info = "tinything-1.0-py3-none-any.whl", "tinything-1.0.dist-info"
    with zipfile.ZipFile(folder / name, "w") as wheel:
        wheel.writestr("tinything.py", "WORD = 'here'\n")
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: tinything\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "tinything.py,,\n")
    return name


def run_script(project: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    script = [sys.executable, str(project / "tools/environment.py"), *arguments]
    told = {**os.environ, **NO_INDEX, "PYTHONIOENCODING": "utf-8", **settings}
    return subprocess.run(script, capture_output=True, encoding="utf-8", env=told, timeout=120, check=False)


def make_project(folder: Path, requirements: str) -> Path:
    (folder / "tools").mkdir()
    shutil.copy(TOOLS / "environment.py", folder / "tools")
    (folder / "requirements.txt").write_text(requirements, encoding="utf-8")
    (folder / "requirements-dev.txt").write_text("-r requirements.txt\n", encoding="utf-8")
    return folder


def last_line(told: subprocess.CompletedProcess[str]) -> str:
    return told.stderr.strip().splitlines()[-1]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("project")
    made = make_project(folder, f"./{make_wheel(folder)}\n")
    first = run_script(made, "run")
    assert first.returncode == 0, first.stderr
    assert "tinything" in first.stdout  # pip's own progress is shown
    yield made
    shutil.rmtree(made)


def test_a_second_start_asks_pip_nothing(project: Path) -> None:
    second = run_script(project, "run")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    python = next(project.glob(".venv/[bS]*/python*"))
    assert subprocess.check_output([python, "-c", "import tinything; print(tinything.WORD)"]).strip() == b"here"


def test_the_tests_packages_contain_the_run_time_ones(project: Path) -> None:
    assert "requirements-dev.txt" in run_script(project, "test").stderr
    for word in ("run", "test"):
        assert run_script(project, word).stderr == ""


def test_a_failed_install_ends_with_one_sentence_and_is_not_remembered(project: Path) -> None:
    requirements = project / "requirements.txt"
    good = requirements.read_text(encoding="utf-8")
    try:
        for bad in ("surely-not-reached==1.0", "./no-such-folder"):
            requirements.write_text(bad, encoding="utf-8")
            told = run_script(project, "run")
            assert told.returncode == 1
            assert last_line(told) == environment.NOT_INSTALLED.format(name="requirements.txt")
            assert "Traceback" not in told.stdout + told.stderr
    finally:
        requirements.write_text(good, encoding="utf-8")
    tried_again = run_script(project, "run")
    assert (tried_again.returncode, "tinything" in tried_again.stdout) == (0, True)


def test_a_folder_that_takes_no_environment_is_said(tmp_path: Path) -> None:
    make_project(tmp_path, "")
    (tmp_path / ".venv").write_text("a file where the folder should be", encoding="utf-8")
    told = run_script(tmp_path, "run")
    assert (told.returncode, last_line(told)) == (1, environment.NO_VENV)


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 14), (2, 7, 18)])
def test_an_old_python_gets_a_sentence_with_its_number(version: tuple[int, ...]) -> None:
    sentence = environment.too_old(version)
    assert sentence
    assert ".".join(map(str, version)) in sentence
    assert "3.11" in sentence


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2), (4, 0, 0)])
def test_a_new_python_gets_none(version: tuple[int, ...]) -> None:
    assert environment.too_old(version) is None


def test_an_old_python_is_told_before_anything_is_made(tmp_path: Path) -> None:
    script = make_project(tmp_path, "") / "tools/environment.py"
    code = "import runpy, sys; sys.version_info = (3, 8, 1); script = sys.argv.pop()"
    code += "; runpy.run_path(script, run_name='__main__')"
    old = [sys.executable, "-c", code, str(script)]
    told = subprocess.run(old, capture_output=True, encoding="utf-8", check=False)
    assert (told.returncode, told.stderr.strip()) == (1, environment.too_old((3, 8, 1)))
    assert not (tmp_path / ".venv").exists()


def test_an_old_python_can_read_the_script() -> None:
    source = Path(environment.__file__).read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    loose = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    hints = [node.returns for node in loose] + [each.annotation for node in loose for each in node.args.args]
    assert not any(isinstance(hint, ast.Subscript | ast.BinOp) for hint in hints)  # 3.6 would compute them


def test_an_unknown_word_is_explained(tmp_path: Path) -> None:
    told = run_script(make_project(tmp_path, ""), "walk")
    assert (told.returncode, told.stderr.strip()) == (1, environment.UNKNOWN)
