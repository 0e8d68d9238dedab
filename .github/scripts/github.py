"""The few calls of GitHub's API that the workflows need. Nothing here knows what they are for."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from untrusted import MOST_CHARACTERS, shortened

BOT = "github-actions[bot]"
_PAGE = 100


class Refused(Exception):  # noqa: N818 (it is an answer)
    """GitHub answered with a status other than success."""

    def __init__(self, status: int, why: str) -> None:
        """Keep the status."""
        super().__init__(f"{status}: {why}")
        self.status = status


@dataclass(frozen=True, slots=True)
class Api:
    """One repository of GitHub, and the token that opens it."""

    repository: str
    token: str = field(repr=False)
    url: str

    def bytes(self, method: str, path: str, body: Mapping[str, Any] | None = None, most: int = 10_000_000) -> bytes:
        """Return what the API answers to a call below the repository.

        Raises:
            Refused: The status is none of success.
            ValueError: The answer has more than `most` bytes.
        """
        data = None if body is None else json.dumps(body).encode()
        headers = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
        request = Request(f"{self.url}/repos/{self.repository}/{path}", data, headers, method=method)  # noqa: S310
        # Not sent on when GitHub leads elsewhere, as it does for artefacts.
        request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        try:
            with urlopen(request, timeout=60) as answer:  # noqa: S310 (the address is GitHub's own)
                read: bytes = answer.read(most + 1)
        except HTTPError as error:
            raise Refused(error.code, error.read(2000).decode(errors="replace")) from None
        if len(read) > most:
            raise ValueError(f"the answer to {path} is longer than {most} bytes")
        return read

    def call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """Return the JSON that the API answers, None where it is empty."""
        answer = self.bytes(method, path, body)
        return json.loads(answer) if answer else None

    def find(self, path: str) -> Any:
        """Return the JSON that stands at a path, or None where nothing does."""
        try:
            return self.call("GET", path)
        except Refused as refused:
            if refused.status == 404:  # noqa: PLR2004
                return None
            raise

    def each(self, path: str, **query: str | int) -> Iterator[Any]:
        """Yield the items of a list, page by page."""
        for number in range(1, 50):
            page = self.call("GET", f"{path}?{urlencode({**query, 'per_page': _PAGE, 'page': number})}")
            yield from page
            if len(page) < _PAGE:
                return


def from_environment() -> tuple[Api, dict[str, Any]]:
    """Return the API and the event of the workflow that is running."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    return Api(*(os.environ[f"GITHUB_{name}"] for name in ("REPOSITORY", "TOKEN", "API_URL"))), event


def is_ours(item: Mapping[str, Any], marker: str) -> bool:
    """Say whether a comment or an issue is the bot's own and begins with a marker; anyone can write a marker."""
    return (item.get("user") or {}).get("login") == BOT and (item.get("body") or "").startswith(marker)


def comment_once(api: Api, issue: int, marker: str, text: str) -> None:
    """Write the one comment with this marker below an issue or pull request; where it stands already, edit it."""
    body = {"body": shortened(f"{marker}\n{text}", MOST_CHARACTERS)}
    for comment in api.each(f"issues/{issue}/comments"):
        if is_ours(comment, marker):
            if comment["body"] != body["body"]:
                api.call("PATCH", f"issues/comments/{comment['id']}", body)
            return
    api.call("POST", f"issues/{issue}/comments", body)
