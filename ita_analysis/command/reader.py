"""Who reads what a command prints may leave before its end, as `head -1` does: the work goes on, unheard."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import TextIOBase
from typing import TextIO, cast


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """Print to whoever reads; once they have left, nothing is said to anybody and what was asked is still done."""
    out, told = _Leaving(sys.stdout), _Leaving(sys.stderr)
    with redirect_stdout(cast("TextIO", out)), redirect_stderr(cast("TextIO", told)):
        try:
            yield
        finally:
            out.flush()
            told.flush()


class _Leaving(TextIOBase):
    """A stream whose reader may leave; from then on it leads nowhere, also for what is written at the very end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._try(lambda: self._stream.write(text))
        return len(text)

    def flush(self) -> None:
        self._try(self._stream.flush)

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except OSError as error:
            # Windows says of a pipe without a reader that the argument is invalid.
            if not isinstance(error, BrokenPipeError) and error.errno != errno.EINVAL:
                raise
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
