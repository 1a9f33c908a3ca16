"""Families of keys whose last part the code computes, each written out with all of its members."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

from ita_analysis import records
from ita_analysis.review import RULES

FAMILIES: dict[str, frozenset[str]] = {
    "place.*": frozenset(each.name for each in fields(records.Place)),
    "finding.*.title": frozenset(RULES),
    "finding.*.fix": frozenset(RULES),
    "confidence.*": frozenset(get_args(records.Confidence)),
    "severity.*": frozenset(get_args(records.Severity)),
    "weakness.*": frozenset(get_args(records.WeaknessKind)),
    "command.*": frozenset({"preview", "import"}),
    "error.*_at": frozenset({"year_ambiguous", "year_unreadable"}),
}


def members(family: str) -> frozenset[str]:
    """Return the keys of a family."""
    return frozenset(family.replace("*", name) for name in FAMILIES[family])
