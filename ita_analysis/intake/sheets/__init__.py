"""Score sheets, XLSX and CSV: the scores of one agency or of thousands as records; nothing is written."""
