"""The way to the next grade by trying every set of documents, over the totals of the oracle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import combinations

from tests.scoring import oracle

Items = Mapping[str, str]


def open_documents(items: Items) -> list[str]:
    return [code for code, score in items.items() if code.startswith("O") and Fraction(score) < 100]


def filled(items: Items, codes: Iterable[str]) -> dict[str, str]:
    return {**items, **dict.fromkeys(codes, "100")}


def hundredths(value: Fraction) -> int:
    return int(oracle.two_decimals(value).replace(".", ""))


def tools(year: int, items: Items) -> dict[str, int]:
    """Return each instrument in hundredths, as printed."""
    found: dict[str, list[Fraction]] = {}
    for row in oracle.rows("indicators", year):
        found.setdefault(row["instrument"], []).append(oracle.indicator(row["indicator_no"], year, dict(items)))
    return {tool: hundredths(sum(scores, Fraction(0)) / len(scores)) for tool, scores in found.items()}


def reaches(year: int, items: Items, cut: int, floor: int, parts: Iterable[int] = ()) -> bool:
    """Return whether items reach a band: its cut-off and floor in hundredths; `parts` are the stated parts of EIT."""
    if hundredths(oracle.total(year, dict(items))) < cut:
        return False
    if not floor:
        return True
    own = tools(year, items)
    return min(own["IIT"], own["OIT"], *parts) >= floor


def fewest(year: int, items: Items, cut: int, floor: int = 0, parts: Iterable[int] = ()) -> int | None:
    """Return how many documents are the fewest that reach a band, None where all of them do not."""
    offered = open_documents(items)
    if not reaches(year, filled(items, offered), cut, floor, parts):
        return None
    for count in range(len(offered) + 1):
        if any(reaches(year, filled(items, codes), cut, floor, parts) for codes in combinations(offered, count)):
            return count
    raise AssertionError
