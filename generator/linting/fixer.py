"""Fixes the files of a guide: tries each fix on a copy, and keeps those after which there are fewer errors."""

import shutil
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.diagnostics.diagnostic import Diagnostic
from generator.linting.rules import RULES
from generator.linting.rules.rule import Fix
from generator.loading import MAX_BYTES_OF_A_LIST, Document, Node, Scalar, as_data, is_backup, parse
from generator.loading import Mapping as Fields
from generator.utils.fs import put

Check = Callable[[Path], Sequence[Diagnostic]]
# The path of a file below the guide's folder, and what was done to it.
Note = tuple[str, str]

FIXES: Mapping[str, Fix] = {rule.code: rule.fix for rule in RULES if rule.fix}
_ORDER = list(FIXES)


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file that was fixed, and what was done to it, line by line."""

    path: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Attempt:
    diagnostic: Diagnostic
    before: str
    after: str


def fix_files(content: Path, check: Check) -> tuple[FixedFile, ...]:
    """Fix what is mechanical beyond doubt in a guide's folder, and return the files that have fewer errors now.

    Args:
        content: The guide's folder. Symbolic links in it are left alone.
        check: Returns the diagnostics of a folder.
    """
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / content.name
        shutil.copytree(content, copy, symlinks=True, copy_function=_copied)
        names = [path.as_posix() for path in _fixable_files(content)]
        notes = [*_tidy(copy, names), *_apply_fixes(copy, names, check), *_tidy(copy, names)]
        notes_by_file: dict[str, list[str]] = {}
        for name, note in notes:
            notes_by_file.setdefault(name, []).append(note)
        for name in notes_by_file:
            put(content / name, (copy / name).read_bytes())
    return tuple(FixedFile(f"{content.name}/{name}", tuple(done)) for name, done in sorted(notes_by_file.items()))


def tidied(path: str, data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return a file without what nobody sees and editors disagree about, and what was done.

    The file means the same afterwards. Where that can't be shown, it stays as it is.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, ()
    done: list[str] = []
    for note, tidy in _TIDYING:
        better = tidy(path, text)
        if better != text and _meaning(path, better) == _meaning(path, text):
            text, done = better, [*done, note]
    return text.encode(), tuple(done)


def _tidy(copy: Path, names: Sequence[str]) -> Iterator[Note]:
    """Tidy the files of a copy, and yield what was done."""
    for name in names:
        better, done = tidied(name, (copy / name).read_bytes())
        if done:
            (copy / name).write_bytes(better)
            yield from ((name, note) for note in done)


def _apply_fixes(copy: Path, names: Sequence[str], check: Check) -> Iterator[Note]:
    """Fix what can be fixed in the files of a copy, and yield what was done."""
    tried: set[Diagnostic] = set()
    at_once = len(names)
    errors = _errors_by_file(check(copy))
    while attempts := dict(islice(_attempts(copy, names, errors, tried), at_once)):
        for name, attempt in attempts.items():
            (copy / name).write_bytes(attempt.after.encode())
        after = _errors_by_file(check(copy))
        is_better = sum(map(len, after.values())) < sum(map(len, errors.values()))
        good = {
            name
            for name, attempt in attempts.items()
            if is_better and _is_good(attempt, errors[name], after.get(name, ()))
        }
        for name in attempts.keys() - good:
            (copy / name).write_bytes(attempts[name].before.encode())
        yield from ((name, _note(attempts[name])) for name in attempts if name in good)
        if is_better or len(attempts) == 1:
            # A good fix has changed its file, so what failed there before may work now.
            tried = {diagnostic for diagnostic in tried if _file_of(diagnostic) not in good}
            tried |= {attempt.diagnostic for name, attempt in attempts.items() if name not in good}
        else:
            # One of the fixes did harm elsewhere: from now on one at a time, so that the others are not lost with it.
            at_once = 1
        errors = after if good == attempts.keys() else _errors_by_file(check(copy))


def _attempts(
    copy: Path, names: Sequence[str], errors: Mapping[str, Sequence[Diagnostic]], tried: Collection[Diagnostic]
) -> Iterator[tuple[str, _Attempt]]:
    """Yield an attempt for each file with an error that has a fix and was not tried yet."""
    for name in names:
        if name in errors and (attempt := _first_attempt(copy / name, errors[name], tried)):
            yield name, attempt


def _first_attempt(path: Path, errors: Sequence[Diagnostic], tried: Collection[Diagnostic]) -> _Attempt | None:
    """Return the first fix of a file that was not tried yet and changes something."""
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return None
    fixable = [diagnostic for diagnostic in errors if diagnostic.code in FIXES and diagnostic not in tried]
    for diagnostic in sorted(fixable, key=lambda diagnostic: (_ORDER.index(diagnostic.code), diagnostic.location.line)):
        if (after := FIXES[diagnostic.code](text, diagnostic)) != text:
            return _Attempt(diagnostic, text, after)
    return None


def _is_good(attempt: _Attempt, before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> bool:
    """Return whether an attempt left fewer errors in its file, and no other than before if all of it was read."""
    new = Counter(error.code for error in after) - Counter(error.code for error in before)
    was_read = attempt.diagnostic.code != "yaml-syntax"
    return len(after) < len(before) and not (was_read and new)


def _errors_by_file(diagnostics: Sequence[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Return the errors among diagnostics by the file in which they are."""
    errors: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.severity == "error":
            errors.setdefault(_file_of(diagnostic), []).append(diagnostic)
    return errors


def _file_of(diagnostic: Diagnostic) -> str:
    """Return the path of a diagnostic's file below the guide's folder."""
    return diagnostic.location.path.partition("/")[2]


def _note(attempt: _Attempt) -> str:
    before, after = attempt.before.split("\n"), attempt.after.split("\n")
    diagnostic = attempt.diagnostic
    note = f"line {diagnostic.location.line}: {diagnostic.code}: {diagnostic.message}"
    if len(before) != len(after):
        return note
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    if len(changed) > 1:
        return f"{note}, in {len(changed)} lines"
    [(old, new)] = changed
    return f"{note}\n  - {old.rstrip()}\n  + {new.rstrip()}"


def _fixable_files(content: Path) -> Iterator[Path]:
    """Yield the paths, below the guide's folder, of the files that may be changed."""
    for pattern in ("*.yml", "*/*.yml", "pages/*.md"):
        for path in sorted(content.glob(pattern)):
            below = path.relative_to(content)
            is_linked = any((content / part).is_symlink() for part in (below, *below.parents[:-1]))
            is_small = path.is_file() and path.stat().st_size <= MAX_BYTES_OF_A_LIST
            if (
                is_small
                and not is_linked
                and not any(part.startswith(".") for part in below.parts)
                and not is_backup(below.name)
            ):
                yield below


def _copied(path: str, copy: str) -> None:
    """Copy a file, or link to it where it can't be read, so that it is reported as ever."""
    try:
        shutil.copy(path, copy)
    except OSError:
        Path(copy).symlink_to(path)


def _without_trailing_spaces(path: str, text: str) -> str:
    """Return a YAML file without spaces at the ends of its lines, except in longer texts, where they may count."""
    document, _ = parse(path, text.encode())
    if document is None or not path.endswith(".yml"):
        return text
    untouched = _lines_of_texts(document, document.root)
    lines = enumerate(text.split("\n"))
    return "\n".join(line if number in untouched else line.rstrip(" \t") for number, line in lines)


def _lines_of_texts(document: Document, node: Node) -> set[int]:
    """Return the numbers, from 0, of the lines that belong to texts in quotation marks or blocks."""
    if isinstance(node, Scalar):
        last = node.span.line + document.text.count("\n", node.span.start, node.span.end)
        return set() if node.plain else set(range(node.span.line, last + 1))
    children = [part for item in node.items for part in item] if isinstance(node, Fields) else node.items
    return {line for child in children for line in _lines_of_texts(document, child)}


_TIDYING: tuple[tuple[str, Callable[[str, str], str]], ...] = (
    ("removed the byte order mark", lambda _, text: text.removeprefix("\ufeff")),
    ("changed the line endings to those of Unix", lambda _, text: _with_unix_line_endings(text)),
    ("removed spaces at the ends of lines", _without_trailing_spaces),
    ("ended the last line", lambda _, text: text if text.endswith("\n") or not text else text + "\n"),
)


def _with_unix_line_endings(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _meaning(path: str, text: str) -> object:
    """Return what a file says, to be compared: the data and diagnostics of YAML, the text of a page."""
    if not path.endswith(".yml"):
        return _with_unix_line_endings(text.replace("\ufeff", "")).rstrip("\n")
    document, diagnostics = parse(path, text.encode())
    return [diagnostic.code for diagnostic in diagnostics], document and _without_last_break(as_data(document.root))


def _without_last_break(data: object) -> object:
    """Return data whose texts have no line break at their end: the last text of a file has one if its last line has."""
    if isinstance(data, str):
        return data.removesuffix("\n")
    if isinstance(data, dict):
        return [(key, _without_last_break(value)) for key, value in data.items()]
    return [_without_last_break(item) for item in data] if isinstance(data, list) else data
