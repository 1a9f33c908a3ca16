"""The screen of measures: what each one is, whose it is, how far it is, and what was found about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import measures as sentences
from ita_analysis.sentences.rounds import latest_reported
from ita_analysis.store.checking import Found
from ita_analysis.texts import say, say_count, say_some
from ita_analysis.ui import checked, choosing, heads, judging, sources
from ita_analysis.ui.asking import AgencyYear, of_year, today
from ita_analysis.ui.choosing import Filters
from ita_analysis.ui.finding_rows import finding_rows
from ita_analysis.ui.rendering import show, show_kept
from ita_analysis.ui.tables import MOST_READ, show_searchable

_PAGE = "measures"
STATUSES = ("done", "in_progress", "not_started", "no_data")


def show_head(year: AgencyYear) -> None:
    """Show how many measures answer a weakness, who owns them and how far they are."""
    show_kept("head", _head, year)


def choose(year: AgencyYear) -> Filters:
    """Return what the reader filters for: indicator, unit, round, status; all of it stands in the address."""
    return choosing.filters(offered(year), {"round": "filter.latest_round"})


def offered(year: AgencyYear) -> dict[str, tuple[list[str], choosing.Label]]:
    """Return what measures can be filtered by: the codes under each name, with their labels."""
    links, measures, rounds = judging.links(year), of_year("measures", year), of_year("rounds", year)
    indicators = judging.indicators(year)
    tiles = dict(zip(indicators["indicator_no"], indicators["tile_name_th"], strict=True))
    names = {str(no): tiles.get(no, "") for no in sorted(links["indicator_no"].unique())}
    return {
        "round": ([str(months) for months in sorted(rounds["round_months"].unique())], _round_label),
        "indicator": (list(names), lambda code: f"{code} {names[code]}"),
        "unit": (sorted(measures["responsible"].dropna().unique()), str),
        "status": (list(STATUSES), lambda code: say(f"status.{code}")),
    }


def passing(year: AgencyYear, wanted: Filters) -> pd.DataFrame:
    """Return the measures that pass the filters; the status is that of the round asked for, else of the latest one."""
    found, links, rounds = of_year("measures", year), judging.links(year), of_year("rounds", year)
    if wanted.indicator_no:
        linked = links[links["indicator_no"] == wanted.indicator_no]["measure_id"]
        found = found[found["measure_id"].isin(linked)]
    if wanted.unit:
        found = found[found["responsible"] == wanted.unit]
    if wanted.status:
        of_round = rounds[rounds["round_months"] == (months_shown(year, wanted) or 0)]
        found = found[found["measure_id"].isin(of_round[of_round["status"] == wanted.status]["measure_id"])]
    return found


def months_shown(year: AgencyYear, wanted: Filters) -> int | None:
    """Return the round that is shown: the one asked for, else the latest with a result."""
    return wanted.months or latest_reported(of_year("rounds", year))


def show_list(year: AgencyYear, wanted: Filters) -> None:
    """Show the measures that pass the filters, a row each."""
    show_kept("measures", _list, year, wanted)


def show_search(year: AgencyYear, wanted: Filters) -> None:
    """Show the same measures as a table to search and sort in, where they are too many to be read one by one."""
    count = len(passing(year, wanted))
    if count > MOST_READ:
        show("section", title=say("measures.search"), text=say("measures.search_why"))
        show_searchable("search_measures", _table, say_some("measures.search_alt", count), year, wanted)


def show_findings(year: AgencyYear, wanted: Filters) -> None:
    """Show what the rules found about the measures shown; without a filter all findings."""
    show_kept("findings", _findings, year, wanted)


def show_source(year: AgencyYear, wanted: Filters) -> None:
    """Say where the numbers of this screen come from."""
    show_kept("source", _source, year, wanted)


def findings_about(year: AgencyYear, wanted: Filters) -> tuple[Found, ...]:
    """Return the findings that nobody has dismissed about the measures that are left; without a filter all of them."""
    found = checked.standing(year)
    if wanted == Filters():
        return found
    shown = set(passing(year, wanted)["measure_no"])
    return tuple(each for each in found if each.measure_no in shown)


def _round_label(code: str) -> str:
    return say("filter.round_label", months=code)


def _head(year: AgencyYear) -> Mapping[str, object]:
    answers = (of_year("measures", year), judging.links(year), of_year("rounds", year))
    return {"head": heads.head(_PAGE, year, sentences.headline(*answers, len(checked.standing(year))))}


def _list(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    months = months_shown(year, wanted)
    return {
        "months": months,
        "rows": [_row(year, measure, months) for measure in rows_of(passing(year, wanted))],
        "is_filtered": wanted != Filters(),
    }


def _row(year: AgencyYear, measure: Any, months: int | None) -> dict[str, Any]:  # noqa: ANN401 - a row of an answer
    links, rounds = judging.links(year), of_year("rounds", year)
    own = links[links["measure_id"] == measure.measure_id]
    state = rounds[(rounds["measure_id"] == measure.measure_id) & (rounds["round_months"] == (months or 0))]
    return {
        "no": measure.measure_no,
        "title": measure.title,
        "href": heads.link(_PAGE, year, measure=measure.measure_no),
        "responsible": heads.text_of(measure.responsible),
        "is_aside": not own["is_weak"].any(),
        "answers": [
            {"no": link.indicator_no, "name": heads.text_of(link.short_name_th) or "", "basis": link.basis}
            for link in rows_of(own)
        ],
        "cell": cell(state),
        "step_count": measure.step_count,
        "found": sum(each.measure_no == measure.measure_no for each in checked.standing(year)),
    }


def _table(year: AgencyYear, wanted: Filters) -> pd.DataFrame:
    months = months_shown(year, wanted)
    rows = [_row(year, measure, months) for measure in rows_of(passing(year, wanted))]
    return pd.DataFrame(
        {
            say("column.no"): [row["no"] for row in rows],
            say("column.measure"): [row["title"] for row in rows],
            say("filter.unit"): [row["responsible"] or say("missing") for row in rows],
            say("column.answers"): [", ".join(str(answer["no"]) for answer in row["answers"]) for row in rows],
            say("step.done"): pd.array([_known(row["cell"]) for row in rows], dtype="Int64"),
            say("column.steps"): [row["step_count"] for row in rows],
            say("column.findings"): [row["found"] for row in rows],
        }
    )


def _known(cell: dict[str, Any]) -> int | None:
    """Return the steps done, or None where no result says anything about them."""
    return cell["done"] if cell["is_reported"] else None


def cell(state: pd.DataFrame) -> dict[str, Any]:
    """Return how far a measure is in a round: a square per step, then lines on result and dates."""
    counts = {name: int(state[f"{name}_count"].sum()) for name in ("done", "not_stated", "not_done", "step")}
    about = {name: counts[name] for name in ("done", "not_stated", "not_done")}
    return {
        **about,
        "step_count": counts["step"],
        "is_reported": bool(state["result_count"].sum()),
        "label": say("rounds.squares", **about),
        "lines": list(heads.round_lines(state, today())),
    }


def _findings(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    found = findings_about(year, wanted)
    return {
        "title": say_count("rounds.findings", len(found)),
        "rows": finding_rows(found, year, _PAGE, **vars(wanted)),
    }


def _source(year: AgencyYear, wanted: Filters) -> Mapping[str, object]:
    way = heads.way_to_source(year, _PAGE, **vars(wanted))
    months = months_shown(year, wanted)
    return {"numbers": [sources.steps(year, way, months), sources.coverage(year, way), *sources.rounds(year, way)]}
