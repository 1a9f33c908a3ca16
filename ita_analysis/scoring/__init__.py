"""The score rule and the bands: items, sub-indicators, indicators, instruments, total and grade. Pure."""

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

__all__ = [
    "Form",
    "Number",
    "PrintedInstruments",
    "Scores",
    "grade",
    "instruments_as_percent",
    "instruments_of_indicators",
    "possible_grades",
    "rounded",
    "score_of_items",
    "total_of_indicators",
    "total_of_instruments",
    "worth_of_item",
]
