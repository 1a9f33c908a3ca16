"""The scores of the one invented agency that shows the program: made from a short story, kept and read as a file."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from ita_analysis import framework, paths
from ita_analysis.records import Agency
from ita_analysis.results import SCORE_COLUMNS, Result, ScoreSheet, SheetColumn, SheetPlace
from ita_analysis.synthetic.agencies import SEED
from ita_analysis.texts import say

FOLDER = paths.DATA / "demo"
SCORES = "scores.csv"
_SPREAD = 3.0  # points by which the items of one indicator differ
_SCORE_COLUMN = 3


def record_folders(folder: Path = FOLDER) -> list[Path]:
    """Return the folders of the demo agency's reports, the earliest round first."""
    return sorted(folder.glob("round-*"), key=lambda each: int(each.name.removeprefix("round-")))


def made_scores(folder: Path = FOLDER) -> Iterator[dict[str, object]]:
    """Yield the rows of the file of scores, made from the story; the same story gives the same rows."""
    for line in _lines(folder / "story.csv"):
        year, indicator_no = int(line["fiscal_year_be"]), int(line["indicator_no"])
        codes = [item.code for item in framework.load(year).items_of(indicator_no)]
        for code, score in _told(line, codes, np.random.default_rng([SEED, year, indicator_no])).items():
            yield {"fiscal_year_be": year, "item_code": code, "score": f"{score:.2f}", "source": say("head.synthetic")}


def demo_sheet(agency: Agency, folder: Path = FOLDER) -> ScoreSheet:
    """Return the demo agency's item scores as a sheet; rows and columns are those of the file."""
    lines, file = [*_lines(folder / SCORES)], folder / SCORES
    years = list(dict.fromkeys(int(line["fiscal_year_be"]) for line in lines))
    rows = [
        (years.index(int(line["fiscal_year_be"])), "item", line["item_code"], float(line["score"]), row, _SCORE_COLUMN)
        for row, line in enumerate(lines, 2)
    ]
    results = tuple(Result(agency, year, SheetPlace(None, row)) for year, row in _first_rows(lines).items())
    column = SheetColumn(_SCORE_COLUMN, "score", "item", "")
    fingerprint = hashlib.sha256(file.read_bytes()).hexdigest()
    scores = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    return ScoreSheet(f"{say('demo.agency_file')}.csv", None, fingerprint, results, scores, (column,))


def _told(line: Mapping[str, str], codes: list[str], chance: np.random.Generator) -> dict[str, float]:
    """Return the scores that a line of the story gives an indicator's items: around its mean, or all but some there."""
    if not line["survey_mean"]:
        missing = line["missing_items"].split()
        return {code: 0.0 if code in missing else 100.0 for code in codes}
    apart = chance.normal(0, _SPREAD, len(codes))
    spread = apart - apart.mean() + float(line["survey_mean"])
    return {code: round(float(score), 2) for code, score in zip(codes, np.clip(spread, 0, 100), strict=True)}


def _first_rows(lines: list[dict[str, str]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for row, line in enumerate(lines, 2):
        found.setdefault(int(line["fiscal_year_be"]), row)
    return found


def _lines(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)
