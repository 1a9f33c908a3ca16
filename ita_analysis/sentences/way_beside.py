"""The second facts of the way to the next grade: what plan and report give, all documents, doubts, what keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from ita_analysis.framework import Band
from ita_analysis.scoring import DOCUMENTS, Standing, Way, exact_worth, floors, full_gain, rounded, steps, ways
from ita_analysis.sentences.parts import listed
from ita_analysis.texts import say, say_some


def grades(bands: Sequence[Band]) -> str:
    """Return bands that are possible, as words: one, or each of them."""
    return f" {say('way.or')} ".join(band.label_th for band in reversed(bands))


def tool_name(code: str) -> str:
    """Return an instrument, or a part of one, by its code: EIT-2 is the second part of EIT."""
    tool, _, part = code.partition("-")
    return say("way.part", tool=tool, part=part) if part else tool


def own_documents(at: Standing, way: Way) -> Iterator[str]:
    """Yield what the documents that ask for plan and report give together, where they alone are not the finding."""
    own = [each for each in steps(at) if each.code in (at.framework.plan_item, at.framework.report_item)]
    if not own or at.total is None or {each.code for each in own} == {each.code for each in way.steps}:
        return
    gain = sum((each.gain for each in own), Fraction(0))
    after, about = at.total + gain, {"points": rounded(gain)}
    codes = listed(sorted((each.code for each in own), key=lambda code: (len(code), code)))
    short = Fraction(way.band.min_total) - after
    key = "way.plan.short" if rounded(short) > 0 else "way.plan.given"
    yield say(key, codes=codes, after=rounded(after), short=rounded(short), aim=way.band.label_th, **about)


def all_documents(at: Standing, way: Way) -> Iterator[str]:
    """Yield where all documents lead, and the nearest band that they do not reach."""
    full = full_gain(at)
    if full is None or not full or at.total is None:
        return
    above = next((each for each in ways(at) if each.reach == "surveys" and each.band.order < way.band.order), None)
    about = {"full": rounded(at.total + full), "grade": grades(at.bands_at(full))}
    if way.reach == "surveys" or above is None:
        yield say("way.all.given", **about)
    elif above.rest:
        yield say("way.all.short", rest=rounded(above.rest), above=above.band.label_th, **about)
    else:
        yield say("way.all.floors", above=above.band.label_th, **about)


def doubts(at: Standing) -> Iterator[str]:
    """Yield what the numbers do not rest on: stated scores that do not follow, missing ones, an standing band."""
    for each in at.differences[:1]:
        about = {"code": each.code, "stated": each.stated, "computed": each.computed}
        yield say(f"way.difference.{each.level}", **about)
    if at.is_total_stated:
        yield say("way.total_stated")
    if at.total is not None and len(at.possible) > 1:
        yield say("way.standing", grades=grades(at.possible))
    missing = at.missing_documents
    if missing and len(missing) < len(_documents(at)):
        yield say_some("way.missing", len(missing), names=listed(missing))


def keeping(at: Standing) -> Iterator[str]:
    """Yield the smallest margin of the highest band, and whether one document less would lose it."""
    band = at.possible[0]
    total = at.total or Fraction(0)
    of_total = say("way.margin.total", score=rounded(total), floor=plain(band.min_total))
    margins = [(rounded(total) - band.min_total, of_total)]
    for each in floors(band, at):
        if each.score is not None:
            words = say("way.margin.floor", code=tool_name(each.code), score=each.score, floor=plain(each.floor))
            margins.append((each.score - each.floor, words))
    least, words = min(margins)
    yield say("way.keep", points=least, words=words)
    held = [
        (exact_worth(code, at.framework) * at.items[code] / 100, code) for code in _documents(at) if code in at.items
    ]
    if held and rounded(total - max(held)[0]) < band.min_total:
        worth = max(held)[0]
        first = next(code for points, code in held if points == worth)
        yield say("way.lose", code=first, points=rounded(worth))


def plain(limit: Decimal) -> str:
    """Return a cut-off without needless zeros."""
    return f"{float(limit):g}"


def _documents(at: Standing) -> list[str]:
    nos = {each.no for each in at.framework.indicators_of(DOCUMENTS)}
    return [each.code for each in at.framework.items if each.indicator_no in nos]
