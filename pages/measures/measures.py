"""รายการมาตรการ: what is each measure, who owns it, how far is it?"""

import streamlit as st

from ita_analysis.ui import choosing, exported, exports, frame
from ita_analysis.ui.screens import measure, measures

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

chosen = measure.stated(year)
if chosen:
    measure.show(year, chosen)
    exports.offer("measures", year, chosen, exported.measure.TABLES, exported.measure.in_words(year, chosen))
    st.stop()

measures.show_head(year)
wanted = measures.choose(year)
measures.show_list(year, wanted)
measures.show_findings(year, wanted)
measures.show_search(year, wanted)
measures.show_source(year, wanted)
exports.offer("measures", year, wanted, exported.measures.TABLES)
