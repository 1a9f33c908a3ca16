"""What the screen of own surveys says: the score and on how many it rests, and that it is no official one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ita_analysis.scoring import Reached
from ita_analysis.sentences.parts import SEPARATOR, Fact, Headline
from ita_analysis.surveys import Survey
from ita_analysis.texts import say


@dataclass(frozen=True)
class OwnResult:
    """A stored own survey in short: its score, how many indicators have one, and whether enough have answered."""

    respondent_count: int
    score: float | None
    known_count: int
    indicator_count: int
    sample: str


def headline(tool: str, year: int, own: OwnResult | None) -> Headline:
    """Return the finding: the score of the own survey and on how many it rests, else that there is none."""
    if own is None:
        return Headline(say("survey.headline.none", tool=tool, year=year), "", say("survey.standfirst.none"))
    about = {"tool": tool, "year": year, "count": own.respondent_count}
    standfirst = SEPARATOR.join([own.sample, say("survey.not_official")])
    if own.score is not None:
        return Headline(say("survey.headline.scored", score=f"{own.score:.2f}", **about), "", standfirst)
    words = say("survey.headline.part", known=own.known_count, total=own.indicator_count, **about)
    return Headline(words, "", standfirst)


def no_criteria(tool: str, year: int, years: tuple[int, ...]) -> Headline:
    """Return that a year's answers cannot be scored, why, and which years' can."""
    words = say("survey.headline.no_criteria", tool=tool, year=year)
    return Headline(words, "", say("survey.standfirst.no_criteria", first=years[0], last=years[-1], year=year))


def sample_line(reached: Reached | None) -> str:
    """Return whether enough have answered, and how many are missing; None where the year has no rule."""
    if reached is None:
        return say("survey.sample.no_rule")
    about = {"count": reached.respondent_count, "minimum": reached.minimum}
    if reached.population_count is None and reached.missing:
        return say("survey.sample.unknown_short", minimum=reached.minimum, missing=reached.missing)
    if reached.population_count is None:
        return say("survey.sample.unknown", **about)
    if reached.missing:
        return say("survey.sample.short", minimum=reached.minimum, missing=reached.missing)
    return say("survey.sample.enough", population=reached.population_count, **about)


def facts(survey: Survey, reached: Reached | None) -> Iterator[Fact]:
    """Yield what was read from a file: respondents, the fewest there have to be, the score, the answers counted."""
    people = say("survey.fact.people")
    personal = say("survey.fact.personal", count=survey.personal_count)
    note = personal if survey.personal_count else say("survey.fact.personal_none")
    yield Fact(say("survey.fact.respondents"), str(survey.respondent_count), people, note)
    yield _sample(reached)
    whole = next((each for each in survey.scores if each.level == "instrument"), None)
    score, note = (f"{whole.score:.2f}" if whole else say("missing")), say("survey.not_official")
    yield Fact(say("survey.fact.score"), score, "", note, is_missing=whole is None)
    answers = sum(each.answer_count for each in survey.scores if each.level == "item")
    yield Fact(say("survey.fact.answers"), f"{answers:,}", "", say("survey.fact.answers_note"))


def difference(own: Mapping[int, float], official: Mapping[int, float], official_year: int | None) -> str:
    """Return how many indicators of the own survey lie above and below the official ones; never as a forecast.

    Both by the indicator's number, 0-100; scores that differ by less than a cent are the same.
    """
    both = [round(own[no] - official[no], 2) for no in own.keys() & official.keys()]
    if official_year is None or not both:
        return say("survey.difference.none")
    above, below = sum(each > 0 for each in both), sum(each < 0 for each in both)
    return say("survey.difference.both", official=official_year, above=above, below=below)


def _sample(reached: Reached | None) -> Fact:
    label, line = say("survey.fact.sample"), sample_line(reached)
    if reached is None:
        return Fact(label, say("missing"), "", line, is_missing=True)
    return Fact(label, str(reached.minimum), say("survey.fact.people"), line, is_warning=reached.missing > 0)
