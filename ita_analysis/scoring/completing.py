"""The levels above the stated scores that can be computed from them, so that peers compare like with like."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ita_analysis.errors import FrameworkError
from ita_analysis.framework import Framework
from ita_analysis.scoring.exact import Exact, Number, exact, printed
from ita_analysis.scoring.totals import instrument_means, item_means, joined, weighted_total

Stated = Mapping[tuple[str, str], Number | None]


def completed(stated: Stated, framework: Framework) -> dict[tuple[str, str], Decimal]:
    """Return the scores, by level and code, that are not stated and follow from stated ones below them.

    `stated`: scores of 0-100 by (level, code), e.g. ("item", "O42"). A level whose parts are not all known stays
    missing. Each computed score rests on the exact ones below it and is rounded once.
    """
    known = {name: exact(score, name[1]) for name, score in stated.items()}
    try:
        return {
            name: score for name, value in _above(known, framework).items() if (score := printed(value)) is not None
        }
    except FrameworkError:  # the year's weights or way of averaging are unknown: nothing follows
        return {}


def _above(known: Mapping[tuple[str, str], Exact], framework: Framework) -> dict[tuple[str, str], Exact]:
    found: dict[tuple[str, str], Exact] = {}

    def told(level: str, code: str, value: Exact) -> Exact:
        if (own := known.get((level, code))) is not None:
            return own
        found[level, code] = value
        return value

    items = {code: value for (level, code), value in known.items() if level == "item"}
    means = item_means(items, framework) if items else {}
    indicators = {each.no: told("indicator", str(each.no), means.get(each.no)) for each in framework.indicators}
    stated = {code: value for (level, code), value in known.items() if level == "instrument"}
    of_indicators = instrument_means(indicators, framework)
    whole = {
        code: joined(code, stated, framework) if _is_told(code, stated, framework) else None for code in of_indicators
    }
    instruments = {
        code: told("instrument", code, of_indicators[code] if whole[code] is None else whole[code])
        for code in of_indicators
    }
    told("total", "total", weighted_total(instruments, framework))
    return found


def _is_told(code: str, stated: Mapping[str, Exact], framework: Framework) -> bool:
    return any(stated.get(each) is not None for each in (code, *(part.code for part in framework.parts[code])))
