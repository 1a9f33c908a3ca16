"""Every function that writes, called once in a world where it has something to do: a line a function."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import get_args

import duckdb

from ita_analysis import paths, store
from ita_analysis.entries import Cited, Entry, Plan, Signature
from ita_analysis.evidence.looked import Looked
from ita_analysis.framework import load
from ita_analysis.intake.form import FormScores, read_form
from ita_analysis.intake.plan_sheet import PlanRow
from ita_analysis.intake.preview import Preview
from ita_analysis.intake.record_folder import KeptRecord, read_record
from ita_analysis.people import DESK, Person
from ita_analysis.records import IndicatorLink, Report
from ita_analysis.scoring import WeaknessRule
from ita_analysis.store.attachments import attach
from ita_analysis.store.building import store_record
from ita_analysis.store.carrying import carry_over
from ita_analysis.store.changing import Deed
from ita_analysis.store.checking import checked
from ita_analysis.store.citing import set_sites, store_looks
from ita_analysis.store.deciding import accept, dismiss
from ita_analysis.store.forms import store_form
from ita_analysis.store.headings import remember
from ita_analysis.store.links import remove_link, set_link
from ita_analysis.store.ordering import end_measure, order_measures, resume_measure
from ita_analysis.store.people import set_person
from ita_analysis.store.plan_sheets import plans_of_year, store_plan_sheet
from ita_analysis.store.plans import add_measure, plan_of, save_plan
from ita_analysis.store.progress import entry_of, save_entry
from ita_analysis.store.reports import store_report
from ita_analysis.store.results import store_sheet
from ita_analysis.store.rounds import Round, approve, reopen, set_rounds, submit
from ita_analysis.store.rules import DEFAULT, set_rule
from ita_analysis.store.surveys import store_survey
from ita_analysis.store.synthetic import load_demo, load_nation, remove_synthetic
from ita_analysis.store.undoing import undo
from tests.store.invented import FILE_NAME, NEWS, agency, measure, small_report
from tests.store.invented import store as store_invented
from tests.store.linked import GUESS, number_of
from tests.store.officers import last_change
from tests.store.sheets import TEN, sheet
from tests.store.surveyed import survey

YEAR = 2564
SIGNED = Signature("สมศรี ใจดี", "ปลัด", date(2021, 4, 1))
ENTRY = Entry("ดำเนินการแล้ว", owner="งานน้ำ", steps={1: "done"}, evidence=(Cited("ประกาศ", "https://example.go.th/1"),))
VAGUE = Entry("ประชุมแล้ว", outcome="รายงานผลการประชุม", owner="งานน้ำ")
PLAN = Plan("มาตรการใหม่", responsible="กองการประปา", steps=("ขั้นหนึ่ง",), guidelines=("แนว",), rounds_months=(6,))
URL = ENTRY.evidence[0].url
LOOKED = Looked(URL, datetime.fromisoformat("2021-04-01T12:00:00"), "found", 200, (), URL, "answered")
LIMITS = WeaknessRule(Decimal(70), Decimal(80), Decimal(90))


@dataclass(frozen=True)
class World:
    """An open database with an agency of two measures: one with a result and a guessed link, one with neither."""

    opened: duckdb.DuckDBPyConnection
    file: Path
    code: str
    water: int
    news: int

    @property
    def round(self) -> Round:
        """Return the round that has a result."""
        return Round(self.code, YEAR, 6)

    @property
    def entry(self) -> Entry | None:
        """Return what is stored of the measure that has a result."""
        return entry_of(self.opened.cursor(), self.water, 6)

    @property
    def finding(self) -> str:
        """Return what the finding about the outcome of the measure that has a result is known by."""
        now = checked(self.opened.cursor(), self.code, YEAR)
        assert now is not None
        return next(each.key for each in now.findings if each.finding.rule == "outcome_is_output")

    @property
    def plan(self) -> Plan:
        """Return the stored plan of the measure that has a result."""
        return plan_of(self.opened.cursor(), self.water)


Doing = Callable[[World, Person], object]


@dataclass(frozen=True)
class Write:
    """What a function does, as the history calls it (None: nothing of it), and what has to be done before."""

    deed: Deed | None
    do: Doing
    before: Doing | None = None


def settle(opened: duckdb.DuckDBPyConnection, file: Path) -> World:
    """Store what the world holds, where it is not there yet."""
    guessed = replace(measure(), indicators=(IndicatorLink(6, GUESS.basis, GUESS.reason),))
    code = store_invented(opened, small_report(measures=[guessed, measure(NEWS, answers=[7])])).agency_code
    return World(opened, file, code, number_of(opened, code), number_of(opened, code, NEWS))


def read(shown: Report) -> Preview:
    """Return a report as a reader hands it over."""
    return Preview(FILE_NAME, shown, ())


def _undone(w: World, who: Person) -> None:
    undo(w.opened, last_change(w.opened), reason="ผิดมาตรการ", who=who)


def _plan_sheet(w: World, who: Person) -> None:
    seen = plans_of_year(w.opened.cursor(), w.code, YEAR)
    rows = [PlanRow(2, w.water, 1, replace(w.plan, budget="12,000")), PlanRow(3, None, 2, PLAN)]
    store_plan_sheet(w.opened, w.code, YEAR, rows, seen=seen, who=who)


_end = Write("measure_ended", lambda w, who: end_measure(w.opened, w.water, date(2021, 1, 1), "ครบแล้ว", who=who))
_submit = Write("round_submitted", lambda w, who: submit(w.opened, w.round, SIGNED, who=who))
_link = Write("link_set", lambda w, who: set_link(w.opened, w.water, 9, "อ่านแล้ว", seen=None, who=who))
_vague = Write("result_saved", lambda w, who: save_entry(w.opened, w.water, 6, VAGUE, seen=w.entry, who=who))
_nation = Write("sheet_stored", lambda w, who: load_nation(w.opened, (2567,), 3, who=who))
_new_person = Person("officer", "new@example.go.th", "คนใหม่")

WRITES: dict[str, Write] = {
    "attachments.attach": Write(None, lambda w, who: attach(w.opened, w.file, "a.pdf", b"%PDF-1.7", who=who)),
    "building.store_record": Write("steps_judged", lambda w, who: store_record(w.opened, _khao_saming(), who=who)),
    "carrying.carry_over": Write("year_carried", lambda w, who: carry_over(w.opened, w.code, YEAR, [w.water], who=who)),
    "deciding.accept": Write(
        "finding_accepted", lambda w, who: accept(w.opened, w.code, YEAR, w.finding, who=who), before=_vague.do
    ),
    "deciding.dismiss": Write(
        "finding_dismissed",
        lambda w, who: dismiss(w.opened, w.code, YEAR, w.finding, "ถูกแล้ว", who=who),
        before=_vague.do,
    ),
    "citing.set_sites": Write("sites_set", lambda w, who: set_sites(w.opened, w.code, ["www.example.go.th"], who=who)),
    "citing.store_looks": Write(None, lambda w, who: store_looks(w.opened, w.code, [LOOKED], who=who)),
    "forms.store_form": Write("sheet_stored", lambda w, who: store_form(w.opened, agency(3), _form(), None, who=who)),
    "headings.remember": Write(None, lambda w, who: remember(w.opened, {"คะแนนดิบ": "total"}, who=who)),
    "links.set_link": _link,
    "links.remove_link": Write(
        "link_removed", lambda w, who: remove_link(w.opened, w.water, 6, "ไม่ตรง", seen=GUESS, who=who)
    ),
    "ordering.end_measure": _end,
    "ordering.resume_measure": Write(
        "measure_resumed", lambda w, who: resume_measure(w.opened, w.water, who=who), before=_end.do
    ),
    "ordering.order_measures": Write(
        "measures_ordered",
        lambda w, who: order_measures(w.opened, w.code, YEAR, [w.news, w.water], seen=[w.water, w.news], who=who),
    ),
    "people.set_person": Write(
        "person_saved", lambda w, who: set_person(w.opened, _new_person, is_active=True, seen=None, who=who)
    ),
    "plan_sheets.store_plan_sheet": Write("plan_imported", _plan_sheet),
    "plans.add_measure": Write(
        "measure_added", lambda w, who: add_measure(w.opened, w.code, YEAR, PLAN, indicators={7: "ตรงกัน"}, who=who)
    ),
    "plans.save_plan": Write(
        "measure_saved",
        lambda w, who: save_plan(w.opened, w.water, replace(w.plan, steps=("ขั้นใหม่",)), seen=w.plan, who=who),
    ),
    "progress.save_entry": Write(
        "result_saved", lambda w, who: save_entry(w.opened, w.water, 6, ENTRY, seen=w.entry, who=who)
    ),
    "reports.store_report": Write(
        "report_stored", lambda w, who: store_report(w.opened, read(small_report(months=12)), who=who)
    ),
    "results.store_sheet": Write("sheet_stored", lambda w, who: store_sheet(w.opened, sheet(TEN), "sheet", who=who)),
    "rounds.submit": _submit,
    "rounds.approve": Write(
        "round_approved", lambda w, who: approve(w.opened, w.round, SIGNED, who=who), before=_submit.do
    ),
    "rounds.reopen": Write(
        "round_reopened", lambda w, who: reopen(w.opened, w.round, "แก้ตัวเลข", who=who), before=_submit.do
    ),
    "rounds.set_rounds": Write(
        "rounds_set",
        lambda w, who: set_rounds(w.opened, w.code, YEAR, {6: date(2021, 3, 20), 9: None, 12: None}, who=who),
    ),
    "rules.set_rule": Write(
        "rule_set", lambda w, who: set_rule(w.opened, 2563, LIMITS, "สภาขอ", seen=DEFAULT, who=who)
    ),
    "surveys.store_survey": Write("survey_stored", lambda w, who: store_survey(w.opened, survey(), w.code, who=who)),
    "synthetic.load_demo": Write("sheet_stored", lambda w, who: load_demo(w.opened, who=who)),
    "synthetic.load_nation": _nation,
    "synthetic.remove_synthetic": Write(None, lambda w, who: remove_synthetic(w.opened, who=who), before=_nation.do),
    "undoing.undo": Write("undone", _undone, before=_link.do),
}
# These write files as a whole; tests of their own call them without the right.
OF_FILES = {"keeping.keep_by_hand", "restoring.put_back"}
# These take a person and write nothing themselves.
NO_WRITES = {"changing.change", "rights.require_over", "rights.require_over_all"}


def done_before(world: World, write: Write) -> None:
    """Do what has to be done before a write, as somebody who may do all."""
    if write.before:
        write.before(world, DESK)


def functions_with_who() -> set[str]:
    """Return the public functions of the store that take a person, as the source has them."""
    folder = Path(store.__path__[0])
    return {
        f"{file.stem}.{node.name}"
        for file in folder.glob("*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and "who" in _parameters(node)
    }


def deeds_in_the_store() -> set[str]:
    """Return the deeds that functions of the store say they do."""
    sources = [file.read_text(encoding="utf-8") for file in Path(store.__path__[0]).glob("*.py")]
    return {deed for deed in get_args(Deed) if any(f'change(opened, who, "{deed}"' in source for source in sources)}


def _parameters(node: ast.FunctionDef) -> set[str]:
    return {each.arg for each in (*node.args.args, *node.args.kwonlyargs)}


def _khao_saming() -> KeptRecord:
    return read_record(paths.DATA / "khao-saming")


def _form() -> FormScores:
    return read_form({("indicator", str(no)): "88" for no in range(1, 11)}, {}, load(2567))
