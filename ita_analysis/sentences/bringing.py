"""What was read from a score sheet and what became of it: how much, in which form, and where the totals differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ita_analysis.results import Result, ScoreSheet, SheetFinding
from ita_analysis.sentences.parts import SEPARATOR, Fact, listed
from ita_analysis.store.results import StoredSheet
from ita_analysis.texts import say, say_count, say_some

_ORDER = {"high": 0, "medium": 1, "low": 2}


def title(sheet: ScoreSheet) -> str:
    """Return whose results a sheet holds, and of which years."""
    names = list(dict.fromkeys(each.agency.name for each in sheet.results))
    years = sorted({each.fiscal_year_be for each in sheet.results})
    who = names[0] if len(names) == 1 else say_count("bring_in.sheet.agencies", len(names))
    return SEPARATOR.join([who, *(say("head.year", year=year) for year in years[:3]), *(["…"] if years[3:] else [])])


def facts(sheet: ScoreSheet) -> Iterator[Fact]:
    """Yield how much was read: agencies, years, scores with the form of the instruments, findings."""
    agencies = {(each.agency.name, each.agency.province) for each in sheet.results}
    yield _count("agencies", len(agencies))
    years = sorted({each.fiscal_year_be for each in sheet.results})
    words = listed([str(year) for year in years]) if years else say("missing")
    yield Fact(say("bring_in.sheet.fact.years"), words, is_missing=not years, is_warning=not years)
    form = say(f"bring_in.sheet.form.{sheet.form}") if sheet.form else ""
    yield _count("scores", len(sheet.scores), form)
    grave = sum(each.severity == "high" for each in sheet.findings)
    note = say("bring_in.sheet.fact.grave", count=grave) if grave else ""
    yield Fact(say("bring_in.sheet.fact.findings"), f"{len(sheet.findings):,}", note=note, is_warning=bool(grave))


def ordered(findings: Sequence[SheetFinding]) -> list[SheetFinding]:
    """Return the findings, the grave ones first; those of a kind stay in the order of the sheet."""
    return sorted(findings, key=lambda each: _ORDER[each.severity])


def refusal(sheet: ScoreSheet) -> str:
    """Return why a sheet cannot be stored yet, or no words where it can."""
    grave = sum(each.severity == "high" for each in sheet.findings)
    if grave:
        return say_some("bring_in.sheet.grave", grave)
    return "" if len(sheet.scores) else say("bring_in.sheet.nothing")


def difference(result: Result) -> Decimal | None:
    """Return by how much the printed total lies above the computed one, None where one of them is missing or equal."""
    if result.total_printed is None or result.total_computed is None:
        return None
    return (result.total_printed - result.total_computed) or None


def is_other_grade(result: Result) -> bool:
    """Return whether the sheet prints another level than its scores give."""
    return None not in (result.grade_printed, result.grade_computed) and result.grade_printed != result.grade_computed


def results_line(sheet: ScoreSheet) -> str:
    """Return of how many results totals are printed, computed, and different."""
    counts = {
        "count": len(sheet.results),
        "printed": sum(each.total_printed is not None for each in sheet.results),
        "computed": sum(each.total_computed is not None for each in sheet.results),
        "different": sum(difference(each) is not None for each in sheet.results),
    }
    return say("bring_in.sheet.counts", **counts)


def stored_lines(stored: StoredSheet, sheet: ScoreSheet) -> Iterator[str]:
    """Yield what became of a sheet: how many results and scores were stored, and how many scores they replaced."""
    yield say("bring_in.sheet.stored", count=len(sheet.results), scores=len(sheet.scores), number=stored.source_id)
    yield say_count("scores.replaced", stored.replaced_count)


def _count(name: str, count: int, note: str = "") -> Fact:
    return Fact(say(f"bring_in.sheet.fact.{name}"), f"{count:,}", note=note, is_warning=not count)
