"""Running the command line in this process and in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ita_analysis.__main__ import main
from ita_analysis.paths import PROJECT


@dataclass(frozen=True)
class Said:
    """What the command said: its exit code, what it printed, what it printed as an error."""

    code: int
    out: str
    err: str


class _Captured(StringIO):
    def reconfigure(self, **_: object) -> None:
        """Take any setting; memory holds text of every encoding."""


def run(*arguments: str | Path) -> Said:
    """Run one command in this process; arguments that the parser itself refuses are an exit code too."""
    out, err = _Captured(), _Captured()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([str(each) for each in arguments])
        except SystemExit as refused:
            code = int(str(refused.code))
    return Said(code, out.getvalue(), err.getvalue())


def run_alone(*arguments: str | Path, **environment: str) -> Said:
    """Run one command as a shell does, in a window whose own letters are not Thai."""
    asked = [sys.executable, "-m", "ita_analysis", *map(str, arguments)]
    around = {**os.environ, "PYTHONIOENCODING": "cp1252", "COLUMNS": "200", **environment}
    found = subprocess.run(asked, cwd=PROJECT, env=around, capture_output=True, check=False)
    return Said(found.returncode, found.stdout.decode("utf-8"), found.stderr.decode("utf-8"))


def run_unheard(*arguments: str | Path, mistakes_too: bool = False, **environment: str) -> tuple[int, str]:
    """Run one command whose reader leaves before its first word; return its code and what it printed as an error."""
    asked = [sys.executable, "-m", "ita_analysis", *map(str, arguments)]
    errors = subprocess.STDOUT if mistakes_too else subprocess.PIPE
    around = {**os.environ, **environment}
    with subprocess.Popen(asked, cwd=PROJECT, env=around, stdout=subprocess.PIPE, stderr=errors) as running:
        assert running.stdout
        running.stdout.close()
        told = running.stderr.read().decode("utf-8") if running.stderr else ""
        return running.wait(), told
