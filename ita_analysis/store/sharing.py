"""Many use the database at once; whoever puts another file in its place waits until nobody does, and is alone then."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from ita_analysis.errors import StoreError

PATIENCE = 10.0  # seconds to wait for others; a page takes less than one, storing a large sheet more
_changed = threading.Condition()
_users: Counter[int] = Counter()  # threads, each with how many of its calls use the database within another
_alone: set[int] = set()  # the one thread that wants to be alone, or is


@contextmanager
def using() -> Iterator[None]:
    """Use the database: no other file is put in its place meanwhile; waits where that is being done."""
    me = threading.get_ident()
    with _changed:
        _changed.wait_for(lambda: not _alone or me in _alone or me in _users)
        _users[me] += 1
    try:
        yield
    finally:
        with _changed:
            _users[me] -= 1
            if not _users[me]:
                del _users[me]
            _changed.notify_all()


@contextmanager
def alone() -> Iterator[None]:
    """Be the only one who uses the database, as soon as all others have ended what they began; those who come wait.

    Raises StoreError where somebody has not ended after some seconds, or another one waits or is alone already.
    """
    me = threading.get_ident()
    with _changed:
        if _alone:
            raise StoreError("restore_under_way")
        _alone.add(me)
    try:
        with _changed:
            if not _changed.wait_for(lambda: _users.keys() <= {me}, PATIENCE):
                raise StoreError("restore_busy")
        yield
    finally:
        with _changed:
            _alone.clear()
            _changed.notify_all()
