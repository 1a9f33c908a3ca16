"""The form by which an administrator adds a person, changes what they may do, or takes it away."""

from __future__ import annotations

import streamlit as st

from ita_analysis import paths
from ita_analysis.errors import ItaError
from ita_analysis.people import ROLES, Person, Role
from ita_analysis.queries.asking import rows_of
from ita_analysis.store.building import ready
from ita_analysis.store.people import LONGEST, Entry, person_of, set_person
from ita_analysis.texts import explain, say
from ita_analysis.ui.asking import ask, look_later
from ita_analysis.ui.choosing import MOST_OFFERED, are_many, offered
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.visiting import visitor

NEW = "new"
_ALL = ""
_SAID, _CHOSEN = "people_said", "person_chosen"
_FIELDS = ("email", "name", "position", "role", "agency", "unit", "active", "seen")


def show_form() -> None:
    """Show the form for one person; what was typed stays until it is saved."""
    names = {row.email: row.name for row in rows_of(ask("people"))}
    show("section", title=say("people.form.title"), text=say("people.form.about"))
    if said := st.session_state.pop(_SAID, ()):
        tell(*said)
    with st.container(key="person_form"):
        email = st.selectbox(say("people.form.who"), [NEW, *names], format_func=lambda each: _label(each, names),
                             key=_CHOSEN)  # fmt: skip
        _begin(email)
        if email == NEW:
            st.text_input(say("people.column.email"), key=_key("email", email), max_chars=254, autocomplete="off")
        for name in ("name", "position"):
            st.text_input(say(f"people.form.{name}"), key=_key(name, email), max_chars=LONGEST, autocomplete="off")
        role = st.selectbox(say("people.column.role"), ROLES, format_func=_role, key=_key("role", email))
        _ask_where(role, email)
    st.checkbox(say("people.form.active"), key=_key("active", email))
    st.button(say("people.form.save"), key="save_person", type="primary", on_click=_save, args=(email,))


def _begin(email: str) -> None:
    """Fill the form with what is stored, once: what was seen then is what a save is held against."""
    if _key("seen", email) in st.session_state:
        return
    entry = None if email == NEW else person_of(ready(paths.database()), email)
    person = entry.person if entry else Person("officer")
    shown = {
        "seen": entry,
        "email": person.email,
        "name": person.name,
        "position": person.position,
        "role": person.role,
        "agency": person.agency_code or _ALL,
        "unit": person.unit or _ALL,
        "active": entry.is_active if entry else True,
    }
    st.session_state.update({_key(name, email): value for name, value in shown.items()})


def _ask_where(role: Role, email: str) -> None:
    """Ask for the agency, and of an officer for the unit; an administrator is one of all agencies."""
    if role == "administrator":
        return
    names = _agencies(email)
    agency = st.selectbox(
        say("filter.agency"), [_ALL, *names], format_func=lambda code: names.get(code) or say("people.all_agencies"),
        key=_key("agency", email),
    )  # fmt: skip
    if role == "officer" and agency:
        units = [str(unit) for unit in ask("units", agency)["unit"]]
        if st.session_state.get(_key("unit", email), _ALL) not in units:
            st.session_state[_key("unit", email)] = _ALL
        st.selectbox(
            say("people.column.unit"), [_ALL, *units], format_func=lambda unit: unit or say("people.all_units"),
            key=_key("unit", email),
        )  # fmt: skip


def _agencies(email: str) -> dict[str, str]:
    """Return the agencies to choose from: all of a few, of many those whose name holds some words, and the chosen."""
    if are_many():
        words = st.text_input(say("people.form.search"), key=_key("search", email), live="300ms", autocomplete="off")
        found = {row.agency_code: row.name_th for row in rows_of(ask("real_agencies", words.strip(), MOST_OFFERED))}
    else:
        found = offered()
    chosen = st.session_state.get(_key("agency", email))
    known = {row.agency_code: row.name_th for row in rows_of(ask("agency_of_code", chosen))} if chosen else {}
    return known | found


def _save(email: str) -> None:
    seen: Entry | None = st.session_state.get(_key("seen", email))
    try:
        person = _typed(email)
        set_person(
            ready(paths.database()), person, is_active=bool(_said("active", email)), seen=seen, who=visitor()
        )  # fmt: skip
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return
    finally:
        look_later()
    for name in (*_FIELDS, "search"):
        st.session_state.pop(_key(name, email), None)
    st.session_state[_SAID] = ("done", say("people.form.saved", name=person.name))


def _typed(email: str) -> Person:
    role: Role = st.session_state[_key("role", email)]
    agency = None if role == "administrator" else _said("agency", email)
    unit = _said("unit", email) if role == "officer" and agency else None
    address = _said("email", email) if email == NEW else email
    return Person(role, address, _said("name", email), _said("position", email), agency or None, unit or None)


def _said(name: str, email: str) -> str:
    return str(st.session_state.get(_key(name, email)) or "")


def _key(name: str, email: str) -> str:
    return f"person_{name}_{email}"


def _label(email: str, names: dict[str, str]) -> str:
    return say("people.form.new") if email == NEW else say("people.form.known", name=names[email], email=email)


def _role(role: Role) -> str:
    return say(f"role.{role}")
