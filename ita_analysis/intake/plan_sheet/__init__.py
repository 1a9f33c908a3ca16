"""Reads the plan of a year from the sheet it was handed out as, and compares it with what is stored by now."""

from ita_analysis.intake.plan_sheet.reading import PlanSheet, read_plan_sheet
from ita_analysis.intake.plan_sheet.rows import PlanRow, PlanYear

__all__ = ["PlanRow", "PlanSheet", "PlanYear", "read_plan_sheet"]
