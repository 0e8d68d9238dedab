"""The folder of pages holds what the content says, and is touched only where that changed."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pages.publication import Publication
from generator.pages.urls import Repository
from generator.site.pipeline import files
from generator.site.writer import write
from tests.conftest import BREAD, INVALID, ROOT, guide_of, overlay


def made(content: Path) -> dict[str, bytes]:
    guide = guide_of(content)
    return files(Publication(guide, Repository("https://example.org/us/guide")))


def test_only_changed_files_are_written_and_stale_ones_deleted(bread: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    first = write(made(bread), docs)
    assert (first.deleted, first.unchanged) == (0, 0)
    times = {path: path.stat().st_mtime_ns for path in docs.rglob("*") if path.is_file()}
    (bread / "cases/sunday-loaf.yml").unlink()
    (docs / "causes/old.md").write_text("x")
    second = write(made(bread), docs)
    touched = {
        path.relative_to(docs).as_posix()
        for path, time in times.items()
        if path.exists() and path.stat().st_mtime_ns != time
    }
    data = {"index", "cases", "causes/dead-yeast", "questions/how-flat", "questions/water"}
    assert touched == {
        "causes/dead-yeast/index.md",
        "contribute/form.json",
        "search/index.json",
        *(f"api/v1/{each}.json" for each in data),
    }
    assert second.written == len(touched)
    assert second.deleted == len({"causes/old.md", "api/v1/cases/sunday-loaf.json"})


def test_the_same_content_makes_the_same_bytes_in_any_folder(bread: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "a folder with spaces" / "content"
    elsewhere.parent.mkdir()
    elsewhere.symlink_to(bread)
    assert made(bread) == made(elsewhere)


@pytest.mark.slow
def test_two_runs_make_the_same_bytes_whatever_surrounds_them(tmp_path: Path) -> None:
    surroundings = (
        ("one", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        ("zwei é (2)/deeper", {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"}),
    )
    paths = [path for path in BREAD.rglob("content/**/*") if path.is_file()]
    outcomes = []
    for seed, (name, differences) in enumerate(surroundings):
        # A folder lists its files as they came, on some file systems.
        for path in random.Random(seed).sample(paths, len(paths)):
            copy = tmp_path / name / path.relative_to(BREAD)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        known = {"AFTERVIEW_SITE_URL": "https://example.org/g/", "AFTERVIEW_REPO_URL": "https://example.org/us/g"}
        command = [sys.executable, "-m", "generator", "pages", "--docs", "docs"]
        environment = {**os.environ, **known, **differences, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, cwd=tmp_path / name, env=environment, check=True)
        docs = tmp_path / name / "docs"
        outcomes.append({path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*.*")})
    assert outcomes[0].keys() >= {"index.md", "feed.xml", "contribute/form.json", "api/v1/index.json"}
    assert outcomes[0] == outcomes[1]


def test_a_fault_leaves_the_last_pages_as_they_were(bread: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    arguments = ["pages", "--content", str(bread), "--docs", str(docs)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    before = {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()}
    overlay(bread, INVALID / "yaml-syntax")
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "nothing was written" in result.output
    assert {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()} == before


def test_each_page_leads_to_the_file_that_it_was_made_from(bread: Path) -> None:
    pages = made(bread)
    assert b"us/guide/edit/main/content/causes/dead-yeast.yml" in pages["causes/dead-yeast/index.md"]
    assert b"edit/main/content/pages/crumb.md" in pages["crumb/index.md"]


def test_without_a_repository_pages_lead_to_the_page_on_contributing(bread: Path) -> None:
    guide = guide_of(bread)
    page = files(Publication(guide))["causes/dead-yeast/index.md"].decode()
    assert "Edit the file" not in page
    assert 'href="../../contribute/#cause/dead-yeast"' in page


def test_the_folder_that_git_keeps_is_left_alone(bread: Path, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*")
    write(made(bread), tmp_path)
    assert (tmp_path / ".gitignore").exists()
