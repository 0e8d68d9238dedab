"""A build that is killed leaves a whole site: the one before or the new one, or else the next build puts it back."""

import contextlib
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.site.engines.registry import build_site
from generator.site.swap import draft_of, recover, swap
from tests.conftest import ROOT

KILLS = 50
FILES = 60
# Builds one site after the other, each of many files that all hold the number of their build.
FOR_EVER = f"""
import itertools, pathlib, sys
from generator.site.engines.registry import build_site
site, config = map(pathlib.Path, sys.argv[1:3])
for number in itertools.count(int(sys.argv[3])):
    def engine(_, draft):
        for each in range({FILES}):
            path = draft / f"folder{{each % 7}}" / f"{{each}}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(number))
        return 0
    assert build_site(config, site, engine) == (0, ())
    print(number, flush=True)
"""


def states(site: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name != ".cache"]


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_a_whole_site_where_the_next_build_finds_it(tmp_path: Path) -> None:
    site, moments, reached = tmp_path / "site", random.Random(7), list[str]()
    config = tmp_path / "guide" / "mkdocs.yml"
    config.parent.mkdir()
    config.write_text("site_name: Bread\n", encoding="utf-8")
    for kill in range(KILLS):
        command = [sys.executable, "-c", FOR_EVER, str(site), str(config), str(kill * 1_000_000)]
        with subprocess.Popen(command, cwd=ROOT, stdout=-1, text=True) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(moments.uniform(0, 0.06))
            process.kill()
        found = states(site if site.exists() else tmp_path / ".site.old")
        assert len(found) == FILES
        assert len(set(found)) == 1
        reached += found[:1]
    assert len(set(reached)) == KILLS, "each of the killed processes had put at least one site in place"
    recover(site)
    assert states(site) == found
    assert sorted(names(tmp_path)) == ["guide", "site"]


@pytest.mark.parametrize("renames", [0, 1, 2])
def test_a_build_killed_between_two_renames_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    site = made(tmp_path / "site", "old")
    made(draft_of(site), "new")
    rename, done = Path.rename, list[Path]()

    def killed(path: Path, target: Path) -> Path:
        if len(done) == renames:
            raise KeyboardInterrupt
        done.append(path)
        return rename(path, target)

    with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
        patch.setattr(Path, "rename", killed)
        swap(site)
    recover(site)
    assert states(site) == ["new" if renames == 2 else "old"]
    assert names(tmp_path) == ["site"]


def made(folder: Path, words: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(words, encoding="utf-8")
    return folder


def test_a_site_that_was_moved_aside_comes_back_at_the_next_build(tmp_path: Path) -> None:
    site = tmp_path / "site"
    made(tmp_path / ".site.old", "old")
    made(draft_of(site), "half")
    assert build_site(site, site, lambda *_: 1) == (1, ())
    assert states(site) == ["old"]
    assert names(tmp_path) == ["site"]


def test_what_a_killed_build_left_is_deleted(tmp_path: Path) -> None:
    site = made(tmp_path / "site", "now")
    made(tmp_path / ".site.old", "older")
    recover(site)
    assert states(site) == ["now"]
    assert names(tmp_path) == ["site"]
