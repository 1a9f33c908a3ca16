"""A second, slow and obvious scoring of a survey, straight from the CSV rows; shares no code with the program."""

from __future__ import annotations

from fractions import Fraction

from tests.scoring.oracle import rows, two_decimals

YEAR = 2564  # the year whose questions are written down
LETTER = {"IIT": "i", "EIT": "e"}
Person = dict[str, str]  # answers by the question's code (i1.2), in words; "" where nothing was answered


def questions(tool: str) -> dict[str, tuple[str, str]]:
    """Return scale and polarity of each question by its code."""
    return {
        f"{row['item_code']}.{row['sub_no']}": (row["scale"], row["polarity"])
        for row in rows("questions", YEAR)
        if row["item_code"].startswith(LETTER[tool])
    }


def worth(scale: str, polarity: str, words: str) -> Fraction:
    """Return the score of an answer: first as if more were better, then turned round where it is worse."""
    steps = {"degree": ["น้อยที่สุด", "น้อย", "มาก", "มากที่สุด"], "presence": ["ไม่มี", "มี"]}[scale]
    scores = {"degree": [0, 33, 67, 100], "presence": [0, 100]}[scale]
    score = scores[steps.index(words)]
    return Fraction(100 - score if polarity == "negative" else score)


def scores(tool: str, people: list[Person]) -> dict[str, str | None]:
    """Return the printed score of each item, indicator and of the instrument by its code, None where one is missing."""
    asked = questions(tool)
    exact: dict[str, Fraction | None] = {}
    for item in dict.fromkeys(code.split(".")[0] for code in asked):
        means = []
        for code in asked:
            if code.split(".")[0] == item:
                given = [worth(*asked[code], person[code]) for person in people if person.get(code)]
                means.append(sum(given, Fraction(0)) / len(given) if given else None)
        exact[item] = _mean(means)
    of_tool = [row["indicator_no"] for row in rows("indicators", YEAR) if row["instrument"] == tool]
    for no in of_tool:
        exact[no] = _mean([exact[row["item_code"]] for row in rows("items", YEAR) if row["indicator_no"] == no])
    exact[tool] = _mean([exact[no] for no in of_tool])
    return {code: None if score is None else two_decimals(score) for code, score in exact.items()}


def _mean(values: list[Fraction | None]) -> Fraction | None:
    total = Fraction(0)
    for value in values:
        if value is None:
            return None
        total += value
    return total / len(values)
