"""`afterview check`: what is wrong with the content, and what to type."""

import sys
from pathlib import Path

import click

from generator import build as stages
from generator.cli.shared import content_option
from generator.diagnostics import as_json, as_text, has_errors, summary


@click.command()
@content_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the faults.")
def check(content: Path, form: str) -> None:
    """Check the content and say what to mend. Writes nothing."""
    checked = stages.check(content)
    if form == "json":
        click.echo(as_json(checked.diagnostics))
    else:
        if checked.diagnostics:
            click.echo(as_text(checked.diagnostics) + "\n")
        counted = "" if checked.guide is None else f" {_counted(checked)}"
        click.echo(f"{summary(checked.diagnostics)}.{counted}")
    sys.exit(1 if has_errors(checked.diagnostics) else 0)


def _counted(checked: stages.Checked) -> str:
    assert checked.guide is not None
    content = checked.guide.content
    kinds = ("causes", "actions", "questions", "myths", "cases", "sources", "pages")
    return ", ".join(f"{len(getattr(content, kind))} {kind}" for kind in kinds) + "."
