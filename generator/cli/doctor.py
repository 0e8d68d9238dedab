"""`afterview doctor`: how well the quiz tells causes apart."""

import sys
from pathlib import Path

import click

from generator.cli.shared import checked_guide, content_option
from generator.quiz.builder import quiz_model
from generator.quiz.evaluation import as_text, cache, sheets, shortfalls
from generator.quiz.evaluation.simulation import NodeNotFoundError, examine


@click.command()
@content_option
@click.option("--people", type=click.IntRange(1), help="Simulated people a cause; fewer where there are many causes.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the figures.")
def doctor(content: Path, people: int | None, form: str) -> None:
    """Examine how well the quiz tells causes apart. Fails below the floors in guide.yml."""
    guide = checked_guide(content)
    quiz = quiz_model(guide)
    examination = cache.load(content.parent, guide, quiz, people)
    people_sheets = sheets.load_sheets(content.parent)
    if examination is None:
        try:
            with click.progressbar(length=100, label="Simulating people", file=sys.stderr) as bar:
                examination = examine(
                    guide, quiz, people=people, progress=lambda share: bar.update(int(share * 100) - bar.pos)
                )
        except NodeNotFoundError:
            click.echo("This needs Node 20 or newer. In a checkout of Afterview, type: python3 dev.py doctor", err=True)
            sys.exit(1)
        figures = sheets.sheet_figures(quiz, people_sheets, sheets.replay(quiz, people_sheets))
        examination = examination.model_copy(update={"sheets": figures})
        if people is None:
            cache.store(content.parent, guide, quiz, examination)
    click.echo(examination.model_dump_json(indent=2) if form == "json" else as_text(examination))
    if form == "text" and people_sheets:
        for line in sheets.as_lines(people_sheets, sheets.replay(quiz, people_sheets)):
            click.echo(line)
    missed = list(shortfalls(examination, guide.setup.debrief.floors))
    for line in missed:
        click.echo(line, err=True)
    sys.exit(1 if missed else 0)
