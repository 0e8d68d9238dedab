"""Links to elsewhere are asked for by lychee, and only what is surely gone is called so."""

import re
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import outside_links
import pytest
from github import BOT
from links_issue import MARKER, keep_issue
from outside_links import BrokenLink, broken_links, summary

from tests.conftest import ROOT
from tests.repository.fake_github import FakeGitHub

LYCHEE = shutil.which("lychee", path=str(Path(sys.executable).parent)) or ""
needs_lychee = pytest.mark.skipif(not LYCHEE, reason="lychee is not installed")
REQUESTS: list[tuple[str, str]] = []


class Handler(BaseHTTPRequestHandler):
    """Answers with the status that is asked for."""

    def do_GET(self) -> None:
        REQUESTS.append((self.path, self.headers["User-Agent"]))
        assert "Authorization" not in self.headers
        self.send_response(int(self.path.split("/")[1]))
        self.send_header("Location", "/404/moved")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(outside_links, "_POLITE", ("--max-retries=0", "--timeout=5"))
    REQUESTS.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def content(folder: Path, text: str) -> Path:
    (folder / "content/causes").mkdir(parents=True)
    (folder / "content/causes/a.yml").write_text(text, encoding="utf-8")
    return folder / "content"


@needs_lychee
def test_each_address_that_can_not_be_had_is_named_with_its_place(tmp_path: Path, host: str) -> None:
    text = (
        f"url: {host}/200/\n"
        f'{{citation: "A, B", url: "{host}/404/a"}}\n'
        f"See [a study]({host}/410/a_(b)), and {host}/503/é?q=ü#x.\n"
        f"- {host}/302/\n"
        "- http://127.0.0.1:1/\n"
    )
    found = broken_links(content(tmp_path, text), LYCHEE, ())
    places = {(link.address.removeprefix(host), link.path, link.line, link.status) for link in found}
    assert places == {
        ("/404/a", "content/causes/a.yml", 2, 404),
        ("/410/a_(b)", "content/causes/a.yml", 3, 410),
        ("/503/%C3%A9?q=%C3%BC#x", "content/causes/a.yml", 3, 503),
        ("/302/", "content/causes/a.yml", 4, 404),
        ("http://127.0.0.1:1/", "content/causes/a.yml", 5, None),
    }
    assert {agent for _, agent in REQUESTS} == {"Afterview link check (once a week)"}


@needs_lychee
def test_addresses_of_private_networks_are_not_asked_for(tmp_path: Path, host: str) -> None:
    text = f"- {host}/404/\n- http://localhost:1/\n- http://10.0.0.1/\n- http://169.254.169.254/latest\n- http://[::1]:1/\n"
    assert broken_links(content(tmp_path, text), LYCHEE) == []
    assert REQUESTS == []


@needs_lychee
def test_a_doi_is_asked_for_where_it_is_registered_and_no_further(
    tmp_path: Path, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = content(tmp_path, "title: A\n" + "doi: 10.1000/302\ndoi: 10.1000/404\n")
    ask = outside_links._ask

    def registered_here(base: Path, texts: dict[Path, str], *arguments: object) -> list[BrokenLink]:
        texts = {path: re.sub(r"https://doi.org/10.1000/(\d+)", rf"{host}/\1/", text) for path, text in texts.items()}
        return ask(base, texts, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(outside_links, "_ask", registered_here)
    found = broken_links(folder, LYCHEE, ())
    assert [(link.line, link.status) for link in found] == [(3, 404)]
    assert sorted(path for path, _ in REQUESTS) == ["/302/", "/404/"]


@needs_lychee
def test_a_program_that_fails_is_no_empty_report(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        broken_links(content(tmp_path, ""), LYCHEE, ("--no-such-option",))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("doi: 10.1000/x(1)y", "https://doi.org/10.1000/x(1)y"),
        ('  - {citation: "A.", doi: 10.1000/x-1}', "https://doi.org/10.1000/x-1"),
        ('doi: "10.1000/182"', "https://doi.org/10.1000/182"),
        ("see https://dx.doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("nodoi: 10.1000/182", ""),
    ],
)
def test_dois_stay_on_their_lines(text: str, address: str) -> None:
    assert outside_links._dois_only(f"first: line\n{text}\n") == f"\n{address}\n"


def test_no_source_of_the_guide_is_overlooked() -> None:
    text = (ROOT / "content/sources.yml").read_text(encoding="utf-8")
    assert outside_links._dois_only(text).count("https://doi.org/10.") >= text.count("\n  doi:") > 10


GONE = BrokenLink("https://gone.example/@x", "content/sources.yml", 7, 404)
SHY = BrokenLink("https://shy.example/", "content/myths/a.yml", 2, 403)
SILENT = BrokenLink("https://silent.example/", "content/myths/a.yml", 3, None)


def test_the_summary_says_what_is_gone_and_where_it_stands() -> None:
    text = summary([GONE, SHY, SILENT], "https://github.example/b")
    place = "[content/sources.yml, line 7](https://github.example/b/content/sources.yml#L7)"
    assert f"- `https://gone.example/@x` (404): {place}" in text
    assert text.index("gone.example") < text.index("<details>") < text.index("shy.example")
    assert "- `https://silent.example/` (no answer): " in text


@pytest.mark.parametrize("status", [None, 401, 403, 429, 503, 999])
def test_what_would_not_say_is_no_reason_for_an_issue(status: int | None) -> None:
    assert summary([BrokenLink("https://shy.example/", "content/myths/a.yml", 2, status)], "x") == ""


def test_the_release_of_lychee_that_is_tested_is_the_one_that_the_workflow_installs() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    installed = (ROOT / ".github/lychee.txt").read_text(encoding="utf-8").split(" --hash=sha256:")
    assert installed[0] in extras["dev"]
    assert len(installed[1].strip()) == 64


def test_there_is_one_issue_as_long_as_something_is_gone() -> None:
    api = FakeGitHub()
    api.issues.append({"number": 3, "state": "open", "user": {"login": "visitor"}, "body": f"{MARKER}\nmine"})
    for text in ("", "one gone", "two gone"):
        keep_issue(api, text)
    assert [issue["body"] for issue in api.issues[1:]] == [f"{MARKER}\ntwo gone"]
    keep_issue(api, "")
    assert api.issues[1]["state"] == "closed"
    assert api.issues[1]["user"]["login"] == BOT
    assert api.issues[0]["state"] == "open"
    keep_issue(api, "again")
    assert [issue["state"] for issue in api.issues] == ["open", "closed", "open"]
