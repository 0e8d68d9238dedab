"""The site is put in place in one step: a build that is killed leaves the one before, or the new one, whole."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.site import swap as swapping
from generator.site.engines.registry import build_site
from generator.site.swap import draft_of, exchanged, recover, swap
from tests.conftest import ROOT

KILLS = 50
FILES = 60
# Builds one site after the other, each of many files that all hold the number of their build.
FOR_EVER = f"""
import itertools, pathlib, sys
from generator.site.engines.registry import build_site
site = pathlib.Path(sys.argv[1])
for number in itertools.count(int(sys.argv[2])):
    def engine(config, draft):
        for each in range({FILES}):
            path = draft / f"folder{{each % 7}}" / f"{{each}}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(number))
        return 0
    assert build_site(site, site, engine) == (0, ())
    print(number, flush=True)
"""


def states(site: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    site, moments, reached = tmp_path / "site", random.Random(7), list[str]()
    for kill in range(KILLS):
        command = [sys.executable, "-c", FOR_EVER, str(site), str(kill * 1_000_000)]
        with subprocess.Popen(command, cwd=ROOT, stdout=-1, text=True) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(moments.uniform(0, 0.06))
            process.kill()
        found = states(site)
        assert len(found) == FILES
        assert len(set(found)) == 1
        reached += found[:1]
    assert len(set(reached)) == KILLS, "each of the killed processes had put at least one site in place"
    recover(site)
    assert names(tmp_path) == ["site"]


def made(folder: Path, words: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(words, encoding="utf-8")
    return folder


@pytest.mark.skipif(not sys.platform.startswith(("linux", "darwin")), reason="only these can exchange folders")
def test_two_folders_change_places(tmp_path: Path) -> None:
    one, other = made(tmp_path / "one", "1"), made(tmp_path / "other", "2")
    assert exchanged(one, other)
    assert states(one) + states(other) == ["2", "1"]
    assert not exchanged(one, tmp_path / "nowhere")


def test_where_folders_can_not_be_exchanged_they_are_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "exchanged", lambda *_: False)
    site = made(tmp_path / "site", "old")
    made(draft_of(site), "new")
    swap(site)
    assert states(site) == ["new"]
    assert names(tmp_path) == ["site"]


def test_a_site_that_was_moved_aside_comes_back_at_the_next_build(tmp_path: Path) -> None:
    site = tmp_path / "site"
    made(tmp_path / ".site.old", "old")
    made(draft_of(site), "half")
    assert build_site(site, site, lambda *_: 1) == (1, ())
    assert states(site) == ["old"]
    assert names(tmp_path) == ["site"]


def test_what_stands_in_the_way_from_a_killed_build_is_cleared(tmp_path: Path) -> None:
    site = made(tmp_path / "site", "now")
    made(tmp_path / ".site.old", "older")
    recover(site)
    assert states(site) == ["now"]
    assert names(tmp_path) == ["site"]
