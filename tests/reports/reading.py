"""How these tests reach the reader: the only place that knows it is a command."""

import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from ita_analysis.__main__ import main

REPO_ROOT = Path(__file__).resolve().parents[2]


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
    """Run the preview of one file in this process, through the command line's own entry."""
    out, err = _Captured(), _Captured()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["preview", str(path), *options])
    return Answer(code, out.getvalue(), err.getvalue())


class _Captured(StringIO):
    """A stream in memory that, as the console, can be told its encoding."""

    def reconfigure(self, **_: object) -> None:
        """Take any setting; memory holds text of every encoding."""


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
