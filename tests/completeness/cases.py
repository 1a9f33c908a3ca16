"""For every part that plan and report have to contain: the smallest report that has it, lacks it, or leaves a doubt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ita_analysis.completeness import State
from ita_analysis.records import IndicatorLink, Measure, NoneStated, Place, Progress, Report, Unread
from ita_analysis.review import ALONE, Beside, Look
from tests.review.reports import DISCRETION, EMPTY, PUBLISHING, measure, report, row, weakness

WORK = "จัดประชุมชี้แจง 2 ครั้ง"
URL = "https://www.thungdee.go.th/plan.pdf"
NONE_URGENT = "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน ไม่มี"
TO_DEVELOP = "มีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ ตัวชี้วัดที่ 7 ตัวชี้วัดที่ 8 และตัวชี้วัดที่ 10"
LONG = "ได้ดำเนินการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสของหน่วยงาน ประเด็นที่จะต้องพัฒนาให้ดีขึ้น " * 3
PLAN_TITLE, REPORT_TITLE = "การวิเคราะห์ผลการประเมิน ITA", "รายงานผลตามมาตรการส่งเสริมคุณธรรม"


@dataclass(frozen=True)
class Case:
    """One report for one part: the state that it is to be in, the words that show it, and the reason that is said."""

    code: str
    name: str
    report: Report
    state: State
    quote: str = ""
    reason: str | None = None
    beside: Beside = ALONE

    def __str__(self) -> str:
        """Return the name of the case in the list of tests."""
        return f"{self.code}: {self.name}"


def _plan(*measures: Measure) -> Report:
    return report(measures=measures)


def _with(**about: object) -> Measure:
    return replace(measure(), **about)  # type: ignore[arg-type]


def _linked(basis: str) -> Measure:
    return _with(indicators=(IndicatorLink(7, basis),))  # type: ignore[arg-type]


def _told(*rows: Progress) -> Report:
    return report(measures=(measure(),), rows=rows)


def looked(state: str | None = "found", title: str = REPORT_TITLE, **about: object) -> Beside:
    """Return one link of a title that was looked at, or (None) was not."""
    day = date(2021, 3, 1) if state else None
    look = Look(PUBLISHING, title, URL, Place(table=2, row=3), state, looked_on=day, is_off_site=False)
    return Beside(looks=(replace(look, **about),))  # type: ignore[arg-type]


def _strong(*measures: Measure) -> Report:
    """Return a report whose analysis says that nothing is weak."""
    return replace(_plan(*measures), none_stated=_nothing_weak)


_scored = replace(weakness(7), score=71.5)
_none = (NoneStated("urgent", NONE_URGENT, Place(paragraph=6)),)
_none_urgent = replace(report(weaknesses=(weakness(8),)), none_stated=_none)
_nothing_weak = (*_none, NoneStated("develop", "ประเด็นที่ต้องพัฒนา ไม่มี", Place(paragraph=7)))
_table_of_scores = (Unread(Place(table=1, row=2), "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ | IIT | ๙๐.๐๐ | ดี"),)
_in_words = report(weaknesses=(replace(_scored, quote="ตัวชี้วัดที่ 7 ได้คะแนน ๗๑.๕ ต้องพัฒนา"),))
_long = report(
    weaknesses=tuple(
        replace(weakness(no), place=Place(paragraph=5), quote=f"{LONG} {TO_DEVELOP} {LONG}") for no in (7, 8, 10)
    )
)

CASES = [
    Case("prior_year_result", "a score beside it", report(weaknesses=(_scored,)), "found", "ตัวชี้วัดที่ 7 71.50"),
    Case("prior_year_result", "the sentence of the score", _in_words, "found", _in_words.weaknesses[0].quote),
    Case(
        "prior_year_result",
        "the table of scores, where nothing is weak",
        replace(EMPTY, none_stated=_nothing_weak, unread=_table_of_scores),
        "found",
        _table_of_scores[0].text,
    ),
    Case(
        "prior_year_result",
        "a number of another thing is no score",
        replace(EMPTY, none_stated=_none, unread=(Unread(Place(line=1), "ตัวชี้วัดที่ 2.10 ตัวชี้วัดที่ 2 เวลา 08.30 น."),)),
        "doubtful",
        NONE_URGENT,
        "no_scores",
    ),
    Case("prior_year_result", "only none", replace(EMPTY, none_stated=_none), "doubtful", NONE_URGENT, "no_scores"),
    Case("prior_year_result", "no score", report(weaknesses=(weakness(7),)), "doubtful", "ตัวชี้วัดที่ 7", "no_scores"),
    Case("prior_year_result", "a stored score", EMPTY, "doubtful", "", "total_alone", Beside(prior_score=80.25)),
    Case("prior_year_result", "nothing", EMPTY, "missing", "", "no_analysis"),
    Case("urgent_weaknesses", "one", report(weaknesses=(weakness(8, "urgent"),)), "found", "ตัวชี้วัดที่ 8"),
    Case("urgent_weaknesses", "only to develop", report(weaknesses=(weakness(8),)), "missing", "", "no_urgent"),
    Case("urgent_weaknesses", "it says that there is none", _none_urgent, "found", NONE_URGENT),
    Case(
        "develop_issues",
        "several, each in a line of its own",
        report(weaknesses=(weakness(7), weakness(8))),
        "found",
        "ตัวชี้วัดที่ 7",
        "all_named",
    ),
    Case("develop_issues", "the passage of a long paragraph", _long, "found", f"…{TO_DEVELOP}…"),
    Case("develop_issues", "one", report(weaknesses=(weakness(8),)), "found", "ตัวชี้วัดที่ 8"),
    Case("develop_issues", "only urgent", report(weaknesses=(weakness(8, "urgent"),)), "missing", "", "no_develop"),
    Case("develop_issues", "no analysis", EMPTY, "missing", "", "no_analysis"),
    Case(
        "analysis_into_practice",
        "each is answered",
        report(weaknesses=(weakness(7),), measures=(measure(answers=(7,)),)),
        "found",
        f"{PUBLISHING} → ตัวชี้วัดที่ 7",
    ),
    Case(
        "analysis_into_practice",
        "one is not",
        report(weaknesses=(weakness(7), weakness(8)), measures=(measure(answers=(7,)),)),
        "doubtful",
        f"{PUBLISHING} → ตัวชี้วัดที่ 7",
        "weak_unanswered",
    ),
    Case(
        "analysis_into_practice",
        "by a guess",
        report(weaknesses=(weakness(7),), measures=(_linked("wording"),)),
        "doubtful",
        f"{PUBLISHING} → ตัวชี้วัดที่ 7",
        "link_guessed",
    ),
    Case(
        "analysis_into_practice",
        "none is",
        report(weaknesses=(weakness(8),), measures=(measure(answers=(7,)),)),
        "missing",
        "",
        "nothing_answers",
    ),
    Case(
        "analysis_into_practice",
        "nothing is weak, and a measure upholds an indicator",
        _strong(_linked("wording"), _linked("analyst")),
        "found",
        f"{PUBLISHING} → ตัวชี้วัดที่ 7",
        "upheld",
    ),
    Case(
        "analysis_into_practice",
        "nothing is weak, by a guess",
        _strong(_linked("wording")),
        "doubtful",
        f"{PUBLISHING} → ตัวชี้วัดที่ 7",
        "link_guessed",
    ),
    Case(
        "analysis_into_practice",
        "nothing is weak, and no measure says what it is for",
        _strong(measure()),
        "doubtful",
        PUBLISHING,
        "none_weak",
    ),
    Case("analysis_into_practice", "nothing is weak, no measure", _strong(), "missing", "", "no_measures"),
    Case(
        "analysis_into_practice",
        "only that nothing is urgent",
        replace(_plan(_linked("document")), none_stated=_none),
        "missing",
        "",
        "nothing_to_link",
    ),
    Case("analysis_into_practice", "no analysis", _plan(measure()), "missing", "", "nothing_to_link"),
    Case("measures", "one", _plan(measure()), "found", PUBLISHING),
    Case("measures", "two", _plan(measure(), measure(DISCRETION)), "found", PUBLISHING, "counted"),
    Case("measures", "none", EMPTY, "missing", "", "no_measures"),
    Case("measure_issue", "on the document's word", _plan(_linked("document")), "found", "ตัวชี้วัดที่ 7"),
    Case("measure_issue", "a guess", _plan(_linked("wording")), "missing", "", "in_none"),
    Case("responsible", "each has one", _plan(_with(responsible="สำนักปลัด")), "found", "สำนักปลัด"),
    Case(
        "responsible",
        "one of two",
        _plan(_with(responsible="สำนักปลัด"), measure(DISCRETION)),
        "doubtful",
        "สำนักปลัด",
        "in_some",
    ),
    Case("responsible", "none", _plan(measure()), "missing", "", "in_none"),
    Case("steps", "a step", _plan(_with(steps=("ประชุม",))), "found", "ประชุม"),
    Case("steps", "the way it is done", _plan(_with(guidelines=("ปฏิบัติตามคู่มือ",))), "found", "ปฏิบัติตามคู่มือ"),
    Case("steps", "neither", _plan(measure()), "missing", "", "in_none"),
    Case("timeframe", "said", _plan(_with(timeframe="ต.ค. 63 - ก.ย. 64")), "found", "ต.ค. 63 - ก.ย. 64"),
    Case("timeframe", "not said", _plan(measure()), "missing", "", "in_none"),
    Case("follow_up", "in words", _plan(_with(follow_up="รายงานนายก")), "found", "รายงานนายก"),
    Case("follow_up", "as rounds", _plan(measure(rounds=(6, 12))), "found", "รายงานรอบ 6, 12 เดือน"),
    Case("follow_up", "neither", _plan(measure()), "missing", "", "in_none"),
    Case("chosen_indicator", "one", report(weaknesses=(weakness(8),)), "found", "ตัวชี้วัดที่ 8"),
    Case(
        "chosen_indicator",
        "two",
        report(weaknesses=(weakness(8), weakness(9))),
        "doubtful",
        "ตัวชี้วัดที่ 8",
        "many_chosen",
    ),
    Case(
        "chosen_indicator",
        "nothing is weak: that of the measure",
        _strong(_linked("document")),
        "found",
        f"{PUBLISHING} → ตัวชี้วัดที่ 7",
        "upheld",
    ),
    Case(
        "chosen_indicator",
        "nothing is weak: those of the measures",
        _strong(measure(answers=(7, 8))),
        "doubtful",
        f"{PUBLISHING} → ตัวชี้วัดที่ 7",
        "many_chosen",
    ),
    Case("chosen_indicator", "none", EMPTY, "missing", "", "no_analysis"),
    Case(
        "theme_state_property",
        "in the analysis",
        report(weaknesses=(replace(weakness(4), text="การใช้ทรัพย์สินของราชการ"),)),
        "found",
        "การใช้ทรัพย์สินของราชการ",
    ),
    Case(
        "theme_state_property",
        "in what no field took",
        replace(EMPTY, unread=(Unread(Place(paragraph=2), "บทนำ\nด้านการใช้ทรัพย์สินของทางราชการ"),)),
        "found",
        "ด้านการใช้ทรัพย์สินของทางราชการ",
    ),
    Case(
        "theme_state_property",
        "in the plan alone",
        _plan(measure("มาตรการดูแลทรัพย์สินของราชการ")),
        "doubtful",
        "มาตรการดูแลทรัพย์สินของราชการ",
        "only_in_plan",
    ),
    Case("theme_state_property", "nowhere", _plan(measure()), "missing", "", "not_mentioned"),
    Case(
        "theme_budget_procurement",
        "the fiscal year is no budget",
        replace(EMPTY, unread=(Unread(Place(paragraph=1), "ประจำปีงบประมาณ พ.ศ. 2567"),)),
        "missing",
        "",
        "not_mentioned",
    ),
    Case(
        "theme_budget_procurement",
        "the budget of the fiscal year",
        replace(EMPTY, unread=(Unread(Place(paragraph=1), "การใช้จ่ายงบประมาณประจำปีงบประมาณ 2567"),)),
        "found",
        "การใช้จ่ายงบประมาณประจำปีงบประมาณ 2567",
    ),
    Case("traceable_to_plan", "each is reported", _told(row()), "found", PUBLISHING, "each_reported"),
    Case(
        "traceable_to_plan",
        "one is left out",
        report(measures=(measure(), measure(DISCRETION)), rows=(row(),)),
        "missing",
        "",
        "without_result",
    ),
    Case("traceable_to_plan", "one too many", _told(row(), row(DISCRETION)), "doubtful", DISCRETION, "not_in_plan"),
    Case("traceable_to_plan", "no plan", report(rows=(row(),)), "doubtful", PUBLISHING, "no_plan_beside"),
    Case("traceable_to_plan", "no results", _plan(measure()), "missing", "", "no_results"),
    Case("concrete_action", "a number", _told(row(detail=WORK)), "found", WORK),
    Case("concrete_action", "a day", _told(row(detail="เผยแพร่ 7 ม.ค. 2564")), "found", "เผยแพร่ 7 ม.ค. 2564"),
    Case("concrete_action", "words alone", _told(row(detail="ประชุมแล้ว")), "doubtful", "ประชุมแล้ว", "vague"),
    Case(
        "concrete_action",
        "the words of the plan",
        report(measures=(_with(steps=("ประชุม 2 ครั้ง",)),), rows=(row(detail="ประชุม ๒ ครั้ง"),)),
        "doubtful",
        "ประชุม ๒ ครั้ง",
        "like_plan",
    ),
    Case("concrete_action", "no work told", _told(row()), "missing", "", "no_results"),
    Case("current_fiscal_year", "a day in it", _told(row(detail="7 มกราคม 2564")), "found", "7 มกราคม 2564"),
    Case("current_fiscal_year", "a span in it", _told(row(period="ปีงบประมาณ 2564")), "found", "ปีงบประมาณ 2564"),
    Case(
        "current_fiscal_year",
        "a day before it",
        _told(row(period="ปีงบประมาณ 2564", note="7 มกราคม 2563")),
        "doubtful",
        "7 มกราคม 2563",
        "day_outside",
    ),
    Case(
        "current_fiscal_year",
        "a span before it",
        _told(row(period="ปีงบประมาณ 2563")),
        "doubtful",
        "ปีงบประมาณ 2563",
        "day_outside",
    ),
    Case("current_fiscal_year", "no day", _told(row(detail="ประชุมแล้ว")), "doubtful", "ประชุมแล้ว", "no_day"),
    Case("current_fiscal_year", "no results", EMPTY, "missing", "", "no_results"),
    Case("prior_year_measures", "of its plan", _told(row()), "found", PUBLISHING),
    Case("prior_year_measures", "of another", _told(row(DISCRETION)), "missing", DISCRETION, "not_of_own_plan"),
    Case("prior_year_measures", "no plan", report(rows=(row(),)), "doubtful", PUBLISHING, "no_plan_beside"),
    Case("prior_year_measures", "no results", EMPTY, "missing", "", "no_results"),
    Case("result", "an outcome", _told(row(detail=WORK, outcome="ลดลงครึ่งหนึ่ง")), "found", "ลดลงครึ่งหนึ่ง"),
    Case("result", "only work", _told(row(detail=WORK)), "found", WORK),
    Case("result", "nothing", _told(row()), "missing", "", "no_results"),
    Case("published_on_own_website", "it opened", EMPTY, "found", URL, "opened", looked()),
    Case("published_on_own_website", "it did not", EMPTY, "doubtful", URL, "not_opened", looked("gone")),
    Case("published_on_own_website", "nobody looked", EMPTY, "doubtful", URL, "not_looked_at", looked(None)),
    Case("published_on_own_website", "elsewhere", EMPTY, "doubtful", URL, "off_site", looked(is_off_site=True)),
    Case("published_on_own_website", "no own site", EMPTY, "doubtful", URL, "site_unknown", looked(is_off_site=None)),
    Case("published_on_own_website", "another paper", EMPTY, "doubtful", "", "no_link", looked(title="ภาพกิจกรรม")),
    Case("published_on_own_website", "the other document", EMPTY, "doubtful", "", "no_link", looked(title="บทวิเคราะห์")),
    Case("published_on_own_website", "nothing cited", EMPTY, "doubtful", "", "no_link"),
]
