"""What the rules of evidence hold against one piece, and the names of the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from ita_analysis.evidence.address import UrlRule
from ita_analysis.evidence.places import Kind

Severity = Literal["refused", "doubtful"]
Refusal = Literal["nothing_cited", "title_missing", "title_long", "reason_long", "words_hidden", UrlRule]
Suspicion = Literal[
    "inner_address",
    Kind,
    "home_page",
    "other_host",
    "own_host_unknown",
    "date_missing",
    "date_outside_round",
    "used_twice",
    "used_elsewhere",
]
Rule = Literal[Refusal, Suspicion]
_REFUSALS = frozenset(get_args(Refusal))


@dataclass(frozen=True)
class Doubt:
    """One rule against one piece: its place in the list (from 1) and the values that the sentence needs."""

    number: int
    rule: Rule
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def severity(self) -> Severity:
        """Return whether the piece cannot be kept as it is, or can and has to be looked at."""
        return "refused" if self.rule in _REFUSALS else "doubtful"
