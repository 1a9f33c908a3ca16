"""What the rules of evidence say of a cited piece, and what a look at its URL found: what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ita_analysis.evidence import ALLOWED, Doubt, Looked
from ita_analysis.evidence.address import host_in_letters, host_of
from ita_analysis.evidence.looked import MOST_REDIRECTS
from ita_analysis.sentences.parts import SEPARATOR, listed
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date, short_date


def doubt_sentence(doubt: Doubt) -> str:
    """Return what a rule holds against a piece of evidence, and what to do next."""
    values = {name: _in_words(name, value) for name, value in doubt.values.items()}
    return say(f"evidence.doubt.{doubt.rule}", **values)


def severity(doubt: Doubt) -> str:
    """Return whether a piece has to be mended before it is kept, or only looked at."""
    return say(f"evidence.severity.{doubt.severity}")


def state(looked: Looked) -> str:
    """Return in two or three words whether a URL can be opened."""
    return say(f"evidence.live.{looked.state}")


def looked_sentence(looked: Looked) -> str:
    """Return what a look at a URL found, and what to do next."""
    host = host_in_letters(host_of(looked.final_url))
    return say(f"evidence.live_reason.{looked.reason}", host=host, most=MOST_REDIRECTS, setting=ALLOWED)


def looked_when(looked: Looked) -> str:
    """Return when a URL was looked at, and the number that its server answered with, where one came."""
    when = say("evidence.live.when", date=long_date(looked.looked_at.date()), time=f"{looked.looked_at:%H:%M}")
    if looked.status is None:
        return when
    return SEPARATOR.join([when, say("evidence.live.status", status=looked.status)])


def _in_words(name: str, value: object) -> object:
    if name == "field":
        return say(f"evidence.field.{value}")
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return listed(list(map(host_in_letters, value)))
    return value
