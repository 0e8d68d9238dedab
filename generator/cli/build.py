"""`afterview build`: the site."""

import sys
from pathlib import Path

import click

from generator.site.engines.registry import ENGINES, build_site


@click.command()
@click.option("--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True)
@click.option(
    "--site", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="The folder to write."
)
@click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    default="mkdocs",
    envvar="AFTERVIEW_ENGINE",
    show_envvar=True,
    show_default=True,
    help="What turns the pages into the site.",
)
def build(config: Path, site: Path, engine: str) -> None:
    """Build the site. Where anything is wrong, the existing site stays as it is."""
    if not config.is_file():
        click.echo(
            f"There is no {config}. Run the command in the guide's folder, or name the file with --config.", err=True
        )
        sys.exit(1)
    status, broken = build_site(config, site, ENGINES[engine])
    for link in broken:
        click.echo(f"{link.page}: {link.link}: {link.reason}", err=True)
    if status or broken:
        click.echo(f"Not built; {site} is unchanged.", err=True)
        sys.exit(1)
    click.echo(f"Built {site}.")
