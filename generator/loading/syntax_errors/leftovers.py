"""Recognisers of what was pasted with a text or for one: a chat program's words, a comparison, numbers of lines.

Each takes the lines of a text, where the parser gave up, and a way to try other lines, and returns the mistake if it
is of its sort.
"""

import re
from collections.abc import Sequence

from generator.loading.suggestions import CITED, cited
from generator.loading.syntax_errors.lines import (
    Attempt,
    Mistake,
    ParseFailure,
    is_field,
    is_filled,
    is_in_block,
    line_numbers,
    listed_lines,
    with_line,
)
from generator.model import KINDS

_FOREIGN_NOTE = re.compile(r"\s*(?://|<!--|--\s|;)(?P<text>.*?)(?:-->)?\s*$")
# The same after an id.
_NOTE_BEHIND = re.compile(r"(?P<field>\s*[\w-]+: +[a-z0-9-]+)\s+(?://|<!--|--|;)\s*\S")
_DIFF_HEAD = re.compile(r"(?:diff --git |index [0-9a-f]+\.\.|@@ |--- \S|\+\+\+ \S)")
# Items of a list stand after a hyphen and one space.
_REMOVED = re.compile(r"-(?!-)(?:\S|\s{2,}\S)")
_NUMBERED = re.compile(r"\s*(?P<number>\d+)(?P<rest>(?:[ \t|:.].*)?)$")
_QUOTED = re.compile(r"^>+ ?")
_BIBTEX = re.compile(r"\s*@[A-Za-z]+\{\s*[^\s,{}]+,\s*$")
_RIS = re.compile(r"[A-Z][A-Z0-9] {2}-(?: |$)")
# Fewer lines with numbers may be a list.
_LEAST_NUMBERED = 4


def chat_answer(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise what a chat program puts around YAML: the fences of a block of code, and words before and after it."""
    fences = [number for number, line in enumerate(lines) if line.startswith("```")]
    if not fences or fences[0] > max(failure.line, failure.context_line or 0):
        return None
    outside = [
        number for number in range(len(lines)) if number < fences[0] or number > max(fences[1:], default=len(lines))
    ]
    around = [number for number in outside if is_filled(lines[number])]
    if any(is_field(lines[number], root=True) for number in around):
        corrected = with_line(lines, fences[0], "")
        return Mistake(
            fences[0], 0, "a line that starts with ``` has no meaning here", "delete the line", corrected, True
        )
    corrected = ["" if number in (*fences, *around) else line for number, line in enumerate(lines)]
    message = (
        "a chat program's words are around the entry" if around else "lines that start with ``` have no meaning here"
    )
    numbers = ", ".join(str(number + 1) for number in sorted((*fences, *around)))
    hint = (
        f"delete the lines {numbers}, and check every sentence of the rest"
        if around
        else f"delete {listed_lines(fences)}"
    )
    return Mistake(min((*fences, *around)), 0, message, hint, corrected, is_certain=not around)


def quoted_mail(lines: Sequence[str], failure: ParseFailure, attempt: Attempt) -> Mistake | None:
    """Recognise the sign by which emails mark each line of what they quote."""
    quoted = [number for number, line in enumerate(lines) if line.startswith(">")]
    if not quoted or quoted[0] > max(failure.line, failure.context_line or 0):
        return None
    corrected = [_QUOTED.sub("", line) if number in quoted else line for number, line in enumerate(lines)]
    after = attempt(corrected)
    is_all = all(line.startswith(">") for line in lines if line.strip())
    start = "every line begins" if is_all else "these lines begin" if len(quoted) > 1 else "this line begins"
    hint = f"delete the `> ` at the start of {listed_lines(quoted)}"
    return Mistake(quoted[0], 0, f"{start} with `>`, like a quotation in an email", hint, corrected, after is None)


def foreign_note(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a note that is marked as in other languages."""
    for number in range(max(failure.line, failure.context_line or 0) + 1):
        if (match := _FOREIGN_NOTE.match(lines[number])) and not is_in_block(lines, number):
            corrected = f"# {match['text'].strip()}"
            hint = f"delete the line, or write `{corrected}`"
            return Mistake(number, 0, "a note starts with # here", hint, with_line(lines, number, corrected))
        if (match := _NOTE_BEHIND.match(lines[number])) and not is_in_block(lines, number):
            hint = f"write `{match['field'].strip()}` alone; a note can go on a line of its own above it, after a `#`"
            message = "there is a note after the value of this field"
            return Mistake(number, match.end("field") + 1, message, hint, with_line(lines, number, match["field"]))
    return None


def comparison(lines: Sequence[str], _: ParseFailure, __: Attempt) -> Mistake | None:
    """Recognise the signs by which a comparison of two versions marks lines that came and went."""
    added = [number for number, line in enumerate(lines) if line.startswith("+") and not _DIFF_HEAD.match(line)]
    if not added:
        return None
    heads = [number for number, line in enumerate(lines) if _DIFF_HEAD.match(line)]
    removed = [number for number, line in enumerate(lines) if _REMOVED.match(line) and number not in heads]
    # Words in a text that is not indented may begin with a sign, but not all of these are.
    if not any(is_field(lines[number][1:]) or lines[number][1:2] in (" ", "-") for number in added):
        return None
    corrected = ["" if number in (*heads, *removed) else line for number, line in enumerate(lines)]
    corrected = [line[1:] if number in added else line for number, line in enumerate(corrected)]
    hint = f"delete the `+` at the start of {listed_lines(added)}"
    if gone := sorted((*heads, *removed)):
        hint = f"delete {listed_lines(gone)}, and the `+` at the start of {listed_lines(added)}"
    message = "`-` and `+` at the start of lines mark what a comparison of two versions took away and added"
    return Mistake(min((*heads, *removed, *added)), 0, message, hint, corrected)


def numbered_lines(lines: Sequence[str], _: ParseFailure, __: Attempt) -> Mistake | None:
    """Recognise numbers of lines, which some programs put before each line that is copied from them."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None or not _NUMBERED.match(lines[first]):
        return None
    filled = [number for number, line in enumerate(lines) if line.strip()]
    matches = {number: match for number in filled if (match := _NUMBERED.match(lines[number]))}
    if len(matches) < _LEAST_NUMBERED or len(matches) < len(filled):
        return None
    start = int(matches[first]["number"]) - first
    if any(int(match["number"]) != number + start for number, match in matches.items()):
        return None
    rests = {number: re.sub(r"^\s?[|:.]", "", match["rest"]) for number, match in matches.items()}
    indent = min(len(rest) - len(rest.lstrip()) for rest in rests.values() if rest.strip())
    corrected = [rests[number][indent:] if number in rests else "" for number in range(len(lines))]
    message = "each line begins with its number, which was copied with the text"
    widths = {len(lines[number]) - len(corrected[number]) for number in filled if corrected[number]}
    what = f"the first {max(widths)} characters" if len(widths) == 1 else "the number, and what is around it,"
    hint = f"delete {what} of each line, or copy the text from the file itself"
    return Mistake(first, 0, message, hint, corrected)


def signature(lines: Sequence[str], _: ParseFailure, __: Attempt) -> Mistake | None:
    """Recognise what mail programs put below a text, after a line of two hyphens."""
    first = next((number for number, line in enumerate(lines) if line in ("--", "-- ")), None)
    if first is None or is_in_block(lines, first) or any(is_field(line, root=True) for line in lines[first:]):
        return None
    last = max(number for number, line in enumerate(lines) if line.strip())
    corrected = ["" if number >= first else line for number, line in enumerate(lines)]
    return Mistake(
        first, 0, "the lines below this one are the end of an email", f"delete {line_numbers(first, last)}", corrected
    )


def cut_file(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a file whose end is missing: its last line has no line break, and a bracket in it is not closed."""
    last = lines[-1]
    is_open = any(last.count(opening) > last.count(closing) for opening, closing in ("{}", "[]"))
    if not is_open or failure.line < len(lines) - 1:
        return None
    message = "the file ends here, in the middle of a line"
    hint = "copy the whole text into it once more: its end is missing"
    return Mistake(len(lines) - 1, max(0, len(last) - 1), message, hint)


def reference_format(lines: Sequence[str], _: ParseFailure, __: Attempt) -> Mistake | None:
    """Recognise an entry of BibTeX or RIS, as publishers and reference managers offer it."""
    starts = (number for number, line in enumerate(lines) if _BIBTEX.match(line) or line.startswith("TY  - "))
    first = next(starts, None)
    if first is None or is_in_block(lines, first):
        return None
    is_ris = lines[first].startswith("TY  - ")
    ends = (number for number in range(first, len(lines)) if _is_end_of_reference(lines, number, is_ris=is_ris))
    end = next(ends, len(lines) - 1)
    corrected = ["" if first <= number <= end else line for number, line in enumerate(lines)]
    hint = f"write {line_numbers(first, end)} as the entries around it are written, or use the form on the site"
    return Mistake(first, 0, f"this is {'RIS' if is_ris else 'BibTeX'}, which can't be read here", hint, corrected)


def _is_end_of_reference(lines: Sequence[str], number: int, *, is_ris: bool) -> bool:
    if not is_ris:
        return lines[number].rstrip() == "}"
    return number + 1 == len(lines) or not _RIS.match(lines[number + 1])


def citation(lines: Sequence[str], failure: ParseFailure, _: Attempt) -> Mistake | None:
    """Recognise a work cited in running text, or its address alone, in a file that has an entry for each work."""
    kind = next(kind for kind in KINDS.values() if kind.in_one_file)
    roots = [line for line in lines if line[:1].islower() and line.rstrip().endswith(":")]
    if not roots or any(is_field(line, root=True) for line in roots):
        return None
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if line[:1].isalpha() and number <= failure.line and (hint := cited(line, kind.entry)):
            return Mistake(number, 0, CITED, hint, with_line(lines, number, ""))
    return None
