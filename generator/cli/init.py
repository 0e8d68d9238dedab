"""`afterview init`: a new guide."""

import sys
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from generator.loading.loader import load
from generator.model import Line
from generator.scaffold.new_guide import NAME, in_the_way, starter_files
from generator.schema.json_schema import editor_files
from generator.utils.fs import put


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default=NAME, help="What to call the guide.")
def init(folder: Path, name: str) -> None:
    """Write a small guide into a new folder, whole and ready to be built, for you to change."""
    if reason := in_the_way(folder):
        click.echo(f"{reason}. Name a new folder, such as: afterview init {folder.resolve().name}-2", err=True)
        sys.exit(1)
    try:
        title = TypeAdapter(Line).validate_python(name)
    except ValidationError:
        click.echo("A name is one line of 1 to 400 characters, such as: --name 'Why did it rain in?'", err=True)
        sys.exit(1)
    made = starter_files(title)
    for path, data in made.items():
        put(folder / path, data)
    content, _ = load(folder / "content")
    assert content, "the guide that comes with the package is whole"
    for path, data in editor_files(content).items():
        put(folder / "content" / path, data)
    click.echo(f"{folder}: {len(made)} files. It is a whole guide about seedlings; make it yours.")
    click.echo(f"Type: cd {folder} && afterview check && afterview build")
    click.echo("Then read README.md there; it says what to change first.")
