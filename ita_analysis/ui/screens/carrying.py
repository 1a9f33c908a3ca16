"""Starting the year after: which measures go on, which weaknesses have none, and the click that begins it."""

from __future__ import annotations

import streamlit as st

from ita_analysis.errors import ItaError
from ita_analysis.people import may
from ita_analysis.queries.asking import rows_of
from ita_analysis.sentences import planning as sentences
from ita_analysis.sentences.weak import uncovered
from ita_analysis.store.carrying import carry_over
from ita_analysis.texts import explain, say
from ita_analysis.ui import judging
from ita_analysis.ui.asking import AgencyYear, agency_years, look_later, of_year, to_store
from ita_analysis.ui.rendering import href, show, tell
from ita_analysis.ui.visiting import visitor

_SAID = "carry_said"


def show_next_year(year: AgencyYear) -> None:
    """Offer to begin the year after with the measures that go on; where it has begun, lead to it."""
    after = year.fiscal_year_be + 1
    kind, words = st.session_state.pop(_SAID, ("", ""))
    if kind:
        tell(kind, words)
    if after in {each.fiscal_year_be for each in agency_years(year.agency_code)}:
        address = href("plan", agency=year.agency_code, year=after)
        show("way", href=address, words=say("carry.see", year=after))
    if not may(visitor(), "bring", year.agency_code):
        return
    with st.expander(say("carry.title", year=after), key=f"next_year_{after}"):
        show("carry", holes=_holes(year), year=after)
        measures = of_year("measures", year)
        done = sentences.finished(of_year("rounds", year))
        going_on = measures[measures["ended_on"].isna()]
        titles = {int(row.measure_id): f"{row.measure_no} {row.title}" for row in rows_of(going_on)}
        wanted = [measure_id for measure_id in titles if measure_id not in done]
        chosen = st.multiselect(
            say("carry.which"),
            list(titles),
            default=wanted,
            format_func=titles.__getitem__,
            key=f"carry_{year.agency_code}_{after}",
            placeholder=say("typed.choose"),
        )
        st.button(say("carry.begin", year=after), key="carry_over", on_click=_carry, args=(year, chosen))


def _holes(year: AgencyYear) -> list[str]:
    return [f"{row.indicator_no} {row.short_name_th}" for row in rows_of(uncovered(judging.indicators(year)))]


def _carry(year: AgencyYear, measure_ids: list[int]) -> None:
    try:
        with to_store() as opened:
            after = carry_over(opened, year.agency_code, year.fiscal_year_be, measure_ids, who=visitor())
    except ItaError as error:
        st.session_state[_SAID] = ("problem", explain(error))
        return
    look_later()
    st.session_state[_SAID] = ("done", say("carry.done", year=after, count=len(measure_ids)))
    st.query_params["year"] = st.session_state["kept_year"] = str(after)
