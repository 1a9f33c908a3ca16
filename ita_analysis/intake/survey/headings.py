"""Which column asks which question: told by the code in its heading, else by the question's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ita_analysis.framework import Questionnaire
from ita_analysis.surveys import QuestionKey
from ita_analysis.thai.text import flat, key, to_arabic
from ita_analysis.vocabulary import pattern

Kind = Literal["question", "time", "personal", "other", "blank"]
_LETTERS = {"i": "IIT", "e": "EIT"}
_SHORTEST = 3  # letters of a heading that may stand for the whole of a question's words
_BESIDE: tuple[Kind, ...] = ("time", "personal")


@dataclass(frozen=True)
class Heading:
    """A column's heading, what kind of column it is, and what it asks as far as its words tell.

    `item_code` may name an item that the questionnaire does not have; `sub_no` is None where the heading names none.
    """

    number: int
    words: str
    kind: Kind
    item_code: str = ""
    instrument: str = ""
    sub_no: int | None = None


def headings(row: Sequence[str], asked: Questionnaire) -> tuple[Heading, ...]:
    """Return what each heading of a row says, counted from 1."""
    return tuple(_heading(number, flat(words), asked) for number, words in enumerate(row, 1))


def key_of(question: QuestionKey) -> str:
    """Return a question's code as headings print it: i1.2, or i2 for an item as a whole."""
    code, number = question
    return f"{code}.{number}" if number else code


def _heading(number: int, words: str, asked: Questionnaire) -> Heading:
    if not words:
        return Heading(number, "", "blank")
    named = _by_code(number, words) or _by_words(number, words, asked)
    if named:
        return named
    kind: Kind = next((each for each in _BESIDE if pattern("survey", each).search(words)), "other")
    return Heading(number, words, kind)


def _by_code(number: int, words: str) -> Heading | None:
    text = to_arabic(words).lower()
    label = pattern("survey", "label").search(text)
    found = (label and pattern("survey", "code").search(label["words"])) or pattern("survey", "code").search(text)
    if not found:
        return None
    sub = found["sub"] or found["option"]
    code = f"{found['letter']}{int(found['item'])}"
    return Heading(number, words, "question", code, _LETTERS[found["letter"]], int(sub) if sub else None)


def _by_words(number: int, words: str, asked: Questionnaire) -> Heading | None:
    said = key(words)
    items = {item.code for item in asked.items if key(item.topic_th) in said}
    items |= {each.item_code for each in asked.questions if key(each.topic_th) == said}
    if len(items) != 1:
        return None
    return Heading(number, words, "question", items.pop(), asked.instrument)


def label_of(heading: Heading) -> str | None:
    """Return the row of a matrix question, which a form tool puts behind the question in brackets."""
    found = pattern("survey", "label").search(heading.words)
    return found["words"] if found else None


def named_questions(heading: Heading, asked: Questionnaire) -> list[int]:
    """Return the numbers of the questions of a heading's item whose words stand in it, or whose words it shortens."""
    said = key(label_of(heading) or heading.words)
    topics = {question.sub_no: key(question.topic_th) for question in asked.questions_of(heading.item_code)}
    return [number for number, topic in topics.items() if topic in said or (len(said) > _SHORTEST and said in topic)]
