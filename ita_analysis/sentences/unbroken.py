"""Words on their way into HTML: escaped, terms of the field never broken over two lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from markupsafe import Markup, escape

from ita_analysis.texts import phrases
from ita_analysis.thai.text import is_start
from ita_analysis.vocabulary import words

# Where Thai words end a browser looks up in a dictionary: 100,000 letters without a blank hold a page up for minutes.
_UNBROKEN, _PIECE = re.compile(r"\S{401,}"), 200
EMPHASIS = re.compile("⟦([^⟦⟧]*)⟧")


def whole_terms(text: object) -> Markup:
    """Return escaped text whose terms, official names' phrases, and numbers with their unit stay on one line.

    What no blank breaks for hundreds of letters may break here and there all the same.
    """
    said = "" if text is None else str(text)
    return Markup("<wbr>".join(terms().sub(_kept_whole, str(escape(piece))) for piece in _breakable(said)))  # noqa: S704


def emphasised(text: str, tone: str) -> Markup:
    """Return escaped text whose ⟦part⟧ has the colour of a tone: what the sentence is about."""
    return Markup(EMPHASIS.sub(rf'<span class="{tone}">\1</span>', str(whole_terms(text))))  # noqa: S704


def plain(text: str) -> str:
    """Return the words of a sentence without the marks of its ⟦part⟧."""
    return EMPHASIS.sub(r"\1", text)


def _breakable(text: str) -> Iterator[str]:
    """Yield the pieces of a text between which a line may break although no blank is there."""
    start = 0
    for run in _UNBROKEN.finditer(text):
        cut = run.start() + _PIECE
        while cut < run.end():
            if is_start(text[cut]):
                yield text[start:cut]
                start, cut = cut, cut + _PIECE
            else:
                cut += 1
    yield text[start:]


@cache
def terms() -> re.Pattern[str]:
    """Return the pattern of what stays on one line: official names, terms, and numbers with their unit."""

    def one_of(texts: Iterable[str]) -> str:
        return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))

    name = rf"(?P<number>(?:\b[0-9]{{1,2}} )?)(?P<name>{one_of(phrases())})"
    return re.compile(f"{name}|{words('screen')['with_number']}|{one_of(words('screen')['unbroken'])}")


def _kept_whole(found: re.Match[str]) -> str:
    number, name = found["number"] or "", found["name"]
    first, *rest = phrases()[name] if name else (found[0],)
    return "<wbr>".join(f'<span class="nb">{part}</span>' for part in (f"{number}{first}", *rest))
