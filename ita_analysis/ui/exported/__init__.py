"""What each page hands out as files: the tables of its screen, from the same answers, in full words."""

from ita_analysis.ui.exported import (
    agencies,
    bringing,
    completeness,
    coverage,
    entering,
    executive,
    history,
    measure,
    measures,
    rounds,
    survey,
    trend,
    way,
    weaknesses,
)

__all__ = [
    "agencies",
    "bringing",
    "completeness",
    "coverage",
    "entering",
    "executive",
    "history",
    "measure",
    "measures",
    "rounds",
    "survey",
    "trend",
    "way",
    "weaknesses",
]
