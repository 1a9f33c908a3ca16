"""The score rule, the bands and the weakness rule, and the way to the next grade: from items up to total. Pure."""

from ita_analysis.scoring.arithmetic import Line, lines
from ita_analysis.scoring.assessed import Assessed, all_weak
from ita_analysis.scoring.completing import completed
from ita_analysis.scoring.exact import Number, rounded
from ita_analysis.scoring.floors import Floor, floors
from ita_analysis.scoring.grades import grade, possible_grades
from ita_analysis.scoring.lifting import Lift, lifts, mean_rise
from ita_analysis.scoring.movement import LEAST_CHANGE, Movement, movement
from ita_analysis.scoring.place import LEAST_OTHERS, LEAST_SHIFT, percent, place
from ita_analysis.scoring.printed import Form, PrintedInstruments, instruments_as_percent
from ita_analysis.scoring.samples import Reached, minimum, reached
from ita_analysis.scoring.standing import DOCUMENTS, Difference, Standing, standing
from ita_analysis.scoring.surveys import survey_scores
from ita_analysis.scoring.themes import indicators_of_theme, theme_scores
from ita_analysis.scoring.totals import (
    Scores,
    exact_worth,
    instruments_of_indicators,
    score_of_items,
    total_of_indicators,
    total_of_instruments,
    worth_of_item,
)
from ita_analysis.scoring.way import Stair, Step, Way, floor_steps, full_gain, indicator_steps, stairs, steps, ways
from ita_analysis.scoring.weakness import (
    Status,
    WeaknessRule,
    default_rule,
    lowest,
    status_of,
    typed_rule,
    weakness_rule,
)
from ita_analysis.scoring.whole_tables import levels_of_items
from ita_analysis.scoring.years import Join, Year, years

__all__ = [
    "DOCUMENTS",
    "LEAST_CHANGE",
    "LEAST_OTHERS",
    "LEAST_SHIFT",
    "Assessed",
    "Difference",
    "Floor",
    "Form",
    "Join",
    "Lift",
    "Line",
    "Movement",
    "Number",
    "PrintedInstruments",
    "Reached",
    "Scores",
    "Stair",
    "Standing",
    "Status",
    "Step",
    "Way",
    "WeaknessRule",
    "Year",
    "all_weak",
    "completed",
    "default_rule",
    "exact_worth",
    "floor_steps",
    "floors",
    "full_gain",
    "grade",
    "indicator_steps",
    "indicators_of_theme",
    "instruments_as_percent",
    "instruments_of_indicators",
    "levels_of_items",
    "lifts",
    "lines",
    "lowest",
    "mean_rise",
    "minimum",
    "movement",
    "percent",
    "place",
    "possible_grades",
    "reached",
    "rounded",
    "score_of_items",
    "stairs",
    "standing",
    "status_of",
    "steps",
    "survey_scores",
    "theme_scores",
    "total_of_indicators",
    "total_of_instruments",
    "typed_rule",
    "ways",
    "weakness_rule",
    "worth_of_item",
    "years",
]
