"""Rules on rights that differ from all others of their sort, or from their own days."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from generator.linting.rules.rule import PARAGRAPH_END, Rule, Subject, Violation
from generator.loading import amounts_in

# Fewer others than these are no custom.
_LEAST_OTHERS = 3
# What says of the rule itself that nobody here has read it, or only what others say of it.
_NOT_READ = re.compile(
    r"(?:[Ww]e|[Ii]|[Nn]obody)\s(?:have\snot|haven['\u2019]t|did\snot|didn['\u2019]t|could\snot|couldn['\u2019]t|has|never)"
    r"\s(?:yet\s)?(?:read|seen?|find|found)\s(?:the\s|this\s|its\s)(?:\w+\s)?"
    r"(?:act|code|law|rule|regulations?|statute|text|wording|directive|ordinance)(?:\sitself)?(?!\w)"
)

# What a time is counted from: a message arrives, or somebody sends it.
_ARRIVAL = re.compile(r"(?:reach(?:es|ed)?|receiv(?:es?|ed)|arriv(?:es?|ed))(?!\w)")
_SENDING = re.compile(r"(?:is|was|were|are|been|have|has|had)\s(?:sent|posted)(?!\w)")


def _regions_of_ids(subject: Subject) -> Iterator[Violation]:
    """A right is of the region of all others whose id begins as its own does."""
    groups: dict[str, list[Any]] = defaultdict(list)
    for id_, right in subject.content.rights.items():
        groups[id_.partition("-")[0]].append(right)
    for first, rights in groups.items():
        for right in rights:
            others = {other.value.region for other in rights if other is not right}
            if len(rights) > _LEAST_OTHERS and len(others) == 1 and right.value.region not in others:
                yield right.at("region"), {"first": first, "region": others.pop(), "own": right.value.region}


def _missing_deadlines(subject: Subject) -> Iterator[Violation]:
    """Where all other rights about something have a deadline, this one has one too."""
    groups: dict[str, list[Any]] = defaultdict(list)
    for right in subject.content.rights.values():
        groups[right.value.topic].append(right)
    for topic, rights in groups.items():
        missing = [right for right in rights if right.whole and right.value.deadline is None]
        if len(missing) == 1 and len(rights) > _LEAST_OTHERS:
            yield missing[0].at("topic"), {"topic": topic}


def _reviewed_too_early(subject: Subject) -> Iterator[Violation]:
    """The text that was read is no later than the day on which the right was last checked."""
    for right in subject.content.rights.values():
        as_of, reviewed = right.value.as_of, right.value.reviewed
        if as_of[:4].isdecimal() and as_of > reviewed.isoformat()[: len(as_of)]:
            yield right.at("reviewed"), {"as_of": as_of, "reviewed": reviewed}


def _confident_unread(subject: Subject) -> Iterator[Violation]:
    """Who is most confident of a right has read the rule itself."""
    for right in subject.content.rights.values():
        limits = right.value.limits if right.value.confidence == "high" else ""
        if unread := _NOT_READ.search(limits):
            yield right.find(unread[0], "limits"), {"fragment": " ".join(unread[0].split())}


def _times_without_source(subject: Subject) -> Iterator[Violation]:
    """A time that a new or changed right names is its deadline, is said elsewhere too, or has a link beside it."""
    for right in subject.content.rights.values():
        value = right.value
        if value.deadline or not right.whole or not subject.is_changed(right):
            continue
        works = [subject.content.sources[id_].value for id_ in value.sources if id_ in subject.content.sources]
        others = [value.title, value.summary, value.limits, *(f"{work.finding} {work.limits}" for work in works)]
        known = {days for text in others for days in amounts_in(_plain(text), "days")}
        for field, text in (("rule", value.rule), ("first_step", value.first_step or "")):
            for paragraph in PARAGRAPH_END.split(text):
                if "](" not in paragraph and set(amounts_in(_plain(paragraph), "days")) - known:
                    yield right.find(paragraph.split("\n", maxsplit=1)[0], field), {}
            known |= {*amounts_in(_plain(value.rule), "days")}


def _other_starts(subject: Subject) -> Iterator[Violation]:
    """The time that runs from a message arriving does not run from its being sent, and the other way round."""
    for right in subject.content.rights.values():
        start = right.value.deadline.from_ if right.value.deadline else ""
        for own, other in ((_ARRIVAL, _SENDING), (_SENDING, _ARRIVAL)):
            begins = other.search(right.value.rule)
            if own.search(start) and begins and not other.search(start) and not own.search(right.value.rule):
                place = right.at("deadline", "from")
                yield right.find(begins[0].split("\n")[0], "rule"), {"start": start, "line": place.line}


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())


RIGHT_RULES = (
    Rule(
        "unlike-others",
        "this names a time that no other text here names, nor the finding of a source, and links to nothing",
        "link to the source that names it, or write it under `deadline`",
        _times_without_source,
    ),
    Rule(
        "unlike-others",
        "the rule counts from another moment than the deadline, “{start}”",
        "find out which is right, and write the same here and in line {line}",
        _other_starts,
    ),
    Rule(
        "unlike-others",
        "all others whose id begins with `{first}` hold in `{region}`, and not in `{own}`",
        "write `region: {region}`, or give the file a name that begins as those of `{own}` do",
        _regions_of_ids,
    ),
    Rule(
        "unlike-others",
        "all others about `{topic}` have a `deadline`",
        "add a `deadline`, or choose another topic",
        _missing_deadlines,
    ),
    Rule(
        "unlike-others",
        "this was last checked on {reviewed}, before the text of {as_of} was there to be read",
        "correct one of the two days",
        _reviewed_too_early,
    ),
    Rule(
        "unlike-others",
        "`{fragment}` does not go with `confidence: high`, which is for a rule that was read itself",
        "write `confidence: medium`, or read the rule and leave this out",
        _confident_unread,
    ),
)
