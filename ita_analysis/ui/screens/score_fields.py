"""The fields of the form of scores: one for each indicator, its items on demand, and what is printed of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

import streamlit as st

from ita_analysis.framework import Indicator, Instrument
from ita_analysis.intake.form import TOTAL, FormScores, Name
from ita_analysis.results import Level
from ita_analysis.texts import explain, say, say_some
from ita_analysis.ui import drafts
from ita_analysis.ui.rendering import show, tell
from ita_analysis.ui.screens.score_subject import Subject

_PAUSE = "300ms"  # after the last key, until the server is asked
_START = "score_"


def show_agency(subject: Subject, kept: Mapping[Name, Decimal]) -> None:
    """Show the fields that name a new agency."""
    draft = drafts.draft(subject.key)
    words = draft.words if draft else {}
    with st.container(key="new_agency"):
        for name in ("name", "district", "province"):
            key = _key(subject, name)
            st.session_state.setdefault(key, words.get(name, ""))
            st.text_input(
                say(f"scores.{name}"), key=key, autocomplete="off", on_change=_named, args=(subject, name, kept, key)
            )
    if draft and not words.get("name", "").strip():
        tell("note", say("scores.nameless"))


def show_fields(subject: Subject, form: FormScores, now: Mapping[Name, Decimal]) -> None:
    """Show a field for each indicator by instrument, then those of what is printed of the whole.

    `now`: the scores that are stored at this moment; where they are not those the form was opened upon, it says so.
    """
    with st.container(key="score_groups"):
        for code, rows in form.framework.parts.items():
            with st.container():
                show("section", title=code, text=_tool_name(rows))
                for each in form.framework.indicators_of(code):
                    _indicator(subject, form, each, now)
    box = st.expander(say("scores.printed"), key="printed_scores", on_change="rerun")
    if not box.open:
        return
    with box:
        show("words", words=say("scores.printed_about"))
        with st.container(key="score_whole"):
            names = {each.code: each.name_th for each in form.framework.instruments}
            for code in dict.fromkeys((*form.framework.parts, *names)):
                label = say(
                    "scores.instrument", code=code, name=names.get(code, _tool_name(form.framework.parts.get(code, ())))
                )
                _field(subject, form, ("instrument", code), label, now)
            _field(subject, form, TOTAL, say("scores.total"), now)


def collect(subject: Subject, kept: Mapping[Name, Decimal]) -> None:
    """Take what stands in the fields shown as what was typed."""
    start = _key(subject, "")
    for key in [str(each) for each in st.session_state if str(each).startswith(start)]:
        level, _, code = key.removeprefix(start).partition("_")
        if code:
            _typed(subject, (cast("Level", level), code), kept, key)
        elif st.session_state[key]:
            _named(subject, level, kept, key)


def refill(subject: Subject) -> None:
    """Let the fields of a subject show what is stored."""
    for key in [str(each) for each in st.session_state if str(each).startswith(_key(subject, ""))]:
        del st.session_state[key]


def _indicator(subject: Subject, form: FormScores, each: Indicator, now: Mapping[Name, Decimal]) -> None:
    name: Name = ("indicator", str(each.no))
    label = say("scores.indicator", no=each.no, name=each.name_th)
    if each.no in form.locked:
        score = form.score(name)
        show("words", words=say("scores.locked", name=label, score=say("missing") if score is None else f"{score:.2f}"))
    else:
        _field(subject, form, name, label, now)
    items = form.framework.items_of(each.no)
    if not items:
        return
    box = st.expander(say_some("scores.items", len(items), no=each.no), key=f"items_{each.no}", on_change="rerun")
    if box.open:
        with box:
            for item in items:
                label = say("scores.item", code=item.code, topic=item.topic_th)
                _field(subject, form, ("item", item.code), label, now)


def _field(subject: Subject, form: FormScores, name: Name, label: str, now: Mapping[Name, Decimal]) -> None:
    draft, key, kept = drafts.draft(subject.key), _key(subject, *name), form.kept.get(name)
    typed = draft.texts.get(name) if draft else None
    st.session_state.setdefault(key, _shown(kept) if typed is None else typed)
    st.text_input(
        label, key=key, live=_PAUSE, autocomplete="off", on_change=_typed, args=(subject, name, form.kept, key)
    )
    if name in form.faults:
        tell("problem", explain(form.faults[name]))
    elif typed is not None and not typed.strip() and kept is not None:
        show("words", words=say("scores.stored_blank", score=_shown(kept)))
    if now.get(name) != kept:
        newest = now.get(name)
        show("words", words=say("scores.newest", score=say("missing") if newest is None else _shown(newest)))


def _typed(subject: Subject, name: Name, kept: Mapping[Name, Decimal], key: str) -> None:
    text, draft = str(st.session_state[key]), drafts.draft(subject.key)
    is_new = text != _shown(kept.get(name))
    if draft is None and not is_new:
        return
    draft = draft or drafts.begun(subject.key, dict(kept))
    draft.texts.pop(name, None)
    if is_new:
        draft.texts[name] = text
    if not draft.texts and not draft.words:
        drafts.drop(subject.key)


def _named(subject: Subject, name: str, kept: Mapping[Name, Decimal], key: str) -> None:
    drafts.begun(subject.key, dict(kept)).words[name] = str(st.session_state[key])


def _shown(score: Decimal | None) -> str:
    """Return a score as a field shows it: two decimals, or all that it has where it has more."""
    if score is None:
        return ""
    return f"{score:.2f}" if score == round(score, 2) else f"{score}"


def _key(subject: Subject, *name: str) -> str:
    return "_".join((f"{_START}{subject.code}", str(subject.fiscal_year_be), *name))


def _tool_name(rows: tuple[Instrument, ...]) -> str:
    """Return what an instrument is called; of one in parts, without the number of the part."""
    names = [each.name_th for each in rows]
    return "".join(names) if len(names) < 2 else names[0].rpartition(" ")[0].rpartition(" ")[0]
