"""ผู้บริหาร: where are we, what is late, what needs a decision?"""

import streamlit as st

from ita_analysis.ui import choosing, exported, exports, frame, visiting
from ita_analysis.ui.screens import executive, queue

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

executive.show_head(year)
executive.show_decisions(year)
if not visiting.is_public():
    queue.show_by_owner(year)
executive.show_time_line(year)
executive.show_source(year)
exports.offer("executive", year, choosing.Filters(), exported.executive.TABLES)
