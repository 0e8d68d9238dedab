"""Commands are imported when they are called, so that `check` starts at once."""

import subprocess
import sys

from click.testing import CliRunner

from generator.cli import COMMANDS, main
from tests.conftest import BREAD, ROOT


def test_the_help_lists_every_command() -> None:
    printed = CliRunner().invoke(main, ["--help"]).output
    listed = printed.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "] == list(COMMANDS)


def test_a_misspelt_command_is_answered_with_the_nearest_one() -> None:
    assert "'doctor'" in CliRunner().invoke(main, ["docter"]).output


def test_check_imports_nothing_that_only_pages_need() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "generator", "check", "--content", str(BREAD / "content")]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    read = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "generator.linting.rules" in read
    assert not read & {
        "jinja2",
        "mkdocs",
        "generator.site.pipeline",
        "generator.pages.renderer",
        "generator.quiz.evaluation",
    }
