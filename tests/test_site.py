"""The site as it is built: complete, without a link that leads nowhere, and put in place only when it is good."""

import json
import re
import shutil
import struct
import subprocess
import sys
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.pages.publication import Publication
from generator.pages.urls import address
from generator.site.engines.registry import ENGINES, build_site
from generator.site.link_checker import BrokenLink, broken_links, missing_parts, read_site
from generator.site.pipeline import files
from generator.site.postprocess.cache_busting import HASHED
from tests.conftest import INVALID, copied_guide, guide_of, overlay

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def guide_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the tiny guide, with its mkdocs.yml, outside the project."""
    return copied_guide(tmp_path_factory.mktemp("guides") / "bread")


@pytest.fixture(scope="module")
def site(guide_folder: Path) -> Path:
    assert build_site(guide_folder / "mkdocs.yml", guide_folder / "site") == (0, ())
    return guide_folder / "site"


def test_a_second_guide_builds_into_a_whole_site_without_a_warning(guide_folder: Path, site: Path) -> None:
    guide = guide_of(guide_folder / "content")
    modules = {path for path in files(Publication(guide)) if path.endswith(".js") and not path.endswith("/element.js")}
    assert modules
    assert not [path for path in modules if (site / path).exists() or has_hash(site / path)], (
        "they are in their bundles"
    )
    for path in files(Publication(guide)).keys() - modules:
        target = site / address(path) / "index.html" if path.endswith(".md") else site / path
        assert target.is_file() or has_hash(target), path


def has_hash(target: Path) -> bool:
    """Return whether a file is there under a name with the hash of its bytes."""
    found = [path for path in target.parent.glob(f"{target.stem}.*{target.suffix}") if HASHED.search(path.name)]
    return len(found) == 1


def test_the_same_content_makes_the_same_site_on_two_runs_and_in_two_folders(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = copied_guide(tmp_path / "some where else" / "bread")
    shutil.copytree(published.parent / "content", again / "content", dirs_exist_ok=True)
    monkeypatch.setenv("AFTERVIEW_SITE_URL", "https://example.org/guide/")
    for seed, zone in (("1", "Pacific/Kiritimati"), ("2", "America/Los_Angeles")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        monkeypatch.setenv("TZ", zone)
        assert build_site(again / "mkdocs.yml", again / "other") == (0, ())
        first, second = (
            {p.relative_to(s): p.read_bytes() for p in s.rglob("*") if p.is_file()}
            for s in (published, again / "other")
        )
        assert first.keys() == second.keys()
        assert [path for path in first if first[path] != second[path]] == []


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


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tiny guide's site as it would be at a known address below a path, with hostile words in a title."""
    folder = copied_guide(tmp_path_factory.mktemp("published") / "bread")
    cause = folder / "content/causes/dead-yeast.yml"
    words = r'''"a\x0b b\u2028c\uffff ]]> & 2 < 3 \" ' {{ 1 }} {% if %}"'''
    cause.write_text(cause.read_text(encoding="utf-8").replace("The yeast was dead", words), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AFTERVIEW_SITE_URL", "https://example.org/guide/")
        assert build_site(folder / "mkdocs.yml", folder / "site") == (0, ())
    return folder / "site"


def test_the_sitemap_names_every_page_and_the_day_of_its_review(published: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ET.fromstring((published / "sitemap.xml").read_bytes())
    found = {url.findtext("s:loc", "", names): url.findtext("s:lastmod", None, names) for url in root}
    pages = {path.parent.relative_to(published).as_posix() for path in published.rglob("index.html")}
    assert found.keys() == {"https://example.org/guide/" + (f"{page}/" if page != "." else "") for page in pages}
    assert found["https://example.org/guide/causes/weak-flour/"] == "2026-01-05"
    assert found["https://example.org/guide/stages/mixing/"] is None
    # Bytes 4 to 8 of a packed file are its time, which must not be that of the build.
    packed = int.from_bytes((published / "sitemap.xml.gz").read_bytes()[4:8], "little")
    assert packed == datetime(2026, 1, 5, tzinfo=UTC).timestamp()


def test_without_an_address_no_page_names_a_card(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "og:image" not in home
    assert '<meta name="twitter:card" content="summary">' in home
    assert '<link rel="icon" href="assets/icon.svg" type="image/svg+xml">' in home


def test_the_pictures_are_there_and_the_card_has_the_size_that_pages_name(published: Path) -> None:
    head = (published / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
    named = re.findall(r'<meta property="og:image:(?:width|height)" content="(\d+)">', head)
    card = (published / "assets/card.png").read_bytes()
    assert card.startswith(b"\x89PNG\r\n\x1a\n")
    assert list(struct.unpack(">II", card[16:24])) == [int(number) for number in named] == [1200, 630]
    assert (published / "assets/icon.png").read_bytes().startswith(b"\x89PNG")
    assert ET.parse(published / "assets/icon.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_a_guides_own_picture_takes_the_place_of_the_themes(tmp_path: Path) -> None:
    folder = copied_guide(tmp_path / "bread")
    (folder / "own/assets").mkdir(parents=True)
    (folder / "own/assets/card.png").write_bytes(b"own")
    config = folder / "mkdocs.yml"
    text = re.sub(
        r"(?m)^theme: .*$", "theme: {name: material, custom_dir: own, font: false}", config.read_text("utf-8")
    )
    config.write_text(text, encoding="utf-8")
    for name, engine in ENGINES.items():
        assert build_site(config, folder / name, engine) == (0, ())
        assert (folder / name / "assets/card.png").read_bytes() == b"own"
        assert (folder / name / "assets/icon.png").is_file()


def test_without_an_address_there_is_neither_sitemap_nor_feed(site: Path) -> None:
    assert not (site / "sitemap.xml").exists()
    assert not (site / "feed.xml").exists()
    assert "atom+xml" not in (site / "index.html").read_text(encoding="utf-8")
    assert 'property="og:url"' not in (site / "index.html").read_text(encoding="utf-8")


def test_every_page_says_what_it_is_for_previews_and_search_engines(published: Path) -> None:
    for path in published.rglob("index.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        meta = {
            name: unescape(words)
            for name, words in re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)"', head)
        }
        [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
        found = json.loads(data)
        thing = found.get("@graph", [found])[0]
        address = "https://example.org/guide/" + address_of(path, published)
        assert thing["url"] == meta["og:url"] == address
        assert f'<link rel="canonical" href="{address}">' in head
        assert meta["og:title"] == meta["twitter:title"]
        assert meta["og:description"] == meta["twitter:description"] == meta["description"]
        assert re.search(
            r'<link rel="alternate" type="application/atom\+xml" title="Crumb" href="[./]*feed.xml">', head
        )
        assert meta["og:image"] == meta["twitter:image"] == "https://example.org/guide/assets/card.png"
        assert meta["twitter:card"] == "summary_large_image"
        if thing["@type"] != "WebSite":
            assert thing["name"] == meta["og:title"]


def test_hostile_words_reach_linked_data_letter_by_letter(published: Path) -> None:
    page = (published / "causes/dead-yeast/index.html").read_text(encoding="utf-8")
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(data)["@graph"][0]["name"] == "a\x0b b\u2028c\uffff ]]> & 2 < 3 \" ' {{ 1 }} {% if %}"


def test_links_from_the_root_are_looked_up_below_the_path_of_the_site(tmp_path: Path) -> None:
    home = (
        '<link rel="canonical" href="https://example.org/guide/"><a href="/guide/">ok</a><a href="/guide/a.css">ok</a>'
    )
    (tmp_path / "index.html").write_text(home + '<a href="/a.css">1</a><a href="/guide/b/">2</a>', encoding="utf-8")
    (tmp_path / "a.css").write_text("", encoding="utf-8")
    assert [each.link for each in broken_links(read_site(tmp_path))] == ["/a.css", "/guide/b/"]


def address_of(page: Path, site: Path) -> str:
    folder = page.parent.relative_to(site).as_posix()
    return "" if folder == "." else f"{folder}/"


def test_an_error_in_the_content_leaves_the_last_site_as_it_was(guide_folder: Path, site: Path) -> None:
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
    assert [each.link for each in broken_links(read_site(tmp_path))] == ["a/#gone", "b/", "c.png", "../../x/", "/d.js"]
    assert broken_links(read_site(tmp_path))[0] == BrokenLink("index.html", "a/#gone", "the page has no such anchor")


def test_a_page_without_the_script_that_its_front_matter_names_is_refused(tmp_path: Path) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    for page, script in (("a", "../assets/element.js"), ("b", "/assets/element.1a2b3c4d.js"), ("c", "../other.js")):
        (docs / page).mkdir(parents=True)
        (docs / page / "index.md").write_text('---\ntitle: "A"\nmodule: "assets/element.js"\n---\nText\n')
        (site / page).mkdir(parents=True)
        (site / page / "index.html").write_text(f'<script type="module" src="{script}"></script>')
    (docs / "index.md").write_text('---\ntitle: "A"\n---\nmodule: "assets/element.js"\n')
    (site / "404.html").touch()
    assert [(part.page, part.link) for part in missing_parts(docs, read_site(site))] == [
        ("c/index.html", "assets/element.js")
    ]


def test_a_site_without_a_page_for_errors_or_canonical_links_is_refused(tmp_path: Path) -> None:
    for folder, name, text in (("docs", "index.md", '---\ntitle: "A"\n---\n'), ("site", "index.html", "<p>A</p>")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text)
    lacking = missing_parts(tmp_path / "docs", read_site(tmp_path / "site"), "https://example.org/")
    assert [part.page for part in lacking] == ["index.html", "404.html"]


def test_an_engine_that_leaves_out_the_scripts_of_pages_builds_no_site(guide_folder: Path, tmp_path: Path) -> None:
    def build_without_scripts(config: Path, draft: Path) -> int:
        status = ENGINES["mkdocs"](config, draft)
        for page in draft.rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            page.write_text(re.sub(r'<script type="module"[^>]*></script>', "", html), encoding="utf-8")
        return status

    status, broken = build_site(guide_folder / "mkdocs.yml", tmp_path / "site", build_without_scripts)
    assert status == 0
    assert "debrief/index.html" in {script.page for script in broken}
    assert not (tmp_path / "site").exists()


def test_only_what_a_browser_takes_for_a_tag_counts_as_a_link(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        """<!-- <a href="comment/"> --><script>"<a href='script/'>"</script><style>a{content:"<a href=style/>"}</style>
        <a title="1 > 2 <a href='quoted/'>" href="a/">1</a> 2 < 3 <a
          HREF=b/ class='x>y'>2</a><img alt='"' src=c.png><p>id="no-anchor"</p><a href="#no-anchor">3</a>""",
        encoding="utf-8",
    )
    assert [each.link for each in broken_links(read_site(tmp_path))] == ["a/", "b/", "c.png", "#no-anchor"]
