"""Keeps one issue about the addresses outside the site that lead nowhere: opens it, edits it, closes it."""

import os

from github import Api, from_environment, is_ours
from untrusted import MOST_CHARACTERS, shortened

MARKER = "<!-- afterview: links -->"
TITLE = "Some links lead nowhere any more"


def keep_issue(api: Api, text: str) -> None:
    """Make the one issue say what a text says; an empty text closes it."""
    ours = [item for item in api.each("issues", state="open", creator="github-actions[bot]") if is_ours(item, MARKER)]
    body = shortened(f"{MARKER}\n{text}", MOST_CHARACTERS)
    if not ours and text:
        api.call("POST", "issues", {"title": TITLE, "body": body})
    elif ours and text:
        api.call("PATCH", f"issues/{ours[0]['number']}", {"body": body})
    elif ours:
        closing = {"body": f"{MARKER}\nEvery link leads somewhere again.", "state": "closed"}
        api.call("PATCH", f"issues/{ours[0]['number']}", closing)


def main() -> None:
    """Keep the issue by the report of the job before."""
    api, _ = from_environment()
    keep_issue(api, os.environ["REPORT"].strip())


if __name__ == "__main__":
    main()
