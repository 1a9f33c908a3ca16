"""A form that stands open while the plan changes in another window: it follows its measure, or shows what was typed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ita_analysis.queries.asking import rows_of
from ita_analysis.texts import say
from ita_analysis.ui.asking import AgencyYear, of_year
from ita_analysis.ui.form import Form
from ita_analysis.ui.rendering import show, tell


def follow(year: AgencyYear, measure_id: int, measure_no: int) -> bool:
    """Return whether a measure is in the plan still; where it has another number by now, the page goes there."""
    found = of_year("measures", year)
    for row in rows_of(found[found["measure_id"] == measure_id]):
        if int(row.measure_no) != measure_no:
            st.query_params["measure"] = str(row.measure_no)
            st.rerun(scope="app")
        return True
    return False


def tell_gone(form: Form, fields: Sequence[dict[str, str]]) -> None:
    """Say that the measure of a form is in the plan no more, and show what was typed of it."""
    tell("problem", say("typed.gone"))
    form.look(has_boxes=False)
    show_typed(form, fields, say("typed.gone_about"))


def show_typed(form: Form, fields: Sequence[dict[str, str]], about: str) -> None:
    """Show what was typed into a form that takes nothing any more, until it is dropped."""
    if fields:
        show("section", title=say("typed.kept"), text=about)
        show("entry_read", fields=fields)
        st.button(say("typed.drop"), key="drop_kept", on_click=form.forget)
