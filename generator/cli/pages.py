"""`afterview pages`: the folder of pages, for any site engine."""

import os
from functools import partial
from pathlib import Path

import click

from generator.cli.shared import checked_guide, content_option
from generator.site.pipeline import files, publication_of
from generator.site.writer import write
from generator.utils.locks import DOCS, locked


@click.command()
@content_option
@click.option(
    "--docs", type=click.Path(path_type=Path), default=Path("build/docs"), show_default=True, help="Where to."
)
def pages(content: Path, docs: Path) -> None:
    """Make the folder of pages that a site engine turns into the site."""
    guide = checked_guide(content)
    settings = {"repo_url": os.environ.get("AFTERVIEW_REPO_URL"), "site_url": os.environ.get("AFTERVIEW_SITE_URL")}
    wait = partial(click.echo, "Waiting for a build of this guide to end.", err=True)
    with locked(content.parent, DOCS, wait):
        changes = write(files(publication_of(content.parent, guide, settings)), docs)
    click.echo(f"{docs}: {changes.written} written, {changes.deleted} deleted, {changes.unchanged} unchanged.")
