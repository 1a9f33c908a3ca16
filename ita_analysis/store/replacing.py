"""Another database in the place of the one that this process has open: at once and whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import duckdb

from ita_analysis.errors import StoreError
from ita_analysis.store.database import let_go
from ita_analysis.store.files import log_of
from ita_analysis.store.trouble import explained, folder_of

_MOVES_WHILE_OPEN = os.name != "nt"  # Windows replaces no file that is open


def replace(file: Path, fresh: Path, only_if: Callable[[duckdb.DuckDBPyConnection], None]) -> None:
    """Put another database in the place of one that this process has open, and open that.

    `only_if` looks at what is there when nobody can write it any more, and raises where it may not be replaced. Raises
    StoreError where somebody still reads it, another process takes it meanwhile, or the file cannot be replaced; it
    is as it was then, and open again.
    """
    with let_go(file):
        try:
            with duckdb.connect(str(file), read_only=True) as held:
                only_if(held)
                if log_of(file).exists():  # it would be taken for the other one's
                    raise StoreError("restore_unwritable", folder=folder_of(file))
                if _MOVES_WHILE_OPEN:  # held, it takes no writing of another process that would go with it
                    fresh.replace(file)
            if not _MOVES_WHILE_OPEN:
                fresh.replace(file)
        except duckdb.Error as error:
            raise explained(file, error) from error
        except OSError as error:
            raise StoreError("restore_unwritable", folder=folder_of(file)) from error
