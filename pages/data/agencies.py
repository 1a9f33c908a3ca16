"""เลือกหน่วยงาน: find one agency among thousands, and go on with the page the reader came from."""

import streamlit as st

from ita_analysis.ui import exported, exports, frame
from ita_analysis.ui.screens import agencies

if agencies.are_none():
    frame.welcome()
    st.stop()

head = st.container()
wanted = agencies.choose()
with head:
    agencies.show_head(wanted)
agencies.show_found(wanted)
exports.offer_of_many("agencies", wanted, exported.agencies.TABLES, exported.agencies.about)
