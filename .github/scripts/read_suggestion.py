"""Makes an entry of a submitted issue form, with no rights at all: reads the event, writes one file for the next job.

The text of an issue is a stranger's. It comes from the event's file and goes to `new` by its standard input; no shell,
no path and no log ever sees it.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from forms import Form, answers, form_of, load_forms
from insertion import entry_starts, with_entries
from issue_entry import KINDS, NOT_AGREED, Suggestion, entry_named, is_agreed, suggestion
from proposal import FORM, proposal_of
from untrusted import shortened

from generator import model
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.formatters import as_text
from generator.diagnostics.topics import Name
from generator.linting import linter
from generator.loading import Content, load

# Runs `new KIND --from-json -` with a text as its standard input; returns its exit status and all that it printed.
New = Callable[[str, str], tuple[int, str]]

_MOST = 20_000
_UNREADABLE = (
    "this is not the text that the form wrote\n   = help: open the form again, choose `Copy the text`, and put that "
    "alone in place of what stands here"
)


def outcome(issue: Mapping[str, Any], content: Content, forms: Sequence[Form], new: New, root: Path) -> dict[str, Any]:
    """Return what became of an issue: `status` is `entry`, `diagnostics`, `change`, `mistake` or `no-form`."""
    body = issue.get("body") or ""
    form = form_of(body, forms)
    if form is None:
        return {"status": "no-form"}
    given = answers(body, form)
    if form.name == FORM:
        if not is_agreed(given):
            return {"status": "diagnostics", "diagnostics": [NOT_AGREED], "fields": {}}
        return _proposed(given.get("files", ""), root)
    if form.name not in KINDS:
        return {"status": "mistake", "path": file_of(given.get("page", ""), content)}
    kind = KINDS[form.name]
    made = suggestion(kind, given, content, str(issue["created_at"])[:10], int(issue["number"]))
    code, printed = new(kind, json.dumps(made.entry))
    if code:
        made = replace(made, diagnostics=(*made.diagnostics, shortened(printed.strip(), _MOST)))
    if made.diagnostics:
        return {"status": "diagnostics", "diagnostics": made.diagnostics, "fields": _fields(made.diagnostics, form)}
    path = f"content/{model.KINDS[kind].path(made.entry['id'])}"
    files = {path: (root / path).read_text(encoding="utf-8")}
    return {"status": "entry", "files": files, "inserts": {}, **_notes(made, form)}


def _proposed(text: str, root: Path) -> dict[str, Any]:
    """Return what became of the files that the site's form wrote: written into the guide, they have to be in order."""
    proposal = proposal_of(text)
    if proposal is None:
        return {"status": "diagnostics", "diagnostics": [_UNREADABLE], "fields": {}}
    texts = {path: (root / path).read_text(encoding="utf-8") for path in proposal.inserts if (root / path).exists()}
    changed = [path for path in proposal.files if (root / path).exists()]
    changed += [
        path for path, text in texts.items() if not proposal.inserts[path].keys().isdisjoint(entry_starts(text))
    ]
    if changed:
        return {"status": "change", "paths": changed}
    for path, entry in proposal.files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(entry, encoding="utf-8")
    for path, blocks in proposal.inserts.items():
        (root / path).write_text(with_entries(texts.get(path, ""), blocks), encoding="utf-8")
    errors = [diagnostic for diagnostic in linter.check(root / "content").diagnostics if diagnostic.severity == "error"]
    unlisted = dict.fromkeys(name for error in errors if (name := _unlisted_name(error)))
    if others := [error for error in errors if _unlisted_name(error) is None]:
        return {"status": "diagnostics", "diagnostics": [shortened(as_text(others), _MOST)], "fields": {}}
    return {
        "status": "entry",
        "files": proposal.files,
        "inserts": proposal.inserts,
        "kind": proposal.kind,
        "title": proposal.title,
        "missing": [f"content/guide.yml: add `{name.text}` to `{name.of}`, with its name" for name in unlisted],
        "said": {},
    }


def _unlisted_name(diagnostic: Diagnostic) -> Name | None:
    """Return the word that a list lacks which may lack one, where a diagnostic is about that."""
    match diagnostic.topic:
        case Name(of=of) as name if diagnostic.code == "unknown-word" and of in model.NAMES_OF_THE_WORLD:
            return name
    return None


def file_of(page: str, content: Content) -> str:
    """Return the file behind a page that somebody named, or an empty string where none is recognised."""
    for name, kind in model.KINDS.items():
        if kind.has_page and (id_ := entry_named(page, name, content)):
            return f"content/{kind.path(id_)}"
    return ""


def _fields(diagnostics: Sequence[str], form: Form) -> dict[str, str]:
    """Return the labels of the fields that messages speak of, by the names that the messages use."""
    text = "\n".join(diagnostics)
    names = {id_: label for label, id_ in form.fields.items()}
    return {
        id_.replace("-", "."): label for id_, label in names.items() if re.search(rf"\b{id_.split('-')[-1]}\b", text)
    }


def _notes(made: Suggestion, form: Form) -> dict[str, Any]:
    said = {form.label(id_): text for id_, text in made.said.items()}
    return {"kind": made.kind, "title": made.entry["title"], "missing": made.missing, "said": said}


def run_new(kind: str, text: str) -> tuple[int, str]:
    """Run the real `new`."""
    command = [sys.executable, "-m", "generator", "new", kind, "--from-json", "-"]
    done = subprocess.run(command, input=text, stdout=-1, stderr=-2, encoding="utf-8", errors="replace", check=False)
    return done.returncode, done.stdout


def main() -> None:
    """Read the event that GitHub names, and write the outcome to the file that is named first."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    content, _ = load(Path("content"))
    if content is None:
        sys.exit("the guide on main can't be read; type: python3 dev.py check")
    made = outcome(event["issue"], content, load_forms(), run_new, Path())
    Path(sys.argv[1]).write_text(json.dumps(made), encoding="utf-8")
    print(f"outcome: {made['status']}")


if __name__ == "__main__":
    main()
