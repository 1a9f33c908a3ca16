"""What was looked for and what was found of it: one part, the parts of one document, both documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from ita_analysis.framework import Criterion, MeasuresKind
from ita_analysis.records import NOWHERE, Place
from ita_analysis.texts import say

State = Literal["found", "missing", "doubtful"]
# Why a part is not found, or what else is to be known of it: keys of the texts.
Reason = Literal[
    "no_measures", "no_analysis", "no_scores", "total_alone", "no_urgent", "no_develop", "all_named",
    "nothing_to_link", "none_weak", "upheld", "nothing_answers", "weak_unanswered", "link_guessed", "counted",
    "in_none", "in_some",
    "many_chosen", "only_in_plan", "not_mentioned", "no_results", "no_plan_beside", "without_result", "not_in_plan",
    "each_reported", "like_plan", "vague", "day_outside", "no_day", "not_of_own_plan",
    "no_link", "site_unknown", "off_site", "not_looked_at", "not_opened", "opened", "not_looked_for",
]  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """Whether a part is there: the words that show it and their place, and what is to be said about it.

    A part that is plainly found needs no reason; `values` are those of the reason's sentence.
    """

    state: State
    quote: str = ""
    place: Place = NOWHERE
    reason: Reason | None = None
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Part:
    """One part that a document has to contain in this year, and what was found of it."""

    criterion: Criterion
    answer: Answer

    @property
    def state(self) -> State:
        """Return whether it was found."""
        return self.answer.state

    @property
    def why(self) -> str:
        """Return why it is missing or doubtful, or what else is to be known, in words; nothing where all is plain."""
        return say(f"completeness.reason.{self.answer.reason}", **self.answer.values) if self.answer.reason else ""


@dataclass(frozen=True)
class Document:
    """The plan or the report: the item that asks for it and in which year's assessment, its worth, and its parts.

    The worth is in points of 100; None where it is unknown.
    """

    kind: MeasuresKind
    item_code: str
    assessed_year_be: int
    worth: Decimal | None
    parts: tuple[Part, ...]

    def count(self, state: State) -> int:
        """Return how many parts are in a state."""
        return sum(part.state == state for part in self.parts)

    @property
    def state(self) -> State:
        """Return the worst state of the parts: an item is scored as a whole, so one missing part puts all at stake."""
        if self.count("missing"):
            return "missing"
        return "doubtful" if self.count("doubtful") else "found"


@dataclass(frozen=True)
class Completeness:
    """The documents of a fiscal year; none where the framework does not say what they have to contain.

    `left_out` are those that were not checked, because a file that was checked alone holds nothing of them.
    """

    documents: tuple[Document, ...]
    left_out: tuple[Document, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the parts of all documents."""
        return tuple(part for document in self.documents for part in document.parts)

    def count(self, state: State) -> int:
        """Return how many parts are in a state."""
        return sum(document.count(state) for document in self.documents)

    def worth(self, *states: State) -> Decimal | None:
        """Return the points of the documents in some states, of all where none is named; None where one is unknown."""
        found = [each.worth for each in self.documents if not states or each.state in states]
        known = [worth for worth in found if worth is not None]
        return sum(known, Decimal(0)) if len(known) == len(found) and self.documents else None
