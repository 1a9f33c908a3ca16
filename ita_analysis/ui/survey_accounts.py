"""The account that the numbers of an own survey give of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ita_analysis import framework
from ita_analysis.texts import say
from ita_analysis.thai.dates import long_date
from ita_analysis.ui.screens import own
from ita_analysis.ui.sources import Input, Number


def accounts(agency_code: str, fiscal_year_be: int, tool: str) -> Mapping[str, object]:
    """Return the accounts of an own survey's scores, of the smallest sample, and of the official scores beside it."""
    return {"numbers": [_own(agency_code, fiscal_year_be, tool), *_sample(fiscal_year_be, tool), _official()]}


def _own(agency_code: str, fiscal_year_be: int, tool: str) -> Number:
    survey = own.latest(agency_code, fiscal_year_be, tool)
    inputs = []
    if survey is not None:
        about = {"file": survey.file_name, "count": survey.respondent_count}
        inputs.append(Input(say("survey.source.file", date=long_date(survey.stored_at.date()), **about)))
    if fiscal_year_be in framework.surveyed_years(tool):
        asked = framework.questionnaire(fiscal_year_be, tool)
        if asked.lent_by:
            inputs.append(Input(say("survey.lent", lent=asked.lent_by, year=fiscal_year_be)))
        elif asked.confidence != "sure":
            inputs.append(Input(say("survey.unsure")))
    return Number("own", say("survey.source.own"), say("survey.source.own_formula"), tuple(inputs))


def _sample(fiscal_year_be: int, tool: str) -> Iterator[Number]:
    rule = framework.load(fiscal_year_be).sample(tool)
    if rule is None:
        yield Number("sample", say("survey.source.sample"), say("survey.sample.no_rule"))
        return
    formula = say(
        "survey.source.sample_formula",
        percent=f"{rule.percent:f}",
        at_least=rule.at_least,
        most=f"{rule.most_by_percent:,}",
        above=rule.at_least_above,
    )
    doubt = Input(say("survey.source.sample_confidence", confidence=say(f"confidence.{rule.confidence}")))
    yield Number("sample", say("survey.source.sample"), formula, (doubt,))


def _official() -> Number:
    return Number("official", say("survey.source.official"), say("survey.source.official_formula"))
