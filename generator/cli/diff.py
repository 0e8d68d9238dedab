"""`afterview diff`: what a change does to readers."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.cli.shared import content_option
from generator.diff.compare import difference, state_of
from generator.diff.report import as_json, as_markdown
from generator.utils.git import NoRevision, at_revision


@click.command()
@click.argument("revision", metavar="REV")
@content_option
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="How to print it.")
def diff(revision: str, content: Path, form: str) -> None:
    """Say what the changes since a revision of Git do to readers. Fails on nothing but an unknown revision."""
    with TemporaryDirectory() as scratch:
        try:
            before = state_of(at_revision(revision, content, Path(scratch)))
        except NoRevision as why:
            raise click.ClickException(str(why)) from why
        found = difference(before, state_of(content))
    click.echo(as_json(found) if form == "json" else as_markdown(found, revision), nl=form == "json")
