"""Whether the addresses outside the site that the content names still lead somewhere.

Polite: one request at a time to each host, with a pause between, HEAD before GET, and an identity that says who asks.
A DOI is asked for at doi.org alone, which knows whether there is such a one; publishers turn programs away. What a host
refuses to tell is not called broken.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from itertools import groupby
from pathlib import Path
from typing import Literal
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

Verdict = Literal["works", "gone", "can't tell"]
# Asks for an address once by a method; returns the status, 0 where nobody answered.
Ask = Callable[[str, str], int]

_LINK = re.compile(r"https?://[^\s<>\"'`|\\^{}\[\]]+")
_DOI = re.compile(r"""(?<![\w.])doi:\s*["']?(10\.\d{4,9}/[^\s"'{}]+)""")
_GONE = {404, 410}
_HEAD_IS_NOT_TRUSTED = {400, 403, 404, 405, 406, 410, 429, 500, 501, 502, 503}
_PAUSE_SECONDS = 2.0
_TRIES = 3
_HOSTS_AT_ONCE = 8


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an address stands. Lines count from 1."""

    path: str
    line: int


def addresses(text: str) -> Iterator[tuple[str, int]]:
    """Yield every address in a text, DOIs among them, each with its line."""
    for found in _LINK.finditer(text):
        yield _trimmed(found[0]), text.count("\n", 0, found.start()) + 1
    for found in _DOI.finditer(text):
        yield f"https://doi.org/{_trimmed(found[1])}", text.count("\n", 0, found.start(1)) + 1


def _trimmed(address: str) -> str:
    """Return an address without the signs of the sentence around it; a bracket stays if it has its partner."""
    while address[-1] in ".,;:!?*_" or (address[-1] == ")" and address.count(")") > address.count("(")):
        address = address[:-1]
    return address


def named_in(folder: Path) -> dict[str, list[Place]]:
    """Return every address that the files of a folder name, with where they do."""
    found: dict[str, list[Place]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".yml", ".md")):
        name = path.relative_to(folder.parent).as_posix()
        for address, line in addresses(path.read_text(encoding="utf-8")):
            found.setdefault(address, []).append(Place(name, line))
    return found


def verdict(status: int) -> Verdict:
    """Return what a status says: only "not found" and "gone" say that a page is missing."""
    if status in _GONE:
        return "gone"
    return "works" if 200 <= status < 400 else "can't tell"  # noqa: PLR2004 (success and redirection)


def checked(address: str, ask: Ask, sleep: Callable[[float], None]) -> tuple[Verdict, int]:
    """Ask for an address until there is an answer, and return what it says and the last status."""
    status = 0
    for attempt in range(_TRIES):
        if attempt:
            sleep(_PAUSE_SECONDS * 2**attempt)
        status = ask("HEAD", address)
        if status in _HEAD_IS_NOT_TRUSTED:
            sleep(_PAUSE_SECONDS)
            status = ask("GET", address)
        if status and status < 500 and status != 429:  # noqa: PLR2004 (what may pass by itself)
            break
    return verdict(status), status


def check_all(
    all_: Iterable[str], ask: Ask, sleep: Callable[[float], None] = time.sleep
) -> dict[str, tuple[Verdict, int]]:
    """Return a verdict and a status for each address; hosts are asked side by side, a host's addresses in turn."""

    def host(address: str) -> str:
        return urlsplit(address).netloc.lower()

    def one_host(group: Sequence[str]) -> list[tuple[str, tuple[Verdict, int]]]:
        results = []
        for number, address in enumerate(group):
            if number:
                sleep(_PAUSE_SECONDS)
            results.append((address, checked(address, ask, sleep)))
        return results

    groups = [list(group) for _, group in groupby(sorted(all_, key=lambda each: (host(each), each)), host)]
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        return dict(result for results in pool.map(one_host, groups) for result in results)


class _Stay(HTTPRedirectHandler):
    """Takes a redirection for the answer."""

    def redirect_request(self, *_: object) -> None:
        return None


def over_network(method: str, address: str) -> int:
    """Ask for an address, without reading more than the head of the answer."""
    parts = urlsplit(address)
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~-._?") for part in (parts.path, parts.query))
    plain = urlunsplit(parts._replace(path=path, query=query, fragment=""))
    headers = {"User-Agent": "Afterview link check (once a week)", "Accept": "*/*"}
    try:
        opener = build_opener(_Stay) if parts.netloc == "doi.org" else build_opener()
        with opener.open(Request(plain, headers=headers, method=method), timeout=30) as answer:  # noqa: S310
            return int(answer.status)
    except HTTPError as error:
        return error.code
    except (OSError, HTTPException, ValueError):
        return 0


def summary(found: Mapping[str, Sequence[Place]], results: Mapping[str, tuple[Verdict, int]], file_url: str) -> str:
    """Return the list as Markdown; an empty string where nothing is gone.

    Args:
        found: Where each address stands.
        results: What came of asking.
        file_url: What the path of a file follows, such as https://example.org/us/guide/blob/main.
    """
    gone = sorted(address for address, (result, _) in results.items() if result == "gone")
    unknown = sorted(address for address, (result, _) in results.items() if result == "can't tell")
    if not gone:
        return ""

    def item(address: str) -> str:
        places = ", ".join(f"[{p.path}, line {p.line}]({file_url}/{quote(p.path)}#L{p.line})" for p in found[address])
        status = results[address][1]
        return f"- `{address.replace('`', '%60')}` ({status or 'no answer'}): {places}"

    parts = [
        "These addresses lead nowhere any more. Please look for where each has moved to, or for another source.",
        "\n".join(map(item, gone)),
    ]
    if unknown:
        listed = "\n".join(map(item, unknown))
        parts.append(
            f"<details><summary>{len(unknown)} that would not say, most of them since they turn programs "
            f"away; nothing has to be done</summary>\n\n{listed}\n\n</details>"
        )
    return "\n\n".join(parts)
