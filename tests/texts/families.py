"""Families of keys whose last part the code computes, each written out with all of its members."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

from ita_analysis import evidence, people, records, results, surveys
from ita_analysis.completeness import Reason as PartReason
from ita_analysis.completeness import State as PartState
from ita_analysis.documents import plan_workbook
from ita_analysis.documents import year as year_tables
from ita_analysis.documents.paper import analysis, plan, result, signing
from ita_analysis.documents.templates import Shape
from ita_analysis.entries import RoundState
from ita_analysis.framework import ChangeKind, MeasuresKind
from ita_analysis.framework.questionnaires import INSTRUMENTS
from ita_analysis.intake import plan_form, result_form
from ita_analysis.intake.plan_sheet.faults import SEVERITY as PLAN_RULES
from ita_analysis.intake.sheets.faults import RULES as SHEET_RULES
from ita_analysis.intake.sheets.fields import PLAIN_FIELDS
from ita_analysis.publishing.files import FORMATS, Holds
from ita_analysis.queries.peers import GROUPS
from ita_analysis.results import InstrumentForm, SourceKind
from ita_analysis.review import ALL_RULES
from ita_analysis.scoring import Movement, Status, arithmetic
from ita_analysis.sentences import before_after, history, queue
from ita_analysis.sentences.backups import AMOUNTS
from ita_analysis.sentences.themes import INSTRUMENTS as VIEWS
from ita_analysis.store import links
from ita_analysis.store.changing import Deed
from ita_analysis.store.deciding import MENDS
from ita_analysis.store.manifest import Reason
from ita_analysis.store.written import OF_MEASURE, OF_RESULT
from ita_analysis.synthetic.nation import ABOUT
from ita_analysis.ui.checked import COLUMNS, DECISIONS
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.frame import PAGES
from ita_analysis.ui.greeting import TOLD
from ita_analysis.ui.screens.comparison import SPREAD
from ita_analysis.ui.screens.history import SCOPES
from ita_analysis.ui.screens.measures import STATUSES

SECTIONS_WITHOUT_WORDS = {"", "overview"}
BREAKS = frozenset(get_args(ChangeKind)) - {"items"}
OF_HISTORY = frozenset({"scope", "measure", "person", "deed", "since", "until", "at"})
DEMO = frozenset({"agency", "nation", "remove"})
BESIDE = frozenset({"agreed", "not_low", "not_named", "no_score"})
RESTS = frozenset(f"{how}_{what}" for how in ("more", "all") for what in ("complete", "enough"))
KINDS_OF_DOCUMENT = frozenset({"plan", "result"})
STEPS = frozenset({"done", "not_done", "not_stated"})
FIELDS = frozenset({
    *result_form.TEXTS, *result_form.DAYS, *plan_form.LINES, *plan_form.LISTS, "period", "evidence", "file",
    "evidence_title", "url", "other_host_reason", "reason", "signed_name", "signed_position",
})  # fmt: skip
FAMILIES: dict[str, frozenset[str]] = {
    "completeness.reason.*": frozenset(get_args(PartReason)),
    "files.about.*": frozenset(get_args(Holds)),
    "files.holds.*": frozenset(get_args(Holds)),
    "files.name.*": frozenset(get_args(Holds)) | {"evidence"},
    "files.use.*": frozenset(FORMATS),
    "completeness.state.*": frozenset(get_args(PartState)),
    "completeness.count.*.many": frozenset({"missing", "doubtful"}),
    "completeness.count.*.one": frozenset({"missing", "doubtful"}),
    "completeness.document.*": frozenset(get_args(MeasuresKind)),
    "completeness.left_out.*": frozenset(get_args(MeasuresKind)),
    "check.field.*": frozenset({*OF_MEASURE, *OF_RESULT}),
    "check.decision.*": frozenset(DECISIONS),
    "check.how.*": frozenset(MENDS),
    "place.*": frozenset(each.name for each in fields(records.Place)) | {"sheet", "sheet_row", "sheet_column"},
    "finding.*.title": frozenset(ALL_RULES),
    "finding.*.fix": frozenset(ALL_RULES),
    "sheet_finding.*.title": frozenset(SHEET_RULES),
    "sheet_finding.*.fix": frozenset(SHEET_RULES),
    "plan_finding.*.title": frozenset(PLAN_RULES),
    "plan_finding.*.fix": frozenset(PLAN_RULES),
    "plan_sheet.column.*": frozenset(plan_workbook.COLUMNS),
    "plan_sheet.hint.*": frozenset(plan_workbook.HINTED),
    "plan_sheet.how.*": frozenset(plan_workbook.HOW),
    "plan_sheet.use.*": frozenset({"file", "stored"}),
    "sheet_field.*": frozenset(PLAIN_FIELDS),
    "instruments_form.*": frozenset(get_args(InstrumentForm)),
    "survey_finding.*.title": frozenset(get_args(surveys.Rule)),
    "survey_finding.*.fix": frozenset(get_args(surveys.Rule)),
    "tool.*": frozenset(INSTRUMENTS),
    "confidence.*": frozenset(get_args(records.Confidence)),
    "severity.*": frozenset(get_args(records.Severity)),
    "weakness.*": frozenset(get_args(records.WeaknessKind)),
    "basis.*": frozenset(get_args(records.Basis)),
    "level.*": frozenset(get_args(Status)),
    "status.*": frozenset(STATUSES),
    "step.*": STEPS,
    "page.*": frozenset(PAGES),
    "filter.*": frozenset(each.name for each in fields(Filters)) | {"q", "province", "type"} | OF_HISTORY,
    "menu.*": frozenset(section for section, *_ in PAGES.values()) - SECTIONS_WITHOUT_WORDS,
    "agencies.*": frozenset({"before", "after"}),
    "demo.*.title": DEMO,
    "demo.*.why": DEMO,
    "demo.*.button": DEMO,
    "demo.done.*": DEMO,
    "demo.sheet.*": frozenset(ABOUT),
    "bring_in.*": frozenset({"fiscal_year_be", "round_months", "prior_fiscal_year_be"}),
    "bring_in.part.*": frozenset({"detail", "output", "outcome", "note", "evidence", "status"}),
    "bring_in.sheet.ask.*": frozenset({"year", "form", "worksheet"}),
    "bring_in.sheet.fact.*": frozenset({"agencies", "scores"}),
    "bring_in.sheet.form.*": frozenset(get_args(InstrumentForm)),
    "bring_in.sheet.form_label.*": frozenset(get_args(InstrumentForm)),
    "template.shape.*": frozenset(get_args(Shape)),
    "template.download.*": frozenset({"wide_xlsx", "long_xlsx", "wide_csv", "long_csv"}),
    "template.column.*": frozenset({"agency", "district", "province", "code", "score"}),
    "template.how.*": frozenset({"year", "agency", "score", "blank", "level", *get_args(Shape)}),
    "scores.*": frozenset({"name", "district", "province"}),
    "scores.see.*": frozenset({"weaknesses", "executive"}),
    "scores.from.*": frozenset({*get_args(SourceKind), "report", "official"}),
    "reading.fact.*": frozenset({"weaknesses", "measures", "results"}),
    "weaknesses.headline.*.many": frozenset({"urgent", "develop"}),
    "weaknesses.headline.*.one": frozenset({"urgent", "develop"}),
    "weaknesses.difference.*": frozenset({"not_named", "not_low"}),
    "weaknesses.beside.*": BESIDE,
    "weaknesses.note.*": BESIDE,
    "item.*": frozenset({"complete", "incomplete"}),
    "drill.asks.*": frozenset(get_args(MeasuresKind)),
    "drill.rest.*.many": RESTS,
    "drill.rest.*.one": RESTS,
    "views.*": frozenset(VIEWS),
    "themes.gap.*": frozenset(f"{one}_{other}" for one in VIEWS for other in VIEWS if one != other),
    "rule.*": frozenset({"urgent", "develop", "good"}),
    "rounds.headline.*": frozenset({"all", "some", "none"}),
    "rounds.standfirst.*.many": frozenset({"not_stated", "outside"}),
    "rounds.standfirst.*.one": frozenset({"not_stated", "outside"}),
    "coverage.changes.*": frozenset(get_args(links.Action)),
    "figure.break_*": BREAKS,
    "trend.change.*": BREAKS,
    "trend.group_name.*": frozenset(GROUPS),
    "trend.headline.*": frozenset({*get_args(Movement), "missing", "missing_one"}),
    "trend.headline.run_*": frozenset({"up", "down"}),
    "trend.moved.*": frozenset(get_args(Movement)) - {"unknown"},
    "trend.peers.*": frozenset({"faster", "fell"}),
    "trend.spread.*": frozenset(SPREAD),
    "origin.column.*": frozenset(name for names in COLUMNS.values() for name in names),
    "source.score_kind.*": frozenset({"official", "report", "sheet", "hand", "demo", "computed"}),
    "score_origin.standfirst.*": frozenset({"official", "report", "sheet", "hand", "demo", "computed"}),
    "score_origin.form.*": frozenset(get_args(results.InstrumentForm)),
    "score_origin.*": frozenset({"what", "heading", "score", "kind", "stored", "printed_as"}),
    "export.end.*": frozenset({"low", "high"}),
    "way.difference.*": frozenset({"indicator", "instrument", "total"}),
    "way.line.*": frozenset(get_args(arithmetic.Kind)) - {"indicator"},
    "way.unknown.*": frozenset({"weights", "means", "bands"}),
    "evidence.field.*": frozenset({"title", "other_host_reason"}),
    "evidence.severity.*": frozenset(get_args(evidence.Severity)),
    "evidence.doubt.*": frozenset(get_args(evidence.Rule)),
    "evidence.live.*": frozenset(get_args(evidence.State)),
    "evidence.live_reason.*": frozenset(get_args(evidence.Reason)),
    "role.*": frozenset(people.ROLES),
    "history.deed.*": frozenset(get_args(Deed)),
    "history.group.*": frozenset(history.GROUPS),
    "history.who.*": frozenset({"desk", "command", "program"}),
    "history.scope.*": frozenset(SCOPES),
    "history.row.*": frozenset(before_after.COLUMNS),
    "history.field.*": frozenset(name for names in before_after.COLUMNS.values() for name in names),
    "history.round_state.*": frozenset({"open", "submitted", "approved"}),
    "people.right.*": frozenset(people.RIGHTS),
    "people.form.*": frozenset({"name", "position"}),
    "login.told.*": TOLD,
    "error.right_*": frozenset(people.RIGHTS),
    "backups.reason.*": frozenset(get_args(Reason)),
    "backups.amount.*": frozenset(AMOUNTS),
    "entry.headline.*": frozenset(get_args(RoundState)) - {"open"},
    "entry.locked.*": frozenset(get_args(RoundState)) - {"open"},
    "entry.round.*": frozenset(get_args(RoundState)) - {"open"},
    "entry.standing.*": frozenset({"missing", "aside"}),
    "entry.state.*": STEPS,
    "error.*": frozenset({"result_changed_meanwhile", "plan_changed_meanwhile"}),
    "error.round_is_*": frozenset(get_args(RoundState)),
    "error.round_locked_*": frozenset(get_args(RoundState)) - {"open"},
    "field.*": FIELDS,
    "plan.*": frozenset({"up", "down"}),
    "plan.field.*": frozenset(plan_form.shown(None)) | {"item_reason"},
    "queue.kind.*": frozenset(queue.MARKS),
    "queue.since.*": frozenset(queue.MARKS),
    "round_state.*": frozenset({"submit", "approve", "sign_name", "sign_position", "sign_on"}),
    "round_state.*_why": frozenset({"submit", "approve"}),
    "document.*.name": KINDS_OF_DOCUMENT,
    "document.*.titles": KINDS_OF_DOCUMENT,
    "document.*.foreword": KINDS_OF_DOCUMENT,
    "document.*.foreword_of_none": KINDS_OF_DOCUMENT,
    "document.role.*": frozenset(signing.ROLES),
    "document.period.*": frozenset({"months", "days"}),
    "document.plan.column.*": frozenset(plan.COLUMNS),
    "document.result.column.*": frozenset(result.COLUMNS),
    "document.analysis.*": frozenset({*get_args(records.WeaknessKind), "by_both", "by_score"}),
    "document.analysis.column.*": frozenset(analysis.COLUMNS),
    "document.analysis.status.*": frozenset(get_args(Status)),
    "document.sign.*": frozenset({"name", "position", "day"}),
    "document.sign.*_blank": frozenset({"name", "position", "day"}),
    "year_tables.*.about": frozenset(year_tables.TABLES),
    "year_tables.*.caption": frozenset(year_tables.TABLES),
    "year_tables.*.empty": frozenset(year_tables.TABLES) - {"weak"},
    "year_tables.level.*": frozenset({"total", "instrument", "indicator", "item"}),
    "year_tables.named.*": frozenset({"report", "rule", "both", "nobody"}),
    "year_tables.weak.*": frozenset({"none", "unknown"}),
    "public.part.*": frozenset({"scores", "weak", "plan", "results", "evidence", "approval", "sources"}),
    "public.state.*": frozenset(get_args(RoundState)),
    "command.*": frozenset({"preview", "import"}),
    "command.demo_*": frozenset({"load", "nation", "remove"}),
    "error.*_at": frozenset({"year_ambiguous", "year_unreadable"}),
}


def members(family: str) -> frozenset[str]:
    """Return the keys of a family."""
    return frozenset(family.replace("*", name) for name in FAMILIES[family])
