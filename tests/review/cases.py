"""For every rule: the smallest reports that trip it, and the nearest ones that must not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ita_analysis.records import Agency, Finding, NoneStated, Place, Progress, Report, Unread
from ita_analysis.review import ALONE, BESIDE_RULES, RULES, Beside, Look
from tests.review.reports import (
    AGENCY,
    DISCRETION,
    EMPTY,
    LABELS,
    PUBLISHING,
    measure,
    report,
    row,
    signed,
    spelled,
    weakness,
)

HALF_YEAR = "เดือนตุลาคม ๒๕๖๓ ถึงเดือน มีนาคม ๒๕๖๔"
UNFINISHED = "วิเคราะห์และบริหารความเสี่ยงเกี่ยวกับการใช้ดุลพินิจของผู้ปฏิบัติงาน และกำหนดระบบ"
PAGE = "https://www.thungdee.go.th/news/12"
WORK = "จัดประชุมชี้แจงผู้นำชุมชนและเผยแพร่มาตรการบนเว็บไซต์"
SPELLED, MISSPELLED = Agency("องค์การบริหารส่วนตำบลทุ่งดี", "เมือง", "ตราด"), "องค์กรบริหารส่วนตำบลทุ่งดี"
FINISHED = UNFINISHED + "ป้องกันความเสี่ยง"


@dataclass(frozen=True)
class Case:
    """One report for one rule; `quotes` are the words it must point at, none where it must be silent."""

    rule: str
    name: str
    report: Report
    quotes: tuple[str, ...] = ()
    beside: Beside = ALONE

    def __str__(self) -> str:
        """Return the name of the case in the list of tests."""
        return f"{self.rule}: {self.name}"


def _published(words: str, *, period: str | None = None, months: int | None = None) -> Report:
    shown = row(detail=f"เผยแพร่เมื่อวันที่ {words} บนเว็บไซต์", period=period)
    return report(rows=(replace(shown, round_months=months),))


def _planned(*rounds: int, **texts: str) -> Report:
    return report(measures=(measure(rounds=rounds),), rows=(row(**texts),))


def _advised(*texts: str) -> Report:
    return report(measures=(replace(measure(), guidelines=texts),))


def _round(months: int, **texts: str) -> Progress:
    return replace(row(**texts), round_months=months)


def _planned_by(responsible: str | None, owner: str | None = None) -> Report:
    planned = replace(measure(), responsible=responsible)
    return report(measures=(planned,), rows=(replace(row(detail="จัดทำแล้ว"), owner=owner),))


def _last_year(**texts: str) -> Beside:
    return Beside(last_year=replace(report(rows=(row(DISCRETION, **texts),)), fiscal_year_be=2563))


def _looked(state: str | None, **about: object) -> Beside:
    look = Look(PUBLISHING, "ประกาศมาตรการ", PAGE, Place(table=2, row=3), state, date(2021, 3, 1))
    return Beside(looks=(replace(look, **about),))  # type: ignore[arg-type]


TRIPS = [
    Case(
        "date_outside_round",
        "a year too early",
        _published("๗ เดือน มกราคม พ.ศ. ๒๕๖๓"),
        ("๗ เดือน มกราคม พ.ศ. ๒๕๖๓",),
    ),
    Case("date_outside_round", "a day too late", _published("1 เมษายน 2564"), ("1 เมษายน 2564",)),
    Case("date_outside_round", "a day too early", _published("30 ก.ย. 2563"), ("30 ก.ย. 2563",)),
    Case(
        "date_outside_round",
        "within the round, outside the period of its row",
        _published("7 มกราคม 2564", period="ตุลาคม - ธันวาคม 2563"),
        ("7 มกราคม 2564",),
    ),
    Case(
        "date_outside_round",
        "within the report's round, outside that of its row",
        _published("7 มกราคม 2564", months=3),
        ("7 มกราคม 2564",),
    ),
    Case(
        "date_outside_round",
        "two dates, both outside",
        report(rows=(row(detail="7 มกราคม 2563", evidence="8 มกราคม 2563"),)),
        ("7 มกราคม 2563", "8 มกราคม 2563"),
    ),
    Case(
        "period_outside_year",
        "the year before",
        report(rows=(row(period="ตุลาคม 2562 - มีนาคม 2563"),)),
        ("ตุลาคม 2562 - มีนาคม 2563",),
    ),
    Case(
        "period_outside_year",
        "starts one day early",
        report(rows=(row(period="30 กันยายน 2563 - 31 มีนาคม 2564"),)),
        ("30 กันยายน 2563 - 31 มีนาคม 2564",),
    ),
    Case(
        "outcome_is_output",
        "a report in the outcome column",
        report(rows=(row(outcome="รายงานผลการดำเนินงานตามมาตรการ -รอบ ๖ เดือน"),)),
        ("รายงานผลการดำเนินงานตามมาตรการ -รอบ ๖ เดือน",),
    ),
    Case("outcome_is_output", "an order", report(rows=(row(outcome="- มีคำสั่งแต่งตั้ง"),)), ("- มีคำสั่งแต่งตั้ง",)),
    Case("outcome_is_output", "a manual", report(rows=(row(outcome="จัดทำคู่มือ"),)), ("จัดทำคู่มือ",)),
    Case(
        "outcome_is_output",
        "behind a number",
        report(rows=(row(outcome="๑. คู่มือการให้บริการ"),)),
        ("๑. คู่มือการให้บริการ",),
    ),
    Case("output_repeats_title", "word for word", report(rows=(row(output=PUBLISHING),)), (PUBLISHING,)),
    Case(
        "output_repeats_title",
        "but for spaces",
        report(rows=(row(output="มาตรการเผยแพร่ข้อมูล ต่อสาธารณะ"),)),
        ("มาตรการเผยแพร่ข้อมูล ต่อสาธารณะ",),
    ),
    Case(
        "output_missing",
        "work, and nothing it made",
        report(rows=(row(detail="จัดทำมาตรการแล้ว"),)),
        (PUBLISHING,),
    ),
    Case(
        "outcome_missing",
        "work, and nothing that changed by it",
        report(rows=(row(detail="จัดทำมาตรการแล้ว", output="ประกาศ ๑ ฉบับ"),)),
        (PUBLISHING,),
    ),
    Case("outcome_missing", "an output alone", report(rows=(row(output="ประกาศ ๑ ฉบับ"),)), (PUBLISHING,)),
    Case(
        "round_not_in_plan",
        "3 months, planned 6 and 12",
        _planned(6, 12, output="สรุปผล รอบ ๓ เดือน"),
        ("รอบ ๓ เดือน",),
    ),
    Case("round_not_in_plan", "in a note", _planned(6, 12, note="รอบ 9 เดือน"), ("รอบ 9 เดือน",)),
    Case(
        "agency_spelled_two_ways",
        "its right name and another",
        report(spellings=spelled(AGENCY.name, "เทศบาลตำบลทุ่งดีๆ")),
        ("เทศบาลตำบลทุ่งดีๆ",),
    ),
    *(
        Case("agency_misspelled", name, replace(_told, agency=SPELLED), quotes)
        for name, _told, quotes in (
            ("in a result", report(rows=(row(output=f"ประกาศของ{MISSPELLED}"),)), (MISSPELLED,)),
            ("in two cells", report(rows=(row(detail=MISSPELLED, note=MISSPELLED),)), (MISSPELLED, MISSPELLED)),
            ("before a blank", report(rows=(row(note="องค์กรบริหารส่วนตำบล ทุ่งดี"),)), ("องค์กรบริหารส่วนตำบล ทุ่งดี",)),
            ("in a guideline and in a step", _advised("ประชุม", MISSPELLED), (MISSPELLED,)),
        )
    ),
    Case("cut_off_text", "a guideline", _advised(UNFINISHED), (UNFINISHED,)),
    Case(
        "cut_off_text",
        "a step",
        report(measures=(replace(measure(), steps=("แจ้งผลการพิจารณาให้ผู้ร้องทราบ ตลอดจน",)),)),
        ("แจ้งผลการพิจารณาให้ผู้ร้องทราบ ตลอดจน",),
    ),
    Case("cut_off_text", "a result", report(rows=(row(detail="ประชุมชี้แจงเพื่อให้"),)), ("ประชุมชี้แจงเพื่อให้",)),
    Case("missing_approver", "nobody signs", EMPTY, ("",)),
    Case(
        "missing_approver",
        "only its author signs",
        report(signatories=(signed("ผู้จัดทำ"),)),
        ("ผู้จัดทำ นางสาวดี งามตา",),
    ),
    Case(
        "missing_approver",
        "the approver's line is empty",
        report(signatories=(signed("ผู้อนุมัติ", None),)),
        ("",),
    ),
    Case(
        "weak_indicator_without_measure",
        "the measure answers another",
        report(weaknesses=(weakness(8),), measures=(measure(answers=(7,)),)),
        ("ตัวชี้วัดที่ 8",),
    ),
    Case(
        "weak_indicator_without_measure",
        "no measures at all",
        report(weaknesses=(weakness(7), weakness(8))),
        ("ตัวชี้วัดที่ 7", "ตัวชี้วัดที่ 8"),
    ),
    Case(
        "measure_without_weak_indicator",
        "it answers one that is not weak",
        report(weaknesses=(weakness(7),), measures=(measure(DISCRETION, answers=(3,)),)),
        (DISCRETION,),
    ),
    Case(
        "measure_without_weak_indicator",
        "it answers none",
        report(weaknesses=(weakness(7),), measures=(measure(DISCRETION),)),
        (DISCRETION,),
    ),
    Case(
        "urgent_weakness_not_stated",
        "only points to develop",
        report(weaknesses=(weakness(7), weakness(8))),
        ("ตัวชี้วัดที่ 7, ตัวชี้วัดที่ 8",),
    ),
    Case(
        "measure_without_result",
        "the other measure has one",
        report(measures=(measure(), measure(DISCRETION)), rows=(row(),)),
        (DISCRETION,),
    ),
    Case(
        "result_without_measure",
        "the plan has another",
        report(measures=(measure(DISCRETION),), rows=(row(),)),
        (PUBLISHING,),
    ),
    Case(
        "row_repeated",
        "a row that stood there before",
        replace(EMPTY, repeated=(Unread(Place(table=2, row=4), PUBLISHING),)),
        (PUBLISHING,),
    ),
    Case(
        "measure_without_result",
        "it has one in another round",
        report(
            measures=(measure(rounds=(6, 12)), measure(DISCRETION, rounds=(6, 12))),
            rows=(_round(6), replace(row(DISCRETION), round_months=6), _round(12)),
        ),
        (DISCRETION,),
    ),
    Case("round_without_unit", "neither plan nor result names one", _planned_by(None), (PUBLISHING,)),
    Case("round_without_unit", "the plan's cell is blank", _planned_by(""), (PUBLISHING,)),
    Case(
        "copied_from_last_round",
        "detail and outcome, but for spaces and digits",
        report(rows=(_round(6, detail=f"{WORK} ๒ ครั้ง", outcome=WORK), _round(12, detail=f"{WORK} 2ครั้ง", outcome=WORK))),
        (f"{WORK} 2ครั้ง", WORK),
    ),
    Case(
        "copied_from_last_round",
        "from an earlier one than the last",
        report(rows=(_round(3, detail=WORK), _round(6, detail="จัดทำแล้ว"), _round(9, detail=WORK))),
        (WORK,),
    ),
    Case(
        "copied_from_last_year",
        "of another measure",
        report(rows=(row(detail=WORK),)),
        (WORK,),
        _last_year(detail=WORK),
    ),
    Case("percent_without_base", "in words", report(rows=(row(outcome="ประชาชนพอใจ ร้อยละ ๘๕.๕"),)), ("ร้อยละ ๘๕.๕",)),
    Case("percent_without_base", "as a sign", report(rows=(row(output="ทำได้ 90% ของแผน"),)), ("90%",)),
    Case("percent_without_base", "all of it", report(rows=(row(note="ครบ 100 เปอร์เซ็นต์"),)), ("100 เปอร์เซ็นต์",)),
    Case("mixed_eras", "beside a month", report(rows=(row(note="ประชุมเมื่อ 7 มกราคม 2021"),)), ("มกราคม 2021",)),
    Case("mixed_eras", "by its name", report(rows=(row(detail="ตั้งแต่ ค.ศ. ๒๐๒๑"),)), ("ค.ศ. ๒๐๒๑",)),
    Case("mixed_eras", "in numbers", report(rows=(row(output="ลงวันที่ 7/1/2021"),)), ("7/1/2021",)),
    Case("evidence_link_dead", "gone", EMPTY, (PAGE,), _looked("gone")),
    Case("evidence_link_dead", "asks for a password", EMPTY, (PAGE,), _looked("refused")),
    Case("evidence_link_off_site", "no reason given", EMPTY, (PAGE,), _looked(None, is_off_site=True)),
]

PASSES = [
    Case("date_outside_round", "within the round", _published("๗ เดือน มกราคม พ.ศ. ๒๕๖๔")),
    Case("date_outside_round", "on its last day", _published("31 มีนาคม 2564")),
    Case("date_outside_round", "on its first day", _published("1 ต.ค. 2563")),
    Case("date_outside_round", "its row is of a longer round", _published("1 เมษายน 2564", months=12)),
    Case(
        "date_outside_round",
        "within the period of its row",
        _published("1 เมษายน 2564", period="ปีงบประมาณ 2564"),
    ),
    Case("date_outside_round", "no round is known", replace(_published("7 มกราคม 2563"), round_months=None)),
    Case("period_outside_year", "half of the year", report(rows=(row(period=HALF_YEAR),))),
    Case("period_outside_year", "the whole year", report(rows=(row(period="ปีงบประมาณ พ.ศ. ๒๕๖๔"),))),
    Case("period_outside_year", "no period", report(rows=(row(),))),
    Case(
        "outcome_is_output",
        "a change, the paper only named",
        report(rows=(row(outcome="การใช้ดุลพินิจเป็นไปตามคู่มือการปฏิบัติงานอย่างเคร่งครัด"),)),
    ),
    Case(
        "outcome_is_output",
        "the report stands in the output",
        report(rows=(row(output="รายงานผลการดำเนินงาน"),)),
    ),
    Case(
        "output_repeats_title",
        "the name and what was made",
        report(rows=(row(output=f"{PUBLISHING} จำนวน ๑ ฉบับ"),)),
    ),
    Case("output_repeats_title", "another measure's name", report(rows=(row(output=DISCRETION),))),
    Case("output_repeats_title", "no output", report(rows=(row(detail="จัดทำแล้ว"),))),
    Case("output_missing", "an output", report(rows=(row(detail="จัดทำมาตรการแล้ว", output="ประกาศ ๑ ฉบับ"),))),
    Case("output_missing", "no work yet either", report(rows=(row(),))),
    Case(
        "output_missing",
        "the table has no such column",
        report(rows=(replace(row(detail="จัดทำแล้ว"), columns={"detail": LABELS["detail"]}),)),
    ),
    Case("outcome_missing", "an outcome", report(rows=(row(detail="จัดทำแล้ว", outcome="เรื่องร้องเรียนลดลง"),))),
    Case("outcome_missing", "no work yet either", report(rows=(row(),))),
    Case(
        "outcome_missing",
        "the table has no such column",
        report(rows=(replace(row(detail="จัดทำแล้ว"), columns={"detail": LABELS["detail"]}),)),
    ),
    Case("round_not_in_plan", "a planned round", _planned(6, 12, output="สรุปผล รอบ ๖ เดือน")),
    Case("round_not_in_plan", "no round named", _planned(6, 12, output="สรุปผล ๓ ครั้ง ใน ๖ เดือน")),
    Case("round_not_in_plan", "the plan names no rounds", _planned(output="สรุปผล รอบ ๓ เดือน")),
    Case(
        "round_not_in_plan",
        "the plan names it for this measure, not for the other",
        report(
            measures=(measure(rounds=(3, 6)), measure(DISCRETION, rounds=(6, 12))),
            rows=(row(output="สรุปผล รอบ ๓ เดือน"),),
        ),
    ),
    Case("agency_spelled_two_ways", "one spelling", report(spellings=spelled(AGENCY.name))),
    Case("agency_spelled_two_ways", "no spelling noted", EMPTY),
    *(
        Case("agency_misspelled", name, replace(_told, agency=SPELLED))
        for name, _told in (
            ("its right name", report(rows=(row(output=f"ประกาศของ{SPELLED.name}"),))),
            ("its short name", report(rows=(row(output="ประกาศของ อบต.ทุ่งดี"),))),
            ("another agency", report(rows=(row(output="ประกาศขององค์กรบริหารส่วนตำบลทุ่งร้าย"),))),
            ("organisations in general", report(rows=(row(output="องค์กรบริหารส่วนตำบล"),))),
        )
    ),
    Case("agency_misspelled", "an agency of another kind", report(rows=(row(output=MISSPELLED),))),
    Case("cut_off_text", "the same guideline finished", _advised(FINISHED)),
    Case("cut_off_text", "a short heading", _advised("กำหนดมาตรการ")),
    Case("cut_off_text", "an unfinished note is no result", report(rows=(row(note="เพื่อให้"),))),
    Case("missing_approver", "the approver signs", report(signatories=(signed("ผู้จัดทำ"), signed("ผู้อนุมัติ")))),
    Case("missing_approver", "somebody consents", report(signatories=(signed("ผู้เห็นชอบ"),))),
    Case(
        "weak_indicator_without_measure",
        "a measure answers it among others",
        report(weaknesses=(weakness(8),), measures=(measure(answers=(7, 8)),)),
    ),
    Case(
        "measure_without_weak_indicator",
        "it answers a weak one among others",
        report(weaknesses=(weakness(7),), measures=(measure(answers=(3, 7)),)),
    ),
    Case("measure_without_weak_indicator", "no weakness stated", report(measures=(measure(answers=(3,)),))),
    Case("urgent_weakness_not_stated", "one is urgent", report(weaknesses=(weakness(8, "urgent"),))),
    Case(
        "urgent_weakness_not_stated",
        "it says that there is none",
        replace(report(weaknesses=(weakness(8),)), none_stated=(NoneStated("urgent", "ไม่มี"),)),
    ),
    Case("urgent_weakness_not_stated", "no analysis", EMPTY),
    Case(
        "measure_without_result",
        "each has one",
        report(measures=(measure(),), rows=(row("มาตรการ เผยแพร่ข้อมูลต่อสาธารณะ"),)),
    ),
    Case("measure_without_result", "a plan alone", report(measures=(measure(), measure(DISCRETION)))),
    Case(
        "result_without_measure",
        "the plan has it",
        report(measures=(measure(),), rows=(row("มาตรการเผยแพร่ข้อมูล ต่อสาธารณะ"),)),
    ),
    Case("row_repeated", "two rows of one measure that differ", report(rows=(row(), row(note="เพิ่มเติม")))),
    Case("round_without_unit", "the plan names one", _planned_by("สำนักปลัด")),
    Case("round_without_unit", "the result names one", _planned_by(None, "สำนักปลัด")),
    Case("round_without_unit", "its measure is in no plan", report(rows=(row(detail="จัดทำแล้ว"),))),
    Case("round_without_unit", "a plan alone", report(measures=(measure(),))),
    Case(
        "copied_from_last_round",
        "a word more",
        report(rows=(_round(6, detail=WORK), _round(12, detail=f"{WORK} และทบทวนแล้ว"))),
    ),
    Case(
        "copied_from_last_round", "two rows of one round", report(rows=(_round(6, detail=WORK), _round(6, detail=WORK)))
    ),
    Case(
        "copied_from_last_round",
        "words that are short",
        report(rows=(_round(6, detail="จัดทำแล้ว"), _round(12, detail="จัดทำแล้ว"))),
    ),
    Case(
        "copied_from_last_round",
        "the same paper as output",
        report(rows=(_round(6, output=WORK), _round(12, output=WORK))),
    ),
    Case(
        "copied_from_last_round",
        "the words of another measure",
        report(rows=(_round(6, detail=WORK), replace(row(DISCRETION, detail=WORK), round_months=12))),
    ),
    Case(
        "copied_from_last_year", "a word more", report(rows=(row(detail=f"{WORK} อีกครั้ง"),)), (), _last_year(detail=WORK)
    ),
    Case("copied_from_last_year", "no other year is known", report(rows=(row(detail=WORK),))),
    Case("percent_without_base", "of people", report(rows=(row(outcome="พอใจร้อยละ 85 จากผู้ตอบ 120 คน"),))),
    Case(
        "percent_without_base",
        "its base stands in the next cell",
        report(rows=(row(detail="ตอบได้ 148 เรื่อง จาก 163 เรื่อง", outcome="ทันกำหนดร้อยละ 91"),)),
    ),
    Case("percent_without_base", "no percentage", report(rows=(row(outcome="ลดลงครึ่งหนึ่ง"),))),
    Case("mixed_eras", "a count", report(rows=(row(output="แจก 2,021 ชุด เลขที่ 2021"),))),
    Case("mixed_eras", "within an address", report(rows=(row(note="https://a.go.th/7/1/2021/news"),))),
    Case("mixed_eras", "a year of the Buddhist era", report(rows=(row(note="7 มกราคม 2564"),))),
    Case("evidence_link_dead", "it opens", EMPTY, (), _looked("found")),
    Case("evidence_link_dead", "it opens elsewhere", EMPTY, (), _looked("moved")),
    Case("evidence_link_dead", "nobody looked yet", EMPTY, (), _looked(None)),
    Case("evidence_link_off_site", "on the own site", EMPTY, (), _looked("found", is_off_site=False)),
    Case("evidence_link_off_site", "the own site is not known", EMPTY, (), _looked("found")),
    Case(
        "evidence_link_off_site",
        "with a reason",
        EMPTY,
        (),
        _looked("found", is_off_site=True, other_host_reason="สภา"),
    ),
    Case(
        "measure_without_result",
        "to be reported in a later round alone",
        report(measures=(measure(), measure(DISCRETION, rounds=(12,))), rows=(row(),)),
    ),
]


def found_by(case: Case) -> list[Finding]:
    """Return what the rule of a case finds in its report and in what stands beside it."""
    if case.rule in RULES:
        return list(RULES[case.rule](case.report))
    return list(BESIDE_RULES[case.rule](case.report, case.beside))
