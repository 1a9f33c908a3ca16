"""What the check says is at stake: the points of what is missing, and beside them those of what is only doubtful."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ita_analysis.completeness import Completeness, Document, State, completeness
from ita_analysis.sentences.completeness import at_stake, check_lines, headline
from ita_analysis.texts import say
from tests.review.reports import EMPTY

ABOUT = {"agency": "ก", "fiscal_year_be": 2564}


def _documents(*states: State) -> Completeness:
    """Return a plan and a report, each with one part in a state."""
    whole = completeness(EMPTY)
    return Completeness(tuple(_in_state(each, state) for each, state in zip(whole.documents, states, strict=True)))


def _in_state(document: Document, state: State) -> Document:
    part = document.parts[0]
    return replace(document, parts=(replace(part, answer=replace(part.answer, state=state)),))


@pytest.mark.parametrize(
    ("states", "key"),
    [
        (("missing", "found"), "some"),
        (("missing", "doubtful"), "both"),
        (("found", "doubtful"), "doubtful"),
        (("found", "found"), "none"),
    ],
)
def test_what_doubt_may_cost_is_said_beside_what_is_missing(states: tuple[State, State], key: str) -> None:
    found = _documents(*states)
    about = {"points": "5.00", "total": "10.00", "items": "O42", "more": "5.00", "more_items": "O43"}
    assert at_stake(found) == say(f"completeness.stake.{key}", **about)
    assert at_stake(found) in headline(found, 0, is_empty=False).standfirst


def test_points_that_nobody_knows_are_said_to_be_unknown() -> None:
    found = _documents("missing", "doubtful")
    unknown = replace(found, documents=tuple(replace(each, worth=None) for each in found.documents))
    assert at_stake(unknown) == say("completeness.stake.unknown")
    assert found.worth("doubtful") == Decimal(5)


def test_a_document_that_was_left_out_is_told_and_costs_nothing() -> None:
    plan, report = _documents("found", "missing").documents
    found = Completeness((plan,), (report,))
    assert say("completeness.left_out.report", item="O43", option="--document report") in [
        *check_lines(ABOUT, found, [])
    ]
    assert at_stake(found) == say("completeness.stake.none", total="5.00")
