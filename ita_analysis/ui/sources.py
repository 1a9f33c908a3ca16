"""The account each number gives of itself: its formula, what went into it, and the cell that it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.origins import origin_of, origin_of_score, place_of
from ita_analysis.sentences.weak import carried_words, weak_rows
from ita_analysis.sentences.weaknesses import rule_account
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui import judging
from ita_analysis.ui.asking import AgencyYear, ask, of_year
from ita_analysis.ui.heads import cell, reason_of
from ita_analysis.ui.score_places import code_of


@dataclass(frozen=True)
class Input:
    """What went into a number, with the way to the cell it was read from, where it was read from one."""

    words: str
    href: str = ""


@dataclass(frozen=True)
class Number:
    """A number's account; `code` is how the number itself points here."""

    code: str
    title: str
    formula: str
    inputs: tuple[Input, ...] = ()


def score(year: AgencyYear, way: str) -> Number:
    """Return the account of last year's total, with the way to the cell it was read from or the scores below it."""
    prior = year.prior_fiscal_year_be
    stored = ask("score_origins", year.agency_code, prior)
    inputs = tuple(_stated(row, way) for row in rows_of(stored[stored["level"].isin(("total", "instrument"))]))
    missing = (Input(say("source.score.missing", year=prior)),)
    return Number("score", say("source.score.title", year=prior), say("source.score.formula"), inputs or missing)


def coverage(year: AgencyYear, way: str) -> Number:
    """Return the account of covered weak indicators: each weak one and each link, with its cell in the report."""
    weak = weak_rows(judging.indicators(year))
    found = judging.links(year)
    measures = of_year("measures", year).set_index("measure_id")
    inputs = [_weak(row, way) for row in rows_of(weak)]
    for row in rows_of(found[found["is_weak"]]):
        measure = measures.loc[row.measure_id]
        about = {"no": row.indicator_no, "title": measure["title"], "basis": say(f"basis.{row.basis}")}
        address = cell(way, f"measure-{row.measure_no}-title")
        inputs.append(Input(say("source.coverage.link", place=origin_of(measure), **about), address))
    return Number("coverage", say("source.coverage.title"), say("source.coverage.formula"), tuple(inputs))


def rounds(year: AgencyYear, way: str) -> Iterator[Number]:
    """Yield the account of each round: its result rows, and the dates that its results state."""
    results, evidence = of_year("results", year), of_year("evidence", year)
    for round_row in rows_of(of_year("rounds", year).drop_duplicates("round_months").sort_values("round_months")):
        months = round_row.round_months
        inputs = [_result(row, way) for row in rows_of(results[results["round_months"] == months])]
        inputs += [_date(row, way) for row in rows_of(evidence[evidence["round_months"] == months])]
        span = {"start": long_date(round_row.starts_on), "end": long_date(round_row.ends_on)}
        yield Number(
            f"round-{months}",
            say("source.round.title", months=months),
            say("source.round.formula", **span),
            tuple(inputs) or (Input(say("source.round.none")),),
        )


def steps(year: AgencyYear, way: str, months: int | None, measure_no: int | None = None) -> Number:
    """Return the account of steps done in a round: each judged step, with the result row it was judged by."""
    found = of_year("steps", year)
    found = found[found["round_months"] == (months or 0)]
    if measure_no:
        found = found[found["measure_no"] == measure_no]
    measures = of_year("measures", year).set_index("measure_id")
    inputs = []
    for row in rows_of(found):
        measure = measures.loc[row.measure_id]
        about = {"title": measure["title"], "number": row.step_no, "state": say(f"step.{row.state}")}
        words = say("source.steps.step", place=reason_of(row), **about)
        inputs.append(Input(words, cell(way, f"result-{row.measure_no}-{int(row.round_months)}-detail")))
    return Number("steps", say("source.steps.title"), say("source.steps.formula"), tuple(inputs))


def worth(year: AgencyYear) -> Number:
    """Return the account of what plan and report are worth."""
    items = ask("items_of_measures", year.fiscal_year_be).dropna(subset=["item_worth"])
    words = [
        say("source.worth.item", code=row.item_code, worth=f"{float(row.item_worth):.2f}") for row in rows_of(items)
    ]
    return Number("worth", say("source.worth.title"), say("source.worth.formula"), tuple(map(Input, words)))


def context(year: AgencyYear) -> Number:
    """Return the account of published means, which are never the agency's own."""
    means = ask("means", year.prior_fiscal_year_be, year.province or "", say("context.nation"))
    words = [
        say("source.context.mean", scope=row.scope_th, score=f"{row.mean_score:.2f}", url=row.source_url)
        for row in rows_of(means)
    ]
    urls = judging.indicators(year)["province_mean_url"].dropna().unique()
    words += [say("source.context.province", province=year.province or "", url=url) for url in urls]
    return Number("context", say("source.context.title"), say("source.context.formula"), tuple(map(Input, words)))


def rule(year: AgencyYear) -> Number:
    """Return the account of the rule of weakness, and which rows of the framework are unsure."""
    confidence = judging.indicators(year)["framework_confidence"]
    unsure = [
        say("source.rule.unsure", confidence=say(f"confidence.{worst}"))
        for worst in confidence[confidence != "sure"].unique()
    ]
    return Number("rule", say("source.rule.title"), rule_account(judging.stated_rule(year)), tuple(map(Input, unsure)))


def _stated(row: Any, way: str) -> Input:  # noqa: ANN401 - a row of an answer
    name = "" if row.level == "total" else f"{row.code} "
    words = name + say("source.score.stated", score=f"{row.score:.2f}", place=origin_of_score(row))
    return Input(words, cell(way, code_of(row.level, row.code)))


def way_up(year: AgencyYear, way: str) -> Number:
    """Return the account of the way to the next grade: the bands, and each document's score with its cell."""
    prior = year.prior_fiscal_year_be
    stored = ask("score_origins", year.agency_code, prior)
    documents = stored[(stored["level"] == "item") & stored["code"].str.startswith("O")]
    inputs = [*map(_band, rows_of(ask("bands", prior))), *(_stated(row, way) for row in rows_of(documents))]
    return Number("way", say("page.way"), say("way.formula"), tuple(inputs))


def _band(row: Any) -> Input:  # noqa: ANN401 - a row of an answer
    about = {"grade": row.label_th, "cut": f"{row.min_total:g}", "confidence": say(f"confidence.{row.confidence}")}
    return Input(say("way.cut_off", **about))


def _weak(row: Any, way: str) -> Input:  # noqa: ANN401 - a row of an answer
    about = {"no": row.indicator_no, "name": row.short_name_th}
    if not pd.isna(row.carried_from):
        return Input(say("source.coverage.weak_carried", kind=carried_words(row), **about))
    if pd.isna(row.weakness_place):
        return Input(say("source.coverage.weak_by_score", score=f"{row.score:.2f}", **about))
    words = say("source.coverage.weak", place=place_of(row.weakness_place), **about)
    return Input(words, cell(way, f"weakness-{row.indicator_no}"))


def _result(row: Any, way: str) -> Input:  # noqa: ANN401 - a row of an answer
    words = say("source.round.row", title=row.title, place=origin_of(row))
    return Input(words, cell(way, f"result-{row.measure_no}-{row.round_months}-detail"))


def _date(row: Any, way: str) -> Input:  # noqa: ANN401 - a row of an answer
    day = say("rounds.no_date") if pd.isna(row.stated_on) else say("source.round.day", date=long_date(row.stated_on))
    words = say("source.round.date", day=day, title=row.title, place=origin_of(row))
    return Input(words, cell(way, f"result-{row.measure_no}-{row.round_months}-detail"))
