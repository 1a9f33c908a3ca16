-- Adds one row to signatory.
insert into signatory (
    report_id, signatory_no, role, name, position
) values (
    $report_id, $signatory_no, $role, $name, $position
);
