"""What an own survey (pre-assessment) says, as frozen records: counts and scores, never who answered what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ita_analysis.results import Defect
from ita_analysis.texts import say

Level = Literal["item", "indicator", "instrument"]
Rule = Literal[
    "unknown_answer",
    "unknown_rest",
    "number_unclear",
    "read_as_scores",
    "same_respondent",
    "no_answers",
    "question_twice",
    "question_unknown",
    "question_unclear",
    "other_instrument",
    "whole_item",
    "by_order",
    "not_asked",
]
# An item's code and the number of its question; 0 where one column asks about the item as a whole.
QuestionKey = tuple[str, int]
WHOLE_ITEM = 0
# How many gave each answer to a question, by the answer's place on its scale (from 1).
Counts = Mapping[QuestionKey, Mapping[int, int]]


@dataclass(frozen=True)
class Answered:
    """A score of 0-100 that answers give, and how many answers it rests on."""

    level: Level
    code: str
    score: Decimal
    answer_count: int


@dataclass(frozen=True)
class SurveyFinding(Defect):
    """A defect of a file of answers."""

    rule: Rule

    @property
    def title(self) -> str:
        """Return the defect in words."""
        return say(f"survey_finding.{self.rule}.title", **self.values)

    @property
    def fix(self) -> str:
        """Return what to do in words."""
        return say(f"survey_finding.{self.rule}.fix", **self.values)


@dataclass(frozen=True)
class Survey:
    """The answers of one file, added up.

    `scores` has no row where a score is missing; `unused` are headings that ask nothing of the questionnaire, without
    those of personal columns, of which only the number is kept.
    """

    file_name: str
    sheet_name: str | None
    fiscal_year_be: int
    instrument: str
    fingerprint: str
    respondent_count: int
    scores: tuple[Answered, ...]
    findings: tuple[SurveyFinding, ...] = ()
    unused: tuple[str, ...] = ()
    personal_count: int = 0

    @property
    def grave(self) -> tuple[SurveyFinding, ...]:
        """Return the findings that keep the survey from being stored."""
        return tuple(each for each in self.findings if each.severity == "high")
