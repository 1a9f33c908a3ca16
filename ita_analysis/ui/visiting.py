"""Who looks at the page, and what that person may do here."""

from __future__ import annotations

import streamlit as st

from ita_analysis import paths
from ita_analysis.errors import ItaError
from ita_analysis.people import PUBLIC, Person, Right, may
from ita_analysis.store.building import ready
from ita_analysis.store.people import Entry, first_administrator, person_of
from ita_analysis.store.sharing import using
from ita_analysis.ui import login
from ita_analysis.ui.standing import Request, Visit, who_is

VIEW, IN_PUBLIC = "view", "public"  # in the address: the pages as the council sees them
_SEEN, _CHOSEN = "visit", "kept_view"
_PASSED_ON_BY = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")


def visitor() -> Person:
    """Return the person at the screen, told anew: who writes is asked for at the moment of writing."""
    return _visit().person


def look() -> Visit:
    """Note who the visitor of this run of a page is; the address says whether it is shown in public."""
    _keep_choice()
    found = st.session_state[_SEEN] = _visit()
    return found


def seen() -> Visit:
    """Return the visit as it was noted when this run of the page began."""
    return st.session_state[_SEEN] if _SEEN in st.session_state else look()


def may_here(right: Right, agency_code: str | None = None, unit: str | None = None) -> bool:
    """Return whether the visitor has a right over an agency (None: over all) and a unit (None: all of it)."""
    return may(seen().person, right, agency_code, unit)


def sees_names() -> bool:
    """Return whether personal names may be shown to the visitor."""
    return seen().sees_names


def still_sees_names(visit: Visit) -> bool:
    """Return whether a visit that was noted earlier may see personal names now: appointments may have ended."""
    if visit.standing != "appointed" or visit.account == first_administrator():
        return visit.sees_names
    entry = _entry_of(visit.account)
    return visit.sees_names and entry is not None and entry.is_active


def is_public() -> bool:
    """Return whether the visitor is one of the public: nobody who is known here."""
    return seen().person == PUBLIC


def _visit() -> Visit:
    try:
        found = who_is(login.stated().state, _request(), st.user.to_dict(), _entry_of, first_administrator())
    except ItaError:  # the table of people cannot be asked; the page says why
        return Visit(PUBLIC, "unclear")
    return found.in_public() if _is_chosen_public() else found


def _entry_of(email: str) -> Entry | None:
    with using():  # before a page is run, and in what is done at a click
        return person_of(ready(paths.database()), email)


def _request() -> Request:
    headers = st.context.headers
    return Request(
        served_at=st.get_option("server.address"),
        comes_from=st.context.ip_address,
        host=headers.get("Host"),
        origin=headers.get("Origin"),
        is_passed_on=any(name in headers for name in _PASSED_ON_BY),
    )


def _is_chosen_public() -> bool:
    """Return whether the public's view was chosen, now or on another page of this visit."""
    return bool((st.query_params.get(VIEW) or st.session_state.get(_CHOSEN)) == IN_PUBLIC)


def _keep_choice() -> None:
    """Let the address say that the public's view was chosen, also after the menu has emptied it."""
    if said := st.query_params.get(VIEW):
        st.session_state[_CHOSEN] = said
    if _is_chosen_public():
        st.query_params[VIEW] = IN_PUBLIC
    elif said:
        st.query_params.pop(VIEW)
