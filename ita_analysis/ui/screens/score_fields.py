"""The fields of the form of scores: one for each indicator, its items on demand, and what is printed of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

import streamlit as st

from ita_analysis.framework import Framework, Indicator, Instrument
from ita_analysis.intake.form import TOTAL, FormScores, Name, read_form
from ita_analysis.results import Level
from ita_analysis.texts import explain, say, say_some
from ita_analysis.ui import typed
from ita_analysis.ui.form import Form
from ita_analysis.ui.rendering import show, tell

NAMING = ("name", "district", "province")  # of a new agency
_PAUSE = "300ms"  # after the last key, until the server is asked


def shown(stored: Mapping[Name, Decimal]) -> dict[str, str]:
    """Return the text of the field of each stored score."""
    return {_field_of(name): _shown(score) for name, score in stored.items()}


def read(form: Form, fields: Mapping[str, str], framework: Framework) -> FormScores:
    """Return what fields say, upon the scores that were stored when the typing began."""
    before = form.before
    texts = {name: text for name, text in fields.items() if name not in NAMING and text != before.get(name, "")}
    return read_form({_name_of(name): text for name, text in texts.items()}, form.seen, framework)


def show_agency(form: Form) -> None:
    """Show the fields that name a new agency."""
    with st.container(key="new_agency"):
        for name in NAMING:
            typed.line(form, name, say(f"scores.{name}"))
    if form.draft and not form.fields.get("name", "").strip():
        tell("note", say("scores.nameless"))


def show_fields(form: Form, said: FormScores) -> None:
    """Show a field for each indicator by instrument, then those of what is printed of the whole."""
    with st.container(key="score_groups"):
        for code, rows in said.framework.parts.items():
            with st.container():
                show("section", title=code, text=_tool_name(rows))
                for each in said.framework.indicators_of(code):
                    _indicator(form, said, each)
    box = st.expander(say("scores.printed"), key="printed_scores", on_change="rerun")
    if not box.open:
        return
    with box:
        show("words", words=say("scores.printed_about"))
        with st.container(key="score_whole"):
            names = {each.code: each.name_th for each in said.framework.instruments}
            for code in dict.fromkeys((*said.framework.parts, *names)):
                label = say(
                    "scores.instrument", code=code, name=names.get(code, _tool_name(said.framework.parts.get(code, ())))
                )
                _field(form, said, ("instrument", code), label)
            _field(form, said, TOTAL, say("scores.total"))


def _indicator(form: Form, said: FormScores, each: Indicator) -> None:
    name: Name = ("indicator", str(each.no))
    label = say("scores.indicator", no=each.no, name=each.name_th)
    if each.no in said.locked:
        score = said.score(name)
        show("words", words=say("scores.locked", name=label, score=say("missing") if score is None else f"{score:.2f}"))
    else:
        _field(form, said, name, label)
    items = said.framework.items_of(each.no)
    if not items:
        return
    box = st.expander(say_some("scores.items", len(items), no=each.no), key=f"items_{each.no}", on_change="rerun")
    if box.open:
        with box:
            for item in items:
                label = say("scores.item", code=item.code, topic=item.topic_th)
                _field(form, said, ("item", item.code), label)


def _field(form: Form, said: FormScores, name: Name, label: str) -> None:
    typed.line(form, _field_of(name), label, pause=_PAUSE)
    kept = said.kept.get(name)
    if name in said.faults:
        tell("problem", explain(said.faults[name]))
    elif kept is not None and not form.fields[_field_of(name)].strip():
        show("words", words=say("scores.stored_blank", score=_shown(kept)))


def _field_of(name: Name) -> str:
    return "_".join(name)


def _name_of(field: str) -> Name:
    level, _, code = field.partition("_")
    return cast("Level", level), code


def _shown(score: Decimal) -> str:
    """Return a score as a field shows it: two decimals, or all that it has where it has more."""
    return f"{score:.2f}" if score == round(score, 2) else f"{score}"


def _tool_name(rows: tuple[Instrument, ...]) -> str:
    """Return what an instrument is called; of one in parts, without the number of the part."""
    names = [each.name_th for each in rows]
    return "".join(names) if len(names) < 2 else names[0].rpartition(" ")[0].rpartition(" ")[0]
