"""The DuckDB file: open, migrate, write in one transaction, check, back up. The only writer."""
