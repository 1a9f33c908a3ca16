"""What is set about a year before its results are entered: its rounds, their days, and the agency's own websites."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from ita_analysis.entries import Plan
from ita_analysis.people import DESK
from ita_analysis.sentences.parts import listed
from ita_analysis.store.citing import set_sites
from ita_analysis.store.plans import add_measure
from ita_analysis.store.rounds import set_rounds
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from tests.store.entered import ENTRY, YEAR, Entered, year_of
from tests.store.files import rows
from tests.store.invented import agency, measure, report, small_report, store
from tests.ui.filled import press
from tests.ui.screen import visit


@pytest.fixture
def year(empty: duckdb.DuckDBPyConnection) -> Entered:
    """A year with a plan of two measures in the rounds of 6 and 12 months, and no result."""
    return year_of(empty)


def test_without_rounds_one_sets_them_first_and_is_told_what_is_missing(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, report(months=None, measures=[measure(rounds=())])).agency_code
    shown = visit("entry")
    shown.at.text_input(key=f"sites_{code}_hosts").set_value("ไม่ใช่เว็บ!").run()
    assert press(shown, "save_sites").told("problem") == [say("error.site_unreadable", host="ไม่ใช่เว็บ!")]
    press(shown, "save_rounds")
    assert shown.headline == say("entry.headline.no_rounds")
    assert shown.told("problem") == [say("error.rounds_none")]
    shown.at.multiselect(key=f"rounds_{code}_{YEAR}_rounds").set_value(["6"]).run()
    shown.at.text_input(key=f"rounds_{code}_{YEAR}_due_6").set_value("15 เมษา").run()
    assert say("typed.no_day", text="15 เมษา") in press(shown, "save_rounds").told("problem")
    shown.at.text_input(key=f"rounds_{code}_{YEAR}_due_6").set_value("15 เม.ย. 2564").run()
    press(shown, "save_rounds")
    assert shown.problems == []
    assert shown.told("done") == [say("round_state.set_done")]
    assert rows(empty, "select round_months, due_on from round") == [(6, date(2021, 4, 15))]


def test_each_year_and_agency_shows_its_own_rounds_and_sites(year: Entered) -> None:
    store(year.opened, small_report(agency(1), year=YEAR + 1))
    other = year_of(year.opened, 2)
    set_rounds(year.opened, year.code, YEAR, {6: date(2021, 4, 15), 12: None}, who=DESK)
    set_sites(year.opened, year.code, ["www.one.go.th"], who=DESK)
    shown = visit("entry", agency=year.code, year=str(YEAR))
    assert shown.at.text_input(key=f"rounds_{year.code}_{YEAR}_due_6").value == long_date(date(2021, 4, 15))
    shown.choose("year", str(YEAR + 1))
    assert shown.at.text_input(key=f"rounds_{year.code}_{YEAR + 1}_due_6").value == ""
    shown.choose("agency", other.code)
    assert shown.at.text_input(key=f"sites_{other.code}_hosts").value == ""


def test_rounds_that_another_person_set_meanwhile_stay(year: Entered) -> None:
    """Not even after the page was run again: its fields still hold what was typed upon the older rounds."""
    shown = visit("entry")
    key = f"rounds_{year.code}_{YEAR}"
    shown.at.text_input(key=f"{key}_due_12").set_value("1 ต.ค. 2564").run()
    set_rounds(year.opened, year.code, YEAR, {3: None, 6: None, 12: None}, who=DESK)
    shown.at.run()
    press(shown, "save_rounds")
    assert shown.told("problem") == [say("error.rounds_changed_meanwhile")]
    newest = listed([say("filter.round_label", months=months) for months in (3, 6, 12)])
    assert say("typed.newest", text=newest) in shown.text, "what the other one set is told"
    press(press(shown, f"{key}_use_typed"), "save_rounds")
    assert shown.problems == []
    assert rows(year.opened, "select round_months from round order by all") == [(3,), (6,), (12,)]
    assert rows(year.opened, "select due_on from round where round_months = 12") == [(date(2021, 10, 1),)]


def test_websites_that_another_person_set_meanwhile_stay_until_one_has_seen_them(year: Entered) -> None:
    key = f"sites_{year.code}"
    shown = visit("entry")
    shown.at.text_input(key=f"{key}_hosts").set_value("www.mine.go.th, mine.or.th").run()
    set_sites(year.opened, year.code, ["www.theirs.go.th"], who=DESK)
    press(shown, "save_sites")
    assert shown.told("problem") == [say("error.sites_changed_meanwhile")]
    assert say("typed.newest", text="www.theirs.go.th") in shown.text
    assert rows(year.opened, "select host from agency_site") == [("www.theirs.go.th",)]
    press(press(shown, f"{key}_use_typed"), "save_sites")
    assert shown.problems == []
    assert shown.told("done") == [say("cited.sites_saved")]
    assert rows(year.opened, "select host from agency_site order by all") == [("mine.or.th",), ("www.mine.go.th",)]


def test_a_round_that_no_measure_is_planned_for_is_told(year: Entered) -> None:
    shown = visit("entry")
    assert shown.told("note") == []
    shown.at.multiselect(key=f"rounds_{year.code}_{YEAR}_rounds").set_value(["6", "9", "12"]).run()
    idle = say("round_state.idle", months="9")
    assert shown.told("note") == [idle], "it is said before it is stored"
    press(shown, "save_rounds")
    assert shown.problems == []
    assert shown.told("note") == [idle]


def test_a_measure_without_rounds_is_planned_for_each(empty: duckdb.DuckDBPyConnection) -> None:
    code = store(empty, report(months=None, measures=[measure(rounds=())])).agency_code
    set_rounds(empty, code, YEAR, {9: None}, who=DESK)
    assert visit("entry").told("note") == []


def test_a_task_has_the_same_owner_wherever_it_is_told(year: Entered) -> None:
    """A round is of the whole agency; a measure that nobody answers for is of nobody."""
    add_measure(year.opened, year.code, YEAR, Plan("มาตรการที่ไม่มีใครรับผิดชอบ"), indicators={}, who=DESK)
    year.save(ENTRY)
    year.lock("submitted")
    queue = {row[3] for row in visit("entry").rows(say("column.open"))}
    told = visit("executive").text
    for name in (say("queue.whole_agency"), say("queue.no_owner")):
        assert name in queue
        assert name in told
