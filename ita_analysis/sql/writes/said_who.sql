-- Tells the triggers that write the history who does it.
set variable who = $value;
