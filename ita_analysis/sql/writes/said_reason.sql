-- Tells the triggers that write the history why it is done.
set variable reason = $value;
