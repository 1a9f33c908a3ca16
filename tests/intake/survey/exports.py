"""Files of answers as form tools export them, made of invented respondents."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO

import xlsxwriter

from ita_analysis.framework import questionnaire
from tests.scoring.survey_oracle import Person, questions

TIME = "ประทับเวลา"
WORDS = {"degree": ("น้อยที่สุด", "น้อย", "มาก", "มากที่สุด"), "presence": ("ไม่มี", "มี")}
Heading = Callable[[str, str, str], str]


def code_alone(code: str, _item: str, _question: str) -> str:
    return code


def as_google(code: str, item: str, question: str) -> str:
    return f"ข้อ {code.split('.', maxsplit=1)[0]} {item} [{question}]"


def as_template(code: str, item: str, question: str) -> str:
    return f"{code} {item} [{question}]"


def as_limesurvey(code: str, item: str, question: str) -> str:
    name, number = code.split(".")
    return f"{name}[SQ00{number}]. {item} [{question}]"


def people(tool: str, count: int, seed: int = 1, *, missing: float = 0.0) -> list[Person]:
    """Return respondents with an answer in words to each question, some of them missing."""
    chance = random.Random(seed)
    return [
        {
            code: "" if chance.random() < missing else chance.choice(WORDS[scale])
            for code, (scale, _) in questions(tool).items()
        }
        for _ in range(count)
    ]


def table(
    tool: str, given: Sequence[Person], heading: Heading = as_template, more: Sequence[str] = ()
) -> list[list[str]]:
    """Return headings and rows: a time, columns of more headings that say “x”, then the questions."""
    asked = questionnaire(2564, tool)
    words = {
        f"{each.item_code}.{each.sub_no}": (asked.framework.item(each.item_code).topic_th, each.topic_th)
        for each in asked.questions
    }
    head = [TIME, *more, *(heading(code, *words[code]) for code in words)]
    rows = [[f"2026-01-05 09:{n // 60:02}:{n % 60:02}", *("x" for _ in more), *(each[code] for code in words)]
            for n, each in enumerate(given)]  # fmt: skip
    return [head, *rows]


def as_csv(rows: Sequence[Sequence[str]], encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    lines = StringIO(newline="")
    csv.writer(lines, delimiter=delimiter).writerows(rows)
    return lines.getvalue().encode(encoding)


def as_xlsx(rows: Sequence[Sequence[object]], above: int = 0) -> bytes:
    """Return a workbook whose second sheet holds the rows, some blank ones above; numbers stay numbers."""
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet("สรุป").write_string(0, 0, "ไม่มีคำตอบในแผ่นนี้")
        sheet = book.add_worksheet("การตอบแบบฟอร์ม 1")
        for number, row in enumerate(rows, above):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)
    return content.getvalue()
