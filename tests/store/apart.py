"""A part of a test in a process of its own, forked from one that has everything imported, and what it answers."""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

PATIENCE = 60  # seconds
_METHODS = multiprocessing.get_all_start_methods()
APART = multiprocessing.get_context("forkserver" if "forkserver" in _METHODS else "spawn")
APART.set_forkserver_preload(["tests.store.deeds", "tests.store.limits"])
Answer = TypeVar("Answer")


def apart(work: Callable[..., Answer], *about: object) -> Answer:
    """Return what a function of a module answers in a process of its own; what fails there fails here."""
    ours, theirs = APART.Pipe(duplex=False)
    process = APART.Process(target=_work, args=(theirs, work, *about))
    process.start()
    theirs.close()
    assert ours.poll(PATIENCE), "no answer"
    answer, trace = ours.recv()
    process.join()
    assert not trace, trace
    done: Answer = answer
    return done


def _work(theirs: Connection, work: Callable[..., object], *about: object) -> None:
    try:
        theirs.send((work(*about), ""))
    except BaseException:
        theirs.send((None, traceback.format_exc()))
