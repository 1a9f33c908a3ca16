"""The scores that answers give: the mean over respondents, over an item's questions, and on up; exact inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from ita_analysis.framework import Question, Questionnaire
from ita_analysis.scoring.exact import Exact, mean, rounded
from ita_analysis.scoring.totals import instrument_means, item_means
from ita_analysis.surveys import WHOLE_ITEM, Answered, Counts


def survey_scores(counts: Counts, asked: Questionnaire) -> tuple[Answered, ...]:
    """Return the score of each item, of the indicators and of the instrument, 0-100, rounded once at two decimals.

    A question without any answer leaves its item without a score, and all above it: these have no row. Source of the
    rule: docs/framework.md (likely; background knowledge for the order of the means).
    """
    items = {item.code: _item_mean(item.code, counts, asked) for item in asked.items}
    indicators = item_means(items, asked.framework)
    instruments = instrument_means(indicators, asked.framework)
    given = {item.code: _answer_count(item.code, counts) for item in asked.items}
    return (
        *(Answered("item", code, rounded(score), given[code]) for code, score in _known(items)),
        *(
            Answered("indicator", str(each.no), rounded(score), _of_indicator(each.no, given, asked))
            for each in asked.framework.indicators_of(asked.instrument)
            if (score := indicators[each.no]) is not None
        ),
        *(
            Answered("instrument", code, rounded(score), sum(given.values()))
            for code, score in _known(instruments)
            if code == asked.instrument
        ),
    )


def _known(scores: Mapping[str, Exact]) -> Iterator[tuple[str, Fraction]]:
    return ((code, score) for code, score in scores.items() if score is not None)


def _item_mean(code: str, counts: Counts, asked: Questionnaire) -> Exact:
    questions = asked.questions_of(code)
    if (code, WHOLE_ITEM) in counts:
        return _question_mean(counts[code, WHOLE_ITEM], questions[0], asked)
    return mean(_question_mean(counts.get((code, each.sub_no), {}), each, asked) for each in questions)


def _question_mean(counted: Mapping[int, int], question: Question, asked: Questionnaire) -> Exact:
    worth = {answer.order: Fraction(answer.score) for answer in asked.answers_to(question)}
    given = sum(counted.values())
    total = sum((worth[order] * count for order, count in counted.items()), Fraction(0))
    return total / given if given else None


def _answer_count(code: str, counts: Counts) -> int:
    return sum(sum(counted.values()) for (item, _), counted in counts.items() if item == code)


def _of_indicator(no: int, given: Mapping[str, int], asked: Questionnaire) -> int:
    return sum(given[item.code] for item in asked.items if item.indicator_no == no)
