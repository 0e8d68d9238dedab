"""Finishes a site that an engine has built: the same steps whichever engine it was, in the folder that it wrote."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.site.postprocess.bundle import bundled, find_esbuild
from generator.site.postprocess.cache_busting import hashed_names
from generator.site.postprocess.csp import UnknownScript, unknown_scripts, with_policy
from generator.site.postprocess.service_worker import with_worker
from generator.utils.fs import Files

Step = Callable[[Files], Files]

# Data for other programs stays as it was written, and there is much of it.
_UNTOUCHED = "api/"


def finish(site: Path, guide: Path) -> tuple[UnknownScript, ...]:
    """Run the steps over a built site; where a page has an unknown script, return these and change nothing.

    Args:
        site: The folder that the engine wrote.
        guide: The folder in which the guide's mkdocs.yml stands.
    """
    before = {name: path.read_bytes() for name, path in _files(site).items()}
    unknown = unknown_scripts(before)
    if unknown:
        return unknown
    after: Files = before
    for step in steps(guide):
        after = step(after)
    _write(site, before, after)
    return ()


def steps(guide: Path) -> tuple[Step, ...]:
    """Return the steps in their order: a hash covers a finished script, and the worker every file to the last byte."""
    return (
        partial(bundled, esbuild=find_esbuild(guide)),
        hashed_names,
        with_policy,
        with_worker,
    )


def _files(site: Path) -> dict[str, Path]:
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    return {name: path for name, path in paths.items() if not name.startswith(_UNTOUCHED)}


def _write(site: Path, before: Files, after: Files) -> None:
    for name, data in after.items():
        if before.get(name) is not data:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(data)
    for name in before.keys() - after.keys():
        (site / name).unlink()
        if not any((site / name).parent.iterdir()):
            (site / name).parent.rmdir()
