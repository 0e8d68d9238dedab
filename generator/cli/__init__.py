"""The command line: `afterview check`, `afterview build` and the others, as `afterview --help` lists them."""

from importlib import import_module

import click

from generator import __version__

# Each is in the module of its name, which is imported when the command is called: `check` needs no templates.
COMMANDS = ("build", "check", "diff", "doctor", "init", "new", "pages", "schema")


class _Commands(click.Group):
    """The commands, each imported when it is called."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        # For an unknown name, click needs all commands to suggest the one that is nearest.
        for command in [name] if name in COMMANDS else COMMANDS:
            self.add_command(getattr(import_module(f"generator.cli.{command}"), command))
        return super().get_command(context, name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="afterview")
def main() -> None:
    """Build a guide and its quiz from a folder of YAML."""
