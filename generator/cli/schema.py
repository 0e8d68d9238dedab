"""`afterview schema`: the JSON Schema of each kind of entry."""

import json
import sys
from pathlib import Path

import click

from generator.cli.shared import content_option
from generator.diagnostics.formatters import as_text
from generator.loading import load
from generator.quiz.model import QuizModel
from generator.schema import json_schema as schemas
from generator.schema.field_tables import with_tables
from generator.utils.fs import put

_QUIZ = "quiz"
_NAMES = [*schemas.types(), _QUIZ]


@click.command()
@click.argument("kind", type=click.Choice(_NAMES), required=False)
@click.option(
    "--write",
    is_flag=True,
    help="Write the schemas for editors, and the tables in documents beside the content.",
)
@content_option
def schema(kind: str | None, write: bool, content: Path) -> None:
    """Print the JSON Schema of a kind of entry, or of quiz.json, with the words of the guide where there is one."""
    if not write and kind is None:
        raise click.UsageError(f"Name a kind ({', '.join(_NAMES)}), or type --write.")
    loaded, diagnostics = load(content) if content.is_dir() else (None, ())
    if not write and kind:
        schema_ = schemas.schema_of_type(QuizModel) if kind == _QUIZ else schemas.schema_of(kind, loaded)
        click.echo(json.dumps(schema_, indent=2, ensure_ascii=False))
        return
    if loaded is None:
        click.echo(as_text(diagnostics) or f"There is no {content}. Name the guide's folder with --content.", err=True)
        sys.exit(1)
    changes = [put(content / path, data) for path, data in schemas.editor_files(loaded).items()]
    click.echo(f"{content / schemas.FOLDER}: {sum(changes)} written, {len(changes) - sum(changes)} unchanged.")
    for path in sorted(content.resolve().parent.glob("*.md")):
        if _refresh_tables(path):
            click.echo(f"{path.name}: its tables are written.")


def _refresh_tables(document: Path) -> bool:
    """Write the tables of a document as they are now, and return whether that changed it.

    All else in it stays as it is, byte by byte, whatever its encoding.
    """
    text = document.read_bytes().decode("utf-8", "surrogateescape")
    lines = text.replace("\r\n", "\n")
    current = with_tables(lines)
    if current == lines:
        return False
    newline = "\r\n" if "\r\n" in text else "\n"
    return put(document, current.replace("\n", newline).encode("utf-8", "surrogateescape"))
