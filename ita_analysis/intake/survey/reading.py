"""Reads one file of answers into counts and scores; who answered what is forgotten as soon as it is counted."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ita_analysis import scoring
from ita_analysis.errors import UnreadableDocument
from ita_analysis.framework import Question, Questionnaire, questionnaire
from ita_analysis.intake.survey.answers import MISSING, meanings
from ita_analysis.intake.survey.columns import Columns, question_columns
from ita_analysis.intake.survey.findings import not_asked, read_as_scores, unknown_answers
from ita_analysis.intake.survey.grid import Grid, grids
from ita_analysis.intake.survey.headings import Heading, headings
from ita_analysis.intake.survey.respondents import Respondent, respondents
from ita_analysis.results import SheetPlace
from ita_analysis.surveys import Counts, QuestionKey, Survey

_ROWS_BEFORE_HEADINGS = 20
MOST_RESPONDENTS = 100_000


@dataclass(frozen=True)
class _Found:
    """A sheet, where its headings stand (counted from 0), and what they say."""

    grid: Grid
    row: int
    read: tuple[Heading, ...]

    def count(self, instrument: str) -> int:
        """Return how many columns ask something of an instrument."""
        return sum(each.kind == "question" and each.instrument == instrument for each in self.read)


def read_survey(name: str, content: bytes, fiscal_year_be: int, instrument: str) -> Survey:
    """Return what a file of answers to an instrument's questions says of a fiscal year.

    Raises UnreadableDocument where the file cannot be opened or asks nothing of them, and FrameworkError where the
    year has no questionnaire.
    """
    asked = questionnaire(fiscal_year_be, instrument)
    found = _sheet(grids(content), asked)
    place = SheetPlace(found.grid.sheet_name, found.row + 1)
    columns = question_columns(found.read, asked, place)
    rows = _rows(found)
    orders = {number: _orders(number, rows, asked, columns) for number in columns.keys}
    people = respondents(rows, orders, [each.number for each in found.read if each.kind == "time"], place)
    if not people.counted:
        raise UnreadableDocument("survey_no_respondents", place=place)
    counts = _counts(people.counted, columns.keys)
    return Survey(
        file_name=name,
        sheet_name=found.grid.sheet_name,
        fiscal_year_be=fiscal_year_be,
        instrument=instrument,
        fingerprint=_fingerprint(people.counted, columns.keys, asked),
        respondent_count=len(people.counted),
        scores=scoring.survey_scores(counts, asked),
        findings=(*columns.findings, *people.findings, *not_asked(columns.keys, asked, place)),
        unused=tuple(each.words for each in found.read if each.kind == "other"),
        personal_count=sum(each.kind == "personal" for each in found.read),
    )


def _sheet(found: Sequence[Grid], asked: Questionnaire) -> _Found:
    """Return the sheet and the row of headings that ask the most questions."""
    rows = [
        _Found(grid, number, headings(row, asked))
        for grid in found
        for number, row in enumerate(grid.rows[:_ROWS_BEFORE_HEADINGS])
    ]
    best = max(rows, key=lambda each: each.count(asked.instrument), default=None)
    if best and best.count(asked.instrument):
        return best
    other = next((each.instrument for row in rows for each in row.read if each.kind == "question"), None)
    if other:
        raise UnreadableDocument("survey_other_instrument", other=other, instrument=asked.instrument)
    raise UnreadableDocument("survey_no_questions", instrument=asked.instrument, example=asked.items[0].code)


def _rows(found: _Found) -> list[tuple[int, Sequence[str]]]:
    """Return the rows below the headings that hold anything, each with its number in the sheet."""
    below = enumerate(found.grid.rows[found.row + 1 :], found.row + 2)
    rows = [(number, row) for number, row in below if any(cell.strip() for cell in row)]
    if len(rows) > MOST_RESPONDENTS:
        raise UnreadableDocument("survey_too_many", count=len(rows), most=MOST_RESPONDENTS)
    return rows


def _orders(
    number: int, rows: Sequence[tuple[int, Sequence[str]]], asked: Questionnaire, columns: Columns
) -> list[int]:
    """Return each row's answer in a column by its place on the scale; what nobody knows is told, and missing."""
    key = columns.keys[number]
    question = _question(key, asked)
    texts = [row[number - 1] if number <= len(row) else "" for _, row in rows]
    answers = asked.answers_to(question)
    meant = meanings(texts, answers)
    place = SheetPlace(columns.place.sheet, columns.place.row, number)
    choices = ", ".join(answer.answer_th for answer in answers)
    columns.findings += unknown_answers(key, texts, [row for row, _ in rows], meant, choices, place)
    columns.findings += read_as_scores(key, question, meant, place)
    return [meant.orders.get(text, MISSING) for text in texts]


def _question(key: QuestionKey, asked: Questionnaire) -> Question:
    code, number = key
    questions = asked.questions_of(code)
    return next((each for each in questions if each.sub_no == number), questions[0])


def _counts(people: Sequence[Respondent], keys: dict[int, QuestionKey]) -> Counts:
    counted: dict[QuestionKey, Counter[int]] = {key: Counter() for key in keys.values()}
    for person in people:
        for key, order in zip(keys.values(), person.orders, strict=True):
            if order != MISSING:
                counted[key][order] += 1
    return counted


def _fingerprint(people: Sequence[Respondent], keys: dict[int, QuestionKey], asked: Questionnaire) -> str:
    """Return a digest of the answers, blind to the order of rows and columns and to all that is personal."""
    order = sorted(range(len(keys)), key=lambda index: list(keys.values())[index])
    answers = sorted([person.orders[index] for index in order] for person in people)
    questions = [list(keys.values())[index] for index in order]
    said = json.dumps([asked.instrument, asked.fiscal_year_be, questions, answers])
    return hashlib.sha256(said.encode()).hexdigest()
