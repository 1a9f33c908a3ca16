"""The SQL of the program, one statement or view a file, asked for by folder and name."""

import hashlib
from functools import cache

from ita_analysis import paths


@cache
def statement(folder: str, name: str) -> str:
    """Return the text of `folder/name.sql`, e.g. of `queries/measures.sql`."""
    return (paths.SQL / folder / f"{name}.sql").read_text(encoding="utf-8")


def names(folder: str) -> list[str]:
    """Return the names of a folder's files in the order they are to be run."""
    return sorted(file.stem for file in (paths.SQL / folder).glob("*.sql"))


def digest(*folders: str) -> str:
    """Return what tells the files of some folders from those of another program."""
    texts = [statement(folder, name) for folder in folders for name in names(folder)]
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
