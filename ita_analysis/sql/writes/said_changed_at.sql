-- Tells the triggers that write the history when it is done.
set variable changed_at = $value;
