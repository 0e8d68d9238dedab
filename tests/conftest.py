"""What the tests share: the tiny guide about bread, and copies of it with something changed."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
BREAD = FIXTURES / "valid" / "bread"
INVALID = FIXTURES / "invalid"


@pytest.fixture
def bread(tmp_path: Path) -> Path:
    """Return the content folder of a fresh copy of the tiny guide."""
    return Path(shutil.copytree(BREAD / "content", tmp_path / "content"))


def copied_guide(folder: Path) -> Path:
    """Copy the tiny guide with its mkdocs.yml to a folder outside the project, ready to be built there."""
    shutil.copytree(BREAD, folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("../../../..", ROOT.as_posix()), encoding="utf-8")
    (folder / "build/docs").mkdir(parents=True)
    return folder


def overlay(content: Path, changes: Path) -> None:
    """Put the files of a folder over a guide's content; `NAME.absent` takes NAME away."""
    for path in sorted(changes.rglob("*")):
        target = content / path.relative_to(changes)
        if path.name == "expected.txt" or path.is_dir():
            continue
        if path.suffix == ".absent":
            target.with_suffix("").unlink()
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
