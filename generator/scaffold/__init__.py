"""Writes new entries and new guides."""
