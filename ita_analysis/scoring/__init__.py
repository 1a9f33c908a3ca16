"""The score rule, the bands and the weakness rule: from items up to total and grade, and how weak each is. Pure."""

from ita_analysis.scoring.completing import completed
from ita_analysis.scoring.exact import Number, rounded
from ita_analysis.scoring.grades import grade, possible_grades
from ita_analysis.scoring.movement import LEAST_CHANGE, Movement, movement
from ita_analysis.scoring.place import LEAST_OTHERS, LEAST_SHIFT, percent, place
from ita_analysis.scoring.printed import Form, PrintedInstruments, instruments_as_percent
from ita_analysis.scoring.samples import Reached, minimum, reached
from ita_analysis.scoring.surveys import survey_scores
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
from ita_analysis.scoring.years import Join, Year, years

__all__ = [
    "LEAST_CHANGE",
    "LEAST_OTHERS",
    "LEAST_SHIFT",
    "Form",
    "Join",
    "Movement",
    "Number",
    "PrintedInstruments",
    "Reached",
    "Scores",
    "Status",
    "WeaknessRule",
    "Year",
    "completed",
    "grade",
    "instruments_as_percent",
    "instruments_of_indicators",
    "levels_of_items",
    "lowest",
    "minimum",
    "movement",
    "percent",
    "place",
    "possible_grades",
    "reached",
    "rounded",
    "score_of_items",
    "status_of",
    "survey_scores",
    "total_of_indicators",
    "total_of_instruments",
    "weakness_rule",
    "worth_of_item",
    "years",
]
