"""What dev.py runs in .venv: the steps of `test`, `serve` and `bench`."""
