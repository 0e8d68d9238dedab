"""Finishes a site that an engine has built: the same steps whichever engine it was, in the folder that it wrote."""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.site.postprocess.bundle import bundled
from generator.site.postprocess.cache_busting import hashed_names
from generator.site.postprocess.csp import StrangeScript, strange_scripts, with_policy
from generator.site.postprocess.search_index import searched_by_names, searched_later
from generator.site.postprocess.minify import smaller
from generator.site.postprocess.service_worker import with_worker

Files = Mapping[str, bytes]
Step = Callable[[Files], Mapping[str, bytes]]

# Each takes the files that the one before made; the worker comes last, as it knows every file to the last byte.
STEPS: tuple[Step, ...] = (
    searched_later,
    searched_by_names,
    bundled,
    smaller,
    hashed_names,
    with_policy,
    with_worker,
)

# Data for other programs stays as it was written, and there is much of it.
_LEFT_ALONE = "api/"


def finish(site: Path) -> tuple[StrangeScript, ...]:
    """Run the steps over a built site; where there are strange scripts, return them and change nothing."""
    files = {name: path.read_bytes() for name, path in _files(site).items()}
    strange = strange_scripts(files)
    if not strange:
        _write(site, files, _finished(files))
    return strange


def _finished(files: Files) -> Files:
    for step in STEPS:
        files = step(files)
    return files


def _files(site: Path) -> dict[str, Path]:
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    return {name: path for name, path in found.items() if not name.startswith(_LEFT_ALONE)}


def _write(site: Path, before: Files, after: Files) -> None:
    for name, data in after.items():
        if before.get(name) is not data:
            (site / name).write_bytes(data)
    for name in before.keys() - after.keys():
        (site / name).unlink()
        if not any((site / name).parent.iterdir()):
            (site / name).parent.rmdir()
