"""The quiet line of the frame: who is here, the way in and out, the public's view; and why somebody may only look."""

from __future__ import annotations

import streamlit as st
from streamlit.errors import StreamlitAPIException

from ita_analysis.texts import say
from ita_analysis.ui import login, visiting
from ita_analysis.ui.rendering import href, tell
from ita_analysis.ui.rendering import show as show_template
from ita_analysis.ui.standing import Visit

_FAILED = "login"  # in the address, where signing in did not come to an end
_OWN = "own"  # in the address: out of the public's view again
_READ_ONLY = {"exposed", "elsewhere", "spoilt"}
TOLD = {*_READ_ONLY, "unappointed", "unverified"}


def show(path: str) -> None:
    """Show the line above a page, and below it what keeps the visitor from more than looking."""
    visit = visiting.seen()
    with st.container(key="visitor", horizontal=True):
        show_template("visitor", who=_who(visit), **_other_view(visit, path))
        _offer(visit)
    _tell(visit)


def why_closed() -> str:
    """Return why a page is not open to the visitor, and what to do."""
    visit = visiting.seen()
    if visit.is_public_by_choice:
        return say("frame.closed.in_public")
    if visit.standing == "signed_out":
        return say("frame.closed.signed_out")
    if visit.standing == "appointed":
        return say("frame.closed.appointed", role=say(f"role.{visit.person.role}"))
    return say("frame.closed.read_only")


def _who(visit: Visit) -> str:
    if visit.is_public_by_choice:
        return say("frame.in_public")
    if visit.standing == "appointed":
        return say("frame.who", name=visit.person.name, role=say(f"role.{visit.person.role}"))
    return say("frame.read_only") if visit.standing in _READ_ONLY else visit.account


def _other_view(visit: Visit, path: str) -> dict[str, str]:
    """Return the way into the public's view or out of it, for those whom it would show anything else."""
    if not (visit.is_public_by_choice or visit.sees_names):
        return {"href": "", "words": ""}
    wanted, words = (_OWN, "frame.own_view") if visit.is_public_by_choice else (visiting.IN_PUBLIC, "frame.public_view")
    return {"href": href(path, **{**st.query_params.to_dict(), visiting.VIEW: wanted}), "words": say(words)}


def _offer(visit: Visit) -> None:
    if visit.standing in {"appointed", "unappointed", "unverified"}:
        st.button(say("login.out"), key="sign_out", type="tertiary", on_click=st.logout)
    elif visit.standing == "signed_out":
        for provider in login.stated().providers:
            words = say("login.in") if provider == login.DEFAULT else say("login.in_with", provider=provider)
            st.button(words, key=f"sign_in_{provider}", type="tertiary", on_click=_sign_in, args=(provider,))


def _sign_in(provider: str) -> None:
    try:
        st.login(None if provider == login.DEFAULT else provider)
    except StreamlitAPIException:
        st.query_params[_FAILED] = "failed"


def _tell(visit: Visit) -> None:
    if st.query_params.pop(_FAILED, None):
        tell("problem", say("login.failed"))
    if visit.standing in TOLD and not visit.is_public_by_choice:
        why = login.stated().why if visit.standing == "spoilt" else ""
        tell("note", say(f"login.told.{visit.standing}", account=visit.account, why=why))
