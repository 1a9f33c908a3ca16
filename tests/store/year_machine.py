"""Officers who do whatever comes, to the store and to a second implementation in dicts; what always holds of both."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ita_analysis.entries import Cited, Entry, Plan, StepState
from ita_analysis.errors import StoreError
from ita_analysis.intake.preview import fingerprint
from ita_analysis.people import DESK
from ita_analysis.queries.measures import measures
from ita_analysis.queries.rounds import results, rounds
from ita_analysis.records import Report
from ita_analysis.store.backup import back_up
from ita_analysis.store.building import data_version, ready
from ita_analysis.store.carrying import carry_over
from ita_analysis.store.database import broken_rows
from ita_analysis.store.ordering import end_measure, order_measures, resume_measure
from ita_analysis.store.plans import add_measure, plan_of, save_plan
from ita_analysis.store.progress import entry_of, save_entry
from ita_analysis.store.restoring import put_back
from ita_analysis.store.rounds import Round, approve, reopen, set_rounds, submit
from ita_analysis.store.undoing import undo
from ita_analysis.texts import say
from ita_analysis.thai.fiscal_year import ROUNDS, round_span
from ita_analysis.thai.text import key
from tests.store import audited
from tests.store.entered import APPROVAL, SIGNATURE
from tests.store.files import forget, restarted, rows, tables
from tests.store.invented import agency, measure, report, result, store
from tests.store.year_model import KNOWN_ITEMS, MeasureRow, Model, RoundRow, difference

YEAR, LAST = 2564, 2566
TITLES = tuple(f"มาตรการที่ {number}" for number in range(1, 6))
WORDS = ("ก", "<script>alert(1)</script>", "=cmd()", "บรรทัด\nสอง🙂")
STEPS = ("รับเรื่อง", "ตรวจ", "แจ้งผล", "สรุป")
DAYS = (None, date(2021, 4, 15), date(2021, 10, 1))
ON = date(2021, 2, 1)
texts, numbers, months = st.sampled_from(("", *WORDS)), st.integers(0, 5), st.sampled_from((3, 6, 12))
titles = st.sampled_from(TITLES)
states: st.SearchStrategy[StepState] = st.sampled_from(("done", "not_done", "not_stated"))
cited = st.builds(Cited, st.sampled_from(WORDS[:3]), st.sampled_from(("", "https://example.go.th/a")))
entries = st.builds(
    Entry,
    st.sampled_from(WORDS),
    output=texts,
    note=texts,
    steps=st.dictionaries(st.integers(1, 3), states, max_size=3),
    evidence=st.lists(cited, max_size=2).map(tuple),
)
plans = st.builds(
    Plan,
    st.sampled_from(TITLES),
    budget=st.sampled_from(("", "ก")),
    guidelines=st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
    steps=st.lists(st.sampled_from(STEPS), max_size=3, unique=True).map(tuple),
    rounds_months=st.lists(months, max_size=2, unique=True).map(lambda found: tuple(sorted(found))),
    items=st.dictionaries(st.sampled_from(("O1", "O2", "O99")), st.sampled_from(WORDS), max_size=1),
)


class YearMachine(RuleBasedStateMachine):
    """The store and the model side by side; each rule does the same to both."""

    start: Path
    folder: Path
    made = 0

    def __init__(self) -> None:
        """Open a database that holds the framework and no report."""
        super().__init__()
        type(self).made += 1
        self.file = Path(shutil.copy(self.start, self.folder / f"{self.made}.duckdb"))
        self.opened = ready(self.file)
        self.model = Model()
        self.kept: list[tuple[Path, Model]] = []
        self.shown: dict[tuple[int, int], object] = {}
        self.code = ""

    def teardown(self) -> None:
        """Close the file; what its history tells has to be what is in it."""
        try:
            assert audited.replayed(audited.told(self.opened)) == audited.kept(self.opened)
            assert broken_rows(self.opened) == {}
        finally:
            forget(self.file)

    @initialize()
    def begin(self) -> None:
        """Bring in a plan of two measures, as a year begins."""
        plan = report(agency(1), year=YEAR, months=None, measures=[measure(title) for title in TITLES[:2]])
        self.code = store(self.opened, plan).agency_code
        self.model.import_report(plan, YEAR)
        self.model.imported.add(fingerprint(plan))

    # Results and their rounds.

    @rule(at=numbers, months=months, entry=entries, is_stale=st.sampled_from((False, False, False, True)))
    def save_result(self, at: int, months: int, entry: Entry, is_stale: bool) -> None:
        number, year = self._measure(at)
        stored = self.model.entry(number, months)
        seen = Entry("ไม่เคยมี") if is_stale else stored
        reasons = self._reasons_of_round(year, months, {"open"}, locks=True)
        own = {*range(1, len(self.model.plan(number).steps) + 1)}
        reasons |= {"measure_has_ended"} if _has_ended(self.model, number) else set()
        reasons |= {"step_unknown"} if not {*entry.steps} <= own else set()
        reasons |= {"result_changed_meanwhile"} if is_stale else set()
        before = stored.steps if stored else {}
        judged = {*before, *(no for no, state in entry.steps.items() if state != "not_stated")}
        wanted = replace(entry, steps={no: entry.steps.get(no, "not_stated") for no in judged})

        def change(model: Model) -> None:
            if wanted != stored:
                model.add_result(number, months, wanted)
                model.rows |= {("judged", number, months, no): state for no, state in wanted.steps.items()}

        self._do(reasons, change, save_entry, number, months, entry, seen=seen)

    @rule(at=numbers, months=months)
    def submit(self, at: int, months: int) -> None:
        year = self._year(at)
        reasons = self._reasons_of_round(year, months, {"open"})
        own = self.model.order(year)
        is_empty = not any(name[0] == "result" and name[1] in own and name[2] == months for name in self.model.rows)
        reasons |= {"round_empty"} if is_empty else set()
        self._sign(submit, reasons, Round(self.code, year, months), SIGNATURE)

    @rule(at=numbers, months=months)
    def approve(self, at: int, months: int) -> None:
        year = self._year(at)
        reasons = self._reasons_of_round(year, months, {"submitted"})
        self._sign(approve, reasons, Round(self.code, year, months), APPROVAL)

    @rule(at=numbers, months=months, reason=st.sampled_from(("ตัวเลขผิด", " ")))
    def reopen(self, at: int, months: int, reason: str) -> None:
        year = self._year(at)
        reasons = self._reasons_of_round(year, months, {"submitted", "approved"})
        reasons |= {"round_reason_missing"} if not reason.strip() else set()

        def change(model: Model) -> None:
            row = model.rounds(year)[months]
            model.rows["round", year, months] = replace(row, state="open", signature=None, reason=reason)

        self._do(reasons, change, reopen, Round(self.code, year, months), reason)

    @rule(at=numbers, due=st.dictionaries(st.sampled_from(ROUNDS), st.sampled_from(DAYS)), is_stale=st.booleans())
    def set_rounds(self, at: int, due: dict[int, date | None], is_stale: bool) -> None:
        year = self._year(at)
        stored = self.model.rounds(year)
        gone = stored.keys() - due.keys()
        other = {months for months in due.keys() & stored.keys() if stored[months].due != due[months]}
        reasons = {"rounds_none"} if not due else set()
        reasons |= {"rounds_changed_meanwhile"} if is_stale else set()
        is_in_use = any(stored[each].state != "open" or self.model.is_used(year, each) for each in gone)
        reasons |= {"round_in_use"} if is_in_use else set()
        judged_alone = {months for number, months in self.model.pairs() if number in self.model.order(year)}
        reasons |= {"store_check"} if gone & judged_alone else set()
        new = {months: on for months, on in due.items() if on and (months not in stored or months in other)}
        reasons |= {"round_due_early"} if any(on < round_span(year, each).start for each, on in new.items()) else set()
        reasons |= {f"round_locked_{stored[each].state}" for each in other if stored[each].state != "open"}

        def change(model: Model) -> None:
            for each in gone:
                del model.rows["round", year, each]
            for each, on in due.items():
                model.rows["round", year, each] = replace(stored.get(each, RoundRow()), due=on)

        seen = {99: None} if is_stale else {each: row.due for each, row in stored.items()}
        self._do(reasons, change, set_rounds, self.code, year, due, seen=seen)

    # The plan.

    @rule(at=numbers, plan=plans, answered=st.sampled_from((None, 8, 11)))
    def add_measure(self, at: int, plan: Plan, answered: int | None) -> None:
        year = self._year(at)
        reasons = self._reasons_of_plan(year, plan, Plan(""), is_new=True)
        reasons |= {"link_unknown"} if answered == 11 else set()

        def change(model: Model) -> None:
            number = model.add(year, plan)
            model.rows |= {("link", number, answered): ("analyst", "ตอบ")} if answered else {}

        indicators = {answered: "ตอบ"} if answered else {}
        self._do(reasons, change, add_measure, self.code, year, plan, indicators=indicators)

    @rule(at=numbers, wanted=plans, how=st.sampled_from(("all", "lines", "rounds", "insert", "drop", "turn", "word")))
    def edit_measure(self, at: int, wanted: Plan, how: str) -> None:
        number, year = self._measure(at)
        stored = self.model.plan(number)
        plan = _edited(stored, wanted, how, at)
        reasons = self._reasons_of_plan(year, plan, stored, is_new=False)
        if plan.steps != stored.steps and self.model.shown_in(number) & self.model.locked(year):
            reasons.add("steps_locked")

        def change(model: Model) -> None:
            row = model.measure(number)
            assert row is not None
            model.move_judged(number, stored.steps, plan.steps)
            bare = replace(plan, guidelines=(), steps=(), rounds_months=(), items={})
            model.rows["measure", number] = replace(row, plan=bare)
            model.put_lists(number, plan)

        self._do(reasons if plan != stored else set(), change, save_plan, number, plan, seen=stored)

    @rule(at=numbers, plan=plans)
    def edit_a_measure_that_another_changed(self, at: int, plan: Plan) -> None:
        number, _ = self._measure(at)
        seen = replace(self.model.plan(number), follow_up="ไม่เคยมี")
        self._do({"plan_changed_meanwhile"}, None, save_plan, number, plan, seen=seen)

    @rule(at=numbers, draw=st.randoms(use_true_random=False), is_stale=st.booleans())
    def order_measures(self, at: int, draw: Any, is_stale: bool) -> None:
        year = self._year(at)
        stored = self.model.order(year)
        wanted = draw.sample(stored, len(stored))
        reasons = {"measures_changed_meanwhile"} if is_stale else set()

        def change(model: Model) -> None:
            for place, number in enumerate(wanted, 1):
                row = model.measure(number)
                if wanted != stored and row is not None:
                    model.rows["measure", number] = replace(row, number=place)

        seen = [*stored, 99] if is_stale else stored
        self._do(reasons, change, order_measures, self.code, year, wanted, seen=seen)

    @rule(at=numbers)
    def end_measure(self, at: int) -> None:
        number, year = self._measure(at)
        reasons = {"measure_has_ended"} if _has_ended(self.model, number) else self._reasons_of_end(number, year)
        self._do(reasons, lambda model: _end(model, number, (ON, "รวมแล้ว")), end_measure, number, ON, "รวมแล้ว")

    @rule(at=numbers)
    def resume_measure(self, at: int) -> None:
        number, year = self._measure(at)
        reasons = self._reasons_of_end(number, year) if _has_ended(self.model, number) else set()
        self._do(reasons, lambda model: _end(model, number, None), resume_measure, number)

    @precondition(lambda self: min(self.model.years()) < LAST)
    @rule(at=numbers, draw=st.randoms(use_true_random=False))
    def carry_over(self, at: int, draw: Any) -> None:
        years = [year for year in self.model.years() if year < LAST]
        year = years[at % len(years)]
        own = self.model.order(year)
        chosen = draw.sample(own, draw.randint(0, min(2, len(own))))
        after, known = year + 1, self.model.titles(year + 1)
        plan_of_each = {number: self.model.plan(number) for number in chosen}
        reasons = {"measure_title_known"} if any(key(each.title) in known for each in plan_of_each.values()) else set()
        reasons |= {"measure_has_ended"} if any(_has_ended(self.model, number) for number in chosen) else set()
        locks = {each: self.model.rounds(after)[each].state for each in self.model.locked(after)}
        planned = {each for plan in plan_of_each.values() for each in plan.rounds_months}
        reasons |= {f"round_locked_{locks[each]}" for each in planned & locks.keys()}

        def change(model: Model) -> None:
            for each in model.rounds(year) or ROUNDS:
                model.rows.setdefault(("round", after, each), RoundRow())
            for number in chosen:
                made = model.add(after, plan_of_each[number], number)
                for name, link in model.of("link", number).items():
                    basis, reason = link  # type: ignore[misc]
                    told = say("carry.reason", year=year, reason=reason)
                    model.rows["link", made, name[0]] = (basis, told)

        self._do(reasons, change, carry_over, self.code, year, chosen)

    # What comes from files, and goes into them.

    @rule(at=numbers, title=titles, other=titles, word=st.sampled_from(WORDS), months=months)
    def import_report(self, at: int, title: str, other: str, word: str, months: int) -> None:
        year = self._year(at)
        plan = [measure(title, steps=STEPS[: at % 4], rounds=(months, 12)[: 1 + at % 2])]
        told = [result(other, detail=word.replace("\n", " "), output="", outcome="")] if at else []
        shown = report(agency(1), year=year, months=months, measures=plan, progress=told)
        locks = {each: row.state for each, row in self.model.rounds(year).items() if row.state != "open"}
        touched = {months} if told else set()
        touched |= {*plan[0].rounds_months} if key(title) not in self.model.titles(year) else set()
        reasons = {f"round_locked_{locks[each]}" for each in touched & locks.keys()}
        is_known = fingerprint(shown) in self.model.imported

        def change(model: Model) -> None:
            if not is_known:
                model.import_report(shown, year)
                model.imported.add(fingerprint(shown))

        self._do(set() if is_known else reasons, change, _store, shown)

    @rule()
    def back_up(self) -> None:
        copy = self.folder / f"{self.made}-{len(self.kept)}.zip"
        copy.unlink(missing_ok=True)
        self.kept.append((back_up(self.file, copy), self.model.copy()))

    @precondition(lambda self: bool(self.kept))
    @rule(at=numbers)
    def restore(self, at: int) -> None:
        copy, model = self.kept[at % len(self.kept)]
        put_back(copy, self.file, who=DESK)
        self.opened, self.model, self.shown = ready(self.file), model.copy(), {}

    @rule()
    def close_and_open_again(self) -> None:
        before = tables(self.opened)
        self.opened = restarted(self.file)
        assert tables(self.opened) == before

    # Second thoughts.

    @precondition(lambda self: bool(self.model.made))
    @rule(at=numbers)
    def take_back(self, at: int) -> None:
        change_id = sorted(self.model.made)[-1 - at % len(self.model.made)]
        diff, before, rows_before = self.model.made[change_id], tables(self.opened), dict(self.model.rows)
        is_last = change_id == data_version(self.opened)
        refusal = _refusal(partial(undo, self.opened, change_id, reason="ผิด", who=DESK))
        if refusal:
            assert tables(self.opened) == before
            assert not is_last, f"the last change was not taken back: {refusal}"
            return
        self.model.take_back(diff)
        self.model.made[data_version(self.opened)] = difference(rows_before, self.model.rows)

    # What always holds.

    @invariant()
    def the_store_says_what_the_model_says(self) -> None:
        for year in self.model.years():
            own = self.model.order(year)
            assert [int(number) for number in measures(self.opened, self.code, year)["measure_id"]] == own
            with self.opened.cursor() as cursor:
                for number in own:
                    assert plan_of(cursor, number) == self.model.plan(number)
                    row = self.model.measure(number)
                    told = rows(self.opened, "select ended_on, end_reason from measure where measure_id = $1", number)
                    assert row is not None
                    assert told == [row.ended or (None, None)]
            assert _stored_rounds(self.opened, self.code, year) == self.model.rounds(year)
        with self.opened.cursor() as cursor:
            for pair in self.model.pairs():
                assert entry_of(cursor, *pair) == self.model.entry(*pair)
        pairs = "select measure_id, round_months from progress union select measure_id, round_months from step_progress"
        assert {*rows(self.opened, pairs)} == self.model.pairs()
        links = rows(self.opened, "select measure_id, indicator_no, basis, reason from measure_indicator")
        assert {("link", *row[:2]): row[2:] for row in links} == {
            name: row for name, row in self.model.rows.items() if name[0] == "link"
        }
        versions = rows(self.opened, "select measure_id, round_months, max(version) from progress group by 1, 2")
        assert {("result", *row) for row in versions} <= set(self.model.rows)

    @invariant()
    def a_locked_round_shows_what_it_showed(self) -> None:
        locked = {(year, months) for year in self.model.years() for months in self.model.locked(year)}
        showing = {of: _shown(self.opened, self.code, *of) for of in locked}
        for of in locked & self.shown.keys():
            assert showing[of] == self.shown[of], f"the locked round {of} shows something else"
        self.shown = showing

    def _do(
        self,
        reasons: Collection[str],
        change: Callable[[Model], object] | None,
        deed: Callable[..., object],
        *about: Any,
        **told: Any,
    ) -> None:
        """Do a deed to the store and, where no reason speaks against it, the change to the model."""
        before, version = tables(self.opened), data_version(self.opened)
        refusal = _refusal(partial(deed, self.opened, *about, who=DESK, **told))
        if refusal or change is None:
            assert refusal in reasons, f"{refusal or 'nothing'} is no reason: {sorted(reasons)}"
            assert tables(self.opened) == before, "something of what was refused was kept"
            return
        assert not reasons, f"done in spite of {sorted(reasons)}"
        rows_before = dict(self.model.rows)
        change(self.model)
        is_change = data_version(self.opened) != version
        diff = difference(rows_before, self.model.rows)
        assert is_change or not diff, "a change was not counted"
        assert is_change or tables(self.opened) == before
        if is_change and deed in UNDOABLE:
            self.model.made[data_version(self.opened)] = diff

    def _sign(self, deed: Callable[..., object], reasons: set[str], of: Round, signature: Any) -> None:
        def change(model: Model) -> None:
            state = "submitted" if deed is submit else "approved"
            row = model.rounds(of.fiscal_year_be)[of.round_months]
            signed = replace(row, state=state, signature=signature, reason=None)  # type: ignore[arg-type]
            model.rows["round", of.fiscal_year_be, of.round_months] = signed

        self._do(reasons, change, deed, of, signature)

    def _reasons_of_round(self, year: int, months: int, wanted: set[str], *, locks: bool = False) -> set[str]:
        """Return why a round may not be worked with: it is not there, or not in a wanted state."""
        row = self.model.rounds(year).get(months)
        if row is None:
            return {"round_not_of_year"}
        kind = "round_locked" if locks else "round_is"
        return set() if row.state in wanted else {f"{kind}_{row.state}"}

    def _reasons_of_end(self, number: int, year: int) -> set[str]:
        """Return why a measure may not be shown as ended or going on: a locked round has it, and no result of it."""
        reported = {name[2] for name in self.model.rows if name[:2] == ("result", number)}
        planned = {int(str(name[0])) for name in self.model.of("planned", number)} - reported
        locked = self.model.locked(year) & {months for months in planned if round_span(year, months).end >= ON}
        return {f"round_locked_{self.model.rounds(year)[months].state}" for months in locked}

    def _reasons_of_plan(self, year: int, plan: Plan, stored: Plan, *, is_new: bool) -> set[str]:
        known = self.model.titles(year)
        is_taken = key(plan.title) in known and (is_new or key(plan.title) != key(stored.title))
        reasons = {"measure_title_known"} if is_taken else set()
        reasons |= {"item_unknown"} if {*plan.items} - {*stored.items} - KNOWN_ITEMS else set()
        for each in {*plan.rounds_months} ^ {*stored.rounds_months}:
            reasons |= self._reasons_of_round(year, each, {"open"}, locks=True)
        return reasons

    def _year(self, at: int) -> int:
        years = self.model.years()
        return years[at % len(years)]

    def _measure(self, at: int) -> tuple[int, int]:
        """Return one of all measures, and its year."""
        found = [(int(str(name[1])), row.year) for name, row in self.model.rows.items() if isinstance(row, MeasureRow)]
        return sorted(found)[at % len(found)]


UNDOABLE = {save_entry, add_measure, save_plan, end_measure, resume_measure, order_measures, carry_over}


def _refusal(deed: Callable[[], object]) -> str:
    """Do a deed; return the key of what it was refused for, nothing where it was done."""
    try:
        deed()
    except StoreError as refused:
        return refused.key
    return ""


def _store(opened: duckdb.DuckDBPyConnection, shown: Report, *, who: object) -> None:
    assert who is DESK
    store(opened, shown)


def _end(model: Model, number: int, ended: tuple[date, str] | None) -> None:
    row = model.measure(number)
    assert row is not None
    model.rows["measure", number] = replace(row, ended=ended)


def _has_ended(model: Model, number: int) -> bool:
    row = model.measure(number)
    return row is not None and row.ended is not None


def _edited(stored: Plan, wanted: Plan, how: str, at: int) -> Plan:
    """Return the plan that a person makes of the stored one: all of it or a part."""
    steps, fresh = stored.steps, f"ขั้นใหม่ {len(stored.steps)}{at}"
    is_fresh = fresh not in steps
    edited = {
        "lines": replace(stored, title=wanted.title, budget=wanted.budget, guidelines=wanted.guidelines),
        "rounds": replace(stored, rounds_months=wanted.rounds_months, items=wanted.items),
        "insert": replace(stored, steps=(*steps[: at % 3], fresh, *steps[at % 3 :]) if is_fresh else steps),
        "drop": replace(stored, steps=steps[: at % 3] + steps[at % 3 + 1 :]),
        "turn": replace(stored, steps=steps[::-1]),
        "word": replace(stored, steps=(*steps[:-1], fresh) if steps and is_fresh else steps),
    }
    return edited.get(how, replace(wanted, steps=steps))


def _stored_rounds(opened: duckdb.DuckDBPyConnection, code: str, year: int) -> dict[int, RoundRow]:
    asked = (
        "select round_months, state, due_on, signed_name, signed_position, signed_on, reason "
        "from round where agency_code = $1 and fiscal_year_be = $2 order by 1"
    )
    found = {}
    for months, state, due, name, position, on, reason in rows(opened, asked, code, year):
        signatures = {(each.name, each.position, each.on): each for each in (SIGNATURE, APPROVAL)}
        found[int(str(months))] = RoundRow(state, due, signatures.get((name, position, on)), reason)  # type: ignore[arg-type]
    return found


def _shown(opened: duckdb.DuckDBPyConnection, code: str, year: int, months: int) -> object:
    """Return what the pages show of a round: the standing of each measure, its steps, and the words of its results."""
    standing, told = rounds(opened, code, year), results(opened, code, year)
    standing = standing[standing["round_months"] == months].drop(columns=["measure_no"]).sort_values("measure_id")
    told = told[told["round_months"] == months].drop(columns=["measure_no", "title"]).sort_values("progress_id")
    steps = "select measure_id, step_no, words from measure_step order by all"
    judged = "select measure_id, step_no, state from step_progress where round_months = $1 order by all"
    own = {*standing["measure_id"]}
    return (
        standing.to_json(orient="records"),
        told.to_json(orient="records"),
        [row for row in rows(opened, steps) if row[0] in own],
        [row for row in rows(opened, judged, months) if row[0] in own],
    )
