"""How the command line asks for a line, for a choice and for several lines."""

import click

from generator.model.walk import FieldPath

# More choices than these are shown only when someone asks for them.
MOST_SHOWN = 12


def label(steps: FieldPath) -> str:
    """Return a place in words, such as `steps 1 minutes`."""
    parts = [str(step + 1) if isinstance(step, int) else step.replace("_", " ") for step in steps]
    return " ".join(part for part in parts if part)


def one_line(name: str, known: tuple[str, ...] = (), default: str = "") -> str:
    """Return a line that was typed, without space around it; `?` shows what is known where that is much."""
    if known:
        shown = ", ".join(known) if len(known) <= MOST_SHOWN else f"{len(known)} to choose from; ? lists them"
        click.echo(f"  ({shown})", err=True)
    while True:
        answer = str(click.prompt(name, default=default, show_default=bool(default), err=True)).strip()
        if answer != "?" or not known:
            return answer
        click.echo("  " + ", ".join(known), err=True)


def several_lines(name: str) -> str:
    """Return the lines that were typed until two empty ones, or until a first empty one."""
    click.echo("  (An empty line begins a new paragraph, two of them end the text.)", err=True)
    lines = [str(click.prompt(name, default="", show_default=False, err=True))]
    while lines[-1] or (len(lines) > 1 and lines[-2]):
        lines.append(str(click.prompt("", default="", show_default=False, prompt_suffix="| ", err=True)))
    return "\n".join(lines).strip()
