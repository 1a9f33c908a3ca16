"""What the screen of synthetic data says: how much of it is stored, and what loading and removing do."""

from __future__ import annotations

from ita_analysis.sentences.parts import Headline
from ita_analysis.texts import say, say_count


def headline(agency_count: int, result_count: int, score_count: int) -> Headline:
    """Return how many synthetic agencies are stored, and how many results and scores they have."""
    lead = say("demo.stored_lead", results=result_count, scores=score_count) if agency_count else say("demo.none_lead")
    return Headline(say_count("demo.stored", agency_count), "", lead)
