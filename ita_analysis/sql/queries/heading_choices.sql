-- One row per heading that a reader told the meaning of.
select heading_key, field from heading_choice order by heading_key;
