"""สำรองข้อมูล: is what we entered kept safe, since when, and how do we take it with us?"""

from ita_analysis.ui.screens import backups

backups.show_head()
backups.offer()
backups.show_kept_ones()
