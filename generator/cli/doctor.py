"""`afterview doctor`: how well the quiz tells causes apart."""

import sys
from pathlib import Path

import click

from generator.cli.shared import checked_guide, content_option
from generator.quiz.evaluation import NoNode, as_text, cached, examine, keep, shortfalls
from generator.quiz.model import quiz_model


@click.command()
@content_option
@click.option("--people", type=click.IntRange(1), help="Simulated people a cause; fewer where there are many causes.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the findings."
)
def doctor(content: Path, people: int | None, form: str) -> None:
    """Examine how well the quiz tells causes apart. Fails below the floors in guide.yml."""
    guide = checked_guide(content)
    quiz, cache = quiz_model(guide), content.parent / ".cache" / "examinations"
    found = cached(guide, quiz, cache, people=people)
    if found is None:
        try:
            with click.progressbar(length=100, label="Asking simulated people", file=sys.stderr) as bar:
                found = examine(
                    guide, quiz, people=people, progress=lambda share: bar.update(int(share * 100) - bar.pos)
                )
        except NoNode:
            click.echo("This needs Node 20 or newer. Type: python3 dev.py doctor, which installs one.", err=True)
            sys.exit(1)
        if people is None:
            keep(found, guide, quiz, cache)
    click.echo(found.model_dump_json(indent=2) if form == "json" else as_text(found))
    missed = list(shortfalls(found, guide.setup.debrief.floors))
    for each in missed:
        click.echo(each, err=True)
    sys.exit(1 if missed else 0)
