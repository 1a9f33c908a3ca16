"""What a backup says of itself: when and why it was made, of which tables, and what each of them is to be."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal, cast, get_args

from ita_analysis.errors import StoreError
from ita_analysis.sql import names

FILE = "manifest.json"
Source = Path | BinaryIO  # a backup: its file, or what a browser sent, which has a name too
Reason = Literal["import", "migration", "day", "hand", "command", "restore"]
_MAKER, _FORM = "ita_analysis", 1
_LONGEST = 2**20


@dataclass(frozen=True)
class Member:
    """A table of a backup: how many rows, and the SHA-256 of its CSV file."""

    rows: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """When and why a backup was made, of which state of the data, by which migrations, and its tables by name.

    `state` is None where an earlier program made it, whose data had no word for their state. `files` are the attached
    files, by SHA-256, with their size in bytes; those of an earlier program had none.
    """

    made_at: datetime
    reason: Reason
    data_version: int
    migrations: tuple[str, ...]
    tables: Mapping[str, Member]
    state: str | None = None
    files: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Return the manifest as its file holds it."""
        return {
            "made_by": _MAKER,
            "form": _FORM,
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "reason": self.reason,
            "data_version": self.data_version,
            "state": self.state,
            "migrations": list(self.migrations),
            "tables": {name: vars(member) for name, member in self.tables.items()},
            "files": dict(self.files),
        }

    @classmethod
    def read(cls, content: bytes) -> Manifest:
        """Return the manifest that a file holds; raises ValueError or KeyError where it holds none."""
        try:
            said = json.loads(content)
            if (said["made_by"], said["form"]) != (_MAKER, _FORM) or said["reason"] not in get_args(Reason):
                raise ValueError(FILE)
            tables = {str(name): Member(int(of["rows"]), str(of["sha256"])) for name, of in said["tables"].items()}
            migrations = tuple(map(str, said["migrations"]))
            made_at, reason = datetime.fromisoformat(said["made_at"]), cast("Reason", said["reason"])
            state = None if said.get("state") is None else str(said["state"])
            files = {str(name): int(size) for name, size in said.get("files", {}).items()}
            return cls(made_at, reason, int(said["data_version"]), migrations, tables, state, files)
        except (AttributeError, TypeError, RecursionError) as error:  # JSON of another shape
            raise ValueError(FILE) from error


def manifest_in(archive: zipfile.ZipFile) -> Manifest:
    """Return the manifest of an open ZIP; raises ValueError or KeyError where it holds none."""
    if archive.getinfo(FILE).file_size > _LONGEST:
        raise ValueError(FILE)
    return Manifest.read(archive.read(FILE))


def refuse_newer(manifest: Manifest, name: str) -> None:
    """Raise StoreError where a newer program made a backup: its tables are unknown here."""
    if not set(manifest.migrations) <= set(names("migrations")):
        raise StoreError("backup_newer", file=name)


def name_of(source: Source) -> str:
    """Return the name of a backup's file, without any folder."""
    return Path(str(source.name)).name
