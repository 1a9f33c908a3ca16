"""ข้อมูลสาธิต: try the program on invented data, which is labelled so, and take all of it away again."""

import streamlit as st

from ita_analysis.ui.screens import demo

head = st.container()
demo.offer()
with head:
    demo.show_head()
