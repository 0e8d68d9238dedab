"""The quiz as data: its model, its worksheet, and how well it does."""
