"""The rules of evidence that need no network: what is refused, and what an assessor would doubt."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from ita_analysis.entries import Cited
from ita_analysis.evidence.address import LONGEST_URL, Address, normalised, read
from ita_analysis.evidence.doubt import Doubt, Rule
from ita_analysis.evidence.places import is_inner, is_own, kind_of, own
from ita_analysis.thai.text import DIRECTIONS, key

LONGEST_TITLE, LONGEST_REASON = 300, 2000
_SPACES = frozenset("\t\n\r")
Hit = tuple[Rule, Mapping[str, object]]


def doubts(
    cited: Sequence[Cited],
    *,
    own_hosts: Collection[str],
    round_span: tuple[date, date],
    used_elsewhere: Mapping[str, str],
) -> list[Doubt]:
    """Return what the rules hold against pieces of evidence, piece by piece, in the order of the rules.

    `own_hosts` are the agency's sites as people write them; `round_span` is the round's first and last day;
    `used_elsewhere` says in words where a URL (`normalised`) or a file (its SHA-256) is cited already.
    """
    sites, seen, found = own(own_hosts), dict[str, int](), list[Doubt]()
    for number, piece in enumerate(cited, 1):
        hits = [*_wording(piece), *_link(piece, sites), *_day(piece, round_span)]
        for trace in traces(piece):
            hits += _used(trace, seen, used_elsewhere)
            seen.setdefault(trace, number)
        found += [Doubt(number, rule, values) for rule, values in hits]
    return found


def traces(piece: Cited) -> tuple[str, ...]:
    """Return by what a piece is known again: its URL in one spelling, the SHA-256 of its file."""
    url = "" if isinstance(read(piece.url), str) else normalised(piece.url)
    return tuple(filter(None, (url, piece.sha256)))


def _wording(piece: Cited) -> Iterator[Hit]:
    if not piece.url.strip() and not piece.sha256:
        yield "nothing_cited", {}
    if len(piece.title) > LONGEST_TITLE:
        yield "title_long", {"count": len(piece.title), "most": LONGEST_TITLE}
    elif not key(piece.title):
        yield "title_missing", {}
    if len(piece.other_host_reason) > LONGEST_REASON:
        yield "reason_long", {"count": len(piece.other_host_reason), "most": LONGEST_REASON}
    for field in ("title", "other_host_reason"):
        if _hides(getattr(piece, field)):
            yield "words_hidden", {"field": field}


def _link(piece: Cited, sites: Collection[str]) -> Iterator[Hit]:
    if not piece.url.strip():
        return
    address = read(piece.url)
    if isinstance(address, str):
        yield address, {"most": LONGEST_URL}
        return
    about = {"host": address.shown_host, "own": tuple(sites)}
    suspicion = _suspicion(address, sites, is_stated=bool(key(piece.other_host_reason[:LONGEST_REASON])))
    if suspicion:
        yield suspicion, about
    if suspicion in {None, "other_host", "own_host_unknown"} and address.is_home:
        yield "home_page", about


def _suspicion(address: Address, sites: Collection[str], *, is_stated: bool) -> Rule | None:
    if is_inner(address.host):
        return "inner_address"
    kind, is_at_home = kind_of(address), is_own(address.host, sites)
    if kind and not (is_at_home and kind in {"social_media", "short_link"}):
        return kind
    if is_at_home or is_stated:
        return None
    return "other_host" if sites else "own_host_unknown"


def _day(piece: Cited, round_span: tuple[date, date]) -> Iterator[Hit]:
    start, end = round_span
    if piece.published_on is None:
        yield "date_missing", {}
    elif not start <= piece.published_on <= end:
        yield "date_outside_round", {"date": piece.published_on, "start": start, "end": end}


def _used(trace: str, seen: Mapping[str, int], elsewhere: Mapping[str, str]) -> Iterator[Hit]:
    if trace in seen:
        yield "used_twice", {"first": seen[trace]}
    if trace in elsewhere:
        yield "used_elsewhere", {"where": elsewhere[trace]}


def _hides(text: str) -> bool:
    # A lone surrogate cannot be written to any file; a sign of direction turns the words beside it around.
    return any(letter in DIRECTIONS or unicodedata.category(letter) in {"Cc", "Cs"} for letter in set(text) - _SPACES)
