"""ตรวจความครบถ้วน: would plan and report be complete, and what is wrong in their words?"""

import streamlit as st

from ita_analysis.ui import choosing, exported, exports, frame
from ita_analysis.ui.screens import completeness, deciding

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

completeness.show_head(year)
wanted = completeness.choose(year)
deciding.show_form(year, wanted)
completeness.show_parts(year, wanted)
completeness.show_findings(year, wanted)
completeness.show_source(year)
exports.offer("completeness", year, wanted, exported.completeness.TABLES)
