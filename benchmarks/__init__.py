"""How fast the dashboard is, always beside something plain measured in the same run: `python -m benchmarks`."""
