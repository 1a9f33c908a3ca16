"""แนวโน้มและการเทียบ: how do years, the province and same-type agencies compare?"""

import streamlit as st

from ita_analysis.ui import choosing, frame
from ita_analysis.ui.screens import comparison, trend, year_tables

year = choosing.agency_year()
if year is None:
    frame.welcome()
    st.stop()

head = st.container()
wanted = comparison.choose(year)
with head:
    trend.show_head(year, wanted)
trend.show_years(year, wanted)
comparison.show_groups(year, wanted)
year_tables.show(year, wanted)
trend.show_source(year, wanted)
