"""The rule about texts that stop in mid-sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_analysis.records import Finding, Report
from ita_analysis.thai.text import flat, to_arabic
from ita_analysis.vocabulary import pattern

_SHORTEST_CUT_OFF = 40


def cut_off_text(report: Report) -> Iterator[Finding]:
    """Find a guideline, step or result that stops in mid-sentence."""
    for measure in report.measures:
        for role, texts in (("guideline", measure.guidelines), ("step", measure.steps)):
            for text in texts:
                if is_cut_off(text):
                    yield Finding("cut_off_text", "medium", measure.place_of(role), text, {"ending": _ending(text)})
    for progress in report.progress:
        for role in ("detail", "outcome"):
            text = getattr(progress, role)
            if text and is_cut_off(text):
                yield Finding("cut_off_text", "medium", progress.place_of(role), text, {"ending": _ending(text)})


def is_cut_off(text: str) -> bool:
    """Return whether a text stops where its sentence goes on: after a joining word, a bare verb, an open bracket."""
    words = re.sub(f"^{pattern('cell', 'ordinal_marker').pattern}", "", to_arabic(flat(text)))
    if words.count("(") > words.count(")"):
        return True
    if pattern("review", "finished_end").search(words):
        return False
    is_long = len(words) >= _SHORTEST_CUT_OFF
    return bool(
        pattern("review", "unfinished_end").search(words) or (is_long and pattern("review", "bare_end").search(words))
    )


def _ending(text: str) -> str:
    return "…" + re.sub(r"^\S*\s", "", flat(text)[-30:])
