"""What is wrong with a file of answers is told with its place and what to do; nothing is guessed or counted twice."""

from __future__ import annotations

from typing import Any

import pytest

from ita_analysis.framework import questionnaire
from ita_analysis.intake.survey import read_survey
from ita_analysis.intake.survey.answers import meanings
from ita_analysis.surveys import Survey, SurveyFinding
from ita_analysis.thai.text import has_thai
from tests.intake.survey.exports import as_csv, as_xlsx, people, table
from tests.scoring import survey_oracle as oracle

FIRST = "i1.1"


def iit(rows: list[list[str]]) -> Survey:
    return read_survey("ก.csv", as_csv(rows), 2564, "IIT")


def filled(count: int = 4) -> list[list[str]]:
    return table("IIT", people("IIT", count))


def column(rows: list[list[str]], code: str) -> int:
    return next(index for index, words in enumerate(rows[0]) if words.startswith(f"{code} "))


def rules(survey: Survey) -> list[str]:
    return [each.rule for each in survey.findings]


def only(survey: Survey, rule: str) -> SurveyFinding:
    (found,) = [each for each in survey.findings if each.rule == rule]
    assert has_thai(found.title)
    assert has_thai(found.fix)
    return found


def score(survey: Survey, code: str) -> str | None:
    return next((str(each.score) for each in survey.scores if each.code == code), None)


def test_an_answer_nobody_knows_is_told_with_its_place_and_not_counted() -> None:
    rows = filled()
    at = column(rows, "i7.1")
    rows[2][at] = rows[4][at] = "ปานกลาง"
    survey = read_survey("ก.xlsx", as_xlsx(rows, above=2), 2564, "IIT")
    found = only(survey, "unknown_answer")
    assert (found.place.sheet, found.place.row, found.place.column_no) == ("การตอบแบบฟอร์ม 1", 5, at + 1)
    assert (found.quote, found.values["count"], found.severity) == ("ปานกลาง", 2, "medium")
    assert "มากที่สุด" in found.fix
    (counted,) = [each.answer_count for each in survey.scores if each.code == "i7"]
    assert counted == 2


def test_many_unknown_answers_of_a_column_are_told_in_a_few_findings() -> None:
    rows = filled(30)
    for number, row in enumerate(rows[1:]):
        row[column(rows, "i7.1")] = f"ความเห็นที่ {chr(0x0E01 + number)}"
    survey = iit(rows)
    assert rules(survey) == ["unknown_answer"] * 5 + ["unknown_rest"]
    assert survey.findings[-1].values["count"] == 25
    assert score(survey, "i7") is None


def test_the_same_person_twice_counts_once_and_is_told() -> None:
    rows = filled(6)
    survey = iit([*rows, rows[3]])
    found = only(survey, "same_respondent")
    assert survey.respondent_count == 6
    assert (found.place.row, found.values["rows"]) == (8, "4=8")
    assert score(survey, "IIT") == score(iit(rows), "IIT")


@pytest.mark.parametrize("change", [0, 5])
def test_another_time_or_another_answer_is_another_person(change: int) -> None:
    rows = filled(3)
    again = list(rows[1])
    again[change] = "2026-01-06 10:00:00" if change == 0 else ("มาก" if again[change] != "มาก" else "น้อย")
    survey = iit([*rows, again])
    assert survey.respondent_count == 4
    assert rules(survey) == []


def test_equal_answers_without_a_time_are_not_called_one_person() -> None:
    rows = [row[1:] for row in filled(2)]
    assert iit([*rows, rows[1]]).respondent_count == 3


def test_a_row_without_answers_is_no_respondent() -> None:
    rows = filled(3)
    blank = ["2026-01-09 08:00", *("" for _ in rows[0][1:])]
    survey = iit([*rows, blank, []])
    assert survey.respondent_count == 3
    assert only(survey, "no_answers").place.row == 5


def test_a_question_in_two_columns_keeps_the_file_from_being_stored() -> None:
    rows = filled()
    survey = iit([[*row, row[1]] for row in rows])
    found = only(survey, "question_twice")
    assert found.severity == "high"
    assert survey.grave == (found,)
    assert found.place.column_no == len(rows[0]) + 1


def test_a_question_without_a_column_leaves_its_item_and_all_above_missing() -> None:
    rows = filled()
    at = column(rows, "i1.2")
    survey = iit([row[:at] + row[at + 1 :] for row in rows])
    assert "i1.2" in only(survey, "not_asked").title
    assert [score(survey, code) for code in ("i1", "1", "IIT")] == [None] * 3
    assert score(survey, "2") is not None


def test_one_column_may_ask_an_item_as_a_whole_where_its_questions_score_alike() -> None:
    given = people("IIT", 8)
    rows = table("IIT", given)
    at = column(rows, "i1.2")
    whole = [row[:at] + row[at + 1 :] for row in rows]
    whole[0][column(rows, "i1.1")] = "I1 ท่านทำงานตามขั้นตอนหรือไม่"
    survey = iit(whole)
    assert only(survey, "whole_item").severity == "low"
    same = [{**person, "i1.2": person["i1.1"]} for person in given]
    assert score(survey, "i1") == oracle.scores("IIT", same)["i1"]


def test_one_column_for_questions_that_score_otherwise_is_not_guessed() -> None:
    rows = filled()
    at = column(rows, "i11.2")
    whole = [row[:at] + row[at + 1 :] for row in rows]
    whole[0][column(rows, "i11.1")] = "i11 การจัดซื้อจัดจ้าง"
    survey = iit(whole)
    assert only(survey, "question_unclear").severity == "medium"
    assert score(survey, "i11") is None


def test_rows_of_a_matrix_in_other_words_are_taken_in_their_order_and_that_is_told() -> None:
    given = people("IIT", 5)
    rows = table("IIT", given)
    for code, words in (("i3.1", "ผลสำเร็จ"), ("i3.2", "ภารกิจก่อนเรื่องตน"), ("i3.3", "กล้ารับ")):
        rows[0][column(rows, code)] = f"ข้อ i3 ทำงานอย่างไร [{words}]"
    survey = iit(rows)
    assert rules(survey) == ["by_order"] * 2
    assert score(survey, "i3") == oracle.scores("IIT", given)["i3"]


def test_questions_of_another_survey_and_of_no_survey_are_told_and_left_out() -> None:
    rows = filled()
    more = ["e1.1 [ตามขั้นตอน]", "i31 เรื่องใหม่", "i2.7 เท่าเทียม"]
    survey = iit([[*rows[0], *more], *([*row, "มาก", "มาก", "มาก"] for row in rows[1:])])
    assert rules(survey) == ["other_instrument", "question_unknown", "question_unknown"]
    assert score(survey, "IIT") == score(iit(rows), "IIT")


def test_personal_columns_leave_no_trace() -> None:
    secret = ["สมชาย ใจดี", "somchai@example.go.th", "0812345678", "1234567890123"]
    heads = ["ชื่อ-สกุล", "Email Address", "เบอร์โทรศัพท์", "เลขประจำตัวประชาชน"]
    rows = filled()
    kept = iit([[*heads, *rows[0]], *([*secret, *row] for row in rows[1:])])
    assert kept.personal_count == 4
    said = repr(kept)
    assert [each for each in (*secret, *heads) if each in said] == []


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("i1.1", FIRST), ("I1.1", FIRST), ("I1_1", FIRST), ("i01-1", FIRST), ("ข้อ i1.1", FIRST), ("ข้อที่ I๑.๑", FIRST),
        ("1. i1 ปฏิบัติงาน [เป็นไปตามขั้นตอนที่กำหนด]", FIRST), ("i1[SQ001]", FIRST), ("i1 [1]", FIRST),
        ("ทำงานตามขั้นตอน/ระยะเวลา [ตามขั้นตอน]", FIRST), ("ทำงานตามขั้นตอน / ระยะเวลา [ตามขั้นตอน]", FIRST),
        ("(i1.1)", FIRST), ("คำถาม i1.1: <b>ก</b>", FIRST),
    ],
)  # fmt: skip
def test_headings_by_which_a_question_is_known(heading: str, question: str) -> None:
    rows = filled()
    rows[0][column(rows, question)] = heading
    survey = iit(rows)
    assert survey.findings == ()
    assert score(survey, "IIT") == score(iit(filled()), "IIT")


@pytest.mark.parametrize("heading", ["ความเห็น", "e-mail", "id", "i", "ii1", "pi1", "a@i1.go", "ITA 64", "", "⟦i⟧"])
def test_headings_that_ask_nothing(heading: str) -> None:
    rows = filled()
    survey = iit([[heading, *rows[0]], *(["x", *row] for row in rows[1:])])
    assert survey.findings == ()
    assert survey.respondent_count == 4


DEGREE = {"น้อยที่สุด": 1, "น้อยที่สุดหรือไม่มีเลย": 1, "ไม่มีเลย": 1, "น้อย": 2, " มาก ": 3, "มาก\u200b": 3, "4. มากที่สุด": 4,
          "มากที่สุด (4)": 4, "": 0, "-": 0, "ไม่ทราบ": 0, "ไม่ทราบ/ไม่ตอบ": 0, "N/A": 0}  # fmt: skip
PRESENCE = {"มี": 2, "ไม่มี": 1, "ใช่": 2, "ไม่ใช่": 1, "เคย": 2, "ไม่เคย": 1, "Yes": 2, "No": 1, "True": 2, "ไม่ตอบ": 0}


def question(code: str) -> Any:
    asked = questionnaire(2564, "IIT")
    item, number = code.split(".")
    (found,) = [each for each in asked.questions_of(item) if each.sub_no == int(number)]
    return asked.answers_to(found)


@pytest.mark.parametrize(
    ("code", "words"), [("i1.1", DEGREE), ("i9.1", DEGREE), ("i4.1", PRESENCE), ("i26.1", PRESENCE)]
)
def test_answers_in_words(code: str, words: dict[str, int]) -> None:
    assert meanings(words, question(code)).orders == words


@pytest.mark.parametrize(
    ("code", "texts", "orders"),
    [
        ("i1.1", "1 2 3 4 ๔", {"1": 1, "2": 2, "3": 3, "4": 4, "๔": 4}),
        ("i1.1", "0 33 67 100 100%", {"0": 1, "33": 2, "67": 3, "100": 4, "100%": 4}),
        ("i9.1", "1 4", {"1": 1, "4": 4}),
        ("i9.1", "0 100", {"0": 4, "100": 1}),
        ("i1.1", "5 3", {"3": 3}),
        ("i1.1", "1 67", {}),
        ("i1.1", "3.5 -1 1e3 99999999999", {}),
        ("i26.1", "0 100", {"0": 1, "100": 2}),
        ("i26.1", "0 1", {"0": 1, "1": 2}),
        ("i26.1", "0", {"0": 1}),
        ("i26.1", "1 2", {}),
        ("i4.1", "0 1", {"0": 1, "1": 2}),
        ("i4.1", "0 100", {"0": 2, "100": 1}),
        ("i4.1", "0", {}),
        ("i4.1", "1", {}),
    ],
)
def test_answers_in_numbers(code: str, texts: str, orders: dict[str, int]) -> None:
    assert meanings(texts.split(), question(code)).orders == orders


def test_numbers_that_may_be_either_are_told_and_not_counted() -> None:
    rows = filled()
    for row in rows[1:]:
        row[column(rows, "i4.1")] = "0"
    survey = iit(rows)
    assert only(survey, "number_unclear").values["count"] == 4
    assert score(survey, "i4") is None


def test_scores_of_a_reversed_question_are_not_reversed_again_and_that_is_told() -> None:
    rows = filled()
    for row in rows[1:]:
        row[column(rows, "i9.1")] = "67"
    survey = iit(rows)
    assert score(survey, "i9") == "67.00"
    assert only(survey, "read_as_scores").severity == "low"
