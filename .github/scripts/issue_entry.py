"""What was filled in -> the fields of an entry, as `new KIND --from-json` takes them.

A form can't ask for everything: not for the answers of the quiz behind each sign, not for which pages there are. What
it can't know gets the least that changes nothing for readers, and a line in `missing` that says what is to be done.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from generator import model
from generator.loading import Content, proper_id

KINDS = {"suggest-a-cause": "cause", "suggest-an-action": "action", "share-a-case": "case"}

# Fields that hold a line each, and those that are for people to read and not of the entry.
_LISTS = {"also_called", "pitfalls"}
_ASIDE = {"agreed", "signs", "actions", "causes", "steps", "words", "words-for", "contributors"}
_MINUTES = re.compile(r"[\s,(:-]*(\d{1,4})\s*(?:minutes?|mins?)\b[\s).]*$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+")
_TAKEN = (
    "there is a page with this title already\n   = help: say in the title what sets yours apart; to better the page "
    "that is there, follow `Improve this page` at its foot"
)
NOT_AGREED = "not every box at the end is ticked\n   = help: write [x] into each"
_EXPERIENCE = "Suggested by a reader, from experience. Nobody has looked for studies yet."


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry as far as a form could make it.

    `missing` says what is left to do for those who take it on, `said` holds by field what could not be put into it, and
    `diagnostics` what the writer has to mend.
    """

    kind: str
    entry: Mapping[str, Any]
    missing: tuple[str, ...] = ()
    said: Mapping[str, str] = field(default_factory=dict)
    diagnostics: tuple[str, ...] = ()


def suggestion(kind: str, given: Mapping[str, str], content: Content, today: str, number: int) -> Suggestion:
    """Return the entry that a filled-in form stands for.

    Args:
        kind: `cause`, `action` or `case`.
        given: What was filled in, by field.
        content: The guide, for its words and for the pages that were named.
        today: The day of the review, as YYYY-MM-DD.
        number: The issue's number, for an entry whose title can't be made an id.
    """
    plain = {name: text for name, text in given.items() if name not in _ASIDE and "-" not in name}
    fields: dict[str, Any] = {name: lines_of(text) if name in _LISTS else text for name, text in plain.items()}
    fields = {"id": proper_id(given.get("title", ""), kind, otherwise=f"issue-{number}"), **_words(fields, content)}
    made = {"cause": _cause, "action": _action, "case": _case}[kind](fields, given, content)
    if made.entry["id"] in content.known[kind]:
        # Under another id its other diagnostics are found.
        made = replace(made, entry={**made.entry, "id": f"issue-{number}"}, diagnostics=(*made.diagnostics, _TAKEN))
    if not is_agreed(given):
        made = replace(made, diagnostics=(*made.diagnostics, NOT_AGREED))
    if kind != "case":
        said = given.get("evidence-says")
        entry = {**made.entry, "evidence": {"strength": "none", "says": said or _EXPERIENCE}, "reviewed": today}
        thanks = {"contributors": [given["contributors"]]} if "contributors" in given else {}
        sources = "`evidence`: look for studies; until then it says `strength: none`"
        made = replace(made, entry={**entry, **thanks}, missing=(*made.missing, sources))
    return made


def is_agreed(given: Mapping[str, str]) -> bool:
    """Say whether every box at the end of a form is ticked."""
    return re.fullmatch(r"(- \[[xX]\] .*\n?)+", given.get("agreed", "")) is not None


def lines_of(text: str) -> list[str]:
    """Return the lines of a text without the marks of a list."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def entry_named(text: str, kind: str, content: Content) -> str:
    """Return the id of the entry that a text names by its id, its title or its address; "" where it names none."""
    entries = content.entries[kind]
    label_of = model.KINDS[kind].label_of
    titles = {label_of(entry.value).casefold().rstrip("."): id_ for id_, entry in entries.items()}
    wanted = re.sub(r"[?#].*$", "", text.strip()).strip("/ ").rpartition("/")[2].removesuffix(".yml")
    return wanted if wanted in entries else titles.get(text.strip().strip("\"'`“”").casefold().rstrip("."), "")


def _words(fields: Mapping[str, Any], content: Content) -> dict[str, Any]:
    """Return the fields with the ids of what a form offers by its title."""
    setup = content.setup.value
    ids = {
        "stage": {stage.title: id_ for id_, stage in setup.stages.items()},
        "control": {control.title: id_ for id_, control in setup.controls.items()},
        "when": {label: id_ for id_, label in setup.when.items()},
    }
    return {name: ids.get(name, {}).get(value, value) if name in ids else value for name, value in fields.items()}


def _nested(given: Mapping[str, str], name: str) -> dict[str, str]:
    return {id_.partition("-")[2]: text for id_, text in given.items() if id_.startswith(f"{name}-")}


def _middle(scale: Mapping[str, float]) -> str:
    return list(scale)[len(scale) // 2]


def _cause(fields: Mapping[str, Any], given: Mapping[str, str], content: Content) -> Suggestion:
    scales = content.setup.value.scales
    alike = [cause.value for cause in content.causes.values() if cause.value.stage == fields.get("stage")]
    alike = alike or [cause.value for cause in content.causes.values()]
    entry = {"how_common": _middle(scales.how_common), **fields}
    missing = ["`signs`: name the answers that tell, and how many give them; until then the quiz leaves it out"]
    said = {"signs": given.get("signs", "")}
    example = _nested(given, "sounds_like")
    if len(example) == len(model.Exchange.model_fields):
        entry["sounds_like"] = example
    elif example:
        missing.append("`sounds_like`: it needs `asked`, `instead_of` and `say`")
        said |= {f"sounds_like-{name}": text for name, text in example.items()}
    named = {line: entry_named(line, "action", content) for line in lines_of(given.get("actions", ""))}
    actions = list(dict.fromkeys(filter(None, named.values())))
    if not actions:
        actions = [
            action for action, _ in Counter(action for cause in alike for action in cause.actions).most_common(1)
        ]
        missing.append("`actions`: none was named, so it holds one that other causes of this stage have")
    if unknown := [line for line, id_ in named.items() if not id_]:
        said["actions"] = "\n".join(unknown)
    entry["actions"] = dict.fromkeys(actions, _middle(scales.helps))
    return Suggestion("cause", entry, tuple(missing), {name: text for name, text in said.items() if text})


def _action(fields: Mapping[str, Any], given: Mapping[str, str], content: Content) -> Suggestion:
    effort: dict[str, Any] = {"feels": next(iter(content.setup.value.scales.feels)), **_nested(given, "effort")}
    minutes = re.search(r"\d+", str(effort.get("minutes", "")))
    effort["minutes"] = int(minutes[0]) if minutes else effort.get("minutes", "")
    entry = {**fields, "effort": effort, "steps": [_step(line) for line in lines_of(given.get("steps", ""))]}
    if "words" in given:
        entry["words"] = [{"for": given.get("words-for", given.get("title", "")), "text": given["words"]}]
    named = {line: entry_named(line, "cause", content) for line in lines_of(given.get("causes", ""))}
    line = f"`{entry['id']}: {_middle(content.setup.value.scales.helps)}`"
    missing = [
        f"content/{model.KINDS['cause'].path(id_)}: add {line} below `actions`" for id_ in filter(None, named.values())
    ]
    if not missing:
        missing = [f"no cause leads to it yet: add {line} below `actions` of the causes that it helps with"]
    unknown = "\n".join(line for line, id_ in named.items() if not id_)
    return Suggestion("action", entry, tuple(missing), {"causes": unknown} if unknown else {})


def _step(line: str) -> dict[str, Any]:
    found = _MINUTES.search(line)
    if found is None or not found.start():
        return {"do": line}
    do = line[: found.start()].rstrip()
    return {"do": do if do.endswith((".", "!", "?")) else f"{do}.", "minutes": int(found[1])}


def _case(fields: Mapping[str, Any], given: Mapping[str, str], content: Content) -> Suggestion:
    named = given.get("turned_out-main", "")
    main = entry_named(named, "cause", content)
    diagnostics = () if main else (_no_such_cause(named, content.causes),)
    # With a diagnostic nothing comes of the entry, and any cause lets the others be found.
    entry = {**fields, "origin": "reported", "turned_out": {"main": main or next(iter(content.causes), "")}}
    entry["answers"] = dict(_chosen(_nested(given, "answers"), content))
    missing = "`answers`: only how far it went is known; add the answers that the story gives, and no others"
    return Suggestion("case", entry, (missing,), diagnostics=diagnostics)


def _chosen(given: Mapping[str, str], content: Content) -> Iterator[tuple[str, list[str]]]:
    for id_, text in given.items():
        question = content.questions.get(id_)
        ids = {answer.text: answer_id for answer_id, answer in question.value.answers.items()} if question else {}
        yield id_, [ids.get(text, text)]


def _no_such_cause(text: str, causes: Mapping[str, Any]) -> str:
    titles = {cause.value.title.casefold(): cause.value.title for cause in causes.values()}
    near = [titles[title] for title in get_close_matches(text.casefold(), titles, n=3, cutoff=0.4)]
    help_ = (
        f"write one of: {'; '.join(near)}" if near else "copy the title or the address of a page that tells a reason"
    )
    return f"no page is called `{text}`\n   = help: {help_}"
