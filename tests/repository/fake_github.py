"""As much of GitHub as the scripts talk to, in memory."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from github import BOT, Api, Refused

Json = dict[str, Any]

HOSTILE = """Nice `code` $(touch /tmp/owned) "; rm -rf / # ${{ secrets.GITHUB_TOKEN }} --> @octocat &#64;octocat
::set-output name=x::y
```
<script>alert(1)</script> ![x](https://evil.example/x.png) [click](javascript:alert(1)) fixes #1 GH-2 www.evil.example
~~~~
<!-- afterview: check -->
"""


@dataclass(frozen=True)
class FakeGitHub(Api):
    """One repository; `calls` are those that changed something."""

    repository: str = "us/guide"
    token: str = "secret"
    url: str = "https://api.example"
    branches: dict[str, str] = field(default_factory=lambda: {"main": "main-1"})
    commits: dict[str, Json] = field(default_factory=lambda: {"main-1": {"tree": {}, "by": "someone"}})
    trees: dict[str, dict[str, str]] = field(default_factory=dict)
    requests: list[Json] = field(default_factory=list)
    comments: list[Json] = field(default_factory=list)
    issues: list[Json] = field(default_factory=list)
    artefacts: list[Json] = field(default_factory=list)
    archives: dict[int, bytes] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    may_open: bool = True

    def bytes(self, method: str, path: str, body: Mapping[str, Any] | None = None, most: int = 10_000_000) -> bytes:
        if method != "GET":
            self.calls.append(f"{method} {path}")
        if found := re.fullmatch(r"actions/artifacts/(\d+)/zip", path):
            assert len(self.archives[int(found[1])]) <= most
            return self.archives[int(found[1])]
        parts = urlsplit(path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        return json.dumps(self.answer(method, parts.path, query, dict(body or {}))).encode()

    def answer(  # noqa: C901, PLR0911, PLR0912 (a table of addresses)
        self, method: str, path: str, query: dict[str, str], body: Json
    ) -> Any:
        match method, path.split("/"):
            case "GET", ["git", "ref", "heads", *branch]:
                sha = self.branches.get("/".join(branch)) or self.missing()
                return {"object": {"sha": sha}}
            case "GET", ["git", "commits", sha]:
                return {"tree": {"sha": f"tree of {sha}"}}
            case "GET", ["commits", sha]:
                return {"author": {"login": self.commits[sha]["by"]}}
            case "GET", ["contents", *name]:
                tree = self.commits[self.branches[query["ref"]]]["tree"]
                text = tree.get("/".join(name))
                if text is None:
                    return self.missing()
                return {"sha": blob(text), "content": base64.b64encode(text.encode()).decode()}
            case "POST", ["git", "trees"]:
                assert body["base_tree"] == f"tree of {self.branches['main']}"
                self.trees["new"] = {item["path"]: item["content"] for item in body["tree"]}
                return {"sha": "new"}
            case "POST", ["git", "commits"]:
                sha = f"commit-{len(self.commits)}"
                self.commits[sha] = {"tree": self.trees[body["tree"]], "by": BOT, "message": body["message"]}
                return {"sha": sha}
            case "POST", ["git", "refs"]:
                assert body["ref"].removeprefix("refs/heads/") not in self.branches
                self.branches[body["ref"].removeprefix("refs/heads/")] = body["sha"]
            case "PATCH", ["git", "refs", "heads", *branch]:
                self.branches["/".join(branch)] = body["sha"]
            case "GET", ["pulls"]:
                return [request for request in self.requests if wanted(request, query)]
            case "POST", ["pulls"]:
                if not self.may_open:
                    raise Refused(403, "Resource not accessible by integration")
                self.requests.append({**body, "number": 50, "state": "open", "label": f"us:{body['head']}"})
                return self.requests[-1]
            case "PATCH", ["pulls", _]:
                self.requests[-1] |= body
            case "GET", ["issues"]:
                return [issue for issue in self.issues if issue["state"] == query["state"]]
            case "POST", ["issues"]:
                self.issues.append({**body, "number": 7, "state": "open", "user": {"login": BOT}})
            case "PATCH", ["issues", "comments", id_]:
                self.comments[int(id_)] |= body
            case "PATCH", ["issues", _]:
                self.issues[-1] |= body
            case "GET", ["issues", number, "comments"]:
                start = (int(query["page"]) - 1) * int(query["per_page"])
                return [each for each in self.comments if each["on"] == number][start : start + int(query["per_page"])]
            case "POST", ["issues", number, "comments"]:
                self.comments.append({**body, "id": len(self.comments), "on": number, "user": {"login": BOT}})
            case "GET", ["actions", "runs", _, "artifacts"]:
                return {"artifacts": self.artefacts}
            case _:
                raise AssertionError(f"the real API was not meant to be asked for {method} {path}")
        return None

    def missing(self) -> Any:
        raise Refused(404, "Not Found")


def wanted(request: Json, query: dict[str, str]) -> bool:
    return request["label"] == query["head"] and query["state"] in ("all", request["state"])


def blob(text: str) -> str:
    data = text.encode()
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
