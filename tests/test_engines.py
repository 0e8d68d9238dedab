"""All site engines make the same site of the same docs folder, but for what is listed here with a reason."""

import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.site.config import SettingsError, as_yaml, read_settings
from generator.site.engines import zensical as adapter
from generator.site.engines.registry import ENGINES, build_site
from tests.conftest import INVALID, ROOT, WITH_OTHER_THEME, copied_guide, overlay

pytestmark = pytest.mark.site

# Every other engine is held against the first.
FIRST, *OTHERS = COMPARED = [name for name in ENGINES if name not in WITH_OTHER_THEME]
ADDRESS = "https://example.org/below/a/path/"
REPOSITORY = "https://example.org/us/guide"

# What one engine writes and another does not, and why that is as it should be.
FILES_OF_ONE = {
    r"assets/(javascripts|stylesheets)/.*": "each brings scripts and styles of its own",
    r"sitemap\.xml\.gz": "MkDocs packs the sitemap as well; crawlers read it unpacked",
}


@dataclass
class Page(HTMLParser):
    """What a reader and a program find on a page."""

    address: str
    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    data: str = ""
    navigation: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)
    main: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.within = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A link into its own page may begin with "./" or not.
        values = {name: (value or "").replace("./#", "#") for name, value in attrs}
        self.within = "data" if values.get("type") == "application/ld+json" else tag
        name = values.get("name") or values.get("property") or ("canonical" if values.get("rel") == "canonical" else "")
        if tag in ("meta", "link") and name not in ("", "generator"):
            self.metas[name] = values.get("content") or values.get("href", "")
        if tag == "script" and values.get("type") == "module":
            self.modules.append(normpath(values["src"]))
        if "md-nav__link" in values.get("class", "") and "href" in values:
            # On the first page, Zensical calls it index.html.
            self.navigation.append(urljoin(self.address, values["href"]).removesuffix("index.html"))
        self.depth += tag == "article"
        if self.depth:
            self.main.append(f"<{tag} {sorted(values.items())}>")
            self.links += [values[each] for each in ("href", "src") if each in values]
            self.headings += [f"{tag}#{values.get('id', '')}"] if re.fullmatch("h[1-6]", tag) else []

    def handle_endtag(self, tag: str) -> None:
        self.within = ""
        self.depth -= tag == "article"
        if self.depth:
            self.main.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.title += data if self.within == "title" and not self.depth else ""
        self.data += data if self.within == "data" else ""
        if self.depth and data.strip():
            self.main.append(" ".join(data.split()))


def read(site: Path, path: str) -> Page:
    page = Page(ADDRESS + path)
    text = (site / path).read_text(encoding="utf-8")
    page.feed(text)
    return page


def files_of(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def tiny(folder: Path) -> Path:
    """Copy the tiny guide, with an entry that has another id than it had."""
    copied_guide(folder)
    cause = folder / "content/causes/dead-yeast.yml"
    cause.write_text(cause.read_text(encoding="utf-8") + "was: [old-yeast]\n", encoding="utf-8")
    return folder / "mkdocs.yml"


Sites = Mapping[str, Path]


def causes_of(site: Path) -> list[str]:
    return sorted({path.name for path in (site / "causes").iterdir()} - {"old-yeast"})


GUIDES = {"the tiny guide": tiny, "this guide": lambda _: ROOT / "mkdocs.yml"}


@pytest.fixture(scope="module", params=GUIDES)
def sites(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Return a guide's site by the engine that built it."""
    folder = tmp_path_factory.mktemp("engines")
    config = GUIDES[request.param](folder / "guide")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AFTERVIEW_SITE_URL", ADDRESS)
        patch.setenv("AFTERVIEW_REPO_URL", REPOSITORY)
        for name in COMPARED:
            assert build_site(config, folder / name, ENGINES[name]) == (0, ())
    return {name: folder / name for name in COMPARED}


def test_all_write_the_same_pages_and_files(sites: Sites) -> None:
    one = files_of(sites[FIRST])
    for engine, site in sites.items():
        other = files_of(site)
        assert [path for path in one ^ other if not any(re.fullmatch(each, path) for each in FILES_OF_ONE)] == [], (
            engine
        )
        assert len([path for path in one & other if path.endswith("index.html")]) > 15


def test_each_page_says_the_same(sites: Sites) -> None:
    for path in sorted(path for path in files_of(sites[FIRST]) if path.endswith(".html")):
        expected = read(sites[FIRST], path)
        for engine in OTHERS:
            found = read(sites[engine], path)
            for name in ("title", "metas", "data", "headings", "links", "modules", "navigation", "main"):
                assert getattr(found, name) == getattr(expected, name), f"{engine}: {path}: {name}"


def test_no_page_names_one_that_firefox_would_fetch_against_the_policy(sites: Sites) -> None:
    for site in sites.values():
        for path in site.rglob("*.html"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r'<link rel="?(?:next|prefetch|prerender|preconnect|dns-prefetch)\b', text), path


def test_the_page_for_errors_leads_on_from_any_depth(sites: Sites) -> None:
    for site in sites.values():
        page = read(site, "404.html")
        assert "Page not found" in " ".join(page.main)
        assert [urljoin(f"{ADDRESS}a/b/", link) for link in page.links] == [f"{ADDRESS}debrief/", f"{ADDRESS}stages/"]
        assert all(link.startswith("/below/a/path/") for link in page.links)


def test_every_page_ends_with_ways_on(sites: Sites) -> None:
    for site in sites.values():
        for path in site.rglob("*.html"):
            if "md-content" in (text := path.read_text(encoding="utf-8")):
                assert re.search('<nav class="av-foot" aria-label="Footer"><a href="[^"]*">The debrief</a>', text), path


def test_what_is_replaced_in_the_markup_of_an_engine_is_replaced_on_every_page(sites: Sites) -> None:
    for site in sites.values():
        for path in site.rglob("*.html"):
            if "md-content" in (text := path.read_text(encoding="utf-8")):
                scripts = re.findall(r"<script [^>]*src=[^>]*>", text)
                assert len(scripts) >= 3
                assert all("defer" in script or 'type="module"' in script for script in scripts), path


def test_every_page_has_the_search_and_starts_the_worker(sites: Sites) -> None:
    for site in sites.values():
        for path in site.rglob("*.html"):
            if "md-content" in (text := path.read_text(encoding="utf-8")):
                assert re.search(r'<afterview-search src="[./\w]*search/index\.[0-9a-f]{8}\.json">', text), path
                assert re.search(r'<script type="module"[^>]*assets/search/element\.[0-9a-f]{8}\.js"', text), path
                assert re.search(r'<script src="[./\w]*assets/offline\.[0-9a-f]{8}\.js" defer>', text), path


def test_the_comparison_sees_what_a_page_says(sites: Sites) -> None:
    site = sites["zensical"]
    page = read(site, f"causes/{causes_of(site)[0]}/index.html")
    assert len(page.headings) > 2
    assert len(page.links) > 5
    assert len(page.navigation) > 5
    assert page.metas["canonical"].startswith(ADDRESS)
    assert page.title
    assert "schema.org" in page.data


def test_a_page_leads_to_the_file_that_it_was_made_from(sites: Sites) -> None:
    site = sites["zensical"]
    for id_ in causes_of(site):
        page = read(site, f"causes/{id_}/index.html")
        file = f"{REPOSITORY}/edit/main/content/causes/{id_}.yml"
        assert page.links.count(file) == 1


def test_the_sitemaps_name_the_same_pages(sites: Sites) -> None:
    first, *others = (
        [(element.tag, (element.text or "").strip()) for element in ET.parse(site / "sitemap.xml").iter()]
        for site in sites.values()
    )
    assert others == [first] * len(others)
    assert len(first) > 30


def test_a_new_guide_is_built_though_it_names_a_plugin_that_only_mkdocs_knows(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["init", str(tmp_path / "new")]).exit_code == 0
    assert build_site(tmp_path / "new/mkdocs.yml", tmp_path / "site", ENGINES["zensical"]) == (0, ())
    assert len(causes_of(tmp_path / "site")) > 1


def test_the_same_content_makes_the_same_site_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERVIEW_SITE_URL", ADDRESS)
    made = []
    for name in ("one", "another place"):
        site = tmp_path / name / "site"
        assert build_site(tiny(tmp_path / name / "bread"), site, ENGINES["zensical"]) == (0, ())
        made.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()})
    assert made[0] == made[1]


def test_without_an_address_there_is_no_sitemap_and_the_page_for_errors_begins_at_the_root(tmp_path: Path) -> None:
    assert build_site(tiny(tmp_path / "bread"), tmp_path / "site", ENGINES["zensical"]) == (0, ())
    assert not (tmp_path / "site/sitemap.xml").exists()
    page = (tmp_path / "site/404.html").read_text(encoding="utf-8")
    assert 'href="/assets/quiz/quiz.' in page


def test_an_error_in_the_content_is_printed_and_leaves_the_last_site(tmp_path: Path) -> None:
    config, site = tiny(tmp_path / "bread"), tmp_path / "site"
    site.mkdir()
    overlay(tmp_path / "bread/content", INVALID / "yaml-syntax")
    done = CliRunner().invoke(main, ["build", "--engine", "zensical", "--config", str(config), "--site", str(site)])
    assert done.exit_code == 1
    assert "error[yaml-syntax]" in done.stderr
    assert "is unchanged" in done.stderr
    assert list(site.iterdir()) == []


def test_a_warning_of_the_engine_fails_the_build(tmp_path: Path) -> None:
    config = tiny(tmp_path / "bread")
    config.write_text(config.read_text(encoding="utf-8") + "extra_css: [assets/site.css]\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    assert adapter.run(read_settings(config), config.parent, tmp_path / "docs", tmp_path / "site") != 0
    assert not (tmp_path / "site").exists()


def test_where_zensical_is_missing_the_message_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "find_spec", lambda _: None)
    monkeypatch.setenv("AFTERVIEW_ENGINE", "zensical")
    done = CliRunner().invoke(main, ["build", "--config", str(tiny(tmp_path / "bread")), "--site", str(tmp_path / "s")])
    assert done.exit_code == 1
    assert f"Type: {sys.executable} -m pip install zensical=={adapter.VERSION}\n" in done.stderr


def test_the_release_that_is_tested_is_the_one_that_the_message_names() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert f"zensical=={adapter.VERSION}" in extras["dev"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_navigation_without_the_first_page_is_refused(
    engine: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    config = tiny(tmp_path / "bread")
    config.write_text(
        config.read_text(encoding="utf-8") + "\nnav: [{Parts: [stages/index.md, {The debrief: debrief/index.md}]}]\n",
        encoding="utf-8",
    )
    assert build_site(config, tmp_path / "site", ENGINES[engine])[0] == 1
    assert "mkdocs.yml: `nav` doesn't name the first page; add `- Home: index.md`" in "".join(capfd.readouterr())
    assert not (tmp_path / "site").exists()


# ---- the settings, as MkDocs reads them


def test_settings_are_inherited_and_lists_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = "nav: [a.md]\ntheme: {name: x, font: false}\nsite_url: !ENV [HERE, there]\nrepo_url: !ENV [GONE, '']\n"
    (tmp_path / "parent.yml").write_text(parent, encoding="utf-8")
    child = tmp_path / "guide/mkdocs.yml"
    child.parent.mkdir()
    child.write_text("INHERIT: ../parent.yml\nnav: [b.md]\ntheme: {name: y}\nwatch:\n", encoding="utf-8")
    monkeypatch.setenv("HERE", "https://example.org/")
    assert read_settings(child) == {
        "nav": ["b.md"],
        "theme": {"name": "y", "font": False},
        "site_url": "https://example.org/",
        "repo_url": "",
        "watch": None,
    }


def test_what_only_an_engine_understands_is_handed_on(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("a: {b: !!python/name:os.sep , c: é}\n", encoding="utf-8")
    assert yaml.unsafe_load(as_yaml(read_settings(config))) == {"a": {"b": "/", "c": "é"}}


@pytest.mark.parametrize("text", ["nav: [", "- a\n", "INHERIT: nowhere.yml\n", ""])
def test_settings_that_cannot_be_read_are_named(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=str(tmp_path)):
        read_settings(config)
    assert ENGINES["zensical"](config, tmp_path / "site") == 1
    assert f"error: {tmp_path}" in capsys.readouterr().err
