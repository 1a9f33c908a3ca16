"""What the screen of the way to the next grade says: which documents reach it, and what surveys would need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from ita_analysis.framework import Framework
from ita_analysis.scoring import (
    DOCUMENTS,
    Floor,
    Lift,
    Standing,
    Way,
    full_gain,
    mean_rise,
    rounded,
    ways,
)
from ita_analysis.sentences.executive import WayUp
from ita_analysis.sentences.parts import SEPARATOR, Fact, Headline, listed
from ita_analysis.sentences.way_beside import all_documents, doubts, grades, keeping, own_documents, plain, tool_name
from ita_analysis.texts import say, say_some


def default_way(at: Standing) -> Way | None:
    """Return the way to the next band: the nearest one that is not possible yet, else the nearest standing one."""
    found = ways(at)
    return next((each for each in found if each.band not in at.possible), found[0] if found else None)


def headline(at: Standing, way: Way | None, prior: int) -> Headline:
    """Return the finding: which documents reach the band, or what is missing; the second facts below it.

    `way` is None at the highest band; `prior` is the assessed fiscal year.
    """
    if at.total is None:
        return Headline(say("way.headline.no_total", year=prior), "", SEPARATOR.join(doubts(at)))
    if way is None:
        about = {"total": rounded(at.total), "grade": grades(at.possible)}
        return Headline(say("way.headline.highest", **about), "strength", SEPARATOR.join([*keeping(at), *doubts(at)]))
    beside = SEPARATOR.join([*own_documents(at, way), *all_documents(at, way), *doubts(at)])
    if way.reach == "documents":
        return Headline(_by_documents(at, way, at.total), "strength", beside)
    return Headline(_not_by_documents(at, way, at.total), "develop", beside)


def without_rules(prior: int, problem: str) -> Headline:
    """Return the finding where the year's weights or bands are unknown: that nothing can be computed, and why."""
    return Headline(say("way.headline.no_rules", year=prior), "", problem)


def lacking(rules: Framework) -> str:
    """Return which rules of a year are unknown, and what can therefore not be computed."""
    unknown = {
        "weights": not rules.weights_known,
        "means": any(each.mean_of is None for each in rules.instruments),
        "bands": not rules.bands,
    }
    return say("way.lacking", names=", ".join(say(f"way.unknown.{name}") for name, is_so in unknown.items() if is_so))


def without_scores(prior: int) -> Headline:
    """Return the finding where no score of the year is stored."""
    return Headline(say("way.headline.no_scores", year=prior), "", say("way.bring_scores"))


def in_short(way: Way, at: Standing) -> str:
    """Return how a band is reached in a few words, for a row of a table."""
    if way.reach == "documents":
        names = listed([each.code for each in way.steps])
        return say_some("way.short.documents", len(way.steps), names=names) + _if_open(way)
    if way.reach == "surveys":
        missed = listed([tool_name(each.code) for each in _missed(way)])
        rest = [say("way.short.rest", points=rounded(way.rest))] if way.rest else []
        return SEPARATOR.join([*rest, *([say("way.short.floors", names=missed)] if missed else [])])
    if way.reach == "unnamed":
        return say("way.short.unnamed")
    return (
        say("way.short.unknown")
        if full_gain(at) is None or at.total is None
        else say("way.short.open", names=_open(way))
    )


def survey_lines(way: Way, at: Standing, offered: Sequence[Lift]) -> Iterator[str]:
    """Yield what stands above the table of survey items: how far, whether one alone is enough, and no promise."""
    if way.rest:
        yield say("way.survey.rest", points=rounded(way.rest), grade=way.band.label_th)
    for each in _missed(way):
        yield say("way.survey.floor", name=tool_name(each.code), points=each.missing, floor=_floor(way))
    rise = mean_rise(way, at)
    if rise:
        yield say("way.survey.mean", points=rise)
    enough = sum(each.is_enough for each in offered)
    yield say_some("way.survey.enough", enough) if enough else say("way.survey.none_enough")
    yield say("way.survey.no_promise")


def chart_in_words(start: Decimal, stairs: Sequence[tuple[str, Decimal, Decimal]], chosen: int) -> str:
    """Return the staircase in words: the total before, then each document (code, points, total after)."""
    told = [say("way.chart.step", code=code, gain=gain, total=total) for code, gain, total in stairs]
    return ". ".join([say("way.chart.start", total=start, chosen=chosen), *told])


def _by_documents(at: Standing, way: Way, total: Fraction) -> str:
    after = rounded(total + way.gain)
    about = {"total": rounded(total), "grade": grades(at.possible), "after": after, "aim": way.band.label_th}
    if way.is_open:
        return say_some("way.headline.documents_if", len(way.steps), names=_open(way), **about)
    reached = grades(at.bands_at(way.gain))
    return say_some("way.headline.documents", len(way.steps), **{**about, "aim": reached})


def _not_by_documents(at: Standing, way: Way, total: Fraction) -> str:
    gap, aim, full = rounded(Fraction(way.band.min_total) - total), way.band.label_th, full_gain(at)
    if way.reach == "surveys" and way.rest and full is not None:
        about = {"full": rounded(total + full), "rest": rounded(way.rest), "aim": aim}
        return say("way.headline.surveys" if full else "way.headline.documents_full", **about)
    if way.reach == "surveys":
        missed = [tool_name(each.code) for each in _missed(way)]
        return say("way.headline.floors", names=listed(missed), aim=aim, floor=_floor(way))
    if gap <= 0:
        return say("way.headline.open", aim=aim, names=_open(way) or DOCUMENTS)
    return say("way.headline.unnamed" if way.reach == "unnamed" else "way.headline.gap", gap=gap, aim=aim)


def _missed(way: Way) -> list[Floor]:
    return [each for each in way.floors if each.state == "missed" and each.code != DOCUMENTS]


def _open(way: Way) -> str:
    """Return what is unknown among the floors: each part of an instrument known as a whole, else it itself."""
    unknown = [each for each in way.floors if each.state == "unknown"]
    named = [tool_name(each.code) if each.score is None else say("way.parts_of", code=each.code) for each in unknown]
    return listed(named)


def _floor(way: Way) -> str:
    return plain(way.band.min_instrument or Decimal(0))


def _if_open(way: Way) -> str:
    return " " + say("way.short.if_open", names=_open(way), floor=_floor(way)) if way.is_open else ""


def way_up(at: Standing) -> WayUp | None:
    """Return the shortest way up for the executive; None at the highest band, or where it cannot be told."""
    way = default_way(at)
    if way is None or at.total is None or way.reach in {"unknown", "unnamed"}:
        return None
    aim = way.band.label_th
    label = say("way.executive.label", aim=aim)
    if way.reach == "surveys":
        fact = Fact(label, say("way.executive.by_surveys"), note=in_short(way, at), number="way")
        return WayUp(say("way.executive.surveys", aim=aim), in_short(way, at), fact)
    about = {"total": rounded(at.total), "after": rounded(at.total + way.gain)}
    why = say("way.executive.documents_why", **about) + _if_open(way)
    unit, note = say("way.executive.unit"), say("way.executive.reached", after=about["after"]) + _if_open(way)
    fact = Fact(label, str(len(way.steps)), unit, note, number="way")
    return WayUp(say_some("way.executive.documents", len(way.steps), aim=aim), why, fact)
