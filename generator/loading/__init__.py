"""Files -> Content: reading, parsing, validation, and what is wrong on the way."""
