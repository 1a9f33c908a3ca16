"""The evidence of a result in its form: title, address or attached file, and the day it was published."""

from __future__ import annotations

import streamlit as st

from ita_analysis import paths
from ita_analysis.errors import ItaError
from ita_analysis.intake.result_form import cited_count, cited_field, one_less, one_more
from ita_analysis.store.attachments import KINDS, MOST_MEGABYTES, Attachment, attach, attachment_of
from ita_analysis.store.building import ready
from ita_analysis.texts import explain, say
from ita_analysis.ui import typed
from ita_analysis.ui.asking import kept, look_again
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.typed import Form
from ita_analysis.ui.visiting import visitor

_SAID = "evidence_said"


def show_cited(form: Form) -> None:
    """Show the fields of each piece of evidence, and the way to one more."""
    show("section", title=say("entry.evidence"), text=say("entry.evidence_about", most=MOST_MEGABYTES))
    if said := st.session_state.pop(_SAID, ""):
        tell("problem", said)
    count = cited_count(form.fields)
    for number in range(1, count + 1):
        with st.container(key=f"cited_{number}"):
            _fields(form, number)
    st.button(say("entry.cite_more"), key="cite_more", on_click=_more, args=(form,))


def _fields(form: Form, number: int) -> None:
    typed.line(form, cited_field(number, "title"), say("entry.cited.title", no=number))
    with st.container(key=f"cited_row_{number}"):
        typed.line(form, cited_field(number, "url"), say("entry.cited.url"), placeholder="https://")
        with st.container():
            typed.day(form, cited_field(number, "on"), say("entry.cited.on"))
    _file(form, number)
    label = say("entry.cite_less", no=number)
    st.button(label, key=f"cite_less_{number}", type="tertiary", on_click=_less, args=(form, number))


def _file(form: Form, number: int) -> None:
    name = cited_field(number, "sha256")
    sha256 = form.fields.get(name, "")
    if sha256:
        kept_file = attached(sha256)
        with st.container(horizontal=True, vertical_alignment="center"):
            show("words", words=say("entry.cited.file_kept", name=kept_file.file_name if kept_file else say("missing")))
            label = say("entry.cited.file_drop")
            st.button(label, key=f"drop_file_{number}", type="tertiary", on_click=form.put, args=({name: ""},))
        return
    key = typed.key_of(form, f"file_{number}")
    st.file_uploader(
        say("entry.cited.file", no=number), type=list(KINDS), key=key, max_upload_size=MOST_MEGABYTES,
        on_change=_attach, args=(form, number, key),
    )  # fmt: skip


def attached(sha256: str) -> Attachment | None:
    """Return the attached file of a SHA-256, or None."""
    return kept(_attachment, sha256)


def _attachment(sha256: str) -> Attachment | None:
    with ready(paths.database()).cursor() as cursor:
        return attachment_of(cursor, sha256)


def _attach(form: Form, number: int, key: str) -> None:
    upload = st.session_state.get(key)
    if upload is None:
        return
    try:
        file = paths.database()
        made = attach(ready(file), file, upload.name, upload.getvalue(), who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = explain(error)
        return
    look_again()
    title = cited_field(number, "title")
    form.put({cited_field(number, "sha256"): made.sha256, title: form.fields.get(title) or made.file_name})


def _more(form: Form) -> None:
    form.put(one_more(form.fields))


def _less(form: Form, number: int) -> None:
    form.put(one_less(form.fields, number))
