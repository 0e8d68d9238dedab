"""Says below a pull request what it changes for readers and what to mend, in one comment that is edited in place.

Runs with the right to comment, after the checks, which had no rights. Nothing of the pull request is checked out or run
here; of what the checks left behind, only text is used, made harmless.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from check_report import MOST_BYTES, Fault, Report, read_report
from github import Api, comment_once, from_environment
from untrusted import fenced, folding, one_line, shortened

MARKER = "<!-- afterview: check -->"
MOST_SHOWN = 15
_MOST_DIFF = 20_000
_WAITS = (
    "Thank you for this change! As it is your first here, a maintainer has to let the checks run; nothing is wrong. "
    "What it changes for readers, and what to mend if anything, will stand here then."
)
_PATH = re.compile(r"content/[A-Za-z0-9_./-]{1,200}")


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run of the check of content: whether it went well, whether it waits for leave, and where it is found.

    `checks` is where people find all checks, and with them the site as it will look.
    """

    passed: bool
    page: str
    checks: str
    waits: bool = False


def artefacts(api: Api, run: int) -> dict[str, Mapping[str, Any]]:
    """Return what a run left behind, by name; what has expired is left out."""
    found = api.call("GET", f"actions/runs/{run}/artifacts?per_page=100")["artifacts"]
    return {item["name"]: item for item in found if not item["expired"]}


def fetched(api: Api, left: Mapping[str, Mapping[str, Any]]) -> Report:
    """Return the report among what a run left behind; an empty one where it is missing or too large."""
    item = left.get("report")
    if item is None or item["size_in_bytes"] > MOST_BYTES:
        return Report()
    return read_report(api.bytes("GET", f"actions/artifacts/{int(item['id'])}/zip", most=2 * MOST_BYTES))


def request_of(api: Api, run: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the open pull request that a run belongs to, or None where there is none any more.

    It is looked up by what GitHub says of the run, never by what the run says of itself: the branch that it was for,
    and the very commit. After a further push there is another run, and that one comments.
    """
    owner = ((run.get("head_repository") or {}).get("owner") or {}).get("login")
    requests = api.each("pulls", state="open", head=f"{owner}:{run['head_branch']}") if owner else iter(())
    return next((request for request in requests if request["head"]["sha"] == run["head_sha"]), None)


def comment(report: Report, run: Run, edit: str) -> str:
    """Return the comment.

    Args:
        report: What the checks left behind.
        run: Where they ran.
        edit: The address that the path of a file follows where its author can edit it.
    """
    if run.waits:
        return _WAITS
    parts = ["Thank you for this change!", _changes(report), _to_mend(report, run, edit)]
    parts.append(
        f"**Look at it:** the site with your change is being built. Once [the checks]({run.checks}) are done, choose "
        "`check` there and download `site` at its foot. Unpack it, type `python3 -m http.server` in its folder, and "
        "open http://localhost:8000."
    )
    parts.append("This comment follows your next edits.")
    return "\n\n".join(parts)


def _changes(report: Report) -> str:
    title = "### What changes for readers\n\n"
    if report.diff is None:
        return f"{title}This could not be worked out, as the checks did not get that far."
    # Its title stands here already, and its diagnostics follow below with more about each.
    text = re.sub(r"\A\s*## .*\n|^### Faults\n(?:(?!###? ).*\n?)*", "", report.diff, flags=re.MULTILINE)
    return title + folding(re.sub(r"(?m)^#{1,6}(?= )", "####", text), _MOST_DIFF)


def _to_mend(report: Report, run: Run, edit: str) -> str:
    if report.diagnostics is None:
        return (
            f"### What to mend\n\nThe checks broke off before they could say. [The log]({run.page}) says why; if that "
            "is no help, wait for a maintainer to look."
        )
    errors = [diagnostic for diagnostic in report.diagnostics if diagnostic.severity == "error"]
    others = [
        diagnostic for diagnostic in report.diagnostics if diagnostic.severity != "error" and diagnostic.in_changed_file
    ]
    if not errors and not others:
        found = "### Nothing to mend\n\nThe texts passed every check."
        more = f" Something else did not: [see the log]({run.page}). A maintainer will help."
        return found if run.passed else found + more
    parts = []
    if errors:
        parts += ["### What to mend\n\nEach `help` says what to write.", _listed(errors, edit)]
    if others:
        title = f"What could be better in these files: {len(others)}. None of it has to be done"
        parts.append(f"<details><summary>{title}</summary>\n\n{_listed(others, edit)}\n\n</details>")
    return "\n\n".join(parts)


def _listed(diagnostics: list[Fault], edit: str) -> str:
    items = [_item(diagnostic, edit) for diagnostic in diagnostics[:MOST_SHOWN]]
    rest = len(diagnostics) - MOST_SHOWN
    return "\n\n".join([*items, *([f"… and {rest} more, which come up once these are done."] if rest > 0 else [])])


def _item(diagnostic: Fault, edit: str) -> str:
    path = one_line(diagnostic.path, 120)
    is_content = _PATH.fullmatch(diagnostic.path) and ".." not in diagnostic.path
    place = f"[{path}]({edit}/{quote(diagnostic.path)})" if is_content else path
    text = f"{shortened(diagnostic.message, 300)}\nhelp: {shortened(diagnostic.hint, 500)}"
    return f"**{place}**, line {diagnostic.line}\n\n{fenced(text)}"


def main() -> None:
    """Comment on the run that has just finished."""
    api, event = from_environment()
    run = event["workflow_run"]
    request = request_of(api, run)
    if request is None:
        print("no open pull request has this commit as its head: nothing to say")
        return
    left = artefacts(api, int(run["id"]))
    head = request["head"]
    place = head["repo"]["html_url"] if head["repo"] else event["repository"]["html_url"]
    checks = f"{event['repository']['html_url']}/pull/{int(request['number'])}/checks"
    made = Run(run["conclusion"] == "success", run["html_url"], checks, waits=run["conclusion"] == "action_required")
    edit = f"{place}/edit/{quote(head['ref'])}"
    comment_once(api, int(request["number"]), MARKER, comment(fetched(api, left), made, edit))


if __name__ == "__main__":
    main()
