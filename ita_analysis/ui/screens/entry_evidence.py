"""The evidence of a result in its form: title, address or attached file, and the day it was published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from ita_analysis import paths
from ita_analysis.entries import Cited
from ita_analysis.errors import ItaError
from ita_analysis.evidence import Doubt, doubts, traces
from ita_analysis.intake.result_form import cited_count, cited_field, one_less, one_more, read
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import evidence as sentences
from ita_analysis.store.attachments import KINDS, MOST_MEGABYTES, Attachment, attach, attachment_of
from ita_analysis.texts import explain, say
from ita_analysis.ui import heads, typed
from ita_analysis.ui.asking import AgencyYear, kept, look_later, of_year, to_read, to_store
from ita_analysis.ui.form import Form, key_of
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.screens.own_sites import sites
from ita_analysis.ui.visiting import visitor

_SAID = "evidence_said"


def show_cited(year: AgencyYear, form: Form, of_round: Any) -> None:  # noqa: ANN401 - a row of an answer
    """Show the fields of each piece of evidence with what stands against it, and the way to one more."""
    show("section", title=say("entry.evidence"), text=say("entry.evidence_about", most=MOST_MEGABYTES))
    if said := st.session_state.pop(_SAID, ""):
        tell("problem", said)
    found = _doubts(year, form, of_round)
    for number in range(1, cited_count(form.fields) + 1):
        with st.container(key=f"cited_{number}"):
            _fields(form, number, [each for each in found if each.number == number])
    st.button(say("entry.cite_more"), key="cite_more", on_click=_more, args=(form,))


def _doubts(year: AgencyYear, form: Form, of_round: Any) -> list[Doubt]:  # noqa: ANN401 - a row of an answer
    """Return what the rules hold against the evidence typed; a piece of which nothing is typed yet is not judged."""
    cited = read(form.fields).entry.evidence
    span = (of_round.starts_on.date(), of_round.ends_on.date())
    elsewhere = kept(_used_elsewhere, year, form.subject)
    found = doubts(cited, own_hosts=sites(year), round_span=span, used_elsewhere=elsewhere)
    return [each for each in found if cited[each.number - 1] != Cited("")]


def _used_elsewhere(year: AgencyYear, subject: tuple[str | int, ...]) -> dict[str, str]:
    """Return where each address or file is cited by another result of the year."""
    found: dict[str, str] = {}
    for row in rows_of(of_year("cited", year)):
        if (row.measure_id, row.round_months) != subject[1:]:
            piece = Cited("", heads.text_of(row.url) or "", heads.text_of(row.sha256) or "")
            where = say("entry.cited.where", months=row.round_months, no=row.measure_no, title=row.title)
            found |= dict.fromkeys(traces(piece), where)
    return found


def _fields(form: Form, number: int, found: Sequence[Doubt]) -> None:
    typed.line(form, cited_field(number, "title"), say("entry.cited.title", no=number))
    with st.container(key=f"cited_row_{number}"):
        typed.line(form, cited_field(number, "url"), say("entry.cited.url", no=number))
        with st.container():
            typed.day(form, cited_field(number, "on"), say("entry.cited.on_of", no=number))
    why = cited_field(number, "reason")
    if form.fields.get(why) or {each.rule for each in found} & {"other_host", "own_host_unknown"}:
        typed.line(form, why, say("entry.cited.reason", no=number))
    for each in found:
        is_barred = each.severity == "refused" and each.rule != "nothing_cited"  # a report's date alone is kept
        tell("problem" if is_barred else "note", sentences.doubt_sentence(each))
    _file(form, number)
    label = say("entry.cite_less", no=number)
    st.button(label, key=f"cite_less_{number}", type="tertiary", on_click=_less, args=(form, number))


def _file(form: Form, number: int) -> None:
    name = cited_field(number, "sha256")
    sha256 = form.fields.get(name, "")
    if sha256:
        with st.container(horizontal=True, vertical_alignment="center"):
            show("words", words=say("entry.cited.file_kept", name=name_of(sha256)))
            label = say("entry.cited.file_drop")
            st.button(label, key=f"drop_file_{number}", type="tertiary", on_click=form.put, args=({name: ""},))
        return
    key = key_of(form, f"file_{number}")
    # What the field itself would refuse, it refuses in English: the store looks at each file and says why.
    label = say("entry.cited.file", no=number, kinds=", ".join(KINDS).upper(), most=MOST_MEGABYTES)
    st.file_uploader(label, key=key, on_change=_attach, args=(form, number, key))


def attached(sha256: str) -> Attachment | None:
    """Return the attached file of a SHA-256, or None."""
    return kept(_attachment, sha256)


def name_of(sha256: str) -> str:
    """Return the name of an attached file, or that there is none."""
    found = attached(sha256)
    return found.file_name if found else say("missing")


def _attachment(sha256: str) -> Attachment | None:
    with to_read() as cursor:
        return attachment_of(cursor, sha256)


def _attach(form: Form, number: int, key: str) -> None:
    upload = st.session_state.get(key)
    if upload is None:
        return
    try:
        with to_store() as opened:
            made = attach(opened, paths.database(), upload.name, upload.getvalue(), who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = explain(error)
        return
    look_later()
    if form.fields.get(cited_field(number, "sha256"), "") not in {"", made.sha256}:  # of another window
        _more(form)
        number = cited_count(form.fields)
    title = cited_field(number, "title")
    form.put({cited_field(number, "sha256"): made.sha256, title: form.fields.get(title) or made.file_name})


def _more(form: Form) -> None:
    form.put(one_more(form.fields))


def _less(form: Form, number: int) -> None:
    form.put(one_less(form.fields, number))
