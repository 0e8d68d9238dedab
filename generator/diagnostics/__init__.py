"""What is wrong with content, as data, and how it is printed."""
