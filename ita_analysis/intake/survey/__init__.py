"""Reads the answers of a survey as form tools export them: one row per respondent, one column per question."""

from ita_analysis.intake.survey.reading import read_survey

__all__ = ["read_survey"]
