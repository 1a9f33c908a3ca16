"""What a document cannot carry of a report, taken out of it in so many words; all else has to come back as it was.

Each function is one such thing, and `docs/decisions.md` (61) says why.
"""

from __future__ import annotations

from dataclasses import replace

from ita_analysis.documents.docx_file.words import readable
from ita_analysis.intake import cells
from ita_analysis.intake.document import BULLET, Cell
from ita_analysis.intake.indicators import linked
from ita_analysis.records import IndicatorLink, Measure, Progress, Report, Signatory
from ita_analysis.store.worded import is_said
from ita_analysis.thai.dates import dates_in
from ita_analysis.thai.text import clean, flat, to_thai
from ita_analysis.vocabulary import pattern
from tests.documents.told import RULES

ROLES = ["ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้อนุมัติ"]


def lines(text: str | None) -> list[str]:
    """A text is its lines, in one spelling, without what XML cannot hold and without a bullet that begins a line."""
    told = [clean(flat(clean(line)).removeprefix(BULLET)) for line in readable(text or "").split("\n")]
    return [flat(line) for line in told if is_said(flat(line))]


def words(text: str | None) -> str | None:
    """Words that say nothing ("-", "none") are none."""
    whole = "\n".join(lines(text))
    return None if cells.is_nothing(whole) else whole


def items(texts: tuple[str, ...], *, are_numbered: bool = False) -> tuple[str, ...]:
    """An item of a list stands on one line; only where we number several, a bullet or number of its own stays."""
    said = [flat(readable(text)) for text in texts if is_said(text)]
    found = said if are_numbered and len(said) > 1 else [cells.without_marker(BULLET + text) for text in said if text]
    return tuple(item for item in found if not cells.is_nothing(item))


def plan(measure: Measure, *, is_read: bool) -> Measure:
    """A link has the document's word, a guess by the title is made anew; a follow-up names the rounds it is for."""
    told = clean(readable(measure.title))
    title = cells.title(Cell((told,))) or ""
    follow_up = words(measure.follow_up)
    named = cells.rounds(measure.follow_up or "")
    if not is_read and not set(measure.rounds_months) <= set(named):
        rounds = " และ".join(f"รอบ {to_thai(str(months))} เดือน" for months in measure.rounds_months)
        follow_up = "\n".join(filter(None, (follow_up, f"รายงานผล{rounds}")))
    links = {link.no for link in measure.indicators if link.basis != "wording"} | {x.no for x in linked(title, RULES)}
    return Measure(
        title=title,
        guidelines=measure.guidelines if is_read else items(measure.guidelines),
        steps=measure.steps if is_read else items(measure.steps, are_numbered=True),
        responsible=words(measure.responsible),
        rounds_months=tuple(sorted({*measure.rounds_months, *cells.rounds(follow_up or "")})),
        indicators=tuple(IndicatorLink(no, "document") for no in sorted(links)),
        follow_up=follow_up,
        timeframe=words(measure.timeframe),
        budget=words(measure.budget),
        success_indicator=words(measure.success_indicator),
    )


def result(shown: Progress) -> Progress:
    """A line of the note that says it is evidence or a status is one; stated days are those of the words."""
    told = {name: words(getattr(shown, name)) for name in ("detail", "output", "outcome", "note", "evidence", "status")}
    notes: list[str] = []
    more: dict[str, list[str]] = {name: lines(told[name]) for name in ("status", "evidence")}
    for line in lines(told["note"]):
        found = [(name, match) for name in more if (match := pattern("cell", f"{name}_line").match(line))]
        if found:
            more[found[0][0]].insert(0, found[0][1]["words"])
        else:
            notes.append(line)
    told |= {name: "\n".join(said) or None for name, said in {**more, "note": notes}.items()}
    said = "\n".join(text for text in told.values() if text)
    title = cells.title(Cell((clean(readable(shown.measure)),))) or ""
    return Progress(title, period=shown.period, stated_on=dates_in(said), **told)


def people(report: Report) -> tuple[Signatory, ...]:
    """An empty place to sign is nobody; the places stand in the official order."""
    named = [Signatory(each.role, each.name, each.position) for each in report.signatories if each.name]
    return tuple(sorted(named, key=lambda each: ROLES.index(str(each.role))))


def carried(report: Report, *, is_read: bool = False) -> Report:
    """Return a report as a document carries it; urgent points come first, places in a source are another file's."""
    shown = dict.fromkeys(map(result, report.progress))
    nothing = dict.fromkeys(("detail", "output", "outcome", "note", "evidence", "status"))
    weak = sorted(report.weaknesses, key=lambda each: each.kind != "urgent")
    return Report(
        report.agency,
        report.fiscal_year_be,
        report.round_months,
        report.prior_fiscal_year_be,
        weaknesses=tuple(replace(each, place=type(each.place)(), confidence="sure", quote="") for each in weak),
        measures=tuple(plan(each, is_read=is_read) for each in report.measures),
        progress=tuple(each for each in shown if each.period or replace(each, **nothing) != each),
        signatories=people(report),
    )
