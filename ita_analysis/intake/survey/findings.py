"""The findings about a file's answers, each with its place and the choices there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ita_analysis.framework import Question, Questionnaire
from ita_analysis.intake.survey.answers import Meanings
from ita_analysis.intake.survey.headings import key_of
from ita_analysis.results import SheetPlace
from ita_analysis.surveys import QuestionKey, Rule, SurveyFinding

_MOST_ANSWERS = 5
_MOST_QUESTIONS = 12
_LONGEST_QUOTE = 80


def unknown_answers(
    key: QuestionKey, texts: Sequence[str], rows: Sequence[int], meant: Meanings, choices: str, place: SheetPlace
) -> Iterator[SurveyFinding]:
    """Yield a finding for each text of a column that nobody knows, the most frequent first; of many, the rest as one.

    `rows`: the number of each text's row; `place`: the column in the row of the headings.
    """
    first = dict(zip(reversed(texts), reversed(rows), strict=True))
    unknown = Counter(text for text in texts if text not in meant.orders).most_common()
    for text, count in unknown[:_MOST_ANSWERS]:
        rule: Rule = "number_unclear" if meant.are_unclear and not text.strip("0123456789.% ") else "unknown_answer"
        values = {"question": key_of(key), "count": count, "answers": choices}
        where = SheetPlace(place.sheet, first[text], place.column_no)
        yield SurveyFinding(rule, "medium", where, text[:_LONGEST_QUOTE], values)
    if rest := unknown[_MOST_ANSWERS:]:
        values = {"question": key_of(key), "count": sum(count for _, count in rest), "answers": choices}
        where = SheetPlace(place.sheet, first[rest[0][0]], place.column_no)
        yield SurveyFinding("unknown_rest", "medium", where, rest[0][0][:_LONGEST_QUOTE], values)


def read_as_scores(key: QuestionKey, question: Question, meant: Meanings, place: SheetPlace) -> list[SurveyFinding]:
    """Return a finding where numbers of a reversed question were taken for scores, which are reversed already."""
    is_told = meant.are_scores and question.polarity == "negative"
    return [SurveyFinding("read_as_scores", "low", place, "", {"question": key_of(key)})] if is_told else []


def not_asked(keys: Mapping[int, QuestionKey], asked: Questionnaire, place: SheetPlace) -> list[SurveyFinding]:
    """Return a finding that names the questions no column asks."""
    known = set(keys.values())
    wanted = [(each.item_code, each.sub_no) for each in asked.questions]
    missing = [key for key in wanted if key not in known and (key[0], 0) not in known]
    if not missing:
        return []
    named = ", ".join(map(key_of, missing[:_MOST_QUESTIONS])) + (" …" if len(missing) > _MOST_QUESTIONS else "")
    return [SurveyFinding("not_asked", "medium", place, "", {"count": len(missing), "questions": named})]
