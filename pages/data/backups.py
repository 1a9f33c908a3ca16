"""สำรองข้อมูล: is what we entered kept safe, since when, how do we take it with us, and how does it come back?"""

from ita_analysis.ui.screens import backups, restoring

backups.show_head()
backups.offer()
backups.show_kept_ones()
restoring.offer()
