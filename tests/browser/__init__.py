"""Walks through the real app: its own server process, a real Chromium, a database of its own."""
