"""The differences between two states of a guide, as Markdown for the comment on a pull request, or as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import islice, zip_longest

from generator import model
from generator.diagnostics.diagnostic import Diagnostic, as_fields
from generator.diagnostics.formatters import summary
from generator.diff.harmless import harmless
from generator.diff.models import Difference, EntryChange, Excerpt, Moved, PageChanges, QuizChanges, Score, Verdict

# Code hosts cut off comments after 65,536 characters, and a long list helps nobody anyway.
MOST_CHARACTERS = 60_000
MOST_ITEMS = 40
MOST_MOVED = 12
# How many entries are shown as they will read, and how many characters of each text.
MOST_EXCERPTS = 5
MOST_OF_A_TEXT = 3_000


def as_json(difference: Difference) -> str:
    """Return the differences as JSON, by the fields of `Difference`."""
    diagnostics = {"new_diagnostics": difference.new_diagnostics, "gone_diagnostics": difference.gone_diagnostics}
    fields = asdict(replace(difference, new_diagnostics=(), gone_diagnostics=()))
    fields |= {name: [as_fields(diagnostic) for diagnostic in of_name] for name, of_name in diagnostics.items()}
    return json.dumps(fields, indent=2, ensure_ascii=False)


def as_markdown(difference: Difference, revision: str) -> str:
    """Return the differences as Markdown in which contributed text can do nothing but be read.

    Args:
        difference: The differences.
        revision: What the guide was compared with.
    """
    lines = [
        "## What this change does to readers",
        "",
        *_sentence_lines(difference),
        f"Compared with {harmless(revision)}.",
        "",
    ]
    lines += [f"> {reason}" for reason in difference.left_out] + [""] * bool(difference.left_out)
    for title, part in (
        ("Entries", _entries(difference.entries)),
        ("How it will read", _excerpts(difference.excerpts)),
        ("Pages", _pages(difference.pages)),
        ("Quiz", _quiz(difference.quiz)),
        ("Faults", _faults(difference.new_diagnostics, difference.gone_diagnostics)),
    ):
        body = list(part)
        lines += [f"### {title}", "", *body, ""] if body else []
    if not any(line.startswith("###") for line in lines) and not difference.left_out:
        lines.append("Nothing: no entry, no page and no diagnostic is different.")
    return _cut("\n".join(lines).rstrip("\n") + "\n")


def _sentence_lines(difference: Difference) -> list[str]:
    sentence = in_a_sentence(difference)
    return [sentence, ""] if sentence else []


def in_a_sentence(difference: Difference) -> str:
    """Return what a change does in a plain sentence, how it weakens the check, and what to mend first, if any."""
    counts = Counter((entry.what, entry.kind) for entry in difference.entries or ())
    parts = [
        f"{count} {_noun(kind, count)} {_is_or_are(count)} {verb}" for (verb, kind), count in sorted(counts.items())
    ]
    if difference.quiz:
        other = sum(bool(verdict.before) for verdict in difference.quiz.cases_changed)
        score = difference.quiz.cases[1]
        changed = f"a different result for {_share(other, score)} cases"
        parts.append(f"the quiz gives {changed if other else f'the same result for all {score.of} cases'}")
    elif parts and not difference.left_out:
        parts.append("the guide's numbers stay as they are")
    errors = sum(diagnostic.severity == "error" for diagnostic in difference.new_diagnostics)
    changes = "; ".join(map(harmless, difference.weaker_checks))
    weaker = [f"It weakens the check in guide.yml: {changes}."] if changes else []
    mending = [f"{errors} {'error has' if errors == 1 else 'errors have'} to be mended first."] if errors else []
    sentence = "; ".join(parts)
    return " ".join([*([f"{sentence[:1].upper()}{sentence[1:]}."] if sentence else []), *weaker, *mending])


def _noun(kind: str, count: int) -> str:
    return model.KINDS[kind].noun(count) if kind in model.KINDS else kind


def _is_or_are(count: int) -> str:
    return "is" if count == 1 else "are"


def _entries(entries: Sequence[EntryChange] | None) -> Iterator[str]:
    for entry in islice(entries or (), MOST_ITEMS):
        name = f"{entry.what} {entry.kind} {harmless(entry.id)}: {harmless(entry.title)}"
        fields = f" ({', '.join(map(harmless, entry.fields))})" if entry.fields else ""
        yield f"- {name}{fields}"
        yield from (f"    - {_move(move)}" for move in entry.moved[:MOST_MOVED])
        yield from (f"    {line}" for line in _more(entry.moved, MOST_MOVED))
    yield from _more(entries or ())


def _move(moved: Moved) -> str:
    field_path = list(moved.field_path)
    if field_path[-1] in (moved.before, moved.after) and len(field_path) > 1:
        field_path.pop()
    where = ", ".join(map(harmless, field_path))
    if moved.before is None:
        return f"{where}: {harmless(moved.after or '')} added"
    if moved.after is None:
        return f"{where}: {harmless(moved.before)} removed"
    return f"{where}: {harmless(moved.before)} → {harmless(moved.after)}"


def _excerpts(excerpts: Sequence[Excerpt]) -> Iterator[str]:
    for excerpt in excerpts[:MOST_EXCERPTS]:
        yield f"<details><summary>{harmless(excerpt.title)}</summary>"
        yield ""
        label = ""
        for name, text in excerpt.texts[:MOST_ITEMS]:
            if name != label:
                yield from (f"**{harmless(name)}**", "")
                label = name
            for paragraph in filter(str.strip, text[:MOST_OF_A_TEXT].split("\n\n")):
                yield from (f"> {harmless(paragraph)}", "")
        yield from ("</details>", "")
    yield from _more(excerpts, MOST_EXCERPTS)


def _pages(pages: PageChanges | None) -> Iterator[str]:
    if pages is None:
        return
    for verb, addresses in (("added", pages.added), ("changed", pages.changed), ("removed", pages.removed)):
        if addresses:
            listing = ", ".join(map(harmless, addresses[:MOST_ITEMS]))
            yield f"- {len(addresses)} {verb}: {listing}"
            yield from (f"    {line}" for line in _more(addresses))
    if pages.removed:
        former = harmless(pages.removed[0].rstrip("/").rpartition("/")[2])
        yield f"- If an entry was renamed, add `was: [{former}]` to it: then old links lead there."


def _quiz(quiz: QuizChanges | None) -> Iterator[str]:
    if quiz is None:
        return
    yield "| The true cause comes | before | after |"
    yield "|---|---|---|"
    for who, (before, after) in (("cases", quiz.cases), ("simulated people", quiz.people)):
        yield f"| first, of the {who} | {_share(before.first, before)} | {_share(after.first, after)} |"
        yield f"| in the first three | {_share(before.in_three, before)} | {_share(after.in_three, after)} |"
    for title, changed in (
        ("Cases with a different result", quiz.cases_changed),
        ("Simulated people with a different result, by their cause", quiz.people_changed),
    ):
        if changed:
            yield from ("", f"<details><summary>{title}: {len(changed)}</summary>", "")
            yield from (f"- {_verdict(verdict)}" for verdict in sorted(changed, key=_first_change)[:MOST_ITEMS])
            yield from (*_more(changed), "", "</details>")


def _share(number: int, score: Score) -> str:
    return f"{number} of {score.of}"


def _first_change(verdict: Verdict) -> int:
    """Return the place of the first cause that is another: the nearer to the top, the more the change matters."""
    same = [old == new for old, new in zip_longest(verdict.before, verdict.after)]
    return [*same, False].index(False)


def _verdict(verdict: Verdict) -> str:
    before = "; ".join(map(harmless, verdict.before)) or "new"
    truth = f" (true cause: {harmless(verdict.truth)})" if verdict.truth != verdict.title else ""
    return f"{harmless(verdict.title)}{truth}: {before} → {'; '.join(map(harmless, verdict.after))}"


def _faults(new: Sequence[Diagnostic], gone: Sequence[Diagnostic]) -> Iterator[str]:
    if gone:
        yield f"Gone: {summary(gone)}."
    if new:
        yield f"New: {summary(new)}."
        yield ""
        yield from (f"- {_fault(diagnostic)}" for diagnostic in new[:MOST_ITEMS])
        yield from _more(new)


def _fault(diagnostic: Diagnostic) -> str:
    place = f"{harmless(diagnostic.location.path)} line {diagnostic.location.line}"
    text = f"{harmless(diagnostic.message)} — {harmless(diagnostic.hint)}"
    return f"{place}: {diagnostic.severity} {diagnostic.code}: {text}"


def _more(items: Sequence[object], most: int = MOST_ITEMS) -> Iterable[str]:
    return [f"- and {len(items) - most} more"] if len(items) > most else []


def _cut(text: str) -> str:
    if len(text) <= MOST_CHARACTERS:
        return text
    return f"{text[:MOST_CHARACTERS].rpartition(chr(10))[0]}\n\nThe rest was too long to be shown here.\n"
