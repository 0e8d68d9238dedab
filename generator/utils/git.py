"""What changed since a revision of Git, and a folder as it was then. Nothing in the working tree is changed."""

import io
import os
import shutil
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

# No program that a repository configures is run.
_OPTIONS = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
# By these Git tells a hook which repository it runs for. They would win over the folder that is asked about.
_OF_ANOTHER_REPOSITORY = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_IMPLICIT_WORK_TREE"}
)
# How files are listed that differ.
_ONLY_NAMES = ("-z", "--name-only", "--no-renames", "--no-ext-diff", "--relative")


class RevisionError(Exception):
    """A revision can't be read; the message says why, and what to type."""


def changed_since(revision: str, folder: Path) -> frozenset[str]:
    """Return the files below a folder that differ from those of a revision, as paths such as `content/guide.yml`.

    They may be committed, staged, neither, or untracked. Where the revision and HEAD have diverged, the changes are
    those since their merge base.

    Raises:
        RevisionError: There is no Git, no repository, or no such revision.
    """
    base = _base(revision, folder)
    changed = _git(folder, "diff", *_ONLY_NAMES, "--diff-filter=d", base, "--")
    untracked = _git(folder, "ls-files", "-z", "--others", "--exclude-standard")
    for run in (changed, untracked):
        if run.returncode:
            raise RevisionError(_reason(run))
    return _paths(folder, changed.stdout + untracked.stdout)


def gone_since(revision: str, folder: Path) -> frozenset[str]:
    """Return the files that a folder had at a revision and has no more, as `changed_since` does those that differ.

    Raises:
        RevisionError: There is no Git, no repository, or no such revision.
    """
    deleted = _git(folder, "diff", *_ONLY_NAMES, "--diff-filter=D", _base(revision, folder), "--")
    if deleted.returncode:
        raise RevisionError(_reason(deleted))
    return _paths(folder, deleted.stdout)


def _paths(folder: Path, names: bytes) -> frozenset[str]:
    return frozenset(f"{folder.resolve().name}/{os.fsdecode(name)}" for name in names.split(b"\0") if name)


def at_revision(revision: str, folder: Path, into: Path) -> Path:
    """Write a folder as it was at a revision into another folder, and return its path there.

    Where the revision and HEAD have diverged, it is the folder as it was at their merge base. A folder that did not
    exist then is empty. Symbolic links are left out.

    Raises:
        RevisionError: There is no Git, no repository, or no such revision.
    """
    target = into / folder.resolve().name
    target.mkdir(parents=True)
    commit = _base(revision, folder)
    prefix = _git(folder, "rev-parse", "--show-prefix").stdout.decode("utf-8", "surrogateescape").strip("\n")
    if prefix and _git(folder, "cat-file", "-e", f"{commit}:{prefix.rstrip('/')}").returncode:
        return target
    archive = _git(folder, "archive", "--format=tar", commit)
    if archive.returncode:
        raise RevisionError(_reason(archive))
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            content = tar.extractfile(member) if member.isfile() else None
            if content and not path.is_absolute() and ".." not in path.parts:
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                (target / path).write_bytes(content.read())
    return target


def _base(revision: str, folder: Path) -> str:
    """Return the merge base of a revision and HEAD, or the revision's own commit where there is none.

    Raises:
        RevisionError: There may be one that this clone does not hold.
    """
    commit = _commit(revision, folder)
    merge_base = _git(folder, "merge-base", commit, "HEAD")
    if merge_base.returncode == 0:
        return merge_base.stdout.decode().strip()
    if _is_shallow(folder) and commit not in _parents_of_head(folder):
        raise RevisionError(
            f"This clone holds only the newest commits, so nobody can tell here where HEAD left `{revision}`. "
            "Type: git fetch --unshallow"
        )
    return commit


def _is_shallow(folder: Path) -> bool:
    return _git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _parents_of_head(folder: Path) -> Sequence[str]:
    """Return the parents that the commit names, also those which a shallow clone leaves out."""
    head = _git(folder, "cat-file", "commit", "HEAD").stdout.partition(b"\n\n")[0].decode("utf-8", "replace")
    return [line.removeprefix("parent ") for line in head.splitlines() if line.startswith("parent ")]


def _commit(revision: str, folder: Path) -> str:
    inside = _git(folder, "rev-parse", "--is-inside-work-tree")
    if b"dubious ownership" in inside.stderr:
        raise RevisionError(
            f"Git does not read the repository of {folder}, because it belongs to somebody else. "
            f"Where you trust its files, type: {_last_line(inside)}"
        )
    if inside.stdout.strip() != b"true":
        raise RevisionError(
            f"{folder} is not in a Git repository ({_reason(inside)}). Leave the revision out, or type: git init"
        )
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        branch = revision.removeprefix("origin/") or "main"
        raise RevisionError(
            f"There is no revision `{revision}` here. Type a branch, a tag or a commit, such as HEAD~1 or origin/main. "
            f"A branch of the remote repository that was not fetched is called origin/{branch} after: "
            f"git fetch {'--unshallow ' if _is_shallow(folder) else ''}origin {branch}:refs/remotes/origin/{branch}"
        )
    return commit.stdout.decode().strip()


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    git = shutil.which("git")
    if git is None:
        raise RevisionError("This needs Git, which is not installed. Install it, or leave the revision out.")
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    # Its messages are read below.
    environment["LC_ALL"] = "C"
    command = [git, "-C", str(folder), *_OPTIONS, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, check=False)


def _reason(run: subprocess.CompletedProcess[bytes]) -> str:
    lines = _lines(run)
    return lines[0] if lines else f"git exited with status {run.returncode}"


def _last_line(run: subprocess.CompletedProcess[bytes]) -> str:
    return _lines(run)[-1].strip()


def _lines(run: subprocess.CompletedProcess[bytes]) -> Sequence[str]:
    return run.stderr.decode("utf-8", "replace").strip().splitlines()
