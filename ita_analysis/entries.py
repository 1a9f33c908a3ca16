"""What a person enters: a measure's result in a round with its evidence, and the plan of a measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ita_analysis.thai.fiscal_year import Span

StepState = Literal["done", "not_done", "not_stated"]
RoundState = Literal["open", "submitted", "approved"]
LONGEST_TEXT, LONGEST_LINE = 200_000, 2_000


@dataclass(frozen=True)
class Cited:
    """A piece of evidence as it was typed: its title, its address or attached file, and the day it was published.

    `sha256` names the attached file by its content; `other_host_reason` says why an address outside the agency's own
    site is right.
    """

    title: str
    url: str = ""
    sha256: str = ""
    published_on: date | None = None
    other_host_reason: str = ""


@dataclass(frozen=True)
class Entry:
    """What one measure shows in one round; a step that is in no mapping was judged by nobody."""

    detail: str = ""
    period: Span | None = None
    output: str = ""
    outcome: str = ""
    note: str = ""
    owner: str = ""
    steps: Mapping[int, StepState] = field(default_factory=dict, hash=False)
    evidence: tuple[Cited, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What a measure is: its title, who answers for it, its guidelines and steps, and the rounds it is reported in.

    `items` are the items of the assessment that it answers, each with the reason.
    """

    title: str
    responsible: str = ""
    follow_up: str = ""
    timeframe: str = ""
    budget: str = ""
    success_indicator: str = ""
    guidelines: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    rounds_months: tuple[int, ...] = ()
    items: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Signature:
    """Who signs a round, in which position, and on which day."""

    name: str
    position: str
    on: date
