"""The screen: the only code that knows Streamlit."""
