"""`afterview init`: a new guide."""

import sys
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from generator.loading import load
from generator.model import Line
from generator.scaffold import TEMPLATE_NAME, obstacle_in, template_files
from generator.schema.json_schema import editor_files
from generator.utils.fs import put


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default=TEMPLATE_NAME, help="The name of the guide.")
def init(folder: Path, name: str) -> None:
    """Write a small guide into a new folder, complete and ready to build, for you to change."""
    if reason := obstacle_in(folder):
        click.echo(f"{reason}. Name a new folder, such as: afterview init {folder.resolve().name}-2", err=True)
        sys.exit(1)
    try:
        title = TypeAdapter(Line).validate_python(name)
    except ValidationError:
        click.echo("A name is one line of 1 to 400 characters, such as: --name 'Why did it rain in?'", err=True)
        sys.exit(1)
    files = template_files(title)
    for path, data in files.items():
        put(folder / path, data)
    content, _ = load(folder / "content")
    assert content, "the template is a valid guide"
    for path, data in editor_files(content).items():
        put(folder / "content" / path, data)
    click.echo(f"{folder}: {len(files)} files. It is a complete guide about seedlings; make it yours.")
    click.echo(f"Type: cd {folder} && afterview check && afterview build")
    click.echo("Then read README.md there; it says what to change first.")
