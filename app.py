"""Start here: `streamlit run app.py` serves the app; for each visitor the page that the address names is shown."""

import streamlit as st

from ita_analysis.ui import awaking, frame, serving

if __name__ == "__main__":
    frame.run(frame.menu())
else:
    app = st.App(__file__, routes=serving.routes(), middleware=serving.middleware(), lifespan=awaking.awake)
