"""Deeds done in a process of its own, which is killed at a moment of our choice, as by `kill -9`.

The moment is a line of the store that begins, found by tracing the process; nothing of the program is replaced.
"""

from __future__ import annotations

import linecache
import random
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Any

from ita_analysis.paths import PROJECT
from ita_analysis.store import database
from tests.store.apart import APART, PATIENCE

STORE = str(PROJECT / "ita_analysis" / "store")
# Lines at which something becomes final, on disk or in its place.
_COMMIT = '"commit"'
_FINAL = re.compile(rf"{_COMMIT}|\.close\(|\.replace\(|unlink|rmtree|log_taken_in|connect\(")
_KILLED = -getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows knows one way to end a process


@dataclass(frozen=True)
class Line:
    """A line that ran: its words, and how many seconds it took."""

    words: str
    seconds: float

    @property
    def is_final(self) -> bool:
        """Return whether something becomes final there."""
        return bool(_FINAL.search(self.words))

    @property
    def is_commit(self) -> bool:
        """Return whether a transaction ends there."""
        return _COMMIT in self.words


@dataclass(frozen=True)
class Moment:
    """When a process is killed: as a line begins, or so many seconds later."""

    line: int
    wait: float = 0.0


def moments(lines: list[Line], count: int, seed: int) -> Iterator[Moment]:
    """Yield moments of a deed that ran through some lines: the last one, then in turn commits, any, and final ones."""
    chance = random.Random(seed)
    every = [*range(len(lines))]
    final = [number for number in every if lines[number].is_final]
    commits = [number for number in final if lines[number].is_commit]
    yield Moment(every[-1])
    for each in range(count - 1):
        line = chance.choice((commits or final, every, final)[each % 3])
        wait = chance.choice((0.0, chance.uniform(0, 1.2))) if each else 0.0
        yield Moment(line, wait * lines[line].seconds)


def lines_of(act: Callable[[Path], object], file: Path, *, is_open: bool) -> list[Line]:
    """Do a deed in a process that lives, and return the lines of the store that it ran through."""
    ours, theirs = APART.Pipe()
    process = APART.Process(target=_live, args=(theirs, act, file, is_open))
    process.start()
    theirs.close()
    said = _said(ours)
    process.join()
    assert process.exitcode == 0, said
    return [Line(*each) for each in said[-1]]


def killed(act: Callable[[Path], object], file: Path, moment: Moment, *, is_open: bool) -> bool:
    """Do a deed in a process that is killed at a moment; return whether it had said that the deed was done."""
    ours, theirs = APART.Pipe()
    process = APART.Process(target=_die, args=(theirs, act, file, is_open, moment))
    process.start()
    theirs.close()
    said = _said(ours, until="here")
    time.sleep(moment.wait)
    process.kill()
    process.join()
    said += _said(ours)
    assert "here" in said, f"it ended before it was killed: {said}"
    assert process.exitcode == _KILLED, "it was not killed"
    return "done" in said


def _said(ours: Connection, until: str = "") -> list[Any]:
    said: list[Any] = []
    while not said or said[-1] != until:
        assert ours.poll(PATIENCE), f"nothing more after {said}"
        try:
            said.append(ours.recv())
        except (EOFError, OSError):
            break
    return said


def _live(theirs: Connection, act: Callable[[Path], object], file: Path, is_open: bool) -> None:
    begun: list[tuple[str, float]] = []

    def note(frame: FrameType) -> None:
        begun.append((linecache.getline(frame.f_code.co_filename, frame.f_lineno), time.perf_counter()))

    _do(theirs, act, file, is_open, note)
    ends = [*(at for _, at in begun[1:]), time.perf_counter()]
    theirs.send([(words, end - at) for (words, at), end in zip(begun, ends, strict=True)])


def _die(theirs: Connection, act: Callable[[Path], object], file: Path, is_open: bool, moment: Moment) -> None:
    left = moment.line

    def count(_: FrameType) -> None:
        nonlocal left
        left -= 1
        if left == -1:
            theirs.send("here")
            if not moment.wait:
                theirs.recv()  # dead before anything comes
            sys.settrace(None)

    _do(theirs, act, file, is_open, count)
    theirs.recv()


def _do(
    theirs: Connection, act: Callable[[Path], object], file: Path, is_open: bool, note: Callable[[FrameType], None]
) -> None:
    """Do a deed and close the file after it, and tell of each line of the store as it begins."""

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if not frame.f_code.co_filename.startswith(STORE):
            return None
        if event == "line":
            note(frame)
        return trace

    if is_open:
        database.connection(file)
    sys.settrace(trace)
    act(file)
    theirs.send("done")
    database.close(file)
    sys.settrace(None)
