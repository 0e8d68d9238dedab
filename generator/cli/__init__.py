"""The command line: `afterview check`, `afterview build` and the others, as `afterview --help` lists them."""

import click

from generator import __version__
from generator.cli.build import build, pages
from generator.cli.check import check
from generator.cli.diff import diff
from generator.cli.doctor import doctor
from generator.cli.init import init
from generator.cli.new import new
from generator.cli.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="afterview")
def main() -> None:
    """Build a guide and its quiz from a folder of YAML."""


for command in (init, check, diff, new, build, pages, doctor, schema):
    main.add_command(command)
