"""Deaths in the middle of a deed: what a new start of the program finds after each, and whether the deed can go on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.store.deeds import Deed, State, left_over, prepare, state_of
from tests.store.files import release
from tests.store.killing import Moment, killed, lines_of, moments

SEED = 2564
_AGAIN = 3  # after one in so many deaths that left the old state, the deed is done again


@dataclass(frozen=True)
class Death:
    """When a process was killed, whether it had said that its deed was done, and which state it left.

    `left` is old, new, or the tables that are neither; `again` the same after the deed was done once more, where it
    was, with what then lies beside the file.
    """

    moment: Moment
    was_done: bool
    left: str
    again: str | None = None

    @property
    def is_right(self) -> bool:
        """Return whether the state is whole, and new where the process had said so."""
        return self.left in ({"new"} if self.was_done else {"old", "new"}) and self.again in {None, "new"}


def deaths(deed: Deed, starts: dict[str, Path], folder: Path, count: int) -> Iterator[Death]:
    """Do a deed once in a process that lives and so many times in one that is killed; yield the deaths."""
    since = datetime.now()  # noqa: DTZ005 - the clock of this desk
    base = prepare(deed, starts, folder / "base")
    start = starts[deed.start] if deed.start and not deed.begin else None
    old = _state_of_start(start) if start else state_of(_copy(base, folder / "old"), since)
    lived = _copy(base, folder / "new")
    lines = lines_of(deed.act, lived, is_open=deed.is_open)
    new = state_of(lived, since)
    for number, moment in enumerate(moments(lines, count, SEED)):
        file = _copy(base, folder / "dead")
        was_done = killed(deed.act, file, moment, is_open=deed.is_open)
        left = _named(state_of(file, since), old, new)
        again = None
        if not deed.is_one or (left == "old" and number % _AGAIN == 1):
            deed.act(file)
            release(file)
            again = _named(state_of(file, since), old, new, counted=deed.is_one)
            again = f"{again} {left_over(file)}" if left_over(file) else again
        yield Death(moment, was_done, left if deed.is_one else "new", again)
        shutil.rmtree(file.parent)


@cache
def _state_of_start(file: Path) -> State:
    """Return the state that deeds begin with which need nothing before them."""
    with TemporaryDirectory() as folder:
        return state_of(Path(shutil.copy(file, folder)), datetime.now())  # noqa: DTZ005 - the clock of this desk


def _copy(base: Path, folder: Path) -> Path:
    shutil.copytree(base.parent, folder)
    return folder / base.name


def _named(found: State, old: State, new: State, *, counted: bool = True) -> str:
    """Return which state was found; not `counted`, the count of changes does not matter."""
    uncounted = set() if counted else {"data_version"}
    other = {name for name in found.keys() | new.keys() if found.get(name) != new.get(name)} - uncounted
    if not other:
        return "new"
    return "old" if found == old else f"neither: {', '.join(sorted(other))}"
