"""Questions to the database, one function per query file; each returns a table with the columns it promises."""
