"""The websites that are an agency's own, by which the addresses of its evidence are judged: what they are, set anew."""

from __future__ import annotations

from typing import Any

import streamlit as st

from ita_analysis.people import may
from ita_analysis.store.citing import set_sites
from ita_analysis.texts import say
from ita_analysis.ui import typed
from ita_analysis.ui.asking import AgencyYear, ask
from ita_analysis.ui.form import Form, offer_newest, save, tell_draft
from ita_analysis.ui.rendering import tell
from ita_analysis.ui.visiting import visitor

_SAID = "sites_said"
_CHANGED = "sites_changed_meanwhile"
_HOSTS = "hosts"


def show_sites(year: AgencyYear) -> None:
    """Offer to say which hosts are the agency's own website."""
    if not may(visitor(), "submit", year.agency_code):
        return
    form = Form(("sites", year.agency_code), lambda: tuple(sites(year)), lambda hosts: {_HOSTS: ", ".join(hosts)})
    form.look()
    with st.expander(say("cited.sites"), key="sites", expanded=form.draft is not None):
        if form.is_outdated:
            offer_newest(form, say(f"error.{_CHANGED}"))
        typed.line(form, _HOSTS, say("cited.sites_label"))
        with st.container():
            if said := st.session_state.pop(_SAID, None):
                tell(*said)
            tell_draft(form)
        st.button(say("cited.sites_save"), key="save_sites", on_click=_set, args=(year, form))


def sites(year: AgencyYear) -> list[str]:
    """Return the hosts of the agency's own website."""
    return sorted(ask("sites", year.agency_code)["host"])


def _set(year: AgencyYear, form: Form) -> None:
    fields = typed.collect(form)
    hosts = fields[_HOSTS].replace(",", " ").split()

    def store(opened: Any) -> None:  # noqa: ANN401 - a connection, as the ui knows it
        set_sites(opened, year.agency_code, hosts, seen=form.seen, who=visitor())

    if save(form, fields, _CHANGED, store, _refused):
        st.session_state[_SAID] = ("done", say("cited.sites_saved"))


def _refused(why: str) -> None:
    st.session_state[_SAID] = ("problem", why)
