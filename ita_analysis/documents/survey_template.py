"""The empty table of an own survey: a heading for each question, which the reader of answers knows again."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import xlsxwriter

from ita_analysis.framework import Question, Questionnaire
from ita_analysis.texts import say

_ROWS_WITH_CHOICES = 2000
_WIDTH = 18


def heading(question: Question, asked: Questionnaire) -> str:
    """Return a question's heading: its code, its item and its own words in brackets, as form tools export a matrix."""
    topic = asked.framework.item(question.item_code).topic_th
    return f"{question.item_code}.{question.sub_no} {topic} [{question.topic_th}]"


def headings(asked: Questionnaire) -> list[str]:
    """Return the headings of the table: when it was sent, then the questions in order."""
    return [say("survey_template.time"), *(heading(question, asked) for question in asked.questions)]


def survey_csv(asked: Questionnaire) -> bytes:
    """Return the table as CSV in UTF-8 with the mark that spreadsheets look for."""
    lines = StringIO(newline="")
    csv.writer(lines).writerow(headings(asked))
    return lines.getvalue().encode("utf-8-sig")


def survey_xlsx(asked: Questionnaire) -> bytes:
    """Return the table as XLSX; each cell offers the answers there are, and a second sheet lists them with scores."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(say("survey_template.sheet"))
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(asked.questions), _WIDTH)
        for column, words in enumerate(headings(asked)):
            sheet.write_string(0, column, words, bold)
        for column, question in enumerate(asked.questions, 1):
            offered = [answer.answer_th for answer in asked.answers_to(question)]
            sheet.data_validation(1, column, _ROWS_WITH_CHOICES, column, {"validate": "list", "source": offered})
        _list_answers(book, bold, asked)
    return content.getvalue()


def _list_answers(book: xlsxwriter.Workbook, bold: xlsxwriter.format.Format, asked: Questionnaire) -> None:
    sheet = book.add_worksheet(say("survey_template.answers"))
    sheet.set_column(0, 0, 3 * _WIDTH)
    sheet.set_column(1, 1, 3 * _WIDTH)
    sheet.write_string(0, 0, say("survey_template.question"), bold)
    sheet.write_string(0, 1, say("survey_template.choices"), bold)
    for row, question in enumerate(asked.questions, 1):
        # Without its code in front: a second sheet of codes would look like one more table of answers.
        topic = asked.framework.item(question.item_code).topic_th
        sheet.write_string(row, 0, say("survey_template.about", item=topic, question=question.topic_th))
        choices = [
            say("survey_template.choice", answer=answer.answer_th, score=int(answer.score))
            for answer in asked.answers_to(question)
        ]
        sheet.write_string(row, 1, ", ".join(choices))
