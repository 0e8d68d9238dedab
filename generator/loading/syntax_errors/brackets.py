"""Recognisers of brackets and the commas between them: unclosed, doubled, missing or round.

Each takes the lines of a text, where the parser gave up, and a way to try other lines, and returns the mistake if it
is of its sort.
"""

import re
from collections.abc import Sequence
from typing import get_origin

from generator.loading.syntax_errors.lines import (
    CLOSING,
    FIELD,
    INSIDE_BRACKETS,
    KEY,
    Attempt,
    Mistake,
    ParseFailure,
    field_names,
    group_names,
    group_types,
    indent_of,
    is_field,
    is_list_item,
    line_after,
    with_line,
)
from generator.model.types import bare

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ID_WITH_WORD = re.compile(r"[a-z0-9-]+: [^:,]+")


def extra_bracket(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a closing bracket without one that it closes."""
    line = lines[failure.line]
    column = failure.column
    if line[column : column + 1] not in ("}", "]"):
        return None
    corrected = line[:column] + line[column + 1 :]
    message = f"this {line[column]} closes nothing"
    hint = f"delete it: `{corrected.strip()}`"
    return Mistake(failure.line, column, message, hint, with_line(lines, failure.line, corrected))


def part_below_bracket(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise braces that are open after a comma, with another part at the left edge of the next line."""
    number = failure.context_line
    below = None if number is None else line_after(lines, number)
    if number is None or below is None or not lines[number].rstrip().endswith(","):
        return None
    line = lines[number].rstrip()
    missing = _missing_brackets(line)
    is_closed_below = not _missing_brackets(f"{line} {lines[below]}")
    if not missing or is_closed_below or is_field(lines[below]) or not KEY.match(lines[below]):
        return None
    hint = f"put the words of line {below + 1} at its end, and {''.join(reversed(missing))} after them"
    return Mistake(number, max(line.rfind("{"), line.rfind("[")), "this bracket is not closed", hint)


def _missing_brackets(line: str) -> list[str]:
    """Return what would close the brackets that are open at the end of a line, the outermost first."""
    missing: list[str] = []
    for char in _QUOTED.sub("", line):
        if char in CLOSING:
            missing.append(CLOSING[char])
        elif missing and char == missing[-1]:
            missing.pop()
    return missing


def missing_comma(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a line without a comma at its end, inside of brackets that are closed further down."""
    number = failure.context_line
    if number is None or not INSIDE_BRACKETS.search(failure.problem) or not _missing_brackets(lines[number]):
        return None
    end = _last_part(lines, number)
    if _missing_brackets(" ".join(lines[number : end + 1])):
        return None
    bare = next((at for at in range(number, end) if lines[at].rstrip()[-1:] not in ",{["), None)
    if bare is None:
        return None
    line = f"{lines[bare].rstrip()},"
    corrected = with_line(lines, bare, line)
    return Mistake(bare, len(line) - 2, "there is no comma between two parts", f"write `{line.strip()}`", corrected)


def doubled_bracket(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a bracket that is typed twice and closed once."""
    number = failure.context_line
    doubled = None if number is None else re.search(r"\[\[|\{\{", lines[number])
    if number is None or not doubled or not INSIDE_BRACKETS.search(failure.problem):
        return None
    single = with_line(lines, number, lines[number][: doubled.start()] + lines[number][doubled.start() + 1 :])
    hint = f"delete one of the two: `{single[number].strip()}`"
    return Mistake(number, doubled.start(), "two brackets open here, and one closes", hint, single)


def unclosed_bracket(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise braces or brackets that are still open at the end of their line."""
    number = failure.context_line
    if number is None or number == failure.line or not INSIDE_BRACKETS.search(failure.problem):
        return None
    line = lines[number].rstrip()
    missing = _missing_brackets(line)
    if not missing:
        return None
    column = max(line.rfind("{"), line.rfind("["))
    below = line_after(lines, number)
    message = "this bracket is not closed"
    if below is not None and indent_of(lines[below]) > indent_of(line):
        if column == len(line) - 1 and (mistake := _open_list(lines, number, missing[-1], attempt)):
            return mistake
        if column == len(line) - 1:
            without = line[:column].rstrip()
            hint = f"write `{without.strip()}`, if each of the lines below holds one of its parts"
            return Mistake(number, column, message, hint, with_line(lines, number, without))
        hint = f"put {missing[-1]} where it ends"
        if is_list_item(lines[below]):
            hint = f"delete the {line[column]} and put what is after it on a line of its own, as the lines below are"
        return Mistake(number, column, message, hint)
    closed = line.rstrip(",") + "".join(reversed(missing))
    is_certain = attempt(with_line(lines, number, closed)) is None and not closed.endswith(("[]", "{}"))
    hint = f"write `{closed.strip()}`"
    return Mistake(number, column, message, hint, with_line(lines, number, closed), is_certain)


def _open_list(lines: Sequence[str], number: int, mark: str, attempt: Attempt) -> Mistake | None:
    """Return the mistake of a bracket whose parts stand below it with commas between them."""
    end = _last_part(lines, number)
    closed = with_line(lines, end, f"{lines[end].rstrip()}{mark}")
    after = attempt(closed)
    if not lines[end].rstrip().endswith(",") or (after and after.line <= end):
        return None
    message, hint = "this bracket is not closed", f"put {mark} at the end of line {end + 1}"
    return Mistake(number, len(lines[number].rstrip()) - 1, message, hint, closed)


def _last_part(lines: Sequence[str], number: int) -> int:
    """Return the last of the lines that are inside of what a line begins, as far as their columns tell."""
    last = number
    while (below := line_after(lines, last)) is not None and indent_of(lines[below]) > indent_of(lines[number]):
        last = below
    return last


def round_brackets(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise round brackets around what should stand in braces."""
    line = lines[failure.line]
    match = FIELD.match(line)
    if not match or not re.fullmatch(r"\(.*\)\s*", match["value"]):
        return None
    inside = match["value"].strip()[1:-1]
    if not all(_ID_WITH_WORD.fullmatch(part.strip()) for part in inside.split(",")):
        return None
    corrected = f"{line[: match.start('value')]}{{{inside}}}"
    message = "these parts stand in round brackets"
    hint = f"write braces around them: `{corrected.strip()}`"
    return Mistake(failure.line, match.start("value"), message, hint, with_line(lines, failure.line, corrected))


def missing_braces(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise an id and its word without braces after the name of what both belong to."""
    line = lines[failure.line]
    match = FIELD.match(line)
    texts = field_names() - group_names()
    if not match or match["name"] in texts or not _ID_WITH_WORD.fullmatch(match["value"].strip()):
        return None
    value = match["value"].strip()
    member_type = group_types().get(match["name"])
    if member_type is not None and get_origin(bare(member_type)) is list and "[" not in value:
        name, answers = value.split(":", maxsplit=1)
        value = f"{name}: [{answers.strip()}]"
    corrected = f"{line[: match.start('value')]}{{{value}}}"
    hint = f"write braces around them: `{corrected.strip()}`"
    message = f"what belongs to `{match['name']}` is without braces"
    return Mistake(failure.line, match.start("value"), message, hint, with_line(lines, failure.line, corrected))
