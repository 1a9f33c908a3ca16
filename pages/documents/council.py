"""นำเสนอสภา: what does the council have to know, and what is it asked to decide?"""

import streamlit as st

from ita_analysis.ui import choosing, frame
from ita_analysis.ui.screens import council

slide = st.container()
year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

wanted = council.choose(year)
with slide:
    council.show_slide(year, wanted)
council.offer_file(year, wanted)
