-- One row per passage of a report that no field took.
select place, words from unread where report_id = $report_id order by unread_no;
