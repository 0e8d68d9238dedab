"""`afterview schema`: the JSON Schema of each kind of entry."""

import json

import click
from pydantic import BaseModel

from generator import model
from generator.quiz_model import QuizModel

SCHEMAS: dict[str, type[BaseModel]] = {
    "guide": model.Setup,
    "cause": model.Cause,
    "action": model.Action,
    "question": model.Question,
    "source": model.Source,
    "myth": model.Myth,
    "case": model.Case,
    "quiz": QuizModel,
}


@click.command()
@click.argument("kind", type=click.Choice(list(SCHEMAS)))
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of entry, or of quiz.json."""
    click.echo(json.dumps(SCHEMAS[kind].model_json_schema(by_alias=True), indent=2, ensure_ascii=False))
