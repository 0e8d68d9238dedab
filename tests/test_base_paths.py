"""A site may stand below any path of a host: what is checked and allowed there is what browsers compare."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.site.config import escaped_address
from generator.site.engines.registry import ENGINES, build_site
from generator.site.link_checker import broken_links, read_site
from generator.site.postprocess.csp import unknown_scripts
from tests.conftest import copied_guide

PATHS = ["~anna/", "a+b/", "Guía/", "Gu%C3%ADa/", "a b/", "it's/", "x(1)/", "a&b/", "a;b=c,d/", "面/", "%7Eanna/"]


def pages(root: str, link: str) -> dict[str, bytes]:
    """Return a site of two pages below a path, the second with a link."""
    first = f'<link rel="canonical" href="https://example.org{root}"><p id="a b">'
    return {"index.html": first.encode(), "x/index.html": f'<a href="{link}">'.encode(), "404.html": b""}


def written(folder: Path, files: dict[str, bytes]) -> Path:
    """Write a site, and return its folder."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("form", [str, quote, lambda path: quote(path, safe="/~+'()&;=,%")])
def test_a_link_from_the_root_is_compared_as_browsers_do(tmp_path: Path, path: str, form: type[str]) -> None:
    site = written(tmp_path, pages(f"/{quote(path, safe='/%')}", f"/{form(path) if '%' not in path else path}x/"))
    assert broken_links(read_site(site)) == ()


@pytest.mark.parametrize("link", ["/guide/x/", "/~anna/y/", "/~ann/x/", "/~annax/", "../../x/", "/%7Ebob/x/"])
def test_a_link_out_of_the_path_is_broken(tmp_path: Path, link: str) -> None:
    assert len(broken_links(read_site(written(tmp_path, pages("/~anna/", link))))) == 1


@pytest.mark.parametrize("root", ["/~anna", "/a+b", "/Guía", "/it's", "/a,b;c=d", "/x(1)/y", "/a&b", "", "../.."])
def test_the_root_of_a_site_makes_no_script_of_the_theme_unknown(root: str) -> None:
    scripts = {
        path: f'<script>a=new URL("{at}",location)</script>'
        for path, at in {"404.html": root, "index.html": "."}.items()
    }
    assert unknown_scripts({path: script.encode() for path, script in scripts.items()}) == ()


@pytest.mark.parametrize("trick", ['x",alert(1),"', "x\\", "x</script><script>alert(1)</script>"])
def test_what_is_more_than_a_root_stays_unknown(trick: str) -> None:
    files = {
        "404.html": b'<script>a=new URL(".",location)</script>',
        "index.html": f'<script>a=new URL("{trick}",location)</script>'.encode(),
    }
    assert unknown_scripts(files) != ()


@pytest.fixture(params=["~anna/", "a+b/", "Guía/"])
def address(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a site below a path of its host."""
    address = f"https://example.org/{request.param}"
    monkeypatch.setenv("AFTERVIEW_SITE_URL", address)
    return address


@pytest.mark.slow
@pytest.mark.parametrize("engine", list(ENGINES))
def test_a_guide_is_built_for_such_a_path(tmp_path: Path, address: str, engine: str) -> None:
    folder = copied_guide(tmp_path / "guide")
    assert build_site(folder / "mkdocs.yml", folder / "site", ENGINES[engine]) == (0, ())
    first = unescape((folder / "site/index.html").read_text(encoding="utf-8"))
    assert re.search(rf'<link rel="?canonical"? href="?{re.escape(escaped_address(address))}[">]', first)
