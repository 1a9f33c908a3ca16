"""The score rule, the bands and the weakness rule: from items up to total and grade, and how weak each is. Pure."""

from ita_analysis.scoring.completing import completed
from ita_analysis.scoring.exact import Number, rounded
from ita_analysis.scoring.grades import grade, possible_grades
from ita_analysis.scoring.printed import Form, PrintedInstruments, instruments_as_percent
from ita_analysis.scoring.totals import (
    Scores,
    instruments_of_indicators,
    score_of_items,
    total_of_indicators,
    total_of_instruments,
    worth_of_item,
)
from ita_analysis.scoring.weakness import Status, WeaknessRule, lowest, status_of, weakness_rule
from ita_analysis.scoring.whole_tables import levels_of_items

__all__ = [
    "Form",
    "Number",
    "PrintedInstruments",
    "Scores",
    "Status",
    "WeaknessRule",
    "completed",
    "grade",
    "instruments_as_percent",
    "instruments_of_indicators",
    "levels_of_items",
    "lowest",
    "possible_grades",
    "rounded",
    "score_of_items",
    "status_of",
    "total_of_indicators",
    "total_of_instruments",
    "weakness_rule",
    "worth_of_item",
]
