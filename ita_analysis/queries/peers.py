"""An agency among its peers: the others of its province, its type, both, or the nation; never a list of names.

Real agencies are compared with real ones alone, synthetic ones with synthetic ones. All numbers of a spread are those
of the others, the agency itself left out. Percentiles are `quantile_cont`: on the line between the two nearest scores,
at position p × (n − 1) of n scores in order. Scores are taken at two decimals.
"""

from __future__ import annotations

import duckdb
import pandas as pd

from ita_analysis.queries.asking import ask

GROUPS = ("near", "province", "type", "nation")
MOST_MARKS = 70  # scores of one year that are handed on one by one; of more only the spread
_SPREAD = ("other_count", "p10", "p25", "p50", "p75", "p90", "lowest_score", "highest_score")
_PLACE = ("own_score", "lower_count", "equal_count")
PEERS_OF_YEAR_COLUMNS = ("peer_group", *_SPREAD, *_PLACE)
PEERS_BY_YEAR_COLUMNS = ("fiscal_year_be", *_SPREAD, *_PLACE, "scores")
PEER_MEDIANS_COLUMNS = ("indicator_no", "other_count", "median_score")


def peers_of_year(
    opened: duckdb.DuckDBPyConnection, agency_code: str, fiscal_year_be: int, level: str, code: str
) -> pd.DataFrame:
    """Return the spread of a score (0-100) in each of GROUPS in a year, and how many of the others lie below."""
    about = {"agency_code": agency_code, "fiscal_year_be": fiscal_year_be, "level": level, "code": code}
    return ask(opened, "peers_of_year", PEERS_OF_YEAR_COLUMNS, **about)


def peers_by_year(
    opened: duckdb.DuckDBPyConnection, agency_code: str, peer_group: str, level: str, code: str
) -> pd.DataFrame:
    """Return the spread of a score (0-100) in one of GROUPS by year; `scores` are the others' own, of few of them."""
    about = {"agency_code": agency_code, "peer_group": peer_group, "level": level, "code": code, "most": MOST_MARKS}
    return ask(opened, "peers_by_year", PEERS_BY_YEAR_COLUMNS, **about)


def peer_medians(
    opened: duckdb.DuckDBPyConnection, agency_code: str, peer_group: str, fiscal_year_be: int
) -> pd.DataFrame:
    """Return the median (0-100) of each indicator among the others of one of GROUPS in a year."""
    about = {"agency_code": agency_code, "peer_group": peer_group, "fiscal_year_be": fiscal_year_be}
    return ask(opened, "peer_medians", PEER_MEDIANS_COLUMNS, **about)
