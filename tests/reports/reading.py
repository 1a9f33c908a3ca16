"""How these tests reach the reader: the only place that knows it is a command."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPO_ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60


@dataclass(frozen=True)
class Answer:
    """What the command said: its exit code, what it printed, what it printed as an error."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything the user sees, wherever it was printed."""
        return f"{self.out}\n{self.err}"


def preview(path: Path, *options: str) -> Answer:
    """Run the preview of one file."""
    done = subprocess.run(
        [sys.executable, "-m", "ita_analysis", "preview", str(path), *options],
        cwd=REPO_ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def read(path: Path) -> dict[str, Any]:
    """What was read from a file that must be readable, as the JSON object of the contract."""
    answer = preview(path, "--json")
    assert answer.code == 0, f"{path.name}: a readable report was refused:\n{answer.said}"
    found = json.loads(answer.out)
    assert isinstance(found, dict), f"{path.name}: the JSON must be one object"
    return found


def try_read(path: Path) -> Answer:
    """The answer to a file that may be refused."""
    return preview(path, "--json")
