"""ความครอบคลุม: does each weak indicator have a measure?"""

import streamlit as st

from ita_analysis.ui import choosing, exported, exports, frame
from ita_analysis.ui.screens import coverage, linking

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

coverage.show_head(year)
wanted = coverage.choose(year)
coverage.show_matrix(year, wanted)
coverage.show_basis(year, wanted)
linking.show_form(year, wanted)
linking.show_changes(year)
coverage.show_source(year, wanted)
exports.offer("coverage", year, wanted, exported.coverage.TABLES)
