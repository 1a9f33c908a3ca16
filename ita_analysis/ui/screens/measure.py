"""One measure's part of the page: guidelines, steps, indicators, rounds, evidence, findings; each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import measures as sentences
from ita_analysis.sentences.origins import origin_of
from ita_analysis.sentences.rounds import latest_reported
from ita_analysis.store.checking import Found
from ita_analysis.texts import say, say_count
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import checked, choosing, cited, heads, judging, sources
from ita_analysis.ui.asking import AgencyYear, of_year, today
from ita_analysis.ui.finding_rows import finding_rows
from ita_analysis.ui.frame import is_open
from ita_analysis.ui.rendering import show_kept

_PAGE = "measures"
_MARKS = {"done": "done", "not_done": "not_started", "not_stated": "not_stated"}


def stated(year: AgencyYear) -> int | None:
    """Return the number of the measure that the address names, or None where it names none of this year's."""
    said = choosing.stated("measure") or ""
    numbers = {str(number) for number in of_year("measures", year)["measure_no"]}
    return int(said) if said in numbers else None


def show(year: AgencyYear, measure_no: int) -> None:
    """Show all that is known of one measure."""
    show_kept("head", _head, year, measure_no)
    show_kept("measure", _parts, year, measure_no)
    show_kept("cited", _cited, year, measure_no)
    cited.offer_files(_given(year, measure_no))
    show_kept("findings", _findings, year, measure_no)
    show_kept("source", _source, year, measure_no)


def _own(question: str, year: AgencyYear, measure_no: int) -> pd.DataFrame:
    found = of_year(question, year)
    return found[found["measure_no"] == measure_no]


def _found(year: AgencyYear, measure_no: int) -> list[Found]:
    return [each for each in checked.standing(year) if each.measure_no == measure_no]


def _row(year: AgencyYear, measure_no: int) -> Any:  # noqa: ANN401 - a row of an answer
    return next(rows_of(_own("measures", year, measure_no)))


def _head(year: AgencyYear, measure_no: int) -> Mapping[str, object]:
    row, rounds = _row(year, measure_no), _own("rounds", year, measure_no)
    headline = sentences.of_measure(row.title, rounds, len(_found(year, measure_no)), heads.text_of(row.responsible))
    return {"head": heads.head(_PAGE, year, headline)}


def _parts(year: AgencyYear, measure_no: int) -> Mapping[str, object]:
    row, rounds = _row(year, measure_no), _own("rounds", year, measure_no)
    links = judging.links(year)
    return {
        "back": heads.link(_PAGE, year),
        "history": heads.link("history", year, measure=measure_no) if is_open("history") else "",
        "place": origin_of(row),
        "cell": _cell(year, measure_no, f"measure-{measure_no}-title"),
        "follow_up": heads.text_of(row.follow_up),
        "guidelines": [each.words for each in rows_of(_own("guidelines", year, measure_no))],
        "guidelines_cell": _cell(year, measure_no, f"measure-{measure_no}-guidelines"),
        "steps": list(_steps(year, measure_no)),
        "months": latest_reported(rounds),
        "answers": [_answer(year, link) for link in rows_of(links[links["measure_no"] == measure_no])],
        "coverage": heads.link("coverage", year),
        "rounds": list(_rounds(year, measure_no)),
        "dates": list(_dates(year, measure_no)),
    }


def _steps(year: AgencyYear, measure_no: int) -> Iterator[dict[str, Any]]:
    """Yield each step with its state in the latest reported round and the sentence that this rests on."""
    months = latest_reported(_own("rounds", year, measure_no))
    for number, group in _own("steps", year, measure_no).groupby("step_no"):
        judged = group[group["round_months"] == months] if months else group.iloc[:0]
        state = str(judged["state"].iloc[0]) if len(judged) else "not_stated"
        yield {
            "number": number,
            "words": group["words"].iloc[0],
            "mark": _MARKS[state],
            "state": say(f"step.{state}"),
            "reason": heads.reason_of(judged.iloc[0]) if len(judged) else say("rounds.not_judged"),
        }


def _answer(year: AgencyYear, link: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    return {
        "name": f"{link.indicator_no} {heads.text_of(link.short_name_th) or ''}",
        "href": heads.link("weaknesses", year, indicator=link.indicator_no),
        "is_weak": link.is_weak,
        "basis": link.basis,
        "reason": link.reason,
    }


def _rounds(year: AgencyYear, measure_no: int) -> Iterator[dict[str, Any]]:
    results = _own("results", year, measure_no)
    for months, state in _own("rounds", year, measure_no).groupby("round_months"):
        own = results[results["round_months"] == months]
        yield {
            "months": months,
            "lines": list(heads.round_lines(state, today())),
            "results": [_result(year, row) for row in rows_of(own)],
        }


def _result(year: AgencyYear, row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    words = {name: heads.text_of(getattr(row, name)) for name in ("detail", "output", "outcome", "note")}
    start = f"result-{row.measure_no}-{row.round_months}"
    cells = {f"{name}_cell": _cell(year, row.measure_no, f"{start}-{name}") for name in words}
    period = ""
    if not pd.isna(row.period_start) and not pd.isna(row.period_end):
        period = say("bring_in.period", start=long_date(row.period_start), end=long_date(row.period_end))
    evidence = heads.text_of(row.evidence_words)
    return {**words, **cells, "period": period, "evidence": evidence, "place": origin_of(row)}


def _dates(year: AgencyYear, measure_no: int) -> Iterator[dict[str, Any]]:
    for row in rows_of(cited.shown(_own("evidence", year, measure_no))):
        is_dated = not pd.isna(row.stated_on)
        yield {
            "months": row.round_months,
            "date": long_date(row.stated_on) if is_dated else say("missing"),
            "words": row.words,
            "mark": "no_data" if not is_dated else "done" if row.is_within_round else "develop",
            "state": heads.span_state(row),
            "href": _cell(year, measure_no, f"result-{measure_no}-{row.round_months}-detail"),
            "place": origin_of(row),
        }


def _given(year: AgencyYear, measure_no: int) -> pd.DataFrame:
    """Return the evidence that has an address or a file."""
    found = _own("cited", year, measure_no)
    return found[found["url"].notna() | found["sha256"].notna()]


def _cited(year: AgencyYear, measure_no: int) -> Mapping[str, object] | None:
    rows = [{**row, "head": row["round"]} for row in cited.rows(year, _given(year, measure_no))]
    return {"title": say("cited.of_measure"), "first": say("filter.round"), "rows": rows} if rows else None


def _findings(year: AgencyYear, measure_no: int) -> Mapping[str, object]:
    found = _found(year, measure_no)
    title = say_count("rounds.findings", len(found)) if len(found) else say("measures.found_none")
    return {"title": title, "rows": finding_rows(found, year, _PAGE, measure=measure_no)}


def _source(year: AgencyYear, measure_no: int) -> Mapping[str, object]:
    months = latest_reported(_own("rounds", year, measure_no))
    way = heads.way_to_source(year, _PAGE, measure=measure_no)
    return {"numbers": [sources.steps(year, way, months, measure_no), sources.coverage(year, way)]}


def _cell(year: AgencyYear, measure_no: int, cell: str) -> str:
    return heads.cell(heads.way_to_source(year, _PAGE, measure=measure_no), cell)
