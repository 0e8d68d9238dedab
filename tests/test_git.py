"""What Git says of a folder is right, or the message is true: in hooks, shallow clones and folders of other people."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.utils.git import RevisionError, at_revision, changed_since, gone_since
from tests.conftest import ROOT
from tests.test_reporters import git


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the folder of a repository with two commits of a content folder."""
    project = tmp_path / "project"
    (project / "content").mkdir(parents=True)
    git(project, "init", "-q", "-b", "main")
    commit(project, "one")
    commit(project, "two")
    return project


def commit(project: Path, name: str) -> None:
    """Add a file of the content and commit it."""
    (project / f"content/{name}.yml").write_text(f"{name}\n", encoding="utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", name)


@pytest.mark.parametrize("is_linked", [False, True])
def test_in_a_hook_it_is_the_folder_that_counts(project: Path, tmp_path: Path, is_linked: bool) -> None:
    worktree = project
    if is_linked:
        worktree = tmp_path / "linked"
        git(project, "worktree", "add", "-q", "-b", "other", str(worktree))
    script = (
        "import pathlib, sys\n"
        "from generator.utils.git import changed_since, at_revision\n"
        "content = pathlib.Path('content')\n"
        "before = at_revision('HEAD~1', content, pathlib.Path(sys.argv[1]))\n"
        "print(sorted(changed_since('HEAD', content)), sorted(path.name for path in before.iterdir()))\n"
    )
    hook = project / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    report = tmp_path / "report"
    program = f'PYTHONPATH="{ROOT}" "{sys.executable}" - "{tmp_path}/before" > "{report}" <<\'END\'\n{script}END\n'
    hook.write_text(f"#!/bin/sh\n{program}", encoding="utf-8")
    hook.chmod(0o755)
    (worktree / "content/three.yml").write_text("three\n", encoding="utf-8")
    git(worktree, "add", "-A")
    git(worktree, "commit", "-qm", "three")
    assert report.read_text(encoding="utf-8") == "['content/three.yml'] ['one.yml']\n"


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"])
def test_another_repository_in_the_environment_changes_nothing(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (project / "content/one.yml").write_text("changed\n", encoding="utf-8")
    monkeypatch.setenv(name, str(tmp_path / "nowhere"))
    assert changed_since("HEAD", project / "content") == {"content/one.yml"}


def test_a_folder_of_somebody_else_is_said_to_be_that_with_what_to_type(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By this Git's own tests let it take any folder for that of somebody else.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    with pytest.raises(RevisionError, match="belongs to somebody else") as raised:
        changed_since("HEAD", project / "content")
    command = str(raised.value).rpartition("type: ")[2]
    assert command.startswith("git config --global --add safe.directory ")
    assert str(project) in command


def shallow(project: Path, clone: Path) -> Path:
    """Clone the newest commit of the branch "mine", which left "main" one commit ago."""
    git(project, "switch", "-qc", "mine")
    commit(project, "mine")
    commit(project, "more")
    git(project, "switch", "-q", "main")
    commit(project, "theirs")
    git(clone.parent, "clone", "-q", "--depth=1", "-b", "mine", f"file://{project}", str(clone))
    return clone / "content"


def test_a_shallow_clone_that_lacks_the_merge_base_says_so_and_what_to_type_is_right(
    project: Path, tmp_path: Path
) -> None:
    content = shallow(project, tmp_path / "clone")
    with pytest.raises(RevisionError, match="no revision") as raised:
        changed_since("origin/main", content)
    words = str(raised.value).rpartition("git fetch ")[2].split()
    git(content, "fetch", "-q", "--depth=1", *(word for word in words if word != "--unshallow"))
    with pytest.raises(RevisionError, match="only the newest commits") as raised:
        at_revision("origin/main", content, tmp_path / "before")
    git(content, *str(raised.value).rpartition("git ")[2].split())
    assert changed_since("origin/main", content) == {"content/mine.yml", "content/more.yml"}


def test_what_to_type_for_an_unknown_branch_is_right_at_once(project: Path, tmp_path: Path) -> None:
    content = shallow(project, tmp_path / "clone")
    with pytest.raises(RevisionError) as raised:
        changed_since("main", content)
    git(content, *str(raised.value).rpartition("git ")[2].split())
    assert changed_since("origin/main", content) == {"content/mine.yml", "content/more.yml"}


def test_a_merge_that_was_fetched_alone_is_compared_with_what_it_was_merged_into(project: Path, tmp_path: Path) -> None:
    shallow(project, tmp_path / "unused")
    git(project, "merge", "-q", "--no-ff", "-m", "merge", "mine")
    parent = git(project, "rev-parse", "HEAD~1").strip()
    clone = tmp_path / "merge"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{project}", str(clone))
    git(clone, "fetch", "-q", "--depth=1", "origin", parent)
    assert changed_since(parent, clone / "content") == {"content/mine.yml", "content/more.yml"}
    assert (
        subprocess.run(["git", "-C", str(clone), "status", "--porcelain"], capture_output=True, check=True).stdout
        == b""
    )


def test_a_file_that_is_gone_is_told_as_it_was_called(project: Path) -> None:
    (project / "content/one.yml").rename(project / "content/three.yml")
    assert gone_since("HEAD", project / "content") == {"content/one.yml"}
    assert changed_since("HEAD", project / "content") == {"content/three.yml"}
