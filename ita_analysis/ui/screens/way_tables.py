"""The tables of the way to the next grade, as its templates print them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ita_analysis import scoring
from ita_analysis.scoring import DOCUMENTS, Line, Standing, Step, Way, rounded
from ita_analysis.sentences import way as sentences
from ita_analysis.sentences.way_beside import grades, tool_name
from ita_analysis.texts import say

_SHOWN = 10  # rows that stand open; more are folded
_SHOWN_LIFTS = 6


def taken(at: Standing) -> tuple[Step, ...]:
    """Return the open documents, the largest gain first; where no item has a score, the open OIT indicators."""
    return scoring.steps(at) or (scoring.indicator_steps(at) if at.missing_documents else ())


def documents(at: Standing, way: Way | None, prior: int) -> Mapping[str, object]:
    """Return the open documents by their gain with the total after each; indicators where items have no scores."""
    named, offered = scoring.steps(at), taken(at)
    chosen = len(way.steps) if way else 0
    rows = list(_stairs(at, offered, chosen))
    shown = max(_SHOWN, chosen)
    return {
        "title": say("way.title_documents" if named or not offered else "way.title_indicators"),
        "column": say("column.item" if named else "filter.indicator"),
        "first": {
            "words": say("way.result_of", year=prior),
            "total": at.total and rounded(at.total),
            "grade": _grade(at),
        },
        "rows": rows[:shown],
        "folded": rows[shown:],
        "notes": list(_document_notes(at, way, offered, named)),
    }


def bands(at: Standing, way: Way | None, link: Callable[..., str]) -> Mapping[str, object] | None:
    """Return the way to each band above, the nearest first, each with its address."""
    default = sentences.default_way(at)
    rows = [
        {
            "label": each.band.label_th,
            "href": link(grade=None if default and each.band == default.band else each.band.grade),
            "is_chosen": way is not None and each.band == way.band,
            "cut": f"{float(each.band.min_total):g}",
            "gap": None if at.total is None else max(each.band.min_total - rounded(at.total), 0),
            "reach": each.reach,
            "words": sentences.in_short(each, at),
        }
        for each in scoring.ways(at)
    ]
    return {"rows": rows} if rows else None


def surveys(at: Standing, way: Way | None) -> Mapping[str, object] | None:
    """Return what surveys would have to give for the wanted band, or the nearest that documents do not reach."""
    beyond = (each for each in scoring.ways(at) if each.reach == "surveys")
    wanted = way if way and way.reach == "surveys" else next(beyond, None)
    if wanted is None or at.total is None:
        return None
    found = scoring.lifts(wanted, at)
    rows = [
        {
            "code": each.code,
            "name": _name(at, each.code),
            "score": each.score,
            "needs": say("way.needs", more=each.more, score=each.score, after=each.after)
            if each.is_enough
            else say("way.at_most", points=each.most),
            "more": each.more,
            "is_enough": each.is_enough,
        }
        for each in found
        if wanted.rest or each.is_enough  # a floor is no matter of the total's points
    ]
    return {
        "title": say("way.title_surveys", grade=wanted.band.label_th),
        "lines": list(sentences.survey_lines(wanted, at, found)),
        "rows": rows[:_SHOWN_LIFTS],
        "folded": rows[_SHOWN_LIFTS:],
    }


def floors(at: Standing) -> Mapping[str, object] | None:
    """Return each instrument and part against the floors of the bands that have one; None before FY2566."""
    having = [band for band in reversed(at.framework.bands) if band.min_instrument is not None]
    if not having:
        return None
    columns = [{each.code: each for each in scoring.floors(band, at)} for band in having]
    rows = [
        {
            "code": tool_name(code),
            "score": first.score,
            "cells": [_floor_cell(at, band, column[code]) for band, column in zip(having, columns, strict=True)],
        }
        for code, first in columns[0].items()
    ]
    return {
        "heads": [
            say("way.column.floor", grade=each.label_th, floor=f"{float(each.min_instrument or 0):g}")
            for each in having
        ],
        "rows": rows,
    }


def arithmetic(at: Standing, way: Way | None, prior: int) -> Mapping[str, object]:
    """Return the lines of the total before and after the documents of the way, or all documents."""
    filled = (way.steps if way else ()) or scoring.steps(at)
    rows = [
        {
            "kind": line.kind,
            "label": _line_label(line, at),
            "before": _formula(line, line.sum_before, line.before),
            "after": say("way.line.unchanged")
            if line.after == line.before
            else _formula(line, line.sum_after, line.after),
        }
        for line in scoring.lines(at, [each.code for each in filled])
    ]
    return {"rows": rows, "prior": prior, "count": len(filled)}


def _stairs(at: Standing, offered: tuple[Step, ...], chosen: int) -> Iterator[dict[str, Any]]:
    own = {at.framework.plan_item, at.framework.report_item}
    widest = max((each.gain for each in offered), default=None)
    for number, stair in enumerate(scoring.stairs(at, offered)):
        yield {
            "code": stair.step.code,
            "name": _name(at, stair.step.code),
            "gain": rounded(stair.step.gain),
            "share": float(stair.step.gain / widest * 100) if widest else 0.0,
            "total": None if stair.total is None else rounded(stair.total),
            "grade": grades(stair.possible) if stair.total is not None else None,
            "is_chosen": number < chosen,
            "is_own": stair.step.code in own,
        }


def _document_notes(at: Standing, way: Way | None, offered: tuple[Step, ...], named: tuple[Step, ...]) -> Iterator[str]:
    if not offered:
        is_known = len(at.missing_documents) < len(_codes(at)) or scoring.full_gain(at) == 0
        yield say("way.all_full" if is_known else "way.only_total")
        return
    if not named:
        yield say("way.unnamed_documents")
    if way and way.steps:
        yield say("way.chosen")
    if way and way.stand_ins:
        yield say("way.stand_ins", count=way.stand_ins)
    yield say("way.rule")


def _codes(at: Standing) -> list[str]:
    nos = {each.no for each in at.framework.indicators_of(DOCUMENTS)}
    return [each.code for each in at.framework.items if each.indicator_no in nos]


def _name(at: Standing, code: str) -> str:
    if code.isdigit():
        return at.framework.name(int(code), "full")
    return at.framework.item(code).topic_th


def _grade(at: Standing) -> str | None:
    return grades(at.possible) if at.total is not None else None


def _floor_cell(at: Standing, band: Any, floor: scoring.Floor) -> dict[str, str]:  # noqa: ANN401 - a band
    if floor.state == "held":
        return {"status": "done", "words": say("way.held"), "more": ""}
    if floor.state == "unknown":
        return {
            "status": "no_data",
            "words": say("missing" if floor.score is None else "way.unknown_parts"),
            "more": "",
        }
    words = say("way.more", points=floor.missing)
    if floor.code != DOCUMENTS:
        return {"status": "develop", "words": words, "more": ""}
    by_documents = scoring.floor_steps(band, at)
    more = say("way.floor_unnamed") if by_documents is None else say("way.floor_documents", count=len(by_documents))
    return {"status": "develop", "words": words, "more": more}


def _line_label(line: Line, at: Standing) -> str:
    if line.kind == "indicator":
        return say("way.indicator", no=line.code, name=at.framework.name(int(line.code), "short"))
    return say(f"way.line.{line.kind}", code=line.code, count=f"{float(line.count):g}")


def _formula(line: Line, whole: Any, score: Any) -> str:  # noqa: ANN401 - exact numbers
    if score is None:
        return say("missing")
    if line.kind == "total" and line.count:
        return str(rounded(score))
    if not line.count:
        return say("way.line.stated", score=rounded(score))
    if line.kind == "weighted":
        return say("way.line.times", sum=rounded(whole), share=f"{float(line.count) / 100:.2f}", score=rounded(score))
    return say("way.line.mean", sum=rounded(whole), count=f"{float(line.count):g}", score=rounded(score))
