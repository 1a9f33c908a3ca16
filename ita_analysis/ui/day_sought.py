"""A day that the reader looks for: typed as Thai people write dates, in the address as a stable code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

import streamlit as st

from ita_analysis.texts import say
from ita_analysis.thai.dates import day_in, short_date
from ita_analysis.thai.text import flat
from ita_analysis.ui import choosing
from ita_analysis.ui.rendering import tell


def day_sought(name: str) -> date | None:
    """Return the day that the address or the reader names under a name; words that are no day stay to be mended."""
    on = moment_of(choosing.stated(name))
    shown = st.session_state.get(f"unread_{name}") or (short_date(on) if on else "")
    st.session_state[f"choose_{name}"] = shown
    st.text_input(
        say(f"filter.{name}"),
        key=f"choose_{name}",
        placeholder=say("history.day_example"),
        max_chars=60,
        on_change=_to_address,
        args=(name,),
    )
    return on.date() if on else None


def tell_unread(names: Iterable[str]) -> None:
    """Say which words that were typed as days are none; they stay to be mended."""
    typed = (st.session_state.get(f"unread_{name}") for name in names)
    if lines := [say("history.day_unread", words=words) for words in typed if words]:
        tell("note", *lines)


def moment_of(code: str | None) -> datetime | None:
    """Return the moment that a code of the address names, of a day its last one; None where it names none."""
    try:
        at = datetime.fromisoformat(code or "")
    except ValueError:
        return None
    if at.tzinfo is not None:
        return None
    return at if "T" in (code or "") else datetime.combine(at, time.max)


def _to_address(name: str) -> None:
    typed = flat(str(st.session_state[f"choose_{name}"]))
    found = day_in(typed)
    st.session_state[f"unread_{name}"] = "" if found or not typed else typed
    st.query_params.pop("page", None)  # of a list that is another one now
    if found:
        st.query_params[name] = found.isoformat()
    else:
        st.query_params.pop(name, None)
