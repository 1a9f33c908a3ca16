"""Which agency a document is about, and every way it spells that agency's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from ita_analysis.intake.document import Paragraph
from ita_analysis.records import Agency, Fact, Place
from ita_analysis.thai.text import flat
from ita_analysis.vocabulary import pattern, words

_TITLE_PARAGRAPHS = 15
_LONGEST_NAME_LINE = 80
_SAME_NAME = 0.8


@dataclass(frozen=True)
class _Mention:
    kind: str
    printed_kind: str
    name: str
    place: Place
    weight: int
    is_whole_line: bool

    @property
    def printed(self) -> str:
        return self.printed_kind + self.name


def read_agency(paragraphs: Sequence[Paragraph]) -> tuple[Agency | None, tuple[Fact, ...]]:
    """Return the agency named most, in its right spelling, and each spelling with its first place."""
    found = [mention for number, paragraph in enumerate(paragraphs) for mention in _mentions(paragraph, number)]
    best = _best(found)
    if best is None:
        return None, ()
    text = "\n".join(flat(paragraph.text) for paragraph in paragraphs)
    name = f"{best.kind}{best.name}"
    return Agency(name, _most(text, "district"), _province(text)), tuple(_spellings(found, best))


def _mentions(paragraph: Paragraph, number: int) -> Iterator[_Mention]:
    for line in paragraph.text.split("\n"):
        text = flat(line)
        if pattern("agency", "others").search(text) and len(text) <= _LONGEST_NAME_LINE:
            continue
        for match in _kinds().finditer(text):
            printed = match["kind"]
            kind = words("agency")["misspelled"].get(printed, printed)
            whole = match.start() == 0 and len(text) <= _LONGEST_NAME_LINE
            for name in _names(text[match.end() :], kind, whole):
                weight = 1 + (3 if number < _TITLE_PARAGRAPHS else 0) + (5 if whole else 0)
                yield _Mention(
                    kind, printed, name, paragraph.place, weight + 4 * (kind in words("agency")["strong"]), whole
                )


@cache
def _kinds() -> re.Pattern[str]:
    names = sorted([*words("agency")["kinds"], *words("agency")["misspelled"]], key=len, reverse=True)
    return re.compile(f"(?P<kind>{'|'.join(map(re.escape, names))})")


def _names(rest: str, kind: str, whole: bool) -> Iterator[str]:
    match = re.match(words("agency")["name"], rest)
    if not match or pattern("agency", "others").search(kind + match["name"]):
        return
    name = match["name"]
    if whole and kind not in words("agency")["strong"]:
        name = pattern("agency", "whereabouts").split(rest.strip())[0]
    yield name.strip(". ")


def _best(found: Sequence[_Mention]) -> _Mention | None:
    scores: Counter[tuple[str, str]] = Counter()
    for mention in found:
        scores[mention.kind, mention.name] += mention.weight
    names = [pair for pair, _ in scores.most_common()]
    if not names:
        return None
    best = names[0]
    # The sentence may run on after the name without a space: the shorter name of two that start alike is the name.
    shorter = [pair for pair in names if pair[0] == best[0] and best[1].startswith(pair[1]) and len(pair[1]) > 1]
    kind, name = min(shorter, key=lambda pair: len(pair[1])) if len(shorter) > 1 else best
    return next(mention for mention in found if (mention.kind, mention.name) == (kind, name))


def _spellings(found: Sequence[_Mention], best: _Mention) -> Iterator[Fact]:
    """Yield each way of writing the agency: other words for its kind, or a name that is nearly the same."""
    seen: set[str] = set()
    for mention in found:
        if mention.kind != best.kind or mention.printed_kind.endswith("."):
            continue
        runs_on = mention.name.startswith(best.name)
        name = best.name if runs_on else mention.name
        printed = mention.printed_kind + name
        is_near = runs_on or SequenceMatcher(None, name, best.name).ratio() >= _SAME_NAME
        if is_near and printed not in seen:
            seen.add(printed)
            yield Fact(printed, mention.place, "sure" if runs_on else "likely")


def _most(text: str, name: str) -> str | None:
    counted = Counter(match["name"] for match in pattern("identity", name).finditer(text))
    if not counted:
        return None
    best = counted.most_common(1)[0][0]
    return min((other for other in counted if best.startswith(other)), key=len)


def _province(text: str) -> str | None:
    named = [match["name"] for match in pattern("identity", "province").finditer(text)]
    known = [province for name in named for province in words("identity")["provinces"] if name.startswith(province)]
    if known:
        return str(Counter(known).most_common(1)[0][0])
    bangkok: str = words("identity")["bangkok"]
    return bangkok if bangkok in text else _most(text, "province")
