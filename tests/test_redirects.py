"""The address of an entry that was renamed leads to the entry."""

from pathlib import Path

from generator.pages.publication import Publication
from generator.pages.urls import Site
from generator.site.pipeline import files
from tests.conftest import guide_of


def made(content: Path, site: Site) -> dict[str, str]:
    cause = content / "causes/dead-yeast.yml"
    text = cause.read_text(encoding="utf-8").replace("The yeast was dead", "'\"Dead\" yeast & {0} > 1'")
    cause.write_text(f"{text}was: [old-yeast, older-yeast]\n", encoding="utf-8")
    guide = guide_of(content)
    made = files(Publication(guide, site=site))
    return {path: data.decode() for path, data in made.items() if not path.endswith(".png")}


def test_a_former_address_has_a_page_that_leads_on(bread: Path) -> None:
    page = made(bread, Site("https://example.org/guide/"))["causes/old-yeast/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../causes/dead-yeast/">' in page
    assert '<link rel="canonical" href="https://example.org/guide/causes/dead-yeast/">' in page
    assert '<a href="../../causes/dead-yeast/">&quot;Dead&quot; yeast &amp; {0} &gt; 1</a>' in page
    assert '<meta name="robots" content="noindex">' in page


def test_hosts_that_redirect_get_a_list_below_the_path_of_the_site(bread: Path) -> None:
    assert made(bread, Site("https://example.org/guide"))["_redirects"].splitlines() == [
        "/guide/causes/old-yeast/ /guide/causes/dead-yeast/ 301",
        "/guide/causes/older-yeast/ /guide/causes/dead-yeast/ 301",
    ]


def test_where_nothing_was_renamed_there_is_no_list(bread: Path) -> None:
    guide = guide_of(bread)
    assert "_redirects" not in files(Publication(guide))
