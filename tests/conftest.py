"""What the tests share: markers by folder, sites that are built once, the tiny guide about bread and copies of it."""

import shutil
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from generator.site.engines.registry import build_site

# How long an example takes says more about the machine than about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
BREAD = FIXTURES / "valid" / "bread"
INVALID = FIXTURES / "invalid"
MARKERS = {ROOT / "tests/browser": "browser", ROOT / "tests/engine/oracle": "oracle"}

# A shell that starts the tests in the background has them ignore Ctrl-C, and they would hand that on to the programs
# that they interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark the tests of a folder."""
    for item in items:
        for folder, marker in MARKERS.items():
            if item.path.is_relative_to(folder):
                item.add_marker(marker)


@pytest.fixture(scope="session")
def site_of(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[Path], Path]:
    """Return a function that returns the site of a mkdocs.yml, built once for all tests and workers of a run.

    Tests must leave it as it is.
    """
    base = tmp_path_factory.getbasetemp()
    sites = (base if worker_id == "master" else base.parent) / "sites"
    sites.mkdir(exist_ok=True)

    def build_once(config: Path) -> Path:
        site = sites / "-".join(config.relative_to(config.anchor).parts)
        with FileLock(f"{site}.lock"):
            if not site.exists():
                assert build_site(config, site) == (0, ())
        return site

    return build_once


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
