"""The empty table that is handed out is read back, question by question, when it has been filled in."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from ita_analysis.documents.survey_template import headings, survey_csv, survey_xlsx
from ita_analysis.errors import UnreadableDocument
from ita_analysis.framework import questionnaire, surveyed_years
from ita_analysis.intake.survey import read_survey
from tests.intake.survey.exports import people
from tests.scoring import survey_oracle as oracle

TOOLS = ("IIT", "EIT")
EVERY = pytest.mark.parametrize(("year", "tool"), [(year, tool) for tool in TOOLS for year in surveyed_years(tool)])


def expected(tool: str, given: list[oracle.Person]) -> dict[str, str | None]:
    return oracle.scores(tool, given)


@EVERY
def test_a_filled_csv_reads_back(year: int, tool: str) -> None:
    given = people(tool, 12, seed=year)
    lines = [",".join(["", *person.values()]) for person in given]
    content = survey_csv(questionnaire(year, tool)) + "\r\n".join(lines).encode()
    survey = read_survey("ก.csv", content, year, tool)
    assert {each.code: str(each.score) for each in survey.scores} == expected(tool, given)
    assert (survey.findings, survey.unused, survey.personal_count) == ((), (), 0)


@EVERY
def test_a_filled_xlsx_reads_back(year: int, tool: str) -> None:
    given = people(tool, 12, seed=year)
    book = openpyxl.load_workbook(BytesIO(survey_xlsx(questionnaire(year, tool))))
    sheet = book.worksheets[0]
    for row, person in enumerate(given, 2):
        for column, answer in enumerate(person.values(), 2):
            sheet.cell(row, column, answer)
    content = BytesIO()
    book.save(content)
    survey = read_survey("ก.xlsx", content.getvalue(), year, tool)
    assert {each.code: str(each.score) for each in survey.scores} == expected(tool, given)
    assert (survey.findings, survey.unused, survey.sheet_name) == ((), (), sheet.title)


@pytest.mark.parametrize("tool", TOOLS)
def test_an_empty_one_says_that_nobody_answered(tool: str) -> None:
    for content in (survey_csv(questionnaire(2564, tool)), survey_xlsx(questionnaire(2564, tool))):
        with pytest.raises(UnreadableDocument) as refused:
            read_survey("ก", content, 2564, tool)
        assert refused.value.key == "survey_no_respondents"


@pytest.mark.parametrize("tool", TOOLS)
def test_each_cell_offers_the_answers_to_its_question(tool: str) -> None:
    asked = questionnaire(2564, tool)
    sheet = openpyxl.load_workbook(BytesIO(survey_xlsx(asked))).worksheets[0]
    assert [cell.value for cell in sheet[1]] == headings(asked)
    offered = {str(each.sqref).split(":")[0]: each.formula1 for each in sheet.data_validations.dataValidation}
    assert len(offered) == len(asked.questions)
    for column, question in enumerate(asked.questions, 2):
        answers = ",".join(answer.answer_th for answer in asked.answers_to(question))
        assert offered[sheet.cell(2, column).coordinate] == f'"{answers}"'
