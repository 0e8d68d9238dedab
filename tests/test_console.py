"""What the commands print arrives, whatever the code page of the machine."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import write_any_text
from tests.conftest import ROOT, copied_guide

CITY = "Łódź → ✓ 面"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """Return the folder of a guide in Git, with a word of many scripts in a title, in a file's name and in an error."""
    folder = copied_guide(tmp_path / "guide")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Begin")
    cause = folder / "content/causes/dead-yeast.yml"
    lines = cause.read_text(encoding="utf-8").splitlines()
    lines = [f"title: 'Dead in {CITY}'" if line.startswith("title:") else line for line in lines]
    cause.write_text("\n".join([*lines, f"'{CITY}': 1", ""]), encoding="utf-8")
    (folder / "content/causes/Łódź.txt").write_text(CITY, encoding="utf-8")
    return folder


def git(folder: Path, *arguments: str) -> None:
    """Run Git in a folder."""
    person = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *person, *arguments], cwd=folder, check=True)


@pytest.mark.parametrize("code_page", ["cp1252", "ascii", "cp437", "utf-8"])
@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "--format", "github"],
        ["check", "--format", "json"],
        ["check", "--since", "HEAD"],
        ["diff", "HEAD"],
    ],
)
def test_a_pipe_gets_utf_8_whatever_the_code_page(guide: Path, command: list[str], code_page: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": code_page, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0"}
    program = [sys.executable, "-m", "generator", *command]
    run = subprocess.run(program, cwd=guide, env=environment, capture_output=True, check=False)
    output = run.stdout.decode("utf-8") + run.stderr.decode("utf-8")
    assert "Traceback" not in output
    assert "Łódź" in output or "\\u0141\\u00f3d\\u017a" in output


class Console(io.BytesIO):
    """The bytes of a console."""

    def isatty(self) -> bool:
        """Say that somebody looks at it."""
        return True


def test_a_console_shows_what_it_can() -> None:
    console = Console()
    stream = io.TextIOWrapper(console, encoding="cp1252")
    write_any_text(stream)
    stream.write("é Łódź")
    stream.flush()
    assert console.getvalue().decode("cp1252") == "é ?ód?"


def test_a_name_that_is_no_text_does_not_stop_the_output() -> None:
    pipe = io.BytesIO()
    stream = io.TextIOWrapper(pipe, encoding="cp1252")
    write_any_text(stream)
    stream.write(os.fsdecode(b"caf\xe9.yml"))
    stream.flush()
    assert pipe.getvalue() == b"caf?.yml"
