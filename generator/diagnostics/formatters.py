"""Diagnostics as people and as programs read them: text, JSON, GitHub's annotations, SARIF 2.1.0 (docs/reports.md)."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from generator.diagnostics.codes import code_called
from generator.diagnostics.diagnostic import Diagnostic, Location, as_fields

# What a SARIF report calls the folder that its paths are relative to.
ROOT = "%SRCROOT%"


def as_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Return diagnostics for people, each with the line in question, a caret below it and its hint."""
    return "\n\n".join(_one_as_text(diagnostic) for diagnostic in diagnostics)


def as_json(diagnostics: Sequence[Diagnostic], changed: Collection[Diagnostic] | None = None) -> str:
    """Return diagnostics as a JSON list of objects.

    Args:
        diagnostics: What to report.
        changed: Those of them that are about changed files; each object then says in `changed` whether it is one.
    """
    objects = [as_fields(diagnostic) for diagnostic in diagnostics]
    if changed is not None:
        of_changed = set(changed)
        for diagnostic, fields in zip(diagnostics, objects, strict=True):
            fields["changed"] = diagnostic in of_changed
    return json.dumps(objects, indent=2, ensure_ascii=False)


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Return diagnostics as workflow commands, which GitHub shows beside the lines of a pull request."""
    return "\n".join(_one_as_command(diagnostic) for diagnostic in diagnostics)


def as_sarif(diagnostics: Sequence[Diagnostic]) -> str:
    """Return diagnostics as a SARIF 2.1.0 log, with a rule for each code that occurs."""
    codes = list(dict.fromkeys(diagnostic.code for diagnostic in diagnostics))
    driver = {
        "name": "afterview",
        "rules": [_rule(code, [diagnostic for diagnostic in diagnostics if diagnostic.code == code]) for code in codes],
    }
    fingerprints = _fingerprints(diagnostics)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which the command was run."}}},
        "results": [
            _result(diagnostic, codes.index(diagnostic.code), fingerprint)
            for diagnostic, fingerprint in zip(diagnostics, fingerprints, strict=True)
        ],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False)


FORMATS: Mapping[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the numbers of errors and warnings, such as "1 error, 2 warnings"."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return f"{_count(counts['error'], 'error')}, {_count(counts['warning'], 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _one_as_text(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    lines = [
        f"{place.path}:{place.line}:{place.column}: {diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"
    ]
    if place.source.strip():
        excerpt, column, width = _excerpt(place)
        lines += ["   |", f"   | {excerpt}", f"   | {' ' * column}{'^' * width} {diagnostic.label}".rstrip()]
    lines.append(f"   = help: {diagnostic.hint}")
    return "\n".join(lines)


def _excerpt(place: Location, most: int = 110) -> tuple[str, int, int]:
    """Return the part of a line around a place, the column of the caret in it from 0, and the width of the caret."""
    column = min(place.column - 1, len(place.source))
    width = max(1, min(place.end_column - place.column, len(place.source) - column))
    start = max(0, column - most // 2) if column + width > most else 0
    # What can't be printed would move the caret, or tell a terminal what to do.
    text = "".join(
        letter if letter.isprintable() else " " if letter == "\t" else "\ufffd"
        for letter in place.source[start : start + most]
    )
    excerpt = f"…{text[1:]}" if start else text
    return excerpt, column - start, min(width, most - (column - start))


def _one_as_command(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    properties = {
        "file": place.path,
        "line": place.line,
        "endLine": place.line,
        "col": place.column,
        "endColumn": place.end_column,
        "title": diagnostic.code,
    }
    head = ",".join(f"{name}={_in_property(str(value))}" for name, value in properties.items())
    return f"::{diagnostic.severity} {head}::{_in_data(_whole_message(diagnostic))}"


def _whole_message(diagnostic: Diagnostic) -> str:
    fact = f"{diagnostic.message}: {diagnostic.label}" if diagnostic.label else diagnostic.message
    return f"{fact}\nhelp: {diagnostic.hint}"


def _in_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(text: str) -> str:
    return _in_data(text).replace(":", "%3A").replace(",", "%2C")


def _rule(code: str, diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    entry = code_called(code)
    return {
        "id": code,
        "shortDescription": {"text": entry.meaning if entry else f"{code.replace('-', ' ').capitalize()}."},
        "help": {"text": "\n".join(dict.fromkeys(diagnostic.hint for diagnostic in diagnostics))},
        "defaultConfiguration": {"level": diagnostics[0].severity},
    }


def _result(diagnostic: Diagnostic, rule_index: int, fingerprint: str) -> dict[str, Any]:
    place = diagnostic.location
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.end_column,
        **({"snippet": {"text": place.source}} if place.source else {}),
    }
    file = {"uri": quote(place.path), "uriBaseId": ROOT}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule_index,
        "level": diagnostic.severity,
        "message": {"text": _whole_message(diagnostic)},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
        "partialFingerprints": {"diagnostic/v1": fingerprint},
    }


def _fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Return a fingerprint for each diagnostic, which is its own and stays the same when its line moves."""
    seen: Counter[str] = Counter()
    fingerprints = []
    for diagnostic in diagnostics:
        place = diagnostic.location
        identity = repr((diagnostic.code, place.path, place.source.strip(), diagnostic.message))
        digest = hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:16]
        fingerprints.append(f"{digest}:{seen[digest]}")
        seen[digest] += 1
    return fingerprints
