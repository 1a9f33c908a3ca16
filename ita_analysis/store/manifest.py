"""What a backup says of itself: when and why it was made, of which tables, and what each of them is to be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast, get_args

FILE = "manifest.json"
Reason = Literal["import", "migration", "day", "hand", "command"]
_MAKER, _FORM = "ita_analysis", 1


@dataclass(frozen=True)
class Member:
    """A table of a backup: how many rows, and the SHA-256 of its CSV file."""

    rows: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """When and why a backup was made, of which state of the data, by which migrations, and its tables by name."""

    made_at: datetime
    reason: Reason
    data_version: int
    migrations: tuple[str, ...]
    tables: Mapping[str, Member]

    def as_json(self) -> dict[str, object]:
        """Return the manifest as its file holds it."""
        return {
            "made_by": _MAKER,
            "form": _FORM,
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "reason": self.reason,
            "data_version": self.data_version,
            "migrations": list(self.migrations),
            "tables": {name: vars(member) for name, member in self.tables.items()},
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
            return cls(made_at, reason, int(said["data_version"]), migrations, tables)
        except (AttributeError, TypeError, RecursionError) as error:  # JSON of another shape
            raise ValueError(FILE) from error
