"""A new guide is complete, and never replaces anything."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.linting.linter import check
from generator.loading import as_data, parse
from tests.conftest import ROOT, guide_of

STARTER = ROOT / "generator/scaffold/template"


def init(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["init", *map(str, arguments)])


def test_a_new_guide_has_no_errors_and_no_warnings(tmp_path: Path) -> None:
    result = init(tmp_path / "new")
    assert result.exit_code == 0
    assert check(tmp_path / "new/content").diagnostics == ()
    made = {path.relative_to(tmp_path / "new").as_posix() for path in (tmp_path / "new").rglob("*") if path.is_file()}
    assert {".gitignore", ".github/workflows/pages.yml", "build/docs/.gitignore", "mkdocs.yml", "README.md"} <= made
    assert f"cd {tmp_path / 'new'} && afterview check && afterview build" in result.stdout


def test_a_folder_that_is_empty_but_for_git_is_accepted(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert init(tmp_path).exit_code == 0


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = init(tmp_path)
    assert result.exit_code == 1
    assert "`notes.txt` is in it" in result.stderr
    assert f"afterview init {tmp_path.name}-2" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert init(tmp_path / "notes.txt").exit_code == 1


@pytest.mark.parametrize("name", ["Tin: a # 'roof'", 'Say "no"', "שלום", "yes"])
def test_a_name_reads_back_unchanged(name: str, tmp_path: Path) -> None:
    assert init(tmp_path / "x", "--name", name).exit_code == 0
    guide = guide_of(tmp_path / "x/content")
    assert guide.setup.name == name
    settings, _ = parse("mkdocs.yml", re.sub(rb"!ENV ", b"", (tmp_path / "x/mkdocs.yml").read_bytes()))
    assert settings
    assert as_data(settings.root)["site_name"] == name
    assert (tmp_path / "x/README.md").read_text(encoding="utf-8").startswith(f"# {name}\n")


@pytest.mark.parametrize("name", ["", "   ", "two\nlines", "x" * 401])
def test_an_invalid_name_is_refused(name: str, tmp_path: Path) -> None:
    assert init(tmp_path / "x", "--name", name).exit_code == 1
    assert not (tmp_path / "x").exists()


def test_its_workflow_runs_nothing_that_could_change_and_writes_only_to_publish() -> None:
    text = (STARTER / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    uses = re.findall(r"uses: (\S+)", text)
    assert len(uses) == 4
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", each) for each in uses)
    assert "permissions: {contents: read}" in text
    assert text.count(": write") == 2


def test_the_version_that_it_asks_for_is_this_one() -> None:
    from generator import __version__  # noqa: PLC0415

    assert f"\nafterview=={__version__}\n" in (STARTER / "requirements.txt").read_text(encoding="utf-8")


def test_editors_find_the_schemas_of_a_new_guide(tmp_path: Path) -> None:
    init(tmp_path / "x")
    for path in (tmp_path / "x/content").rglob("*.yml"):
        line = path.read_text(encoding="utf-8").split("\n")[0]
        assert (path.parent / line.removeprefix("# yaml-language-server: $schema=")).is_file(), path
