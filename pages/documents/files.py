"""รายงานและไฟล์: the plan, the report and all that goes with them, as files to hand in, show and publish."""

import streamlit as st

from ita_analysis.ui import choosing, frame
from ita_analysis.ui.screens import completeness, files

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

files.show_head(year)
wanted = files.choose(year)
files.offer(year, wanted)
completeness.show_source(year)
