"""The words by which the reader knows a report's parts, as compiled patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words(group: str) -> dict[str, Any]:
    """Return one group of the vocabulary as its file states it."""
    loaded: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    group_words: dict[str, Any] = loaded[group]
    return group_words


@cache
def pattern(group: str, name: str) -> re.Pattern[str]:
    """Return one pattern of the vocabulary, compiled."""
    return re.compile(words(group)[name], re.IGNORECASE)
