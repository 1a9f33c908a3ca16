"""Invented reports of other agencies, written at test time, and what a reader must find in them."""
