"""A second, slow and obvious scoring of item scores, straight from the CSV rows; shares no code with the program."""

from __future__ import annotations

import csv
from fractions import Fraction
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "data" / "reference" / "framework"
WEIGHTS = {"IIT": 30, "EIT": 30, "OIT": 40}


@cache
def rows(table: str, year: int) -> list[dict[str, str]]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["fiscal_year_be"] == str(year)]


def item_codes(year: int) -> list[str]:
    return [row["item_code"] for row in rows("items", year)]


def indicator(no: str, year: int, scores: dict[str, str]) -> Fraction:
    groups: dict[str, list[Fraction]] = {}
    for row in rows("items", year):
        if row["indicator_no"] == no:
            group = row["sub_indicator"] if row["item_code"].startswith("O") else "all"
            groups.setdefault(group, []).append(Fraction(scores[row["item_code"]]))
    total = Fraction(0)
    for group in groups.values():
        total += sum(group) / len(group)
    return total / len(groups)


def total(year: int, scores: dict[str, str]) -> Fraction:
    result = Fraction(0)
    for tool, weight in WEIGHTS.items():
        of_tool = [
            indicator(row["indicator_no"], year, scores)
            for row in rows("indicators", year)
            if row["instrument"] == tool
        ]
        result += Fraction(weight, 100) * sum(of_tool) / len(of_tool)
    return result


def two_decimals(value: Fraction) -> str:
    """Half up, by whole numbers: 84.995 is 84.995 * 100 + 0.5 = 8500 hundredths."""
    hundredths = (value * 100 + Fraction(1, 2)).__floor__()
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def grade_of_old_years(printed_total: str) -> str:
    hundredths = int(printed_total.replace(".", ""))
    for letter, floor in [("AA", 9500), ("A", 8500), ("B", 7500), ("C", 6500), ("D", 5500), ("E", 5000)]:
        if hundredths >= floor:
            return letter
    return "F"


def grade_of_new_years(printed_total: str, printed_parts: list[str]) -> str:
    hundredths = int(printed_total.replace(".", ""))
    lowest = min(int(part.replace(".", "")) for part in printed_parts)
    if hundredths >= 9500 and lowest >= 9500:
        return "excellent"
    if hundredths >= 8500:
        return "good" if lowest >= 8500 else "pass"
    return "improve" if hundredths >= 7000 else "urgent"


def weakness_of_old_years(printed_score: str | None) -> str:
    return _weakness(printed_score, 7500)


def weakness_of_new_years(printed_score: str | None) -> str:
    return _weakness(printed_score, 7000)


def _weakness(printed_score: str | None, urgent: int) -> str:
    if printed_score is None:
        return "no_data"
    hundredths = int(printed_score.replace(".", ""))
    for status, floor in [("strength", 9500), ("good", 8500), ("develop", urgent)]:
        if hundredths >= floor:
            return status
    return "urgent"


def lowest(printed_scores: dict[int, str | None], count: int) -> set[int]:
    """Sort everything, then walk down the list until the places are full and the score changes."""
    ranked = sorted((int(text.replace(".", "")), no) for no, text in printed_scores.items() if text is not None)
    found: list[tuple[int, int]] = []
    for hundredths, no in ranked:
        if len(found) >= count and (not found or hundredths != found[-1][0]):
            break
        found.append((hundredths, no))
    return {no for _, no in found}
