"""Mends the files of a guide: tries each fix on a copy, and keeps those after which there are fewer errors."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.diagnostics.diagnostic import Diagnostic
from generator.linting.fixes import FIXES, tidied
from generator.loading import MAX_BYTES_OF_A_LIST
from generator.utils.fs import put

Check = Callable[[Path], Sequence[Diagnostic]]
Step = tuple[str, str]

_ORDER = list(FIXES)


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was mended, and what was done to it, line by line."""

    path: str
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Attempt:
    diagnostic: Diagnostic
    before: str
    after: str


def mend(content: Path, check: Check) -> tuple[Mended, ...]:
    """Mend what is mechanical in a guide's folder, write the files that are better for it, and return which they are.

    Args:
        content: The guide's folder. Links in it are left alone.
        check: Returns the diagnostics of a folder.
    """
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / content.name
        _link_all(content.absolute(), copy)
        own = [path.as_posix() for path in _files(content)]
        steps = [*_tidied(copy, own), *_fixed(copy, own, check), *_tidied(copy, own)]
        done = {name: tuple(note for file, note in steps if file == name) for name, _ in sorted(steps)}
        for name in done:
            put(content / name, (copy / name).read_bytes())
    return tuple(Mended(f"{content.name}/{name}", notes) for name, notes in done.items())


def _tidied(copy: Path, own: Sequence[str]) -> Iterator[Step]:
    """Tidy the files of a copy, and yield what was done."""
    for name in own:
        better, notes = tidied(name, (copy / name).read_bytes())
        if notes:
            _replace(copy / name, better)
            yield from ((name, note) for note in notes)


def _fixed(copy: Path, own: Sequence[str], check: Check) -> Iterator[Step]:
    """Fix what can be fixed in the files of a copy, and yield what was done."""
    tried: set[Diagnostic] = set()
    at_once = len(own)
    diagnostics = _errors(check(copy))
    while attempts := dict(islice(_attempts(copy, own, diagnostics, tried), at_once)):
        for name, attempt in attempts.items():
            _replace(copy / name, attempt.after.encode())
        after = _errors(check(copy))
        fewer = sum(map(len, after.values())) < sum(map(len, diagnostics.values()))
        good = {name for name in attempts if fewer and len(after.get(name, ())) < len(diagnostics[name])}
        for name in attempts.keys() - good:
            _replace(copy / name, attempts[name].before.encode())
        yield from ((name, _note(attempts[name])) for name in attempts if name in good)
        if fewer or len(attempts) == 1:
            tried = {each for each in tried if _name(each) not in good} | {
                attempt.diagnostic for name, attempt in attempts.items() if name not in good
            }
        else:
            # One of them did harm elsewhere: from now on one at a time, so that the others don't suffer for it.
            at_once = 1
        diagnostics = after if good == attempts.keys() else _errors(check(copy))


def _attempts(
    copy: Path, own: Sequence[str], diagnostics: Mapping[str, Sequence[Diagnostic]], tried: Collection[Diagnostic]
) -> Iterator[tuple[str, _Attempt]]:
    """Yield a fix for each file that has one which was not tried yet."""
    for name in own:
        if name in diagnostics and (attempt := _attempt(copy / name, diagnostics[name], tried)):
            yield name, attempt


def _attempt(path: Path, diagnostics: Sequence[Diagnostic], tried: Collection[Diagnostic]) -> _Attempt | None:
    """Return the first fix of a file that was not tried yet and changes something."""
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return None
    fixable = [diagnostic for diagnostic in diagnostics if diagnostic.code in FIXES and diagnostic not in tried]
    for diagnostic in sorted(fixable, key=lambda diagnostic: (_ORDER.index(diagnostic.code), diagnostic.location.line)):
        if (after := FIXES[diagnostic.code](text, diagnostic)) != text:
            return _Attempt(diagnostic, text, after)
    return None


def _errors(diagnostics: Sequence[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Return the errors by the file in which they are."""
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.severity == "error":
            found.setdefault(_name(diagnostic), []).append(diagnostic)
    return found


def _name(diagnostic: Diagnostic) -> str:
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


def _files(content: Path) -> Iterator[Path]:
    """Yield the files that may be mended, as paths below the guide's folder."""
    for pattern in ("*.yml", "*/*.yml", "pages/*.md"):
        for path in sorted(content.glob(pattern)):
            below = path.relative_to(content)
            links = any((content / part).is_symlink() for part in (below, *below.parents[:-1]))
            small = path.is_file() and path.stat().st_size <= MAX_BYTES_OF_A_LIST
            if small and not links and not any(part.startswith(".") for part in below.parts):
                yield below


def _link_all(folder: Path, copy: Path) -> None:
    """Make a folder whose files are links to those of another."""
    copy.mkdir()
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            _link_all(path, copy / path.name)
        else:
            (copy / path.name).symlink_to(path)


def _replace(link: Path, data: bytes) -> None:
    link.unlink()
    link.write_bytes(data)
