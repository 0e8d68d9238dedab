"""What is wrong with a text that is not YAML, in words for people who do not know YAML."""
