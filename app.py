"""Start here: the page is set up, the menu names the page asked for, and that page is shown."""

from ita_analysis.ui import frame

frame.run(frame.menu())
