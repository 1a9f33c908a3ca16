"""Tables in, Plotly figures out; nothing here knows the screen or the database."""
