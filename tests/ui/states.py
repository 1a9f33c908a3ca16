"""The states of the data that every page has to live with, each stored by the program's own store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

import duckdb
import pandas as pd

from ita_analysis import framework
from ita_analysis.framework import load
from ita_analysis.people import DESK
from ita_analysis.records import Agency, Basis, IndicatorLink, Weakness
from ita_analysis.results import SCORE_COLUMNS, Result, ScoreSheet, SourceKind
from ita_analysis.store.links import SeenLink, set_link
from ita_analysis.store.results import store_sheet
from ita_analysis.store.surveys import store_survey
from ita_analysis.store.synthetic import load_demo
from tests.store.files import rows
from tests.store.invented import NEWS, WATER, agency, judge, measure, report, result, small_report, store, store_scores
from tests.store.sheets import TEN, sheet
from tests.store.surveyed import stored, survey
from tests.ui.entered_states import entered_alone, entered_upon_a_report

State = Callable[[duckdb.DuckDBPyConnection], object]
TAGS = (
    "<script>alert('a')</script>",
    "<img src=x onerror=\"alert('b')\">",
    "</span></td></table><style>body{display:none}</style>",
    '<a href="https://outside.example">ลิงก์</a>',
    '=HYPERLINK("https://outside.example")',
    "{{ 7*7 }} {count}",
)
SCORES = {"1": 96.5, "2": 88.25, "3": 0.0, "4": 84.99, "5": 100.0, "6": 71.25, "7": 69.0, "8": 75.0, "9": 50.5}


def scored(opened: duckdb.DuckDBPyConnection) -> None:
    """An agency of a province with published means, whose scores and total are known, but for one indicator."""
    code = store(opened, small_report(agency(1, "ตราด"), year=2565)).agency_code
    store_scores(opened, code, 2564, {**SCORES, "total": 74.04})


def forty_measures(opened: duckdb.DuckDBPyConnection) -> None:
    """Forty measures over all indicators, with results in the round of twelve months."""
    titles = [f"มาตรการที่ {number} ว่าด้วยการพัฒนาระบบบริการประชาชนให้รวดเร็วและตรวจสอบได้" for number in range(40)]
    made = [measure(title, answers=[number % 10 + 1], unit=f"กองที่ {number % 7}") for number, title in enumerate(titles)]
    told = [result(title, dates=[date(2021, 1 + number % 9, 1)]) for number, title in enumerate(titles)]
    store(opened, report(weak=range(1, 11), months=12, measures=made, progress=told))


def one_measure(opened: duckdb.DuckDBPyConnection) -> None:
    """One measure with one step in one round, and its result."""
    made = measure(steps=("ทำ",), rounds=(6,), answers=(8,))
    store(opened, report(weak=(8,), measures=[made], progress=[result(dates=[date(2020, 12, 1)])]))
    judge(opened, WATER, {(1, 6): "done"})


def plan_alone(opened: duckdb.DuckDBPyConnection) -> None:
    """A plan that names no round, no unit, no indicator and no weakness."""
    store(opened, report(weak=(), months=None, measures=[measure(rounds=(), unit=None, answers=(), steps=())]))


def results_alone(opened: duckdb.DuckDBPyConnection) -> None:
    """Results of measures whose plan is not stored: no steps, no unit."""
    store(opened, report(weak=(7,), measures=[], progress=[result(), result(NEWS, dates=[date(2019, 1, 7)])]))


def weaknesses_alone(opened: duckdb.DuckDBPyConnection) -> None:
    """Weaknesses and nothing else."""
    store(opened, report(weak=(1, 9)))


def two_agencies(opened: duckdb.DuckDBPyConnection) -> None:
    """Two agencies, one of them with two fiscal years."""
    store(opened, small_report(agency(1)))
    store(opened, small_report(agency(2), progress=[result(detail="ผลของที่สอง")], year=2564))
    store(opened, small_report(agency(2), year=2565))


def hostile(opened: duckdb.DuckDBPyConnection) -> None:
    """An agency and a report whose every text is a tag, a formula or a template."""
    title, other = f"มาตรการ {' '.join(TAGS)}", f"{TAGS[1]} สอง"
    who = Agency(f"เทศบาลตำบล {TAGS[0]} {TAGS[3]}", TAGS[1], f"แพร่ {TAGS[1]}")
    made = [
        measure(title, steps=TAGS, unit=f"กอง {TAGS[1]}"),
        measure(other, steps=[TAGS[0]], answers=(), unit=TAGS[0]),
    ]
    texts = {"output": TAGS[1], "outcome": TAGS[2], "note": TAGS[3], "evidence": TAGS[4]}
    told = [result(title, dates=[date(2019, 1, 7)], detail=TAGS[0], **texts), result(other, dates=[date(2021, 1, 7)])]
    shown = report(who, weak=(), measures=made, progress=told)
    named = (Weakness(6, TAGS[0], "develop", quote=TAGS[1]), Weakness(7, TAGS[1], "urgent", quote=TAGS[0]))
    store(opened, replace(shown, weaknesses=named), f"รายงาน {TAGS[1]}.docx")
    judge(opened, title, {(1, 6): "done"})


def strong(opened: duckdb.DuckDBPyConnection) -> None:
    """Every score known, none of them weak, and a report that names no weakness."""
    code = store(opened, small_report(agency(3), weak=())).agency_code
    store_scores(opened, code, 2563, {**{str(number): 85.0 + number for number in range(1, 11)}, "total": 91.0})


def dense_links(opened: duckdb.DuckDBPyConnection) -> None:
    """Forty measures that answer five of ten indicators each, on all three words; 3 is weak and answered by none."""
    made = []
    for number in range(40):
        answered = sorted({(number + step) % 10 + 1 for step in (0, 1, 3, 4, 6)} - {3})
        basis: Basis = "wording" if number % 3 else "document"
        links = tuple(IndicatorLink(no, basis, f"เหตุผลที่ {no}") for no in answered)
        title = f"โครงการลำดับ {number + 1} เพื่อบริการที่ดีขึ้น"
        made.append(replace(measure(title, unit=f"กองที่ {number % 4}"), indicators=links))
    store(opened, report(weak=range(1, 9), measures=made))
    ((measure_id,),) = rows(opened, "select min(measure_id) from measure_indicator where indicator_no = 1")
    ((basis_seen, reason),) = rows(
        opened, "select basis, reason from measure_indicator where measure_id = $1 and indicator_no = 1", measure_id
    )
    seen = SeenLink(cast("Basis", basis_seen), str(reason))
    set_link(opened, int(str(measure_id)), 1, "อ่านแล้ว ตอบจริง", seen=seen, who=DESK)


def guessed_links(opened: duckdb.DuckDBPyConnection) -> None:
    """A plan whose links are guesses by its words, one of them to an indicator that is not weak."""
    guess = (IndicatorLink(6, "wording", "ชื่อมีคำว่า “บริการ”"), IndicatorLink(2, "wording", "ชื่อมีคำว่า “งบ”"))
    store(opened, report(measures=[replace(measure(), indicators=guess)], progress=[]))


def four_rounds(opened: duckdb.DuckDBPyConnection) -> None:
    """Rounds of 3, 6, 9 and 12 months; results in those of 3 and 9, one of them outside, none in those of 6 and 12."""
    made = [measure(rounds=(3, 6, 9, 12)), measure(NEWS, rounds=(3, 9), answers=(7,), unit="สำนักปลัด")]
    first = [result(dates=[date(2020, 11, 3)]), result(NEWS, dates=[date(2020, 12, 1)])]
    third = [result(dates=[date(2021, 5, 3)]), result(NEWS, dates=[date(2021, 7, 5)], detail="ผลของเก้าเดือน")]
    store(opened, report(months=3, measures=made, progress=first), "รายงานสามเดือน.docx")
    store(opened, report(months=9, measures=made, progress=third), "รายงานเก้าเดือน.docx")
    judge(opened, WATER, {(1, 3): "done", (2, 3): "not_done", (1, 9): "done", (2, 9): "done"})
    judge(opened, NEWS, {(1, 3): "not_stated", (2, 3): "not_stated", (1, 9): "done", (2, 9): "not_stated"})


def from_sheets(opened: duckdb.DuckDBPyConnection) -> None:
    """Agencies with results and no report: one whose score of a sheet was typed over, one beside it."""
    store_sheet(opened, sheet(TEN, dict.fromkeys(TEN, 60.0)), "sheet", who=DESK)
    store_sheet(opened, sheet({("indicator", "9"): 0.0}, name="two"), "hand", who=DESK)


def surveyed(opened: duckdb.DuckDBPyConnection) -> None:
    """Own surveys of both instruments beside official scores, and another agency with nothing but one."""
    code = store(opened, small_report(agency(4), year=2564)).agency_code
    store_scores(opened, code, 2563, SCORES)
    stored(opened, code)
    stored(opened, code, tool="EIT")
    store_survey(opened, survey(seed=3), Agency("เทศบาลตำบลสำรวจเท่านั้น", None, "แพร่"), who=DESK)


def compared(opened: duckdb.DuckDBPyConnection) -> None:
    """Results of four years, one of them missing, of real agencies in two provinces, and of synthetic ones beside them.

    The first one has more and more points, and less and less of a place; every seventh score is missing.
    """
    real = [(Agency(f"องค์การบริหารส่วนตำบลตัวอย่าง{no}", "แม่", "ตราด" if no < 9 else "แพร่"), no) for no in range(12)]
    real += [(Agency(f"เทศบาลตำบลตัวอย่าง{no}", "แม่", "ตราด"), no) for no in range(3)]
    made = [(Agency(f"องค์การบริหารส่วนตำบลสังเคราะห์{no}", "แม่", "ตราด"), no) for no in range(7)]
    for kind, agencies in (("sheet", real), ("demo", made)):
        for year in (2563, 2564, 2566, 2567):
            results = tuple(Result(who, year) for who, _ in agencies)
            rows = [
                (at, level, code, score_of(no, year, code, is_synthetic=kind == "demo"), at + 2, 3)
                for at, (_, no) in enumerate(agencies)
                for level, code in [("total", "total"), *(("indicator", str(each)) for each in range(1, 11))]
                if (no + year) % 7 or code != "5"
            ]
            scores = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
            read = ScoreSheet("คะแนน.xlsx", "แผ่น1", f"{kind}{year}", results, scores)
            store_sheet(opened, read, cast("SourceKind", kind), who=DESK)


def score_of(no: int, year: int, code: str, *, is_synthetic: bool) -> float:
    """Return an invented score: the others rise faster than agency 0; indicator 8 is the weakest."""
    own = 60.0 + (year - 2563) * (3 if no == 0 else 5) + (5 if no == 0 else no) - (10 if code == "8" else 0)
    return min(own + (7.25 if is_synthetic else 0.0), 100.0)


def demo(opened: duckdb.DuckDBPyConnection) -> None:
    """The demo agency: four years of scores over both families of levels, four rounds of reports."""
    load_demo(opened, who=DESK)


def _of_documents(
    opened: duckdb.DuckDBPyConnection, year: int, survey: float, empty: Sequence[str], **more: float
) -> None:
    """Store an agency's items of a year: surveys of one score, documents of 100, some of 0; `more` are instruments."""
    codes = [each.code for each in framework.load(year).items]
    rows = [(0, "item", code, 0.0 if code in empty else 100.0 if code[0] == "O" else survey, 2, 3) for code in codes]
    rows += [(0, "instrument", code.replace("_", "-"), score, 2, 3) for code, score in more.items()]
    of_year = Result(agency(5, "ตราด"), year)
    sheet = ScoreSheet(
        "คะแนน.xlsx", "คะแนน", f"way-{year}", (of_year,), pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    )
    store_sheet(opened, sheet, "sheet", who=DESK)


def three_documents(opened: duckdb.DuckDBPyConnection) -> None:
    """Item scores without a report: five documents are empty; the year before is stored too."""
    _of_documents(opened, 2564, 75.0, ("O42", "O43", "O36", "O1", "O2"))
    _of_documents(opened, 2563, 70.0, ("O42",))


def floors_missed(opened: duckdb.DuckDBPyConnection) -> None:
    """Item scores under the newer levels: one part of EIT lies below the floor, two documents are empty."""
    _of_documents(opened, 2567, 88.0, ("O34", "O20"), EIT_1=90.0, EIT_2=84.0)


def highest(opened: duckdb.DuckDBPyConnection) -> None:
    """Item scores at the highest level, nothing left to do."""
    _of_documents(opened, 2564, 96.0, ())


def unknown_rules(opened: duckdb.DuckDBPyConnection) -> None:
    """A total of a year whose weights and levels nobody knows yet."""
    code = store(opened, small_report(agency(6), year=2568)).agency_code
    store_scores(opened, code, 2569, {"total": 88.0})


def total_alone(opened: duckdb.DuckDBPyConnection) -> None:
    """A total and nothing below it, nor a report."""
    code = store(opened, small_report(agency(7), year=2563)).agency_code
    store_scores(opened, code, 2564, {"total": 74.04})


def with_items(opened: duckdb.DuckDBPyConnection) -> None:
    """An agency with item scores of two years that compare, and one indicator that is not the mean of its items."""
    who = agency(4, "ตราด")
    store(opened, small_report(who, year=2565, weak=(1, 9)))
    for year, lost in ((2563, ()), (2564, ("O3", "O34", "O42"))):
        items = {("item", code): score for code, score in scores_of_items(year, lost).items()}
        stated = {("indicator", "9"): 50.0} if lost else {}
        store_sheet(opened, sheet({**items, **stated}, year=year, name=f"items{year}", who=[who]), "sheet", who=DESK)


def scores_of_items(year: int, lost: Collection[str]) -> dict[str, float]:
    """Return a score for each item of a year: documents are complete but for those that are lost."""
    pack = load(year)
    return {
        item.code: (0.0 if item.code in lost else 100.0) if item.code.startswith("O") else 60.0 + number * 7 % 40
        for number, item in enumerate(pack.items)
    }


def no_report(_: duckdb.DuckDBPyConnection) -> None:
    """Nothing but the framework."""


STATES: dict[str, State] = {
    state.__name__: state
    for state in (
        no_report, scored, forty_measures, one_measure, plan_alone, results_alone, weaknesses_alone, two_agencies,
        hostile, strong, dense_links, guessed_links, four_rounds, from_sheets, surveyed, compared, demo, with_items,
        three_documents, floors_missed, highest, unknown_rules, total_alone, entered_alone, entered_upon_a_report,
    )
}  # fmt: skip
