"""Opens a pull request for an entry that `read_suggestion.py` made, and answers below the issue whatever came of it.

It only talks to the API: nothing is checked out, and nothing that a stranger wrote is run.
"""

import base64
import hashlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from github import BOT, Api, Refused, comment_once, from_environment
from insertion import with_entries
from untrusted import fenced, one_line, quiet, shortened

MARKER = "<!-- afterview: suggestion -->"
# An entry in the folder of its kind: settings, wording and schemas stand elsewhere.
_PATH = re.compile(r"content/[a-z]+/[a-z0-9-]{1,60}\.yml")
_SHARED_PATH = "content/sources.yml"
_LOGIN = re.compile(r"[A-Za-z0-9-]{1,39}(\[bot\])?")
_NOT_ALLOWED = 403
_NOTE = (
    "The checks start when a maintainer approves them below. As soon as somebody else adds a commit to this branch, "
    "edits of the issue no longer change it."
)
_HOW = (
    "**How:** choose “Edit” in the menu “…” at the top right of your text, change the words below the right heading, "
    "leave the headings (`###`) as they are, and save. It is then read again, and this comment changes."
)
_ERASE = (
    "Older versions of your text stay visible under “edited” at its top. If they name somebody, choose that version "
    "there and “Delete revision from history”."
)
_NO_FORM = "Thank you. This text wasn't written in a form, so it can't become an entry by itself."


def propose(api: Api, issue: Mapping[str, Any], made: Mapping[str, Any], where: str) -> str:
    """Do what an outcome asks for, and return the answer to write below the issue; "" where none is due.

    Args:
        api: The repository.
        issue: The issue, as the event has it.
        made: What `read_suggestion.py` made of it.
        where: The repository's address for people.
    """
    if made["status"] == "diagnostics":
        return _mend(made)
    if made["status"] == "mistake":
        return _thanks_for_mistake(str(made["path"]), where)
    if made["status"] == "no-form":
        asked = any(label["name"] == "suggestion" for label in issue["labels"])
        return f"{_NO_FORM} Please [choose a form]({where}/issues/new/choose)." if asked else ""
    if made["status"] == "change":
        return _thanks_for_change(made["paths"], where)
    if not all(map(_PATH.fullmatch, made["files"])) or set(made["inserts"]) - {_SHARED_PATH}:
        raise ValueError("the entry is to stand where no entry stands")
    return _open(api, issue, {**made, "files": _whole_files(api, made)}, where)


def _whole_files(api: Api, made: Mapping[str, Any]) -> dict[str, str]:
    """Return the files of a proposal by path; what is inserted goes into its file as main has it now."""
    files = dict(made["files"])
    for path, blocks in made["inserts"].items():
        there = api.call("GET", f"contents/{path}?ref=main")
        files[path] = with_entries(base64.b64decode(there["content"]).decode("utf-8"), blocks)
    return files


def _open(api: Api, issue: Mapping[str, Any], made: Mapping[str, Any], where: str) -> str:
    branch = f"suggestion/issue-{int(issue['number'])}"
    head = api.find(f"git/ref/heads/{branch}")
    request = _request(api, branch)
    if request and request["state"] == "closed":
        return f"Thank you. This was decided in #{request['number']}. If there is more to say, please say it there."
    if head and not _is_ours(api, head["object"]["sha"]):
        place = f"#{request['number']}" if request else f"the branch `{branch}`"
        return f"Thank you. Somebody is working on this in {place}. Please say there what has changed here."
    if not head or not _holds(api, branch, made):
        _commit(api, branch, issue, made, exists=bool(head))
    said = {"title": _title(made), "body": _description(issue, made)}
    if request:
        api.call("PATCH", f"pulls/{request['number']}", said)
        return _opened(f"#{request['number']}")
    try:
        made_request = api.call("POST", "pulls", {**said, "head": branch, "base": "main", "draft": True})
    except Refused as refused:
        if refused.status != _NOT_ALLOWED:
            raise
        return _opened(f"it waits [here]({where}/compare/main...{quote(branch)}?expand=1) for a maintainer to open it")
    return _opened(f"#{made_request['number']}")


def _request(api: Api, branch: str) -> Any:
    """Return the newest pull request of a branch, or None where there was none."""
    owner = api.repository.partition("/")[0]
    return next(api.each("pulls", state="all", head=f"{owner}:{branch}", sort="created", direction="desc"), None)


def _is_ours(api: Api, sha: str) -> bool:
    """Say whether a commit is the bot's, so that nobody's work is lost when it is replaced."""
    return (api.call("GET", f"commits/{sha}").get("author") or {}).get("login") == BOT


def _holds(api: Api, branch: str, made: Mapping[str, Any]) -> bool:
    """Say whether the branch has these very texts already."""
    return all(_holds_file(api, branch, path, text.encode()) for path, text in made["files"].items())


def _holds_file(api: Api, branch: str, path: str, data: bytes) -> bool:
    there = api.find(f"contents/{path}?ref={branch}")
    sha = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
    return bool(there) and there["sha"] == sha


def _commit(api: Api, branch: str, issue: Mapping[str, Any], made: Mapping[str, Any], *, exists: bool) -> None:
    """Make the branch hold main and the entry, in one step: an empty branch would close its pull request."""
    parent = api.call("GET", "git/ref/heads/main")["object"]["sha"]
    base = api.call("GET", f"git/commits/{parent}")["tree"]["sha"]
    files = [{"path": path, "mode": "100644", "type": "blob", "content": text} for path, text in made["files"].items()]
    tree = api.call("POST", "git/trees", {"base_tree": base, "tree": files})["sha"]
    commit = {"message": _message(issue, made), "tree": tree, "parents": [parent]}
    sha = api.call("POST", "git/commits", commit)["sha"]
    if exists:
        api.call("PATCH", f"git/refs/heads/{branch}", {"sha": sha, "force": True})
    else:
        api.call("POST", "git/refs", {"ref": f"refs/heads/{branch}", "sha": sha})


def _title(made: Mapping[str, Any]) -> str:
    return f"Suggested {made['kind']}: {one_line(made['title'])}"


def _message(issue: Mapping[str, Any], made: Mapping[str, Any]) -> str:
    """Return the commit's message; whoever wrote the text is named with it, except for a case."""
    subject = f'content: Suggest the {made["kind"]} "{one_line(made["title"], 60)}"'
    user = issue["user"]
    if made["kind"] == "case" or not _LOGIN.fullmatch(user["login"]):
        return subject
    return f"{subject}\n\nCo-authored-by: {user['login']} <{int(user['id'])}+{user['login']}@users.noreply.github.com>"


def _description(issue: Mapping[str, Any], made: Mapping[str, Any]) -> str:
    missing = "\n".join(f"- [ ] {quiet(line)}" for line in made["missing"])
    said = "\n\n".join(f"**{quiet(label)}**\n\n{fenced(text)}" for label, text in made["said"].items())
    parts = [
        f"Made from the form in #{int(issue['number'])}, with thanks to its writer.",
        f"## Before it is published\n\n{missing}" if missing else "",
        f"## Also said there\n\nNo field fits it:\n\n{said}" if said else "",
        _NOTE,
        f"Closes #{int(issue['number'])}",
    ]
    return "\n\n".join(filter(None, parts))


def _opened(place: str) -> str:
    return (
        f"Thank you! Your text passed every check and is now a proposed change: {place}. People read it, add what a "
        "form can't ask for, and publish it; you'll see there what they say. If you edit your text here, the "
        "proposal follows."
    )


def _mend(made: Mapping[str, Any]) -> str:
    diagnostics = "\n\n".join(shortened(diagnostic, 20_000) for diagnostic in made["diagnostics"])
    fields = "\n".join(f"- `{name}` is “{quiet(label)}”" for name, label in made["fields"].items())
    parts = [
        "Thank you! Your text is nearly there. This has to be mended first; each `help` says what to write:",
        fenced(diagnostics, 30_000),
        f"In the form that you filled in:\n\n{fields}" if fields else "",
        _HOW,
        _ERASE if "personal-data" in diagnostics else "",
    ]
    return "\n\n".join(filter(None, parts))


def _thanks_for_mistake(path: str, where: str) -> str:
    if not path:
        return "Thank you for saying so. Somebody will find the page, look into it and answer here."
    return (
        f"Thank you for saying so. The page is made from `{path}`. If you like, "
        f"[mend it yourself]({where}/edit/main/{quote(path)}): change the words, and say in a sentence why. "
        "Otherwise somebody will look into it and answer here."
    )


def _thanks_for_change(paths: Sequence[str], where: str) -> str:
    places = "\n".join(f"- [{quiet(path)}]({where}/edit/main/{quote(path)})" for path in paths)
    return (
        "Thank you! This changes what is there already, so somebody will compare it with the page as it is now and "
        "take it over. If you would rather do it yourself, open the file and replace this entry, and nothing else, "
        f"with your text:\n\n{places}"
    )


def main() -> None:
    """Read the outcome from the file that is named first, act on it, and answer."""
    api, event = from_environment()
    made = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    issue = event["issue"]
    if text := propose(api, issue, made, event["repository"]["html_url"]):
        comment_once(api, int(issue["number"]), MARKER, text)


if __name__ == "__main__":
    main()
