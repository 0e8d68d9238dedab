"""Data -> files: how an entry is written down, and where."""
