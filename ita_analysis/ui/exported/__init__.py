"""What each page hands out as files: the tables of its screen, from the same answers, in full words."""

from ita_analysis.ui.exported import coverage, executive, measure, measures, rounds, trend, weaknesses

__all__ = ["coverage", "executive", "measure", "measures", "rounds", "trend", "weaknesses"]
