"""What is said of results that are missing although their round has ended: who is asked for them, what stands first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pandas as pd

from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences.parts import SEPARATOR, Request, listed
from ita_analysis.sentences.weak import weak_rows
from ita_analysis.texts import say, say_some
from ita_analysis.thai.dates import long_date


def requests(rounds: pd.DataFrame, measures: pd.DataFrame, today: date) -> Iterator[Request]:
    """Yield a request for each ended round without any result, then one for the results that other ended rounds lack.

    Nothing is asked of a round that is approved: nobody can enter anything there.
    """
    ended = rounds[(rounds["ends_on"] < pd.Timestamp(today)) & (rounds["round_state"] != "approved")]
    counts = ended.groupby("round_months")["result_count"].transform("sum")
    for months, group in ended[counts == 0].groupby("round_months"):
        yield Request(
            say("executive.request.round.title", months=months),
            say("executive.request.round.why", date=long_date(group["ends_on"].iloc[0])),
            say("executive.request.round.button"),
            "entry",
            filters=(("round", str(months)),),
        )
    partly = ended[counts > 0]
    lacking = partly[partly["result_count"] == 0]
    if not lacking.empty:
        yield _of_lacking(lacking, partly, measures)


def most_pressing_first(
    indicators: pd.DataFrame, links: pd.DataFrame, rounds: pd.DataFrame, today: date
) -> pd.DataFrame:
    """Return the weak ones of judged indicators: without a measure, without a result in an ended round, others.

    `is_hole` says which have no measure.
    """
    weak = weak_rows(indicators)
    linked = links[["measure_id", "indicator_no"]].merge(rounds, on="measure_id")
    counts = (
        linked[linked["ends_on"] < pd.Timestamp(today)].groupby(["indicator_no", "round_months"])["result_count"].sum()
    )
    late = set(counts[counts == 0].index.get_level_values("indicator_no"))
    weak = weak.assign(is_hole=weak["measure_count"] == 0, is_late=weak["indicator_no"].isin(late))
    return weak.sort_values(["is_hole", "is_late", "indicator_no"], ascending=[False, False, True])


def _of_lacking(lacking: pd.DataFrame, partly: pd.DataFrame, measures: pd.DataFrame) -> Request:
    months = sorted({int(each) for each in lacking["round_months"]})
    late = partly[partly["round_months"].isin(months)]["measure_id"].nunique()
    own = measures[measures["measure_id"].isin(lacking["measure_id"])]
    units = {row.responsible if isinstance(row.responsible, str) else None for row in rows_of(own)}
    why = [say_some("executive.request.lacking.why", lacking["measure_id"].nunique(), total=late)]
    why += [unit for unit in units if unit and len(units) == 1]
    return Request(
        say("executive.request.lacking.title", months=listed([str(each) for each in months])),
        SEPARATOR.join(why),
        say("executive.request.lacking.button"),
        "entry",
        filters=(("round", str(months[0])),),
    )
