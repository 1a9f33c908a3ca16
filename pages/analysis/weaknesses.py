"""จุดอ่อนตัวชี้วัด: which indicators of last year are weak, how weak, and in which items?"""

import streamlit as st

from ita_analysis.ui import choosing, exported, exports, frame
from ita_analysis.ui.screens import drilling, ruling, views, weaknesses

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

weaknesses.show_head(year)
wanted = weaknesses.choose(year)
weaknesses.show_indicators(year, wanted)
views.show_views(year, wanted)
drilling.show_weakest_items(year, wanted)
ruling.show_form(year)
weaknesses.show_source(year, wanted)
exports.offer("weaknesses", year, wanted, exported.weaknesses.TABLES)
