"""What the command line offers for a field, and how it asks for a line or for several."""

from typing import Any, Literal, get_args, get_origin

import click

from generator.loading import Content
from generator.model import KINDS, by_plural, vocabulary
from generator.model.types import bare, reference_of, type_at
from generator.model.walk import FieldPath

# More choices than these are listed only on demand.
MAX_LISTED = 12


def choices(content: Content, kind: str, field_path: FieldPath) -> tuple[str, ...]:
    """Return the words or ids that a field of a kind of entry may hold, or nothing where it may hold anything."""
    return _choices_of_type(content, type_at(KINDS[kind].entry, field_path), field_path)


def key_choices(content: Content, kind: str, field_path: FieldPath) -> tuple[str, ...]:
    """Return the ids that may be keys of a mapping, or nothing where its author may write any."""
    key_type, _ = get_args(bare(type_at(KINDS[kind].entry, field_path)))
    return _choices_of_type(content, key_type, field_path)


def _choices_of_type(content: Content, field_type: Any, field_path: FieldPath) -> tuple[str, ...]:
    if get_origin(bare(field_type)) is Literal:
        return get_args(bare(field_type))
    reference = reference_of(field_type)
    if reference == "answers":
        question = content.questions.get(str(field_path[1]))
        return tuple(question.value.answers) if question else ()
    if referred_kind := by_plural(reference):
        return tuple(content.entries[referred_kind.name])
    return vocabulary(content.setup.value).get(reference, ())


def label(field_path: FieldPath) -> str:
    """Return what a prompt calls a field, such as `steps 1 minutes`."""
    parts = [str(step + 1) if isinstance(step, int) else step.replace("_", " ") for step in field_path]
    return " ".join(part for part in parts if part)


def one_line(name: str, options: tuple[str, ...] = (), default: str = "") -> str:
    """Return a line from the terminal without space around it; `?` lists what is offered where that is much."""
    if options:
        is_short = len(options) <= MAX_LISTED
        click.echo(
            f"  ({', '.join(options)})" if is_short else f"  ({len(options)} choices; type ? to list them)", err=True
        )
    while True:
        answer = str(click.prompt(name, default=default, show_default=bool(default), err=True)).strip()
        if answer != "?" or not options:
            return answer
        click.echo("  " + ", ".join(options), err=True)


def several_lines(name: str) -> str:
    """Return lines from the terminal up to two empty ones, or nothing where the first is empty."""
    click.echo("  (An empty line starts a new paragraph; two end the text.)", err=True)
    lines = [str(click.prompt(name, default="", show_default=False, err=True))]
    while lines[-1] or (len(lines) > 1 and lines[-2]):
        lines.append(str(click.prompt("", default="", show_default=False, prompt_suffix="| ", err=True)))
    return "\n".join(lines).strip()
