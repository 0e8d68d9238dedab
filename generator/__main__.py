"""Lets `python -m generator` stand for the command `afterview`."""

from generator.cli import main

main(prog_name="afterview")
