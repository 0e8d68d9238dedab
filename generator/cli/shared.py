"""What several commands share: the option for the content folder, and loading a guide without errors."""

import sys
from pathlib import Path

import click

from generator import linting
from generator.diagnostics.formatters import as_text, summary
from generator.guide import Guide


def _with_name(_: click.Context, __: click.Parameter, folder: Path) -> Path:
    """Return the path of a folder so that it ends with its name, which messages need."""
    return folder if folder.name not in ("", "..") else folder.resolve()


content_option = click.option(
    "--content",
    type=click.Path(path_type=Path),
    callback=_with_name,
    default=Path("content"),
    show_default=True,
    help="The guide's content folder.",
)


def checked_guide(content: Path) -> Guide:
    """Return the guide of a folder; where it has errors, print them and exit with status 1."""
    checked = linting.check(content, advise=False)
    if checked.guide is None:
        click.echo(f"{as_text(checked.diagnostics)}\n\n{summary(checked.diagnostics)}; nothing was written.", err=True)
        sys.exit(1)
    return checked.guide
