"""ความก้าวหน้ารายรอบ: how did each measure move from round to round?"""

import streamlit as st

from ita_analysis.ui import choosing, exported, exports, frame
from ita_analysis.ui.screens import measures, rounds

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

head = st.container()
wanted = measures.choose(year)
with head:
    rounds.show_head(year, wanted)
rounds.show_measures(year, wanted)
rounds.show_results(year, wanted)
rounds.show_chart(year, wanted)
rounds.show_source(year, wanted)
exports.offer("rounds", year, wanted, exported.rounds.TABLES)
