"""`afterview new`: a new entry, from answers or from JSON, as a file in its place."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import click

from generator.cli.new.dialog import Abandoned, ask_for_entry
from generator.cli.shared import content_option
from generator.diagnostics.diagnostic import has_errors
from generator.diagnostics.formatters import as_text, summary
from generator.loading import MAX_BYTES, Content, load
from generator.model import yaml_kinds
from generator.scaffold import Place, id_errors, propose, suggested_id, tidy, write


@click.command()
@click.argument("kind", type=click.Choice(list(yaml_kinds())))
@click.option("--id", "id_", help="Its name in links and in its file's name; derived from its title by default.")
@click.option(
    "--from-json",
    "source",
    type=click.File("rb"),
    help="Take the fields from a file with a JSON object; `-` is standard input.",
)
@click.option("--force", is_flag=True, help="Replace an entry of the same id.")
@content_option
def new(kind: str, id_: str | None, source: BinaryIO | None, force: bool, content: Path) -> None:
    """Add an entry to the guide, asking for one field after the other. Prints the path of its file."""
    loaded, diagnostics = load(content)
    if loaded is None:
        _stop(f"{as_text(diagnostics)}\n\nFix this first: {summary(diagnostics)}.")
    place = Place(content, kind, id_ or "")
    if source is None:
        _from_answers(loaded, place, force=force)
    else:
        _from_json(loaded, place, _json_object(source), force=force)


def _from_json(loaded: Content, place: Place, data: dict[str, Any], *, force: bool) -> None:
    id_in_data = data.pop("id", None)
    place = replace(place, id=str(place.id or id_in_data or suggested_id(place.kind, data)))
    if diagnostics := id_errors(place, force=force):
        _stop(f"{as_text(diagnostics)}\n\nNothing was written.")
    proposal = propose(loaded, place, data)
    if has_errors(proposal.diagnostics):
        _stop(f"{as_text(proposal.diagnostics)}\n\n{summary(proposal.diagnostics)}; nothing was written.")
    _echo(as_text(proposal.diagnostics))
    click.echo(write(proposal))


def _json_object(source: BinaryIO) -> dict[str, Any]:
    name = str(getattr(source, "name", "-"))
    raw = source.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        _stop(f"{name}: more than {MAX_BYTES:,} bytes, too much for an entry. Cut what isn't needed.")
    try:
        data = tidy(json.loads(raw))
    except json.JSONDecodeError as error:
        _stop(f"{name}:{error.lineno}:{error.colno}: this is not JSON: {error.msg.lower()}. Nothing was written.")
    except (ValueError, RecursionError) as error:
        _stop(f"{name}: this can't be read as JSON in UTF-8: {error}. Nothing was written.")
    if not isinstance(data, dict):
        _stop(f'{name}: write the fields as one JSON object, such as {{"title": "…"}}. Nothing was written.')
    return data


def _from_answers(loaded: Content, place: Place, *, force: bool) -> None:
    draft = place.content.parent / ".cache" / f".afterview-draft-{place.kind}.yml"
    try:
        proposal = ask_for_entry(loaded, place, draft, force=force)
    except Abandoned as abandoned:
        _stop(f"\n{abandoned}")
    path = write(proposal)
    draft.unlink(missing_ok=True)
    _echo(as_text(proposal.diagnostics))
    click.echo(path)
    diagnostics = proposal.diagnostics
    _echo(f"Written, with {summary(diagnostics)}." if diagnostics else "Written; nothing is wrong with it.")
    if has_errors(diagnostics):
        _stop("Fix the errors in the file, then run the check.")
    _echo("Build the site to see it. To share it, commit the file and open a pull request.")


def _echo(text: str) -> None:
    if text:
        click.echo(text, err=True)


def _stop(text: str) -> NoReturn:
    _echo(text)
    sys.exit(1)
