"""Families of keys whose last part the code computes, each written out with all of its members."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

from ita_analysis import records
from ita_analysis.review import RULES
from ita_analysis.ui.frame import PAGES
from ita_analysis.ui.rounds import STATUSES

FAMILIES: dict[str, frozenset[str]] = {
    "place.*": frozenset(each.name for each in fields(records.Place)),
    "finding.*.title": frozenset(RULES),
    "finding.*.fix": frozenset(RULES),
    "confidence.*": frozenset(get_args(records.Confidence)),
    "severity.*": frozenset(get_args(records.Severity)),
    "weakness.*": frozenset(get_args(records.WeaknessKind)),
    "basis.*": frozenset(get_args(records.Basis)),
    "status.*": frozenset(STATUSES),
    "step.*": frozenset({"done", "not_done", "not_stated"}),
    "page.*": frozenset(PAGES),
    "menu.*": frozenset(section for section, _ in PAGES.values()) - {"overview"},
    "filter.*": frozenset({"round", "indicator", "unit", "status"}),
    "bring_in.*": frozenset({"fiscal_year_be", "round_months", "prior_fiscal_year_be"}),
    "bring_in.part.*": frozenset({"detail", "output", "outcome", "note", "evidence", "status"}),
    "rounds.headline.*": frozenset({"all", "some", "none"}),
    "rounds.standfirst.*.many": frozenset({"not_stated", "outside"}),
    "rounds.standfirst.*.one": frozenset({"not_stated", "outside"}),
    "command.*": frozenset({"preview", "import"}),
    "error.*_at": frozenset({"year_ambiguous", "year_unreadable"}),
}


def members(family: str) -> frozenset[str]:
    """Return the keys of a family."""
    return frozenset(family.replace("*", name) for name in FAMILIES[family])
