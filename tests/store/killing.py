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
from ita_analysis.store.building import ready
from tests.store.apart import APART, PATIENCE

STORE = str(PROJECT / "ita_analysis" / "store")
# Lines at which something becomes final, on disk or in its place.
_FINAL = re.compile(r'"commit"|\.close\(|\.replace\(|unlink|rmtree|log_taken_in|connect\(')
_KILLED = -getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows knows one way to end a process


@dataclass(frozen=True)
class Line:
    """A line that ran: whether something becomes final there, and how many seconds it took."""

    is_final: bool
    seconds: float


@dataclass(frozen=True)
class Moment:
    """When a process is killed: as a line begins, or so many seconds later."""

    line: int
    wait: float = 0.0


def moments(lines: list[Line], count: int, seed: int) -> Iterator[Moment]:
    """Yield moments of a deed that ran through some lines: in turn hard ones and any ones, and the last of all."""
    chance = random.Random(seed)
    numbers = range(len(lines))
    final = [number for number in numbers if lines[number].is_final]
    yield Moment(len(lines) - 1)
    for each in range(count - 1):
        line = chance.choice(numbers if each % 2 and numbers else final)
        yield Moment(line, chance.choice((0.0, chance.uniform(0, 1.2))) * lines[line].seconds)


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
    begun: list[tuple[bool, float]] = []

    def note(frame: FrameType) -> None:
        text = linecache.getline(frame.f_code.co_filename, frame.f_lineno)
        begun.append((bool(_FINAL.search(text)), time.perf_counter()))

    _do(theirs, act, file, is_open, note)
    ends = [*(at for _, at in begun[1:]), time.perf_counter()]
    theirs.send([(is_final, end - at) for (is_final, at), end in zip(begun, ends, strict=True)])


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
        ready(file, [])
    sys.settrace(trace)
    act(file)
    theirs.send("done")
    database.close(file)
    sys.settrace(None)
