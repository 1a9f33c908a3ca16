"""Findings of every kind of file as the command line hands them out."""

from __future__ import annotations

from ita_analysis.records import Finding
from ita_analysis.results import SheetFinding


def finding_as_json(finding: Finding | SheetFinding) -> dict[str, str]:
    """Return what was found, how grave, where, in which words, and what to do, each as text."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "where": str(finding.place),
        "quote": finding.quote,
        "title": finding.title,
        "fix": finding.fix,
    }
