"""What is read from a file scores as the oracle says, in every format, heading and encoding."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_analysis.intake.survey import read_survey
from ita_analysis.surveys import Survey
from tests.intake.survey.exports import (
    WORDS,
    Heading,
    as_csv,
    as_google,
    as_limesurvey,
    as_template,
    as_xlsx,
    code_alone,
    people,
    table,
)
from tests.scoring import survey_oracle as oracle

TOOLS = ("IIT", "EIT")
HEADINGS = (code_alone, as_google, as_template, as_limesurvey)


def printed(survey: Survey) -> dict[str, str]:
    return {each.code: str(each.score) for each in survey.scores}


def expected(tool: str, given_by: list[oracle.Person]) -> dict[str, str]:
    return {code: score for code, score in oracle.scores(tool, given_by).items() if score is not None}


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("kind", ["utf-8", "utf-8-sig", "cp874", "utf-16", "semicolon", "tab", "xlsx"])
def test_a_file_scores_as_the_oracle_says(tool: str, heading: Heading, kind: str) -> None:
    answered = people(tool, 37, missing=0.1)
    rows = table(tool, answered, heading, more=("ชื่อ-สกุล", "ที่อยู่อีเมล"))
    delimiter = {"semicolon": ";", "tab": "\t"}.get(kind, ",")
    encoding = kind if kind.startswith(("utf", "cp")) else "utf-8-sig"
    content = as_xlsx(rows, above=3) if kind == "xlsx" else as_csv(rows, encoding, delimiter)
    survey = read_survey("คำตอบ", content, 2564, tool)
    assert printed(survey) == expected(tool, answered)
    assert survey.respondent_count == 37
    assert survey.findings == ()
    assert survey.personal_count == 2
    assert survey.unused == ()


@settings(max_examples=40)
@given(data=st.data(), tool=st.sampled_from(TOOLS))
def test_any_answers_score_as_the_oracle_says(data: st.DataObject, tool: str) -> None:
    asked = oracle.questions(tool)
    one = st.fixed_dictionaries({code: st.sampled_from(("", *WORDS[scale])) for code, (scale, _) in asked.items()})
    answered = [person for person in data.draw(st.lists(one, min_size=1, max_size=6)) if any(person.values())]
    if not answered:
        return
    survey = read_survey("ก.csv", as_csv(table(tool, answered)), 2564, tool)
    assert printed(survey) == expected(tool, answered)
    assert survey.respondent_count == len(answered)
    for each in survey.scores:
        if each.level == "item":
            own = [code for code in asked if code.split(".")[0] == each.code]
            assert each.answer_count == sum(bool(person[code]) for person in answered for code in own)


def test_a_reversed_question_scores_the_other_way_round() -> None:
    best = {code: WORDS[scale][0 if polarity == "negative" else -1]
            for code, (scale, polarity) in oracle.questions("IIT").items()}  # fmt: skip
    survey = read_survey("ก.csv", as_csv(table("IIT", [best])), 2564, "IIT")
    assert set(printed(survey).values()) == {"100.00"}
    most = {code: WORDS[scale][-1] for code, (scale, _) in oracle.questions("IIT").items()}
    scores = printed(read_survey("ก.csv", as_csv(table("IIT", [most])), 2564, "IIT"))
    assert {code for code, score in scores.items() if score == "0.00"} == {
        "i4", "i5", "i6", "i9", "i10", "i16", "i17", "i18", "i19", "i22",
    }  # fmt: skip
    assert scores["i11"] == "50.00", "one of its questions is reversed, the other is not"


def test_nothing_answered_is_missing_and_never_zero() -> None:
    answered = [{**person, "i2.1": "", "i7.1": "ไม่ทราบ/ไม่ตอบ"} for person in people("IIT", 5)]
    survey = read_survey("ก.csv", as_csv(table("IIT", answered)), 2564, "IIT")
    scores = printed(survey)
    assert {"i2", "i7", "1", "2", "IIT"} & set(scores) == set()
    assert {"3", "4", "5", "i1"} <= set(scores)
    assert survey.findings == ()


def test_the_same_answers_have_one_fingerprint_whatever_the_format_order_and_names() -> None:
    rows = table("EIT", people("EIT", 9), more=("ชื่อ",))
    first = read_survey("ก.csv", as_csv(rows), 2564, "EIT")
    head, *body = rows
    turned = [list(reversed(row)) for row in [head, *reversed(body)]]
    turned = [[cell.replace("x", "อื่น") for cell in row] for row in turned]
    assert read_survey("ข.xlsx", as_xlsx(turned), 2564, "EIT").fingerprint == first.fingerprint
    other = read_survey("ค.csv", as_csv(table("EIT", people("EIT", 9, seed=2))), 2564, "EIT")
    assert other.fingerprint != first.fingerprint
    assert read_survey("ก.csv", as_csv(rows), 2566, "EIT").fingerprint != first.fingerprint
