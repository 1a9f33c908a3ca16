"""What people typed and have not stored, kept beside the database: a small file for each word that drafts go by.

It is no data yet: it is in no table, no history and no backup, and is gone some weeks after the last thing was typed.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ita_analysis.store.content import of_json, to_json

OLDEST = 30 * 24 * 60 * 60  # seconds after which nobody comes back to it
_WORD = re.compile(r"[A-Za-z0-9_-]{8}")  # as `secrets.token_urlsafe(6)` makes them: never a path
_OURS = re.compile(rf"{_WORD.pattern}\.(json|writing)")
Subject = tuple[str | int, ...]  # e.g. an agency's code and the assessed fiscal year


@dataclass
class Draft:
    """What was typed about one subject, by field; `seen`: what was stored of it when the typing began.

    `aside`: what another window showed in a field in which this one typed something else.
    """

    seen: Any
    texts: dict[str, str] = field(default_factory=dict)
    aside: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is left in it."""
        return not (self.texts or self.aside)


def folder_of(file: Path) -> Path:
    """Return the folder beside a database that its drafts lie in."""
    return file.with_name("drafts")


def keep(file: Path, word: str, drafts: Mapping[Subject, Draft]) -> bool:
    """Keep the drafts of a word beside a database, whole or as they were; return whether the folder takes them.

    Of a word without drafts no file is left.
    """
    target = _place(file, word)
    if target is None:
        return False
    writing = target.with_suffix(".writing")
    try:
        if not drafts:
            target.unlink(missing_ok=True)
            return True
        target.parent.mkdir(exist_ok=True)
        with writing.open("w", encoding="utf-8") as opened:
            json.dump([[to_json(subject), _said(draft)] for subject, draft in drafts.items()], opened)
            opened.flush()
            os.fsync(opened.fileno())
        writing.replace(target)
    except OSError:
        with suppress(OSError):
            writing.unlink(missing_ok=True)
        return False
    return True


def kept(file: Path, word: str) -> dict[Subject, Draft]:
    """Return the drafts of a word that are kept beside a database; none where there are none that can be read."""
    target = _place(file, word)
    with suppress(OSError, ValueError, TypeError, KeyError):
        if target:
            said = json.loads(target.read_text(encoding="utf-8"))
            return {of_json(subject): _draft(told) for subject, told in said}
    return {}


def words(file: Path) -> list[str]:
    """Return the words whose drafts are kept beside a database, the last typed ones first."""
    with suppress(OSError):
        found = [each for each in folder_of(file).iterdir() if _OURS.fullmatch(each.name) and each.suffix == ".json"]
        return [each.stem for each in sorted(found, key=lambda each: each.stat().st_mtime, reverse=True)]
    return []


def sweep(file: Path, now: float | None = None) -> None:
    """Remove what was typed last too long ago."""
    before = (time.time() if now is None else now) - OLDEST
    with suppress(OSError):
        for each in folder_of(file).iterdir():
            if _OURS.fullmatch(each.name) and each.stat().st_mtime < before:
                each.unlink(missing_ok=True)


def _place(file: Path, word: str) -> Path | None:
    return folder_of(file) / f"{word}.json" if _WORD.fullmatch(word) else None


def _said(draft: Draft) -> dict[str, Any]:
    return {"seen": to_json(draft.seen), "texts": draft.texts, "aside": draft.aside}


def _draft(told: Mapping[str, Any]) -> Draft:
    texts = {str(name): str(text) for name, text in told["texts"].items()}
    aside = {str(name): [str(text) for text in texts] for name, texts in told["aside"].items()}
    return Draft(of_json(told["seen"]), texts, aside)
