"""What has to hold of every headline, whatever it says."""

from __future__ import annotations

import re

from ita_analysis.sentences.parts import Headline
from ita_analysis.thai.text import has_thai
from ita_analysis.ui.rendering import emphasised
from tests.look.styles import rules

TONES = {rule.selector.rpartition(".")[2] for rule in rules() if rule.selector.startswith(".ita h1 .")}


def sound(said: Headline) -> Headline:
    """Return a headline whose marks stand in pairs, whose tone the style sheet knows, and where no value is missing."""
    assert re.fullmatch("[^⟦⟧]*(?:⟦[^⟦⟧]+⟧[^⟦⟧]*)?", said.words), said.words
    assert said.tone in TONES | {""}, said.tone
    assert said.tone or "⟦" not in said.words, f"a marked part without a tone has no colour: {said.words}"
    assert not {"⟦", "⟧"} & {*said.standfirst, *emphasised(said.words, said.tone)}
    words = f"{said.words} {said.standfirst}".strip()
    assert words
    assert not re.search(r"\bnan\b|\bNone\b|[{}]|  |· ·|·$|: ·|: $", words), words
    return said


def plain(said: str) -> str:
    """Return a sentence in Thai whose every place is filled, with nothing left over around it."""
    assert has_thai(said), said
    assert not re.search(r"\bnan\b|\bNone\b|\bNaT\b|[{}⟦⟧]|  |^[ ·]|[ ·]$", said), said
    return said
