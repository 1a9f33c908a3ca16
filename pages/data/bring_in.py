"""นำเข้า: read a report, look at what was read, then store it."""

from ita_analysis.ui.screens import bring_in

bring_in.show_head()
upload = bring_in.choose_file()
if upload is not None:
    preview = bring_in.read(upload)
    if preview is not None:
        bring_in.show_summary(preview)
        bring_in.offer_to_store(preview)
        bring_in.show_preview(preview)
