"""Whether what was read is right: its links, the rules of a whole guide, and how it is written."""
