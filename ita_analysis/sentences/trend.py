"""What the screen of trends says: how the score moved, why years cannot be compared, and the place in the group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ita_analysis.framework import Change
from ita_analysis.scoring import LEAST_CHANGE, LEAST_OTHERS, LEAST_SHIFT, Year, percent
from ita_analysis.sentences.parts import SEPARATOR, Headline, listed
from ita_analysis.texts import say, say_count

_LEAST_RUN = 2  # steps in one direction that make "every year" of it


@dataclass(frozen=True)
class Standing:
    """An agency in its group in one fiscal year: the share of the others below it (0-1), and their median (0-100)."""

    fiscal_year_be: int
    place: Fraction | None
    median: Decimal
    others: int


@dataclass(frozen=True)
class Low:
    """The indicators below a limit in the assessed year: how many, and the lowest of all."""

    limit: Decimal
    count: int
    no: int
    name: str
    score: Decimal


def headline(
    what: str,
    years: Sequence[Year],
    standings: Sequence[Standing],
    group: str,
    low: Low | None = None,
    grade: str | None = None,
) -> Headline:
    """Return the finding about a score: its movement, and the place in the group then and now.

    `years` end with the assessed one, `grade` is its level; `standings` are of years in which the group is large enough
    to be shown.
    """
    if all(each.score is None for each in years):
        return _without(what, years)
    last = years[-1]
    graded = [say("trend.standfirst.grade", grade=grade)] if grade else []
    lines = SEPARATOR.join([*graded, *_standfirst(years, standings, group, low)])
    if last.score is None:
        before = next(each for each in reversed(years) if each.score is not None)
        about = {"before": before.fiscal_year_be, "score": f"{before.score:.2f}"}
        return Headline(say("trend.headline.missing_with", what=what, year=last.fiscal_year_be, **about), "", lines)
    words, tone = _among(_moved(what, years), years, [each for each in standings if each.place is not None])
    return Headline(words, tone, lines)


def moved(year: Year) -> str:
    """Return how a year's score differs from that of the year before that has one; nothing to say is empty."""
    if year.movement == "unknown" or year.difference is None:
        return ""
    about = {"before": year.before, "difference": f"{abs(year.difference):.2f}", "least": LEAST_CHANGE}
    return say(f"trend.moved.{year.movement}", reasons=reasons(year.changed), **about)


def reasons(changed: Sequence[Change]) -> str:
    """Return why two years cannot be compared: what breaks the line, else which items differ."""
    breaking = [say(f"trend.change.{each.kind}") for each in changed if each.breaks_line]
    return listed(breaking) if breaking else say("trend.change.items", counts=", ".join(map(_count, changed)))


def line_notes(years: Sequence[Year]) -> Iterator[str]:
    """Yield why the line is broken or dashed, in the order of the years."""
    for year in years:
        about = {"before": year.before, "after": year.fiscal_year_be, "reasons": reasons(year.changed)}
        if year.is_broken:
            yield say("trend.break", **about)
        elif year.join == "dashed":
            yield say("trend.dash", **about)


def in_words(what: str, years: Sequence[Year]) -> str:
    """Return what the chart of years shows, for those who cannot see it."""
    told = [
        say(
            "trend.alt_year",
            year=each.fiscal_year_be,
            score=say("missing") if each.score is None else f"{each.score:.2f}",
        )
        for each in years
    ]
    return say("trend.alt", what=what, years=", ".join(told))


def indicators_in_words(scores: Sequence[tuple[int, str, Decimal | None]], fiscal_year_be: int) -> str:
    """Return what the small pictures show: number, name and last score of each, in their order."""
    told = [
        say("trend.alt_indicator", no=no, name=name, score=say("missing") if score is None else f"{score:.2f}")
        for no, name, score in scores
    ]
    return say("trend.alt_multiples", year=fiscal_year_be, scores=", ".join(told))


def _without(what: str, years: Sequence[Year]) -> Headline:
    if not years:
        return Headline(say("trend.headline.none"), "", say("trend.standfirst.none"))
    about = {"what": what, "year": years[-1].fiscal_year_be}
    key = "missing" if len(years) > 1 else "missing_one"
    return Headline(say(f"trend.headline.{key}", first=years[0].fiscal_year_be, **about))


def _moved(what: str, years: Sequence[Year]) -> str:
    last, run = years[-1], _run(years)
    about = {"what": what, "score": f"{last.score:.2f}", "year": last.fiscal_year_be, "before": last.before}
    if run >= _LEAST_RUN:
        return say(f"trend.headline.run_{last.movement}", first=years[-run - 1].fiscal_year_be, **about)
    difference = f"{abs(last.difference or Decimal(0)):.2f}"
    return say(f"trend.headline.{last.movement}", difference=difference, least=LEAST_CHANGE, **about)


def _run(years: Sequence[Year]) -> int:
    """Return how many of the last steps, from fiscal year to fiscal year, go the way of the last one."""
    way, count = years[-1].movement, 0
    for year in reversed(years):
        if way not in {"up", "down"} or year.movement != way or year.before != year.fiscal_year_be - 1:
            break
        count += 1
    return min(count, len(years) - 1)


def _among(first: str, years: Sequence[Year], standings: Sequence[Standing]) -> tuple[str, str]:
    """Return the finding with the place in the group, and its tone."""
    now = next((each for each in standings if each.fiscal_year_be == years[-1].fiscal_year_be), None)
    if now is None or now.place is None:
        return first, ""
    then = next((each for each in standings if each.fiscal_year_be < now.fiscal_year_be), None)
    if then is None or then.place is None:
        return say("trend.peers.only", first=first, now=percent(now.place)), ""
    before, after = percent(then.place), percent(now.place)
    about = {"first": first, "before": before, "now": after, "since": then.fiscal_year_be}
    if abs(before - after) < LEAST_SHIFT:
        return say("trend.peers.near", **about), ""
    if before < after:
        return say("trend.peers.rose", **about), "strength"
    is_faster = _is_faster(years, then, now)
    return say(f"trend.peers.{'faster' if is_faster else 'fell'}", **about), "develop"


def _is_faster(years: Sequence[Year], then: Standing, now: Standing) -> bool:
    """Return whether own score and the others' median both rose since then under joined rules, the median more."""
    span = [each for each in years if each.fiscal_year_be > then.fiscal_year_be]
    first = next(each for each in years if each.fiscal_year_be == then.fiscal_year_be)
    if years[-1].score is None or first.score is None or any(each.is_broken for each in span):
        return False
    rise = years[-1].score - first.score
    return rise >= LEAST_CHANGE and years[-1].movement == "up" and now.median - then.median > rise


def _standfirst(years: Sequence[Year], standings: Sequence[Standing], group: str, low: Low | None) -> Iterator[str]:
    last = years[-1]
    now = next((each for each in standings if each.fiscal_year_be == last.fiscal_year_be), None)
    if now:
        yield say("trend.standfirst.group", group=group, count=now.others)
    else:
        yield say("trend.standfirst.group_few", group=group, year=last.fiscal_year_be, least=LEAST_OTHERS)
    if low:
        about = {"limit": f"{low.limit:.0f}", "no": low.no, "name": low.name, "score": f"{low.score:.2f}"}
        yield say_count("trend.standfirst.below", low.count, **about)
    if sum(each.score is not None for each in years) == 1 and last.before is None:
        yield say("trend.standfirst.one_year")
    if last.movement == "incomparable":
        yield say("trend.standfirst.incomparable", before=last.before, reasons=reasons(last.changed))


def _count(change: Change) -> str:
    about = {"instrument": change.instrument, "before": change.before, "after": change.after}
    is_known = change.before is not None and change.after is not None
    return say("trend.change.count" if is_known else "trend.change.count_unknown", **about)
