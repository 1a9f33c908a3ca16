"""Builds the framework of a fiscal year from the tables of a folder, and checks it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NoReturn, TypeVar

from ita_analysis import paths
from ita_analysis.errors import FrameworkError
from ita_analysis.framework import rows
from ita_analysis.framework.checks import check
from ita_analysis.framework.model import Framework
from ita_analysis.framework.tables import CONFIDENCES, Cells, read_table

FOLDER = "framework"
MEANS: tuple[rows.MeanOf, ...] = ("items", "sub_indicators")
LEVELS: tuple[rows.ViewLevel, ...] = ("indicator", "sub_indicator", "item")
Record = TypeVar("Record")


@cache
def load(fiscal_year_be: int, folder: Path = paths.REFERENCE) -> Framework:
    """Return the checked framework of a fiscal year; read once per folder and year.

    Raises FrameworkError, with file and row, where the year is missing or its tables contradict themselves.
    """
    if fiscal_year_be not in (known := fiscal_years(folder)):
        span = {"first": known[0], "last": known[-1]}
        raise FrameworkError("framework_year", year=fiscal_year_be, file="instruments.csv", **span)
    framework = _build(fiscal_year_be, folder)
    check(framework)
    return framework


@cache
def fiscal_years(folder: Path = paths.REFERENCE) -> tuple[int, ...]:
    """Return the fiscal years that have a framework, in order; FY2561 and earlier had another model."""
    years = {row.whole("fiscal_year_be") for row in _table(folder, "instruments")}
    return tuple(sorted(years)) or _no_year()


def _no_year() -> NoReturn:
    raise FrameworkError("framework_empty", file="instruments.csv")


@cache
def _table(folder: Path, name: str) -> tuple[Cells, ...]:
    return read_table(folder / FOLDER / f"{name}.csv")


def _build(year: int, folder: Path) -> Framework:
    def rows_of(table: str, build: Callable[[Cells], Record]) -> tuple[Record, ...]:
        return tuple(build(row) for row in _table(folder, table) if row.applies(year))

    return Framework(
        fiscal_year_be=year,
        instruments=rows_of("instruments", _instrument),
        indicators=rows_of("indicators", _indicator),
        items=rows_of("items", _item),
        bands=tuple(sorted(rows_of("bands", _band), key=lambda band: band.order)),
        criteria=rows_of("criteria", _criterion),
        names=rows_of("names", _name),
        measures_items=rows_of("plan_items", _measures_item),
        sub_indicators=rows_of("sub_indicators", _sub_indicator),
        questions=rows_of("questions", _question),
        answers=rows_of("answers", _answer),
        samples=rows_of("samples", _sample),
        weakness_limits=tuple(sorted(rows_of("weakness_rules", _weakness_limit), key=_from_the_weakest)),
        theme_views=rows_of("themes", _theme_view),
    )


def _instrument(row: Cells) -> rows.Instrument:
    return rows.Instrument(
        instrument=row.required("instrument"),
        part=row.text("part") or None,
        weight=row.number("weight") if row.text("weight") else None,
        mean_of=row.choice("mean_of", MEANS) if row.text("mean_of") else None,
        name_th=row.required("name_th"),
        **row.provenance(),
    )


def _indicator(row: Cells) -> rows.Indicator:
    return rows.Indicator(
        no=row.whole("indicator_no"),
        instrument=row.required("instrument"),
        name_th=row.required("name_th"),
        name_en=row.text("name_en"),
        item_count=row.whole("item_count") if row.text("item_count") else None,
        item_count_confidence=row.choice("item_count_confidence", CONFIDENCES),
        **row.provenance(),
    )


def _sub_indicator(row: Cells) -> rows.SubIndicator:
    return rows.SubIndicator(code=row.required("sub_indicator"), name_th=row.required("name_th"), **row.provenance())


def _item(row: Cells) -> rows.Item:
    return rows.Item(
        code=row.required("item_code"),
        indicator_no=row.whole("indicator_no"),
        sub_indicator=row.text("sub_indicator") or None,
        topic_th=row.required("topic_th"),
        **row.provenance(),
    )


def _band(row: Cells) -> rows.Band:
    has_floor = row.choice("every_instrument", ("yes", "no")) == "yes"
    if has_floor != bool(row.text("min_instrument")):
        row.refuse("every_instrument")
    return rows.Band(
        order=row.whole("order"),
        grade=row.required("grade"),
        label_th=row.required("label_th"),
        min_total=row.number("min_total"),
        min_instrument=row.number("min_instrument") if has_floor else None,
        note=row.text("note"),
        **row.provenance(),
    )


def _measures_item(row: Cells) -> rows.MeasuresItem:
    return rows.MeasuresItem(
        kind=row.choice("kind", ("plan", "report")),
        item_code=row.required("item_code"),
        measures_year_offset=row.whole("measures_year_offset"),
        **row.provenance(),
    )


def _criterion(row: Cells) -> rows.Criterion:
    return rows.Criterion(
        item_code=row.required("item_code"),
        kind=row.choice("kind", ("plan", "report")),
        code=row.required("criterion_code"),
        text_th=row.required("text_th"),
        **row.provenance(),
    )


def _name(row: Cells) -> rows.Name:
    return rows.Name(
        indicator_no=row.whole("indicator_no"),
        kind=row.choice("kind", ("short", "tile", "alias", "theme")),
        words=row.required("words"),
        **row.provenance(),
    )


def _question(row: Cells) -> rows.Question:
    return rows.Question(
        item_code=row.required("item_code"),
        sub_no=row.whole("sub_no"),
        topic_th=row.required("topic_th"),
        scale=row.choice("scale", ("degree", "presence")),
        polarity=row.choice("polarity", ("positive", "negative")),
        **row.provenance(),
    )


def _sample(row: Cells) -> rows.Sample:
    return rows.Sample(
        instrument=row.required("instrument"),
        percent=row.number("percent"),
        at_least=row.whole("at_least"),
        most_by_percent=row.whole("most_by_percent"),
        at_least_above=row.whole("at_least_above"),
        **row.provenance(),
    )


def _answer(row: Cells) -> rows.Answer:
    return rows.Answer(
        scale=row.choice("scale", ("degree", "presence")),
        polarity=row.choice("polarity", ("positive", "negative")),
        order=row.whole("answer_order"),
        answer_th=row.required("answer_th"),
        score=row.number("score"),
        **row.provenance(),
    )


def _theme_view(row: Cells) -> rows.ThemeView:
    return rows.ThemeView(
        theme=row.required("theme"),
        name_th=row.required("name_th"),
        instrument=row.required("instrument"),
        level=row.choice("level", LEVELS),
        code=row.required("code"),
        **row.provenance(),
    )


def _weakness_limit(row: Cells) -> rows.WeaknessLimit:
    status = row.choice("status", rows.WEAKNESS_STATUSES)
    is_top = status == rows.WEAKNESS_STATUSES[-1]
    if is_top == bool(row.text("below")):
        row.refuse("below")
    return rows.WeaknessLimit(status=status, below=None if is_top else row.number("below"), **row.provenance())


def _from_the_weakest(limit: rows.WeaknessLimit) -> int:
    return rows.WEAKNESS_STATUSES.index(limit.status)
