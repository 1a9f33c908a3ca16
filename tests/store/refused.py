"""What a refusal has to be: one sentence in Thai that names what cannot be written."""

from __future__ import annotations

from dataclasses import dataclass

from ita_analysis.thai.text import has_thai


@dataclass(frozen=True)
class Refusal:
    """The key and the sentence of a StoreError."""

    key: str
    words: str


def is_one_sentence(said: Refusal | None, key: str, named: str) -> None:
    """Fail where a refusal is none, another one, or not one sentence in Thai that names something."""
    assert said is not None, "it was not refused"
    assert said.key == key
    assert named in said.words
    assert has_thai(said.words)
    assert "\n" not in said.words
