"""A fiscal year's rules of assessment: instruments, indicators, items, bands, weakness and criteria, from tables.

A new fiscal year is a new set of rows in `data/reference/framework/`, and no code.
"""

from ita_analysis.framework.changes import Change, ChangeKind, changes, changes_between
from ita_analysis.framework.handed_in import assessments
from ita_analysis.framework.loading import fiscal_years, load
from ita_analysis.framework.model import Framework
from ita_analysis.framework.questionnaires import Questionnaire, questionnaire, surveyed_years
from ita_analysis.framework.rows import (
    Answer,
    Band,
    Confidence,
    Criterion,
    Indicator,
    Instrument,
    Item,
    MeasuresItem,
    MeasuresKind,
    Name,
    Question,
    Sample,
    Sourced,
    SubIndicator,
    ThemeView,
    WeaknessLimit,
    WeaknessStatus,
)

__all__ = [
    "Answer",
    "Band",
    "Change",
    "ChangeKind",
    "Confidence",
    "Criterion",
    "Framework",
    "Indicator",
    "Instrument",
    "Item",
    "MeasuresItem",
    "MeasuresKind",
    "Name",
    "Question",
    "Questionnaire",
    "Sample",
    "Sourced",
    "SubIndicator",
    "ThemeView",
    "WeaknessLimit",
    "WeaknessStatus",
    "assessments",
    "changes",
    "changes_between",
    "fiscal_years",
    "load",
    "questionnaire",
    "surveyed_years",
]
