"""`afterview diff`: what a change does to readers."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.cli.shared import content_option
from generator.diff.compare import difference, state_of
from generator.diff.report import as_json, as_markdown
from generator.utils.git import RevisionError, at_revision


@click.command()
@click.argument("revision", metavar="REV")
@content_option
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="How to print it.")
def diff(revision: str, content: Path, form: str) -> None:
    """Say what the changes since a revision of Git do to readers. Fails only where the revision is unknown."""
    with TemporaryDirectory() as scratch:
        try:
            before = state_of(at_revision(revision, content, Path(scratch)))
        except RevisionError as error:
            raise click.ClickException(str(error)) from error
        changes = difference(before, state_of(content))
    click.echo(as_json(changes) if form == "json" else as_markdown(changes, revision), nl=form == "json")
