"""The column of each question: where its heading does not say which one, by words, by order, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ita_analysis.framework import Question, Questionnaire
from ita_analysis.intake.survey.headings import Heading, label_of, named_questions
from ita_analysis.records import Severity
from ita_analysis.results import SheetPlace
from ita_analysis.surveys import WHOLE_ITEM, QuestionKey, Rule, SurveyFinding


@dataclass
class Columns:
    """The question that each column asks, by the column's number from 1; findings come with them."""

    place: SheetPlace
    keys: dict[int, QuestionKey] = field(default_factory=dict)
    findings: list[SurveyFinding] = field(default_factory=list)

    def take(self, heading: Heading, sub_no: int) -> None:
        """Note that a column asks a question; a second column of the same question is told and left out."""
        key = (heading.item_code, sub_no)
        if key in self.keys.values():
            self.tell("question_twice", "high", heading)
        else:
            self.keys[heading.number] = key

    def tell(self, rule: Rule, severity: Severity, heading: Heading, **values: object) -> None:
        """Note a finding about a column."""
        place = SheetPlace(self.place.sheet, self.place.row, heading.number)
        self.findings.append(SurveyFinding(rule, severity, place, heading.words, values))


def question_columns(read: Sequence[Heading], asked: Questionnaire, place: SheetPlace) -> Columns:
    """Return which column asks which question; `place` is the row of the headings."""
    found = Columns(place)
    by_item: dict[str, list[Heading]] = {}
    for heading in read:
        if heading.kind == "question" and heading.instrument != asked.instrument:
            found.tell("other_instrument", "medium", heading, instrument=heading.instrument)
        elif heading.kind == "question" and not asked.questions_of(heading.item_code):
            found.tell("question_unknown", "medium", heading, year=asked.fiscal_year_be)
        elif heading.kind == "question":
            by_item.setdefault(heading.item_code, []).append(heading)
    for code, columns in by_item.items():
        _assign(columns, asked.questions_of(code), asked, found)
    return found


def _assign(columns: Sequence[Heading], questions: Sequence[Question], asked: Questionnaire, found: Columns) -> None:
    rest = _by_number(columns, [each.sub_no for each in questions], asked, found)
    if _asks_all(rest, columns, questions):
        found.take(rest[0], WHOLE_ITEM)
        found.tell("whole_item", "low", rest[0], count=len(questions))
        return
    rest = _by_words(rest, asked, found)
    taken = {number for code, number in found.keys.values() if code == questions[0].item_code}
    free = [each.sub_no for each in questions if each.sub_no not in taken]
    _by_order(rest, free, found)


def _by_number(
    columns: Sequence[Heading], numbers: Sequence[int], asked: Questionnaire, found: Columns
) -> list[Heading]:
    rest = []
    for heading in columns:
        number = heading.sub_no or (numbers[0] if len(numbers) == 1 else None)
        if number is None:
            rest.append(heading)
        elif number in numbers:
            found.take(heading, number)
        else:
            found.tell("question_unknown", "medium", heading, year=asked.fiscal_year_be)
    return rest


def _asks_all(rest: Sequence[Heading], columns: Sequence[Heading], questions: Sequence[Question]) -> bool:
    is_alone = len(rest) == len(columns) == 1 and label_of(rest[0]) is None
    return is_alone and len({(each.scale, each.polarity) for each in questions}) == 1


def _by_words(rest: Sequence[Heading], asked: Questionnaire, found: Columns) -> list[Heading]:
    named = {heading.number: named_questions(heading, asked) for heading in rest}
    for heading in rest:
        if len(named[heading.number]) == 1:
            found.take(heading, named[heading.number][0])
    return [heading for heading in rest if len(named[heading.number]) != 1]


def _by_order(rest: Sequence[Heading], free: Sequence[int], found: Columns) -> None:
    """Take the columns that are left in the order of the questions that are left, if they are as many."""
    is_clear = len(rest) == len(free)
    for heading, number in zip(rest, free if is_clear else [0] * len(rest), strict=True):
        if is_clear:
            found.take(heading, number)
            found.tell("by_order", "low", heading, number=number)
        else:
            found.tell("question_unclear", "medium", heading)
