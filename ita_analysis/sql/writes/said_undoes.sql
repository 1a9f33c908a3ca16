-- Tells the triggers that write the history which change is taken back.
set variable undoes = $value;
