"""ที่มาของตัวเลข: which cell of the report was a number read from?"""

import streamlit as st

from ita_analysis.ui import choosing, frame
from ita_analysis.ui.screens import source

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

source.show(year, choosing.stated("cell"), choosing.stated("back"), choosing.passed())
