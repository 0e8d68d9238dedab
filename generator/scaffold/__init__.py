"""Data -> files: a new entry, a new guide."""
