-- Adds one row to score_column.
insert into score_column (
    source_id, column_no, heading, level, code
) values (
    $source_id, $column_no, $heading, $level, $code
);
