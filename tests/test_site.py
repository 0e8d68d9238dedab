"""The site as it is built: complete, without a link that leads nowhere, and put in place only when it is good."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import check, files
from generator.pages.addresses import Repository, address
from generator.site.engine import build_site
from generator.site.links import BrokenLink, broken_links
from tests.conftest import INVALID, copied_guide, overlay


@pytest.fixture(scope="module")
def guide_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the tiny guide, with its mkdocs.yml, outside the project."""
    return copied_guide(tmp_path_factory.mktemp("guides") / "bread")


@pytest.fixture(scope="module")
def site(guide_folder: Path) -> Path:
    assert build_site(guide_folder / "mkdocs.yml", guide_folder / "site") == (0, ())
    return guide_folder / "site"


def test_a_second_guide_builds_into_a_whole_site_without_a_warning(guide_folder: Path, site: Path) -> None:
    guide = check(guide_folder / "content").guide
    assert guide
    for path in files(guide, Repository()):
        target = site / address(path) / "index.html" if path.endswith(".md") else site / path
        assert target.is_file(), path


def test_plain_mkdocs_builds_the_guide_from_any_folder(guide_folder: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-P",
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-f",
        str(guide_folder / "mkdocs.yml"),
        "-d",
        str(tmp_path / "s"),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "s/causes/dead-yeast/index.html").is_file()


def test_a_fault_in_the_content_leaves_the_last_site_as_it_was(guide_folder: Path, site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    good = (guide_folder / "content/causes/dead-yeast.yml").read_bytes()
    overlay(guide_folder / "content", INVALID / "yaml-syntax")
    try:
        status, _ = build_site(guide_folder / "mkdocs.yml", site)
    finally:
        (guide_folder / "content/causes/dead-yeast.yml").write_bytes(good)
    assert status != 0
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_the_pages_ask_no_third_party_for_anything(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for opening in ('src="http', "src='http", 'rel="stylesheet" href="http', 'rel="preconnect"', "@import"):
            assert opening not in text, path


def test_links_anchors_and_assets_that_lead_nowhere_are_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(
        '<h1 id="here">x</h1><a href="../">up</a><a href="#here">ok</a>', encoding="utf-8"
    )
    (tmp_path / "index.html").write_text(
        '<a href="a/">ok</a><a href="a/#here">ok</a><a href="a/#gone">1</a><a href="b/">2</a><img src="c.png">'
        '<a href="../../x/">4</a><a href="https://example.org/">ok</a><a href="mailto:a@b.c">ok</a>'
        '<script src="/d.js"></script>',
        encoding="utf-8",
    )
    assert [each.link for each in broken_links(tmp_path)] == ["a/#gone", "b/", "c.png", "../../x/", "/d.js"]
    assert broken_links(tmp_path)[0] == BrokenLink("index.html", "a/#gone", "the page has no such anchor")
