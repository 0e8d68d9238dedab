"""The model as JSON Schema, and as tables for people."""
