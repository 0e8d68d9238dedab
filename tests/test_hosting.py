"""The example for nginx does what docs/hosting.md says, at the root of a host and below a path."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urljoin

import pytest

from generator.site.engines.registry import build_site
from tests.conftest import copied_guide
from tests.nginx import NGINX, nginx

pytestmark = pytest.mark.site


@dataclass(frozen=True)
class Served:
    """A guide on a host: its port, and the path at which it stands."""

    port: int
    path: str

    def get(self, path: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        data = response.read()
        connection.close()
        return response, gzip.decompress(data) if response.headers["Content-Encoding"] == "gzip" else data


@pytest.fixture(scope="module", params=["/", "/guide/"], ids=["root", "below a path"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if not NGINX:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("host")
    path: str = request.param
    guide = copied_guide(folder / "bread")
    with (guide / "content/causes/dead-yeast.yml").open("a", encoding="utf-8") as cause:
        cause.write("was: [old-yeast]\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AFTERVIEW_SITE_URL", f"https://example.org{path}")
        (folder / "www").mkdir()
        assert build_site(guide / "mkdocs.yml", folder / "www" / path.strip("/")) == (0, ())
    with nginx(folder / "www", path) as port:
        yield Served(port, path)


def test_pages_come_packed_guarded_and_are_asked_for_anew(served: Served) -> None:
    response, page = served.get(f"{served.path}causes/dead-yeast/")
    assert (response.status, response.headers["Content-Encoding"], response.headers["Vary"]) == (
        200, "gzip", "Accept-Encoding",
    )  # fmt: skip
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-cache"
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["ETag"]
    assert b"The yeast was dead" in page


def test_files_with_hashes_are_kept_for_ever_and_the_worker_is_not(served: Served) -> None:
    _, page = served.get(f"{served.path}debrief/")
    loaded = re.findall(rb'(?:src|href)="(\.\./assets/[^"]+\.(?:js|css))"', page)
    assert {each.split(b"/")[-1].split(b".")[0] for each in loaded} >= {
        b"element",
        b"quiz",
        b"site",
        b"bundle",
        b"main",
    }
    for each in loaded:
        response, _ = served.get(urljoin(f"{served.path}debrief/", each.decode()))
        assert (response.status, "immutable" in response.headers["Cache-Control"]) == (200, True), each
    response, _ = served.get(f"{served.path}sw.js")
    assert response.headers["Cache-Control"] == "no-cache"
    assert "connect-src 'self'" in response.headers["Content-Security-Policy"]


def test_the_page_for_what_is_not_there_works_at_any_depth(served: Served) -> None:
    for path in ("nowhere", "causes/nowhere/", "a/b/c/d.html"):
        response, page = served.get(served.path + path)
        assert response.status == 404
        assert response.headers["Cache-Control"] is None
        addresses = {each.decode() for each in re.findall(rb'(?:src|href)="([^"#?]+)"', page)}
        inner = {urljoin(served.path + path, each) for each in addresses if "://" not in each}
        assert len(inner) > 8
        assert {each: served.get(each)[0].status for each in inner if served.get(each)[0].status != 200} == {}


def test_a_former_address_leads_on_and_a_page_without_its_slash_too(served: Served) -> None:
    response, page = served.get(f"{served.path}causes/old-yeast/")
    [target] = re.findall(rb"0; url=([^\"]+)", page)
    assert response.status == 200
    assert urljoin(f"{served.path}causes/old-yeast/", target.decode()) == f"{served.path}causes/dead-yeast/"
    response, _ = served.get(f"{served.path}causes/dead-yeast")
    assert (response.status, response.headers["Location"]) == (301, f"{served.path}causes/dead-yeast/")


def test_other_sites_may_load_data_but_not_the_lists_for_hosts(served: Served) -> None:
    response, _ = served.get(f"{served.path}api/v1/index.json")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert served.get(f"{served.path}debrief/")[0].headers["Access-Control-Allow-Origin"] is None
    assert served.get(f"{served.path}_headers")[0].status == 404
