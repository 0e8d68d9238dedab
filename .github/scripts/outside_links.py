"""Asks lychee which of the addresses outside the site that the content names lead nowhere, and writes a report.

It is polite: one request at a time to each host, with a pause between. A DOI is asked for at doi.org alone, which knows
whether there is such a one; publishers turn programs away. An address counts as gone only where its host says so.
"""

import json
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from untrusted import MOST_CHARACTERS, shortened

_DOI = re.compile(r"""(?:(?<![\w.])doi:\s*["']?|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/[^\s"'{}]+)""")
_DOI_HOSTS = r"^https?://(dx\.)?doi\.org/"
_GONE = {404, 410}
_REDIRECTIONS = range(300, 400)
_POLITE = (
    "--max-concurrency=8",
    "--host-concurrency=1",
    "--host-request-interval=2s",
    "--max-retries=2",
    "--timeout=30",
)
_USER_AGENT = "--user-agent=Afterview link check (once a week)"
# lychee's exit codes where it did its work; with the second, links are broken.
_DONE = {0, 2}


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """An address that can't be had. Lines count from 1; `status` is None where nobody answered."""

    address: str
    path: str
    line: int
    status: int | None


def broken_links(folder: Path, lychee: str, options: Sequence[str] = ("--exclude-all-private",)) -> list[BrokenLink]:
    """Return the addresses in the files of a folder that can't be had, with each place where they stand.

    Args:
        folder: The content.
        lychee: The program.
        options: Further options of it.

    Raises:
        subprocess.CalledProcessError: lychee could not do its work.
    """
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in (".yml", ".md"))
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    dois = {path: _dois_only(text) for path, text in texts.items()}
    links = _ask(folder.parent, texts, lychee, (*options, f"--exclude={_DOI_HOSTS}"))
    for link in _ask(folder.parent, dois, lychee, (*options, "--max-redirects=0")):
        if link.status not in _REDIRECTIONS:
            links.append(link)
    return sorted(links, key=lambda link: (link.address, link.path, link.line))


def _dois_only(text: str) -> str:
    """Return the addresses of the DOIs in a text, on the lines on which they stand."""
    lines = (_DOI.finditer(line) for line in text.split("\n"))
    return "\n".join(" ".join(f"https://doi.org/{doi[1]}" for doi in dois) for dois in lines)


def _ask(base: Path, texts: dict[Path, str], lychee: str, options: Iterable[str]) -> list[BrokenLink]:
    """Return what lychee says of the addresses in some texts; it has no token and none of GitHub's variables."""
    with TemporaryDirectory() as name:
        for path, text in texts.items():
            copy = Path(name, path.relative_to(base))
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, encoding="utf-8")
        names = [path.relative_to(base).as_posix() for path in texts]
        command = [lychee, "--format=json", "--no-progress", *_POLITE, _USER_AGENT, *options, "--", *names]
        # What GitHub tells a job is none of its business.
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")}
        run = subprocess.run(command, cwd=name, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    # An option that it doesn't know ends it with 2 as well, but without a report.
    if run.returncode not in _DONE or not run.stdout:
        raise subprocess.CalledProcessError(run.returncode, command)
    report = json.loads(run.stdout)
    return [
        BrokenLink(link["url"], path, link["span"]["line"], link["status"].get("code"))
        for failures in (report["error_map"], report["timeout_map"])
        for path, links in failures.items()
        for link in links
    ]


def summary(links: Iterable[BrokenLink], file_url: str) -> str:
    """Return the list as Markdown; an empty string where nothing is gone.

    Args:
        links: The addresses that can't be had.
        file_url: What the path of a file follows, such as https://example.org/us/guide/blob/main.
    """
    places: dict[tuple[str, int | None], list[str]] = {}
    for link in links:
        place = f"[{link.path}, line {link.line}]({file_url}/{quote(link.path)}#L{link.line})"
        places.setdefault((link.address, link.status), []).append(place)
    gone, unknown = list[str](), list[str]()
    for (address, status), where in places.items():
        item = f"- `{address.replace('`', '%60')}` ({status or 'no answer'}): {', '.join(where)}"
        (gone if status in _GONE else unknown).append(item)
    if not gone:
        return ""
    parts = [
        "These addresses lead nowhere any more. Please look for where each has moved to, or for another source.",
        "\n".join(gone),
    ]
    if unknown:
        parts.append(
            f"<details><summary>{len(unknown)} that would not say, most of them since they turn programs "
            "away; nothing has to be done</summary>\n\n" + "\n".join(unknown) + "\n\n</details>"
        )
    return "\n\n".join(parts)


def main() -> None:
    """Ask for every address that content/ names, and hand the report to the job that has the rights."""
    links = broken_links(Path("content"), str(Path(sys.argv[1]).absolute()))
    print(f"{len(links)} can't be had")
    text = summary(links, f"{os.environ['GITHUB_SERVER_URL']}/{os.environ['GITHUB_REPOSITORY']}/blob/main")
    report = shortened(text, MOST_CHARACTERS)
    # A text of several lines ends at a word that nobody can know beforehand.
    end = uuid.uuid4().hex
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
        output.write(f"report<<{end}\n{report}\n{end}\n")


if __name__ == "__main__":
    main()
