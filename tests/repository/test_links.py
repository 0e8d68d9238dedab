"""Links to elsewhere are asked for politely, and only what is surely gone is called so."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from check_links import MARKER, keep_issue
from github import BOT
from links import Place, addresses, check_all, checked, named_in, over_network, summary, verdict

from tests.conftest import ROOT
from tests.repository.fake_github import FakeGitHub


def never(seconds: float) -> None:
    assert seconds > 0


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("url: https://example.org/a", "https://example.org/a"),
        ("[a study](https://example.org/a_(b)), and more", "https://example.org/a_(b)"),
        ("See https://example.org/a?b=c#d.", "https://example.org/a?b=c#d"),
        ('{citation: "A, B", url: "https://example.org/"}', "https://example.org/"),
        ("doi: 10.1000/x(1)y", "https://doi.org/10.1000/x(1)y"),
        ('  - {citation: "A.", doi: 10.1000/x-1}', "https://doi.org/10.1000/x-1"),
        ('doi: "10.1000/182"', "https://doi.org/10.1000/182"),
    ],
)
def test_addresses_are_found_in_what_people_write(text: str, address: str) -> None:
    assert list(addresses(f"first: line\n{text}\n")) == [(address, 2)]


def test_no_source_of_the_guide_is_overlooked() -> None:
    text = (ROOT / "content/sources.yml").read_text(encoding="utf-8")
    found = named_in(ROOT / "content")
    assert len([address for address in found if address.startswith("https://doi.org/10.")]) >= text.count("\n  doi:")
    assert all(place.path.startswith("content/") for places in found.values() for place in places)


@pytest.mark.parametrize(
    ("status", "says"),
    [(200, "works"), (206, "works"), (302, "works"), (404, "gone"), (410, "gone"), (0, "can't tell"),
     (401, "can't tell"), (403, "can't tell"), (429, "can't tell"), (503, "can't tell"), (999, "can't tell")],
)  # fmt: skip
def test_only_what_is_surely_gone_is_called_so(status: int, says: str) -> None:
    assert verdict(status) == says


@pytest.mark.parametrize(
    ("answers", "asked", "result"),
    [
        ([200], "HEAD", ("works", 200)),
        ([405, 200], "HEAD GET", ("works", 200)),
        ([404, 200], "HEAD GET", ("works", 200)),
        ([404, 404], "HEAD GET", ("gone", 404)),
        ([403, 403], "HEAD GET", ("can't tell", 403)),
        ([0, 0, 200], "HEAD HEAD HEAD", ("works", 200)),
        ([0, 0, 0], "HEAD HEAD HEAD", ("can't tell", 0)),
        ([503, 503, 200], "HEAD GET HEAD", ("works", 200)),
        ([429, 429] * 3, "HEAD GET HEAD GET HEAD GET", ("can't tell", 429)),
    ],
)
def test_a_host_is_asked_again_where_that_may_help(answers: list[int], asked: str, result: tuple[str, int]) -> None:
    left, methods = list(answers), list[str]()

    def ask(method: str, _: str) -> int:
        methods.append(method)
        return left.pop(0)

    assert checked("https://example.org/", ask, never) == result
    assert " ".join(methods) == asked


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause_between() -> None:
    lock, busy, pauses = threading.Lock(), set[str](), list[float]()

    def ask(_: str, address: str) -> int:
        host = address.split("/")[2].lower()
        with lock:
            assert host not in busy
            busy.add(host)
        with lock:
            busy.remove(host)
        return 200

    all_ = [f"https://{host}/{number}" for host in ("a.example", "b.example", "A.example") for number in range(5)]
    results = check_all(all_, ask, pauses.append)
    assert results == dict.fromkeys(all_, ("works", 200))
    assert len(pauses) == len(all_) - 2


class Handler(BaseHTTPRequestHandler):
    """Answers with the status that is asked for."""

    def do_GET(self) -> None:
        assert "Afterview" in self.headers["User-Agent"]
        self.send_response(int(self.path.split("/")[1]))
        self.send_header("Location", "/200/moved")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_server_is_understood(host: str) -> None:
    assert over_network("HEAD", f"{host}/200/é?q=ü#x") == 200
    assert over_network("GET", f"{host}/404/") == 404
    assert over_network("HEAD", f"{host}/301/") == 200
    assert over_network("HEAD", "http://127.0.0.1:1/") == 0
    assert over_network("HEAD", "https://") == 0


FOUND = {
    "https://gone.example/@x": [Place("content/sources.yml", 7)],
    "https://shy.example/": [Place("content/myths/a.yml", 2)],
    "https://fine.example/": [Place("content/myths/a.yml", 3)],
}


def test_the_summary_says_what_is_gone_and_where_it_stands() -> None:
    results = {"https://gone.example/@x": ("gone", 404), "https://shy.example/": ("can't tell", 403)}
    text = summary(FOUND, {**results, "https://fine.example/": ("works", 200)}, "https://github.example/b")  # type: ignore[dict-item]
    place = "[content/sources.yml, line 7](https://github.example/b/content/sources.yml#L7)"
    assert f"- `https://gone.example/@x` (404): {place}" in text
    assert text.index("gone.example") < text.index("<details>") < text.index("shy.example")
    assert "fine.example" not in text


def test_what_would_not_say_is_no_reason_for_an_issue() -> None:
    assert summary(FOUND, {"https://shy.example/": ("can't tell", 403)}, "x") == ""


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
