"""ทางสู่ระดับถัดไป: what gets us to the next grade at least effort?"""

import streamlit as st

from ita_analysis.ui import choosing, exported, exports, frame
from ita_analysis.ui.screens import way

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

head = st.container()
wanted = way.choose(year)
with head:
    way.show_head(year, wanted)
way.show_documents(year, wanted)
way.show_surveys(year, wanted)
way.show_arithmetic(year, wanted)
way.show_source(year)
exports.offer("way", year, wanted, exported.way.TABLES)
