"""นำเข้า: read a report or a score sheet, look at what was read, then store it."""

from ita_analysis.ui.screens import bring_in

bring_in.show_head()
upload = bring_in.choose_file()
if upload is not None:
    bring_in.show_file(upload)
else:
    bring_in.offer_templates()
    bring_in.show_other_way()
