"""ประวัติการแก้ไข: who changed what and when, what was there before, and what was there on a day?"""

import streamlit as st

from ita_analysis.ui import choosing, exported, exports, frame
from ita_analysis.ui.screens import as_of, history, undoing

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

moment = as_of.stated()
if moment:
    as_of.show_year(year, moment)
    st.stop()

head, form = st.container(), st.container()
wanted = history.choose(year)
with head:
    history.show_head(wanted)
with form:
    undoing.show_form(wanted)
history.show_changes(wanted)
as_of.ask_for_day()
exports.offer_of_many("history", wanted, exported.history.TABLES, exported.history.about)
