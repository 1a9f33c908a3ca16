"""บันทึกผล: what is to be reported in this round, and what do we report?"""

import streamlit as st

from ita_analysis.ui import choosing, exported, exports, frame
from ita_analysis.ui.screens import entering, entry_form, evidence_looks, own_sites, queue, round_states

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

chosen = entering.choose(year)
entering.show_head(year, chosen)
if chosen is not None and chosen.measure_no is not None:
    entering.show_way_back(year, chosen)
    entry_form.show_form(year, chosen)
    st.stop()
if chosen is not None:
    entering.show_round(year, chosen)
    evidence_looks.show_evidence(year, chosen.months)
    round_states.show_state(year, chosen.months)
round_states.show_rounds(year)
own_sites.show_sites(year)
queue.show_queue(year)
if chosen is not None:
    exports.offer("entry", year, chosen, exported.entering.TABLES, exported.entering.in_words(chosen))
