"""Fixes for what `loading` reports.

A fix is a pure function from a text and its diagnostic to the text without the mistake, or the text as it was where it
does not know what was meant. `fixer.py` finds out whether the diagnostic is gone and no other has taken its place.
"""

import re
from difflib import get_close_matches

from generator.diagnostics.diagnostic import Diagnostic, is_longer, is_misspelt, plainly
from generator.diagnostics.topics import Slip
from generator.linting.rules.rule import Rule
from generator.loading import (
    columns_of_tabs,
    correct_first_mistake,
    is_id,
    proper_id,
    quoted,
    spaces_for_tabs,
    unambiguous_date,
    whole_number,
    with_quoted_value,
)

# How alike two names have to be, from 0 to 1, for one to be put in place of the other without asking anyone.
NEAR = 0.8
# By how many letters the two may differ in length.
MOST_LETTERS = 2

_SPACES = re.compile("[\u00a0\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\x0b\x0c]")
# Between two letters a space of no width may stand for a space or for nothing, and stays; elsewhere it is idle.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|(?<!\\w)\u200b|\u200b(?!\\w)"
)
# Quotation marks and dashes in the encoding of Windows, read as if it were Latin-1.
_WINDOWS = re.compile("[\x80-\x84\x86-\x9f]")
_JOINTS = re.compile("[\\s_\u2010-\u2015\u2212-]+")


def _plain_characters(text: str, _: Diagnostic) -> str:
    return _WINDOWS.sub(_from_windows, _INVISIBLE.sub("", _SPACES.sub(" ", text)))


def _from_windows(match: re.Match[str]) -> str:
    return match[0].encode("latin-1").decode("cp1252", "replace").replace("\ufffd", match[0])


def _spaces_for_tabs(text: str, diagnostic: Diagnostic) -> str:
    if not diagnostic.location.path.endswith(".yml"):
        return text
    columns = columns_of_tabs(text)
    return text if None in columns.values() else spaces_for_tabs(text, columns)


def _as_meant(text: str, diagnostic: Diagnostic) -> str:
    return correct_first_mistake(text) if diagnostic.location.path.endswith(".yml") else text


def _value_in_quotes(text: str, diagnostic: Diagnostic) -> str:
    line, start = diagnostic.location.source, diagnostic.location.column - 1
    is_note = line[start:].startswith("# ")
    return text if is_note else _with_line(text, diagnostic, with_quoted_value(line) or line)


def _rest_in_quotes(text: str, diagnostic: Diagnostic) -> str:
    if diagnostic.topic is Slip.COPY:
        return text
    line, start = diagnostic.location.source, diagnostic.location.column - 1
    # `&name text` and `!!name text` may be meant as YAML, and then the sign is no part of the text.
    is_yaml = re.match(r"(?:&\w+|!!?\w+)\s|\*\w+\s*$", line[start:]) is not None
    return text if is_yaml else _with_line(text, diagnostic, line[:start] + quoted(line[start:]))


def _one_document(text: str, diagnostic: Diagnostic) -> str:
    lines = text.split("\n")
    number = diagnostic.location.line - 1
    return "\n".join(lines[:number] + lines[number + 1 :]) if lines[number].strip() == "---" else text


def _near_name(text: str, diagnostic: Diagnostic) -> str:
    if _value_at(diagnostic)[:1] in ("-", "+"):
        return text
    wrong = plainly(_value_at(diagnostic))
    names = {plainly(name): name for name in re.findall("`([^`]+)`", f"{diagnostic.label} {diagnostic.hint}")}
    close = get_close_matches(wrong, names, n=2, cutoff=NEAR)
    # A name that was cut off or added to is no typing error.
    is_near = bool(close) and abs(len(close[0]) - len(wrong)) <= MOST_LETTERS
    is_typing_error = is_near and not is_longer(wrong, close[0])
    is_plain = is_typing_error and (len(close) == 1 or close[:1] == [wrong])
    if not is_plain or f"`{names[close[0]]}`" not in diagnostic.label:
        return text
    return _with_value(text, diagnostic, names[close[0]])


def _near_source(text: str, diagnostic: Diagnostic) -> str:
    """Return a text in which a source has the id by which another place of the same file names it."""
    wrong = _value_at(diagnostic).removeprefix("source:")
    guess = re.search(r"did you mean `([a-z0-9-]+)`", diagnostic.label)
    is_named = guess is not None and re.search(rf"(?<![\w-]){re.escape(guess[1])}(?![\w-])", text)
    if guess is None or not is_named or not is_misspelt(wrong, guess[1]):
        return text
    return _with_value(text, diagnostic, _value_at(diagnostic).replace(wrong, guess[1]))


def _number_in_figures(text: str, diagnostic: Diagnostic) -> str:
    """Return a text with a number in figures in the place of one in words."""
    number = whole_number(_value_at(diagnostic).lower())
    is_told = number is not None and re.fullmatch(rf"write `\w+: {number}`", diagnostic.hint)
    return _with_value(text, diagnostic, str(number)) if is_told else text


def _plain_id(text: str, diagnostic: Diagnostic) -> str:
    wrong = _value_at(diagnostic)
    better = _JOINTS.sub("-", wrong.strip().lower())
    # Where an entry or an answer has these words as its title, the hint names the id that it has.
    is_told = is_id(better) and better == proper_id(wrong) and f"`{better}`" in diagnostic.hint
    return _with_value(text, diagnostic, better) if is_told else text


def _space_after_colon(text: str, diagnostic: Diagnostic) -> str:
    return _with_value(text, diagnostic, re.sub(r":\s*", ": ", _value_at(diagnostic), count=1))


def _usual_date(text: str, diagnostic: Diagnostic) -> str:
    day = unambiguous_date(_value_at(diagnostic))
    return _with_value(text, diagnostic, str(day)) if day else text


def _without_own_id(text: str, diagnostic: Diagnostic) -> str:
    """Return a text without the line that names the id of its entry as its former one, and nothing else."""
    lines = text.split("\n")
    number = diagnostic.location.line - 1
    is_alone = re.fullmatch(r"was: *\[ *[\w-]+ *\] *", lines[number]) is not None
    return "\n".join(lines[:number] + lines[number + 1 :]) if diagnostic.topic is Slip.COPY and is_alone else text


def _one_line(text: str, diagnostic: Diagnostic) -> str:
    line, start = diagnostic.location.source, diagnostic.location.column - 1
    return _with_line(text, diagnostic, line[:start] + re.sub(r"^\|[+-]?(?=\s*$)", ">-", line[start:]))


def _value_at(diagnostic: Diagnostic) -> str:
    """Return the text at the place of a diagnostic, without quotation marks."""
    place = diagnostic.location
    return place.source[place.column - 1 : place.end_column - 1].strip("\"'")


def _with_value(text: str, diagnostic: Diagnostic, new: str) -> str:
    place = diagnostic.location
    return _with_line(text, diagnostic, place.source[: place.column - 1] + new + place.source[place.end_column - 1 :])


def _with_line(text: str, diagnostic: Diagnostic, new: str) -> str:
    """Return a text with a new line in place of that of a diagnostic, or as it is where that line has changed since."""
    lines = text.split("\n")
    number = diagnostic.location.line - 1
    if number >= len(lines) or lines[number] != diagnostic.location.source:
        return text
    return "\n".join([*lines[:number], new, *lines[number + 1 :]])


# In this order the fixes are tried: those of single characters come first, since they move the rest of the line.
FILE_RULES = (
    Rule("control-character", fix=_plain_characters),
    Rule("invisible-character", fix=_plain_characters),
    Rule("tab-indent", fix=_spaces_for_tabs),
    Rule("yaml-syntax", fix=_as_meant),
    Rule("second-document", fix=_one_document),
    Rule("tag", fix=_rest_in_quotes),
    Rule("anchor", fix=_rest_in_quotes),
    Rule("cut-off", fix=_value_in_quotes),
    Rule("missing-space", fix=_space_after_colon),
    Rule("unknown-field", fix=_near_name),
    Rule("unknown-word", fix=_near_name),
    Rule("unknown-source", fix=_near_source),
    Rule("not-a-number", fix=_number_in_figures),
    Rule("bad-id", fix=_plain_id),
    Rule("bad-date", fix=_usual_date),
    Rule("more-than-one-line", fix=_one_line),
    Rule("was-in-use", fix=_without_own_id),
)
