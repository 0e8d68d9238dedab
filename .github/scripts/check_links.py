"""Keeps one issue about the addresses outside the site that lead nowhere: opens it, follows up, closes it."""

import os
from pathlib import Path

from github import Api, from_environment, is_ours
from links import check_all, named_in, over_network, summary
from untrusted import MOST_CHARACTERS, shortened

MARKER = "<!-- afterview: links -->"
TITLE = "Some links lead nowhere any more"


def keep_issue(api: Api, text: str) -> None:
    """Make the one issue say what a text says; an empty text closes it."""
    mine = [item for item in api.each("issues", state="open", creator="github-actions[bot]") if is_ours(item, MARKER)]
    body = shortened(f"{MARKER}\n{text}", MOST_CHARACTERS)
    if not mine and text:
        api.call("POST", "issues", {"title": TITLE, "body": body})
    elif mine and text:
        api.call("PATCH", f"issues/{mine[0]['number']}", {"body": body})
    elif mine:
        closing = {"body": f"{MARKER}\nEvery link leads somewhere again.", "state": "closed"}
        api.call("PATCH", f"issues/{mine[0]['number']}", closing)


def main() -> None:
    """Check every address that content/ names."""
    api, _ = from_environment()
    found = named_in(Path("content"))
    results = check_all(found, over_network)
    for result in ("works", "gone", "can't tell"):
        print(f"{sum(each == result for each, _ in results.values()):5} {result}")
    keep_issue(api, summary(found, results, f"{os.environ['GITHUB_SERVER_URL']}/{api.repository}/blob/main"))


if __name__ == "__main__":
    main()
