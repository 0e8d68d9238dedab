"""Mends the files of a guide: tries each fix on a copy, and keeps those after which there are fewer errors."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.diagnostics.diagnostic import Diagnostic
from generator.linting.fixes import FIXES, tidied
from generator.loading.parser import MOST_BYTES_OF_A_LIST
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
    fault: Diagnostic
    before: str
    after: str


def mend(content: Path, check: Check) -> tuple[Mended, ...]:
    """Mend what is mechanical in a guide's folder, write the files that are better for it, and return which they are.

    Args:
        content: The guide's folder. Links in it are left alone.
        check: Returns the faults of a folder.
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
    faults = _errors(check(copy))
    while attempts := dict(islice(_attempts(copy, own, faults, tried), at_once)):
        for name, attempt in attempts.items():
            _replace(copy / name, attempt.after.encode())
        after = _errors(check(copy))
        fewer = sum(map(len, after.values())) < sum(map(len, faults.values()))
        good = {name for name in attempts if fewer and len(after.get(name, ())) < len(faults[name])}
        for name in attempts.keys() - good:
            _replace(copy / name, attempts[name].before.encode())
        yield from ((name, _note(attempts[name])) for name in attempts if name in good)
        if fewer or len(attempts) == 1:
            tried = {each for each in tried if _name(each) not in good} | {
                attempt.fault for name, attempt in attempts.items() if name not in good
            }
        else:
            # One of them did harm elsewhere: from now on one at a time, so that the others don't suffer for it.
            at_once = 1
        faults = after if good == attempts.keys() else _errors(check(copy))


def _attempts(
    copy: Path, own: Sequence[str], faults: Mapping[str, Sequence[Diagnostic]], tried: Collection[Diagnostic]
) -> Iterator[tuple[str, _Attempt]]:
    """Yield a fix for each file that has one which was not tried yet."""
    for name in own:
        if name in faults and (attempt := _attempt(copy / name, faults[name], tried)):
            yield name, attempt


def _attempt(path: Path, faults: Sequence[Diagnostic], tried: Collection[Diagnostic]) -> _Attempt | None:
    """Return the first fix of a file that was not tried yet and changes something."""
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return None
    fixable = [fault for fault in faults if fault.code in FIXES and fault not in tried]
    for fault in sorted(fixable, key=lambda fault: (_ORDER.index(fault.code), fault.location.line)):
        if (after := FIXES[fault.code](text, fault)) != text:
            return _Attempt(fault, text, after)
    return None


def _errors(faults: Sequence[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Return the errors by the file in which they are."""
    found: dict[str, list[Diagnostic]] = {}
    for fault in faults:
        if fault.severity == "error":
            found.setdefault(_name(fault), []).append(fault)
    return found


def _name(fault: Diagnostic) -> str:
    """Return the path of a fault's file below the guide's folder."""
    return fault.location.path.partition("/")[2]


def _note(attempt: _Attempt) -> str:
    before, after = attempt.before.split("\n"), attempt.after.split("\n")
    fault = attempt.fault
    note = f"line {fault.location.line}: {fault.code}: {fault.message}"
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
            small = path.is_file() and path.stat().st_size <= MOST_BYTES_OF_A_LIST
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
