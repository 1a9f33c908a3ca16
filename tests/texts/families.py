"""Families of keys whose last part the code computes, each written out with all of its members."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

from ita_analysis import records, results
from ita_analysis.review import RULES
from ita_analysis.scoring import Status
from ita_analysis.store import links
from ita_analysis.synthetic.nation import ABOUT
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.found import COLUMNS
from ita_analysis.ui.frame import PAGES
from ita_analysis.ui.screens.measures import STATUSES

SECTIONS_WITHOUT_WORDS = {"", "overview"}
DEMO = frozenset({"agency", "nation", "remove"})
STEPS = frozenset({"done", "not_done", "not_stated"})
FAMILIES: dict[str, frozenset[str]] = {
    "place.*": frozenset(each.name for each in fields(records.Place)) | {"sheet", "sheet_row", "sheet_column"},
    "finding.*.title": frozenset(RULES),
    "finding.*.fix": frozenset(RULES),
    "sheet_finding.*.title": frozenset[str](),
    "sheet_finding.*.fix": frozenset[str](),
    "confidence.*": frozenset(get_args(records.Confidence)),
    "severity.*": frozenset(get_args(records.Severity)),
    "weakness.*": frozenset(get_args(records.WeaknessKind)),
    "basis.*": frozenset(get_args(records.Basis)),
    "level.*": frozenset(get_args(Status)),
    "status.*": frozenset(STATUSES),
    "step.*": STEPS,
    "page.*": frozenset(PAGES),
    "menu.*": frozenset(section for section, _ in PAGES.values()) - SECTIONS_WITHOUT_WORDS,
    "filter.*": frozenset(each.name for each in fields(Filters)) | {"q", "province", "type"},
    "agencies.*": frozenset({"before", "after"}),
    "demo.*.title": DEMO,
    "demo.*.why": DEMO,
    "demo.*.button": DEMO,
    "demo.done.*": DEMO,
    "demo.sheet.*": frozenset(ABOUT),
    "bring_in.*": frozenset({"fiscal_year_be", "round_months", "prior_fiscal_year_be"}),
    "bring_in.part.*": frozenset({"detail", "output", "outcome", "note", "evidence", "status"}),
    "reading.fact.*": frozenset({"weaknesses", "measures", "results"}),
    "weaknesses.headline.*.many": frozenset({"urgent", "develop"}),
    "weaknesses.headline.*.one": frozenset({"urgent", "develop"}),
    "weaknesses.difference.*": frozenset({"not_named", "not_low"}),
    "rounds.headline.*": frozenset({"all", "some", "none"}),
    "rounds.standfirst.*.many": frozenset({"not_stated", "outside"}),
    "rounds.standfirst.*.one": frozenset({"not_stated", "outside"}),
    "coverage.changes.*": frozenset(get_args(links.Action)),
    "origin.column.*": frozenset(name for names in COLUMNS.values() for name in names),
    "source.score_kind.*": frozenset({"official", "report", "sheet", "hand", "demo", "computed"}),
    "score_origin.standfirst.*": frozenset({"official", "report", "sheet", "hand", "demo", "computed"}),
    "score_origin.form.*": frozenset(get_args(results.InstrumentForm)),
    "score_origin.*": frozenset({"what", "heading", "score", "kind", "stored", "printed_as"}),
    "command.*": frozenset({"preview", "import"}),
    "command.demo_*": frozenset({"load", "nation", "remove"}),
    "error.*_at": frozenset({"year_ambiguous", "year_unreadable"}),
}


def members(family: str) -> frozenset[str]:
    """Return the keys of a family."""
    return frozenset(family.replace("*", name) for name in FAMILIES[family])
