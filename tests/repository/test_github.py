"""The calls of GitHub's API, against a server of our own."""

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from github import Api, Refused, from_environment


class Handler(BaseHTTPRequestHandler):
    """Answers with what was asked, and leads `away` to another host's name."""

    def do_GET(self) -> None:
        if self.path.endswith("/away"):
            self.send_response(302)
            self.send_header("Location", f"http://localhost:{self.server.server_address[1]}/elsewhere")
            self.end_headers()
            return
        if "/missing" in self.path or "/broken" in self.path:
            self.send_error(404 if "/missing" in self.path else 500)
            return
        if "/list" in self.path:
            number = int(self.path.rpartition("page=")[2])
            answer = json.dumps([number] * (100 if number < 3 else 1)).encode()
        else:
            length = int(self.headers.get("Content-Length", 0))
            asked = {"path": self.path, "method": self.command, "body": self.rfile.read(length).decode()}
            answer = json.dumps({**asked, "token": self.headers.get("Authorization")}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def api() -> Iterator[Api]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Api("us/guide", "secret", f"http://127.0.0.1:{server.server_address[1]}")
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_call_goes_to_the_repository_with_the_token(api: Api) -> None:
    answer = api.call("POST", "issues/1/comments", {"body": "é"})
    assert answer["path"] == "/repos/us/guide/issues/1/comments"
    assert answer["method"] == "POST"
    assert json.loads(answer["body"]) == {"body": "é"}
    assert answer["token"] == "Bearer secret"


def test_the_token_stays_home_when_github_leads_elsewhere(api: Api) -> None:
    answer = api.call("GET", "away")
    assert answer["path"] == "/elsewhere"
    assert answer["token"] is None


def test_a_list_is_read_to_its_end(api: Api) -> None:
    assert list(api.each("list", state="open")) == [1] * 100 + [2] * 100 + [3]


def test_what_is_missing_is_none_and_what_breaks_is_not(api: Api) -> None:
    assert api.find("missing") is None
    with pytest.raises(Refused) as refused:
        api.find("broken")
    assert refused.value.status == 500


def test_an_answer_that_is_too_long_is_refused(api: Api) -> None:
    with pytest.raises(ValueError, match="longer than 10 bytes"):
        api.bytes("GET", "x", most=10)


def test_the_token_is_not_printed(api: Api) -> None:
    assert "secret" not in repr(api)


def test_the_workflow_says_where_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    event = tmp_path / "event.json"
    event.write_text('{"issue": {"body": "ß"}}', encoding="utf-8")
    told = {"EVENT_PATH": str(event), "REPOSITORY": "us/guide", "TOKEN": "t", "API_URL": "https://api.example"}
    for name, value in told.items():
        monkeypatch.setitem(os.environ, f"GITHUB_{name}", value)
    assert from_environment() == (Api("us/guide", "t", "https://api.example"), {"issue": {"body": "ß"}})
