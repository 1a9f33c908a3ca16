"""What the cells of one question's column mean: a place on its scale of answers, missing, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ita_analysis.framework import Answer
from ita_analysis.thai.text import flat, key, to_arabic
from ita_analysis.vocabulary import pattern, words

MISSING = 0  # no answer has this place on its scale


@dataclass(frozen=True)
class Meanings:
    """What each text of a column means: the place of an answer from 1, MISSING, or absent where nobody knows.

    `are_scores` says that numbers were read as scores of 0-100, `are_unclear` that they may be scores or places.
    """

    orders: Mapping[str, int]
    are_scores: bool = False
    are_unclear: bool = False


def meanings(texts: Iterable[str], answers: Sequence[Answer]) -> Meanings:
    """Return what the texts of a column mean, read as answers to its question."""
    distinct = set(texts)
    numbers = {text: number for text in distinct if (number := _number(text)) is not None}
    form, orders = _numbered(set(numbers.values()), answers)
    known = _worded(answers)
    found = {text: known[said] for text in distinct - set(numbers) if (said := _said(text)) in known}
    found |= {text: orders[number] for text, number in numbers.items() if number in orders}
    return Meanings(found, form == "scores", form == "unclear")


def _worded(answers: Sequence[Answer]) -> dict[str, int]:
    others = words("survey")
    known = {key(said): MISSING for said in ("", *others["missing"])}
    for answer, more in zip(answers, others[answers[0].scale], strict=True):
        known |= {key(said): answer.order for said in (answer.answer_th, *more)}
    return known


def _said(text: str) -> str:
    """Return the words of an answer without the number a form puts before or behind them."""
    return key(pattern("survey", "around_words").sub("", to_arabic(flat(text))))


def _number(text: str) -> int | None:
    said = to_arabic(flat(text)).removesuffix("%").strip()
    return int(float(said)) if len(said) < 10 and pattern("survey", "number").match(said) else None


def _numbered(numbers: set[int], answers: Sequence[Answer]) -> tuple[str, dict[int, int]]:
    """Return how a column's numbers are meant, and the place of each that can be told.

    1-4 are places on a scale of degrees, 0/33/67/100 the scores themselves. Of a question of presence 1 and 0 are yes
    and no where both occur. What could be one or the other is not guessed.
    """
    scores = {int(answer.score): answer.order for answer in answers}
    places = {answer.order: answer.order for answer in answers}
    if answers[0].scale == "presence":
        places = {0: 1, 1: 2}
        if numbers == {0}:
            # 0 is "no", and the score of "no" where more is better: there both readings agree.
            return ("scores", scores) if answers[0].score == 0 else ("unclear", {})
        if 1 in numbers and 0 not in numbers:
            return "unclear", {}
    as_scores, as_places = numbers & (set(scores) - set(places)), numbers & (set(places) - set(scores))
    if as_scores and as_places:
        return "unclear", {}
    return ("places", places) if as_places else ("scores", scores) if numbers & set(scores) else ("places", {})
