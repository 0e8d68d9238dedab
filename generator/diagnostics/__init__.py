"""Errors in content as data, and how they are printed."""
