"""ความก้าวหน้ารายรอบ: how did each measure move from round to round?"""

import streamlit as st

from ita_analysis.ui import choosing, frame, rounds

chosen = choosing.agency_year()
if chosen is None:
    frame.welcome()
    st.stop()

answer = rounds.ask_all(chosen)
rounds.show_head(answer)
wanted = rounds.choose(answer)
rounds.show_measures(answer, wanted)
rounds.show_results(answer, wanted)
rounds.show_steps(answer, wanted)
rounds.show_findings(answer)
rounds.show_chart(answer)
rounds.show_source(answer)
