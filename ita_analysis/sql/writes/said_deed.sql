-- Tells the triggers that write the history what is being done.
set variable deed = $value;
