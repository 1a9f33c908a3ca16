"""The screen of own surveys: bring answers in, look at the scores, store them apart from the official ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from ita_analysis import paths
from ita_analysis.documents.survey_template import survey_csv, survey_xlsx
from ita_analysis.errors import ItaError
from ita_analysis.framework import Questionnaire, questionnaire, surveyed_years
from ita_analysis.intake.survey import read_survey
from ita_analysis.scoring import Reached
from ita_analysis.sentences import survey as sentences
from ita_analysis.sentences.parts import SEPARATOR, Headline, listed
from ita_analysis.store.agencies import short_name
from ita_analysis.store.building import ready
from ita_analysis.store.keeping import keep
from ita_analysis.store.surveys import store_survey, stored_survey
from ita_analysis.surveys import Survey
from ita_analysis.texts import explain, say, say_some
from ita_analysis.thai.dates import long_date
from ita_analysis.thai.text import flat, to_arabic
from ita_analysis.ui import choosing, exports, heads, survey_accounts
from ita_analysis.ui.asking import look_later, to_store
from ita_analysis.ui.exported import survey as exported
from ita_analysis.ui.rendering import href, show, show_kept, tell
from ita_analysis.ui.screens import own, survey_subject
from ita_analysis.ui.screens.survey_subject import Subject
from ita_analysis.ui.visiting import visitor

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

choose = survey_subject.choose
_READ, _SAID, _STORED = "survey_read", "survey_said", "survey_stored"
_LONGEST_NUMBER = 9
_NARROW = 360


@dataclass(frozen=True)
class Read:
    """A survey as read from a file, the people who could have answered, and whether enough did."""

    survey: Survey
    population_count: int | None
    reached: Reached | None


def show_head(subject: Subject) -> None:
    """Show the score of the own survey and on how many it rests, or why there is none."""
    headline = _headline(subject)
    agency = subject.agency.name or say("survey.unnamed")
    parts = (say("head.year", year=subject.fiscal_year_be), subject.tool)
    head = heads.Head(
        say("page.survey"),
        parts,
        headline.words,
        headline.standfirst,
        headline.tone,
        is_synthetic=subject.is_synthetic,
        has_source=True,
        agency=agency,
        agency_short=short_name(agency),
        others="" if subject.is_new else choosing.way_to_others("survey", subject.agency_code, subject.fiscal_year_be),
    )
    show("head", head=head)
    if kind := st.session_state.pop(_SAID, ()):
        tell(*kind)


def has_questions(subject: Subject) -> bool:
    """Return whether the year's answers can be scored; where not, lead to a year that can be."""
    years = surveyed_years(subject.tool)
    if subject.fiscal_year_be in years:
        return True
    code = None if subject.is_new else subject.agency_code
    address = href("survey", agency=code, year=years[-1], tool=subject.tool)
    show("way", href=address, words=say("survey.see_year", year=years[-1]))
    return False


def choose_file(subject: Subject) -> UploadedFile | None:
    """Return the file the reader gives; empty tables to fill in are offered beside."""
    asked = questionnaire(subject.fiscal_year_be, subject.tool)
    first = asked.questions[0]
    example = say("survey.code", item=first.item_code, number=first.sub_no)
    text = SEPARATOR.join([say("survey.bring_text", example=example), *_doubts(asked)])
    show("section", title=say("survey.bring_title"), text=text)
    with st.container(key="survey_templates", horizontal=True):
        name = say("survey_template.file", tool=subject.tool, year=subject.fiscal_year_be)
        st.download_button(say("survey.template_xlsx"), survey_xlsx(asked), f"{name}.xlsx", on_click="ignore",
                           key="template_xlsx")  # fmt: skip
        st.download_button(say("survey.template_csv"), survey_csv(asked), f"{name}.csv", on_click="ignore",
                           key="template_csv")  # fmt: skip
    # Any file may be given: Streamlit refuses other endings in English, the reader in Thai and with a reason.
    return st.file_uploader(say("survey.file"), key="survey_file")


def read(upload: UploadedFile, subject: Subject) -> Read | None:
    """Return what the file says, and of how many people; one sentence where it cannot be read, or is stored already."""
    try:
        survey = _survey(upload, subject)
        if not subject.is_new and _is_stored(survey, subject):
            return None
        typed = st.text_input(
            say("survey.population"), key="survey_population", live="300ms", autocomplete="off", width=_NARROW
        )
        population = _count(typed or "")
        reached = own.sample(survey.respondent_count, population, subject.fiscal_year_be, subject.tool)
    except ItaError as error:
        tell("problem", f"{upload.name}: {explain(error)}")
        return None
    return Read(survey, population, reached)


def offer_to_store(read_now: Read, subject: Subject) -> None:
    """Show at a glance what was read, and offer to store it; say why not where it may not or need not be."""
    survey = read_now.survey
    title = say("survey.read_title", file=survey.file_name)
    show("summary", title=title, facts=list(sentences.facts(survey, read_now.reached)))
    if survey.grave:
        tell("problem", say("survey.grave"))
    elif not survey.scores:
        tell("problem", say("survey.no_scores"))
    else:
        st.button(say("survey.store"), type="primary", key="store_survey", on_click=_store, args=(read_now, subject))


def show_read(read_now: Read) -> None:
    """Show the scores that the file gives, marked as an own survey, and what was found in it."""
    survey = read_now.survey
    findings = [
        {"severity": f.severity, "title": f.title, "place": str(f.place), "quote": f.quote, "fix": f.fix}
        for f in survey.findings
    ]
    if findings:
        show("findings", title=say_some("survey.findings", len(findings)), rows=findings, quoted=say("survey.quoted"))
    unused = [say("survey.unused", names=listed(survey.unused))] if survey.unused else []
    marks = SEPARATOR.join([say("survey.marks"), *unused])
    show("own", **own.preview(survey), marks=marks)


def show_stored(subject: Subject) -> None:
    """Show the stored own survey beside the last official result, and what others there are."""
    if not subject.is_new:
        own.show_own(subject.agency_code, subject.fiscal_year_be, subject.tool)
        own.show_others(subject.agency_code)


def offer_tables(subject: Subject, read_now: Read | None) -> None:
    """Offer what the screen shows as files: the stored survey, and what was read and is not stored."""
    survey = read_now.survey if read_now else None
    exports.offer_of_visit(
        "survey", partial(exported.about, subject, survey), partial(exported.tables, subject, survey)
    )


def show_source(subject: Subject) -> None:
    """Say where the numbers of this screen come from."""
    show_kept("source", survey_accounts.accounts, subject.agency_code, subject.fiscal_year_be, subject.tool)


def _headline(subject: Subject) -> Headline:
    years = surveyed_years(subject.tool)
    if subject.fiscal_year_be not in years:
        return sentences.no_criteria(subject.tool, subject.fiscal_year_be, years)
    stored = None if subject.is_new else own.result(subject.agency_code, subject.fiscal_year_be, subject.tool)
    return sentences.headline(subject.tool, subject.fiscal_year_be, stored)


def _doubts(asked: Questionnaire) -> Iterator[str]:
    if asked.lent_by:
        yield say("survey.lent", lent=asked.lent_by, year=asked.fiscal_year_be)
    elif asked.confidence != "sure":
        yield say("survey.unsure")


def _survey(upload: UploadedFile, subject: Subject) -> Survey:
    """Return what the file says, read once for each file, year and instrument; of the answers only counts are kept."""
    about = (upload.file_id, subject.fiscal_year_be, subject.tool)
    if st.session_state.get(_READ, (None,))[0] != about:
        read_now = read_survey(upload.name, upload.getvalue(), subject.fiscal_year_be, subject.tool)
        st.session_state[_READ] = (about, read_now)
    survey: Survey = st.session_state[_READ][1]
    return survey


def _is_stored(survey: Survey, subject: Subject) -> bool:
    """Return whether the same answers are stored already, and say so unless it was done a moment ago."""
    known = stored_survey(ready(paths.database()), survey, subject.agency_code)
    if known and known.stored_at and st.session_state.get(_STORED) != known.survey_id:
        tell("note", say("survey.already", date=long_date(known.stored_at.date())))
    return known is not None


def _count(typed: str) -> int | None:
    words = to_arabic(flat(typed)).replace(",", "")
    if not words:
        return None
    if not (words.isdecimal() and len(words) <= _LONGEST_NUMBER and int(words)):
        raise ItaError("survey_population", count=flat(typed)[:20])
    return int(words)


def _store(read_now: Read, subject: Subject) -> None:
    """Store what was read before the page runs again, so that the page shows it."""
    agency = subject.agency if subject.is_new else subject.agency_code
    try:
        with to_store() as opened:
            keep(paths.database(), "import")
            stored = store_survey(opened, read_now.survey, agency, read_now.population_count, who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return
    look_later()
    st.query_params["agency"] = st.session_state["kept_agency"] = stored.agency_code
    st.session_state[_SAID], st.session_state[_STORED] = ("done", say("survey.stored")), stored.survey_id
