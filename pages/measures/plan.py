"""จัดทำแผน: which measures do we take this year, and what is each of them?"""

import streamlit as st

from ita_analysis.ui import choosing, frame
from ita_analysis.ui.screens import carrying, plan_form, plan_sheet, planning

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

planning.show_head(year)
chosen = planning.chosen(year)
if chosen is not None:
    plan_form.show_form(year, chosen)
    if isinstance(chosen, int):
        plan_form.show_end(year, chosen)
    st.stop()

planning.show_plan(year)
planning.show_order(year)
plan_sheet.show_sheet(year)
carrying.show_next_year(year)
