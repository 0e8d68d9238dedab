"""What is done to a site once an engine has built it."""
