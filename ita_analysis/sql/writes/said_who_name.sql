-- Tells the triggers that write the history the name of who does it.
set variable who_name = $value;
