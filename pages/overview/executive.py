"""ผู้บริหาร: where are we, what is late, what needs a decision?"""

import streamlit as st

from ita_analysis.ui import choosing, executive, frame

chosen = choosing.agency_year()
if chosen is None:
    frame.welcome()
    st.stop()

answer = executive.ask_all(chosen)
executive.show_head(answer)
executive.show_requests(answer)
executive.show_weaknesses(answer)
executive.show_time_line(answer)
executive.show_scores(answer)
executive.show_source(answer)
