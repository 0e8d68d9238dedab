"""The site engines; `registry` knows them by name."""
