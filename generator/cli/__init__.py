"""The command line: `afterview check`, `afterview build` and the others, as `afterview --help` lists them."""

import io
import sys
from importlib import import_module
from typing import Any

import click

from generator import __version__

# Each is in the module of its name, which is imported when the command is called: `check` needs no templates.
COMMANDS = ("build", "check", "diff", "doctor", "init", "new", "pages", "schema")


class _Commands(click.Group):
    """The commands, each imported when it is called."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command, with output that holds any text."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                write_any_text(stream)
        return super().main(*args, **options)

    def list_commands(self, _: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        # For an unknown name, click needs all commands to suggest the one that is nearest.
        for command in [name] if name in COMMANDS else COMMANDS:
            self.add_command(getattr(import_module(f"generator.cli.{command}"), command))
        return super().get_command(context, name)


def write_any_text(stream: io.TextIOWrapper) -> None:
    """Let a stream write UTF-8, or on a console what that can show: a sign that it lacks is replaced."""
    stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="afterview")
def main() -> None:
    """Build a guide and its quiz from a folder of YAML."""
