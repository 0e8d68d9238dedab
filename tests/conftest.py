"""What the tests share: markers by folder, sites that are built once, the tiny guide about bread and copies of it."""

import shutil
import signal
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
import yaml
from filelock import FileLock
from hypothesis import settings

from generator.guide import Guide
from generator.linting.linter import check
from generator.site.engines.registry import build_site

# How long an example takes says more about the machine than about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
BREAD = FIXTURES / "valid" / "bread"
INVALID = FIXTURES / "invalid"
# Site engines with another theme than Material's, whose pages are not compared tag by tag.
WITH_OTHER_THEME: frozenset[str] = frozenset()
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


def guide_of(content: Path, today: date | None = None) -> Guide:
    """Return the guide of a content folder that has no errors."""
    checked = check(content, today)
    assert checked.guide, checked.diagnostics
    return checked.guide


def copied_guide(folder: Path) -> Path:
    """Copy the tiny guide with its mkdocs.yml to a folder outside the project, ready to be built there."""
    shutil.copytree(BREAD, folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("../../../..", ROOT.as_posix()), encoding="utf-8")
    (folder / "build/docs").mkdir(parents=True)
    return folder


def overlay(content: Path, changes: Path) -> None:
    """Change a guide's content as a folder says.

    Its files are put over those of the guide, `NAME.absent` removes NAME, and edits.yml lists edits.
    """
    paths = [path for path in sorted(changes.rglob("*")) if path.is_file() and path.name != "expected.txt"]
    for path in sorted(paths, key=lambda path: path.suffix != ".absent"):
        target = content / path.relative_to(changes)
        if path.suffix == ".absent":
            absent = target.with_suffix("")
            shutil.rmtree(absent) if absent.is_dir() else absent.unlink()
        elif path.name == "edits.yml":
            for change in yaml.safe_load(path.read_text(encoding="utf-8")):
                edit(content, change)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def edit(content: Path, change: Mapping[str, str]) -> None:
    """Change a file of a guide: `replace` its first such text `by` another, `append` to it, or `write` it."""
    path = content / change["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if "replace" in change:
        assert change["replace"] in text
        text = text.replace(change["replace"], change["by"], 1)
    path.write_text(text + change.get("append", "") if "write" not in change else change["write"], encoding="utf-8")


def line_from_change(content: Path, path: str, line: int) -> str:
    """Return a line of a changed copy of the tiny guide, such as `+0` for the first line that has changed in its file.

    So the guide can be changed elsewhere without a change to what tests expect. In a file that is new, or as it was,
    the line itself is returned.
    """
    name = path.removeprefix("content/")
    files = [folder / name for folder in (BREAD / "content", content)]
    if not all(file.is_file() for file in files):
        return str(line)
    before, after = (file.read_bytes().splitlines() for file in files)
    same = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), None)
    if same is None and len(before) == len(after):
        return str(line)
    first = min(len(before), len(after)) if same is None else same
    return f"{line - first - 1:+}"
