"""Reads what people have (report documents) into records and findings; writes nothing."""
