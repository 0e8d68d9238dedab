"""The command line: `afterview check`, `afterview build` and the others, as `afterview --help` lists them."""

import json
import os
import sys
from pathlib import Path

import click
from pydantic import BaseModel

from generator import build as stages
from generator import model
from generator.diagnostics import as_json, as_text, has_errors, summary
from generator.doctor import NoNode, examine, shortfalls
from generator.doctor import as_text as examined
from generator.pages import Repository
from generator.quiz_model import QuizModel, quiz_model
from generator.site import build_site

content_option = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The guide's content folder.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="afterview")
def main() -> None:
    """Build a guide and its quiz from a folder of YAML."""


@main.command()
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


@main.command()
@content_option
@click.option(
    "--docs", type=click.Path(path_type=Path), default=Path("build/docs"), show_default=True, help="Where to."
)
def pages(content: Path, docs: Path) -> None:
    """Make the folder of pages that a site engine turns into the site."""
    checked = stages.check(content)
    if checked.diagnostics:
        click.echo(as_text(checked.diagnostics) + "\n", err=True)
    if checked.guide is None:
        click.echo(f"{summary(checked.diagnostics)}; nothing was written.", err=True)
        sys.exit(1)
    repository = Repository(os.environ.get("AFTERVIEW_REPO_URL", ""))
    examined = stages.examination(checked.guide, content.parent / ".cache" / "examinations", compute=False)
    changes = stages.write(stages.files(checked.guide, repository, examined), docs)
    click.echo(f"{docs}: {changes.written} written, {changes.deleted} deleted, {changes.kept} unchanged.")


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


@main.command()
@click.argument("kind", type=click.Choice(list(SCHEMAS)))
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of entry, or of quiz.json."""
    click.echo(json.dumps(SCHEMAS[kind].model_json_schema(by_alias=True), indent=2, ensure_ascii=False))


@main.command()
@content_option
@click.option("--people", type=click.IntRange(1), help="Simulated people a cause; fewer where there are many causes.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the findings."
)
def doctor(content: Path, people: int | None, form: str) -> None:
    """Examine how well the quiz tells causes apart. Fails below the floors in guide.yml."""
    checked = stages.check(content)
    if checked.guide is None:
        click.echo(as_text(checked.diagnostics), err=True)
        sys.exit(1)
    try:
        with click.progressbar(length=100, label="Asking simulated people", file=sys.stderr) as bar:
            found = examine(
                checked.guide,
                quiz_model(checked.guide),
                people=people,
                progress=lambda share: bar.update(int(share * 100) - bar.pos),
            )
    except NoNode:
        click.echo("This needs Node 20 or newer. Type: python3 dev.py doctor, which installs one.", err=True)
        sys.exit(1)
    click.echo(found.model_dump_json(indent=2) if form == "json" else examined(found))
    missed = list(shortfalls(found, checked.guide.setup.debrief.floors))
    for each in missed:
        click.echo(each, err=True)
    sys.exit(1 if missed else 0)


@main.command()
@click.option("--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True)
@click.option("--site", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="Where to.")
def build(config: Path, site: Path) -> None:
    """Build the site. On any fault the site that stands there stays as it is."""
    if not config.is_file():
        click.echo(
            f"There is no {config}. Run the command in the guide's folder, or name the file with --config.", err=True
        )
        sys.exit(1)
    status, broken = build_site(config, site)
    for each in broken:
        click.echo(f"{each.page}: {each.link}: {each.reason}", err=True)
    if status or broken:
        click.echo(f"Not built; {site} is as it was.", err=True)
        sys.exit(1)
    click.echo(f"Built {site}.")


def _counted(checked: stages.Checked) -> str:
    assert checked.guide is not None
    content = checked.guide.content
    kinds = ("causes", "actions", "questions", "myths", "cases", "sources", "pages")
    return ", ".join(f"{len(getattr(content, kind))} {kind}" for kind in kinds) + "."
