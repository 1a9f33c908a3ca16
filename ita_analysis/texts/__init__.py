"""The catalogue of texts: every Thai sentence of the program by key, and the way to say it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ita_analysis.errors import ItaError

LANGUAGE = "th"


def say(key: str, /, **values: object) -> str:
    """Return the sentence of a key with its values filled in; an unknown key raises KeyError."""
    return catalogue()[key].format(**values)


def say_count(key: str, count: int, /, **values: object) -> str:
    """Return the sentence for many, one or none: `key.many`, `key.one` or `key.none`."""
    form = "none" if count == 0 else "one" if count == 1 else "many"
    return say(f"{key}.{form}", count=count, **values)


def say_some(key: str, count: int, /, **values: object) -> str:
    """Return the sentence for many or one, of things of which there is at least one: `key.many` or `key.one`."""
    return say(f"{key}.{'one' if count == 1 else 'many'}", count=count, **values)


def explain(error: ItaError) -> str:
    """Return what is wrong, where, and what to do next, as one sentence for the screen."""
    return say(f"error.{error.key}", **error.values)


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """Return the official names, each with the phrases between which a line may break."""
    start = "official."
    return {
        key.removeprefix(start): tuple(text.split("|")) for key, text in catalogue().items() if key.startswith(start)
    }


@cache
def catalogue() -> dict[str, str]:
    """Return all sentences of the language by dotted key, read once from its TOML files."""
    sentences: dict[str, str] = {}
    for file in sorted((Path(__file__).parent / LANGUAGE).glob("*.toml")):
        sentences |= _flat(tomllib.loads(file.read_text(encoding="utf-8")))
    return sentences


def _flat(tree: dict[str, Any], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in tree.items():
        found |= _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
    return found
