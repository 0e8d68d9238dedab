"""`afterview check`: what is wrong with the content, and what to type."""

import os
import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator import linting
from generator.cli.shared import content_option
from generator.diagnostics.diagnostic import Diagnostic, has_errors
from generator.diagnostics.formatters import FORMATS, as_json, as_text, summary
from generator.model import KINDS
from generator.utils.git import RevisionError, changed_since, gone_since


@click.command()
@content_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print the diagnostics."
)
@click.option(
    "--since", metavar="REV", help="Show the diagnostics of files that changed since a revision of Git first."
)
@click.option("--fix", is_flag=True, help="First fix what is mechanical, and say what was fixed.")
def check(content: Path, form: str, since: str | None, fix: bool) -> None:
    """Check the content and say what to fix."""
    if fix:
        _fix(content)
    changed = _changed(content, since)
    uncommitted, gone = _differences(content, since or "HEAD")
    checked = linting.check(content, changed=uncommitted if changed is None else changed, gone=gone)
    first, unchanged = changed_first(checked.diagnostics, changed)
    first, unchanged = _from_working_directory(first, content), _from_working_directory(unchanged, content)
    if form == "text":
        _print(first, unchanged, since)
        counted = "" if checked.guide is None else f" {_counted(checked)}"
        click.echo(f"{summary(checked.diagnostics)}.{counted}")
    elif form == "json":
        click.echo(as_json([*first, *unchanged], None if changed is None else first))
    elif printed := FORMATS[form]([*first, *unchanged]):
        click.echo(printed)
    sys.exit(1 if has_errors(checked.diagnostics) else 0)


def _changed(content: Path, since: str | None) -> Collection[str] | None:
    """Return the files that changed since a revision, or None where none is named."""
    try:
        return changed_since(since, content) if since is not None and content.is_dir() else None
    except RevisionError as error:
        raise click.ClickException(str(error)) from error


def _differences(content: Path, revision: str) -> tuple[Collection[str], Collection[str]]:
    """Return the files that differ from a revision and those that are gone, or none where Git doesn't tell."""
    try:
        return (changed_since(revision, content), gone_since(revision, content)) if content.is_dir() else ((), ())
    except RevisionError:
        return (), ()


def changed_first(
    diagnostics: Sequence[Diagnostic], changed: Collection[str] | None
) -> tuple[Sequence[Diagnostic], Sequence[Diagnostic]]:
    """Return the diagnostics of files that changed, and those of others; without `changed`, all count as changed."""
    if changed is None:
        return diagnostics, ()
    paths = set(changed)
    first = [diagnostic for diagnostic in diagnostics if diagnostic.location.path in paths]
    return first, [diagnostic for diagnostic in diagnostics if diagnostic.location.path not in paths]


def _fix(content: Path) -> None:
    """Fix the content, and report on standard error, so that standard output holds the diagnostics alone."""
    if not content.is_dir():
        return
    for file in linting.fix_files(content, lambda folder: linting.check(folder).diagnostics):
        click.echo(f"fixed {file.path}", err=True)
        for note in file.notes:
            click.echo(f"  {note}".replace("\n", "\n  "), err=True)


def _from_working_directory(diagnostics: Sequence[Diagnostic], content: Path) -> list[Diagnostic]:
    """Return diagnostics with paths from the working directory, where that is above the guide's folder."""
    below = os.path.relpath(content.absolute().parent)
    if below.startswith("."):
        return list(diagnostics)
    return [
        replace(diagnostic, location=replace(diagnostic.location, path=f"{below}/{diagnostic.location.path}"))
        for diagnostic in diagnostics
    ]


def _print(first: Sequence[Diagnostic], unchanged: Sequence[Diagnostic], since: str | None) -> None:
    if since is not None:
        click.echo(f"Changed since {since}: {summary(first)}.\n")
    if first:
        click.echo(as_text(first) + "\n")
    if unchanged:
        click.echo(f"In files that have not changed: {summary(unchanged)}.\n\n{as_text(unchanged)}\n")


def _counted(checked: linting.Checked) -> str:
    assert checked.guide is not None
    entries = checked.guide.content.entries
    counts = {name: len(entries[name]) for name in KINDS}
    return ", ".join(f"{count} {KINDS[name].noun(count)}" for name, count in counts.items()) + "."
