"""Answers as sentences: what the data says, in the words of the catalogue of texts."""
