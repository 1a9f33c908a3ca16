"""Each part that plan and report have to contain: found with the words that show it, or not, with the reason."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest

from ita_analysis import framework
from ita_analysis.completeness import Part, Reason, completeness
from ita_analysis.completeness.documents import check_of
from ita_analysis.completeness.plan import PLAN
from ita_analysis.completeness.report import REPORT
from ita_analysis.framework import MeasuresKind
from ita_analysis.records import NOWHERE
from ita_analysis.review import Beside
from ita_analysis.thai.dates import dates_in
from ita_analysis.thai.text import has_thai
from tests.completeness.cases import CASES, PLAN_TITLE, Case, looked
from tests.review.reports import EMPTY, measure, report, row

YEARS = framework.fiscal_years()
# The reason of a part that a later year asks for and nobody has taught the program yet.
UNTAUGHT = "not_looked_for"


def _part(case: Case) -> Part:
    """Return the part as it is found in the reports' own fiscal year, or in the first later one that asks for it."""
    own = EMPTY.fiscal_year_be
    year = next(year for year in (own, *YEARS) if any(each.code == case.code for each in framework.load(year).criteria))
    found = completeness(replace(case.report, fiscal_year_be=year), case.beside)
    return next(part for part in reversed(found.parts) if part.criterion.code == case.code)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_part_is_in_the_state_that_its_words_put_it_in(case: Case) -> None:
    part = _part(case)
    assert (part.state, part.answer.quote, part.answer.reason) == (case.state, case.quote, case.reason)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_not_found_says_why_and_what_shows_something_says_where(case: Case) -> None:
    part = _part(case)
    assert part.state == "found" or has_thai(part.why)
    assert not part.answer.quote or part.answer.place != NOWHERE


def test_every_part_of_every_year_is_looked_for_and_every_reason_is_told() -> None:
    asked = {each.code for year in YEARS for each in framework.load(year).criteria}
    named = {code for code in asked if code not in {"published_on_own_website"} and not code.startswith("theme_")}
    assert named == {*PLAN, *REPORT}
    assert {case.code for case in CASES} == {code for code in asked if not code.startswith("theme_")} | {
        "theme_state_property", "theme_budget_procurement",
    }  # fmt: skip
    assert {case.reason for case in CASES} - {None} == {*get_args(Reason)} - {UNTAUGHT}


@pytest.mark.parametrize("year", YEARS)
def test_an_empty_year_is_a_list_of_what_is_asked(year: int) -> None:
    found = completeness(replace(EMPTY, fiscal_year_be=year))
    asked = {each.kind: each.assessed_year_be for each in found.documents}
    wanted = {"plan": year, "report": year + 1 if year in {2567, 2568} else year}
    assert asked == {kind: at for kind, at in wanted.items() if framework.load(at).criteria_of(kind)}  # type: ignore[arg-type]
    criteria = [each for kind, at in asked.items() for each in framework.load(at).criteria_of(kind)]
    assert [part.criterion for part in found.parts] == criteria
    assert found.count("found") == 0
    assert {part.criterion.code for part in found.parts if part.state == "doubtful"} <= {"published_on_own_website"}


def test_every_theme_of_the_later_years_is_known_by_its_own_name() -> None:
    for year in YEARS:
        for each in framework.load(year).criteria:
            if each.code.startswith("theme_"):
                said = replace(measure(each.text_th.removeprefix("วิเคราะห์ด้าน")))
                found = completeness(replace(report(measures=(said,)), fiscal_year_be=year))
                states = {part.criterion.code: part.state for part in found.parts}
                assert states[each.code] == "doubtful", each.text_th


def test_plan_and_report_are_worth_five_points_each_in_2564() -> None:
    found = completeness(report(measures=(measure(),), rows=(row(),)))
    assert [(each.item_code, each.worth) for each in found.documents] == [("O42", Decimal(5)), ("O43", Decimal(5))]
    assert found.worth() == Decimal(10)


def test_one_missing_part_puts_the_whole_document_at_stake_and_a_doubt_does_not() -> None:
    found = completeness(report(measures=(measure(),), rows=(row(detail="จัดประชุม 2 ครั้ง"),)))
    assert [each.state for each in found.documents] == ["missing", "doubtful"]
    assert found.worth("missing") == Decimal(5)
    assert found.worth("missing", "doubtful") == Decimal(10)


def test_points_that_nobody_knows_are_none_and_not_zero() -> None:
    found = completeness(replace(EMPTY, fiscal_year_be=2569))
    assert [each.worth for each in found.documents] == [None, None]
    assert found.worth() is None
    assert found.worth("missing") is None


def test_a_year_that_nobody_knows_asks_for_nothing() -> None:
    found = completeness(replace(EMPTY, fiscal_year_be=2600))
    assert found.documents == ()
    assert found.worth() is None


@pytest.mark.parametrize("kind", ["plan", "report"])
@pytest.mark.parametrize("code", ["theme_of_a_later_year", "invented"])
def test_a_part_that_nobody_taught_the_program_is_doubtful(kind: MeasuresKind, code: str) -> None:
    asked = replace(framework.load(2564).criteria_of(kind)[0], code=code)
    answer = check_of(asked)(EMPTY, Beside())
    assert (answer.state, answer.reason) == ("doubtful", UNTAUGHT)


def test_the_best_link_counts() -> None:
    looks = [looked(state, PLAN_TITLE).looks[0] for state in (None, "gone", "found")]
    found = completeness(EMPTY, Beside(looks=tuple(looks)))
    published = [part.state for part in found.parts if part.criterion.code == "published_on_own_website"]
    assert published == ["found", "doubtful"], "of the plan; of the report nothing is known"


def test_a_day_is_shown_in_the_cell_that_states_it_also_where_that_is_the_status() -> None:
    told = replace(row(detail="จัดประชุม"), status="แล้วเสร็จ 7 มกราคม 2550", stated_on=dates_in("7 มกราคม 2550"))
    told = replace(told, columns={**told.columns, "status": "สถานะ"})
    found = completeness(report(rows=(told,)))
    (part,) = [each for each in found.parts if each.criterion.code == "current_fiscal_year"]
    assert (part.answer.reason, part.answer.place.column) == ("day_outside", "สถานะ")
