"""The tables of an agency's year about last year's result: indicators, weak ones, what is asked, origins of scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from ita_analysis.documents.facts import Facts
from ita_analysis.documents.tables import Chart, Sheet, sheet
from ita_analysis.documents.year.words import Said, captioned
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.completeness import document_name
from ita_analysis.sentences.origins import origin_of_score
from ita_analysis.sentences.weak import WEAK, carried_words, is_none_weak, weak_rows
from ita_analysis.texts import say

_FILLS = {"develop": "develop_mark", "no_data": "missing_mark"}
_NAME, _SCORE = 2, 3  # the columns of the indicators that the chart draws


def indicators(facts: Facts) -> Sheet:
    """Return a row per indicator of the assessed year: its score, what the rule makes of it, who calls it weak."""
    found = facts.indicators
    made = sheet(
        say("year_tables.indicators.name"),
        captioned("indicators", len(found), rule=_rule(facts), year=facts.prior),
        rows_of(found),
        (say("export.column.indicator_no"), "count", lambda row: row.indicator_no),
        (say("export.column.instrument"), "text", lambda row: row.instrument),
        (say("filter.indicator"), "text", lambda row: row.name_th),
        (say("column.score", year=facts.prior), "score", lambda row: row.score),
        (say("column.level"), "text", lambda row: say(f"level.{row.status}")),
        (say("weaknesses.is_lowest"), "text", lambda row: say("export.yes" if row.is_lowest else "export.no")),
        (say("year_tables.column.named_by"), "text", named_by),
        (say("export.column.measure_count"), "count", lambda row: row.measure_count),
    )
    return replace(made, chart=_scores(facts)) if found["score"].notna().any() else made


def weak(facts: Facts, said: Said) -> Sheet:
    """Return a row per weak indicator and measure that answers it; one that no measure answers says so."""
    found = weak_rows(facts.indicators)
    made = sheet(
        say("year_tables.weak.name"),
        _about_weak(facts),
        _answers(facts, found),
        (say("export.column.indicator_no"), "count", lambda row: row["indicator"].indicator_no),
        (say("filter.indicator"), "text", lambda row: row["indicator"].name_th),
        (say("column.score", year=facts.prior), "score", lambda row: row["indicator"].score),
        (say("column.level"), "text", lambda row: say(f"level.{row['indicator'].status}")),
        (say("year_tables.column.named_by"), "text", lambda row: named_by(row["indicator"])),
        (say("export.column.measure_no"), "count", lambda row: row["measure"].measure_no if row["measure"] else ""),
        (say("column.measure"), "text", lambda row: said(row["measure"].title) if row["measure"] else row["none"]),
        (say("coverage.who"), "text", lambda row: say(f"basis.{row['link'].basis}") if row["link"] else ""),
        (say("coverage.reason"), "text", lambda row: said(row["link"].reason) if row["link"] else ""),
    )
    return replace(made, widest=34)


def items(facts: Facts) -> Sheet:
    """Return a row per item that asks for the plan or the report, with its points of 100."""
    return sheet(
        say("year_tables.items.name"),
        captioned("items", len(facts.items), year=facts.fiscal_year_be),
        rows_of(facts.items),
        (say("column.item"), "text", lambda row: row.item_code),
        (say("filter.document"), "text", lambda row: document_name(row.kind, row.item_code)),
        (say("export.completeness.worth"), "score", lambda row: row.item_worth),
    )


def scores(facts: Facts) -> Sheet:
    """Return a row per score that is stored of the assessed year, and where it was read."""
    return sheet(
        say("year_tables.scores.name"),
        captioned("scores", len(facts.stored), year=facts.prior),
        rows_of(facts.stored),
        (say("year_tables.column.level"), "text", lambda row: say(f"year_tables.level.{row.level}")),
        (say("year_tables.column.code"), "text", lambda row: "" if row.level == "total" else row.code),
        (say("score_origin.score"), "score", lambda row: row.score),
        (say("score_origin.kind"), "text", lambda row: say(f"source.score_kind.{row.source}")),
        (say("year_tables.column.place"), "text", origin_of_score),
        (say("score_origin.stored"), "date", lambda row: row.stored_at),
    )


def files(facts: Facts) -> Sheet:
    """Return a row per report that the year was read from."""
    return sheet(
        say("year_tables.files.name"),
        captioned("files", len(facts.files)),
        enumerate(facts.files, 1),
        (say("column.no"), "count", lambda row: row[0]),
        (say("export.column.file"), "text", lambda row: row[1]),
    )


def named_by(row: Any) -> str:  # noqa: ANN401 - a row of judged indicators
    """Return who calls an indicator weak: the agency's report, the rule of scores, both, a year before or nobody."""
    if carried := carried_words(row):
        return carried
    is_named, is_low = isinstance(row.weakness_kind, str), row.status in WEAK
    key = ("both" if is_low else "report") if is_named else ("rule" if is_low else "nobody")
    return say(f"year_tables.named.{key}")


def _answers(facts: Facts, found: pd.DataFrame) -> Iterator[dict[str, Any]]:
    by_id = {row.measure_id: row for row in rows_of(facts.measures)}
    for indicator in rows_of(found):
        links = [*rows_of(facts.links[facts.links["indicator_no"] == indicator.indicator_no])]
        for link in links:
            yield {"indicator": indicator, "measure": by_id[link.measure_id], "link": link}
        if not links:
            none = say("coverage.no_measure")
            yield {"indicator": indicator, "measure": None, "link": None, "none": none}


def _about_weak(facts: Facts) -> str:
    """Return what the table shows; where no indicator is weak, whether none is or nobody knows."""
    if facts.indicators["is_weak"].any():
        return say("year_tables.weak.caption", year=facts.prior)
    return say(f"year_tables.weak.{'none' if is_none_weak(facts.indicators) else 'unknown'}", year=facts.prior)


def _rule(facts: Facts) -> str:
    rule = facts.rule.rule
    if rule is None:
        return say("year_tables.no_rule")
    limits = {"urgent": rule.urgent_below, "develop": rule.develop_below, "good": rule.good_below}
    return say("year_tables.rule", **{name: f"{float(limit):g}" for name, limit in limits.items()})


def _scores(facts: Facts) -> Chart:
    tones = tuple(_FILLS.get(status, status) for status in facts.indicators["status"])
    title = say("year_tables.indicators.chart", year=facts.prior)
    return Chart(title, title, _NAME, (_SCORE,), ("good",), (0, len(tones)), 100, tones)
