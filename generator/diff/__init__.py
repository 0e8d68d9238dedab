"""What a change does to readers."""
