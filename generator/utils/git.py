"""What changed since a revision of Git, and how a guide stood at it. Nothing in the working tree is touched."""

import io
import os
import shutil
import subprocess
import tarfile
from pathlib import Path, PurePosixPath

# Nothing that a repository configures is run.
_GIT = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


class NoRevision(Exception):  # noqa: N818 (an answer, not a diagnostic of the program)
    """The revision can't be had; the message says why, and what to type."""


def changed_since(revision: str, folder: Path) -> frozenset[str]:
    """Return the files below a folder that differ from those of a revision, as paths such as `content/guide.yml`.

    They may be committed, staged, neither, or not yet known to Git. Where the revision and HEAD have grown apart, what
    counts is where they parted.

    Raises:
        NoRevision: There is no Git, no repository, or no such revision.
    """
    base = _base(revision, folder)
    only_names = ("-z", "--name-only", "--no-renames", "--no-ext-diff", "--diff-filter=d", "--relative")
    changed = _git(folder, "diff", *only_names, base, "--")
    unknown = _git(folder, "ls-files", "-z", "--others", "--exclude-standard")
    if changed.returncode or unknown.returncode:
        raise NoRevision(_said(changed if changed.returncode else unknown))
    names = (changed.stdout + unknown.stdout).split(b"\0")
    return frozenset(f"{folder.resolve().name}/{os.fsdecode(name)}" for name in names if name)


def at_revision(revision: str, folder: Path, into: Path) -> Path:
    """Write a folder as it stood at a revision into another folder, and return where it stands there.

    Where the revision and HEAD have grown apart, what counts is where they parted. A folder that did not exist then is
    empty. Links are left out.

    Raises:
        NoRevision: There is no Git, no repository, or no such revision.
    """
    target = into / folder.resolve().name
    target.mkdir(parents=True)
    commit = _base(revision, folder)
    below = _git(folder, "rev-parse", "--show-prefix").stdout.decode("utf-8", "surrogateescape").strip("\n")
    if below and _git(folder, "cat-file", "-e", f"{commit}:{below.rstrip('/')}").returncode:
        return target
    archive = _git(folder, "archive", "--format=tar", commit)
    if archive.returncode:
        raise NoRevision(_said(archive))
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            content = tar.extractfile(member) if member.isfile() else None
            if content and not path.is_absolute() and ".." not in path.parts:
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                (target / path).write_bytes(content.read())
    return target


def _base(revision: str, folder: Path) -> str:
    """Return the commit at which a revision and HEAD parted, or the revision's own where that is not known."""
    commit = _commit(revision, folder)
    parted = _git(folder, "merge-base", commit, "HEAD")
    return parted.stdout.decode().strip() if parted.returncode == 0 else commit


def _commit(revision: str, folder: Path) -> str:
    if _git(folder, "rev-parse", "--is-inside-work-tree").stdout.strip() != b"true":
        said = _said(_git(folder, "rev-parse", "--is-inside-work-tree"))
        raise NoRevision(f"{folder} is not in a Git repository ({said}). Leave the revision out, or type: git init")
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise NoRevision(
            f"There is no revision `{revision}` here. Type a branch, a tag or a commit, such as HEAD~1 or origin/main. "
            f"Where only the newest commits were fetched, type first: git fetch --depth=1 origin {_remote(revision)}"
        )
    return found.stdout.decode().strip()


def _remote(revision: str) -> str:
    return revision.removeprefix("origin/") or "main"


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    git = shutil.which("git")
    if git is None:
        raise NoRevision("This needs Git, which is not on this machine. Install it, or leave the revision out.")
    return subprocess.run([git, "-C", str(folder), *_GIT, *words], capture_output=True, check=False)


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0] if lines else f"git ended with status {done.returncode}"
