"""Runs the stages and writes what they make: only what changed, and nothing at all where the content has a fault.

The folder that is written belongs to the generator alone; whatever else stands in it is deleted, but for the
.gitignore by which a fresh clone has the folder: the site engine wants to see it before it calls the generator.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import doctor
from generator.ahead import results
from generator.doctor import Examination, Progress
from generator.files import put
from generator.guide import Guide
from generator.pages import feed, render
from generator.pages.addresses import SOMEWHERE, Repository, Site
from generator.pages.api import api
from generator.pages.catalogue import Catalogue
from generator.pages.crawlers import llms_txt, robots_txt
from generator.pages.emblem import emblem
from generator.pages.form import form
from generator.pages.redirects import redirects
from generator.quiz_model import as_json, quiz_model
from generator.shipped import shipped

KEPT = ".gitignore"

Files = Mapping[str, bytes]
Maker = Callable[[], Mapping[str, str | bytes]]


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing a folder changed: how many files were written, deleted and left alone."""

    written: int
    deleted: int
    kept: int


def examination(guide: Guide, cache: Path, *, compute: bool, progress: Progress = lambda _: None) -> Examination | None:
    """Return how well the guide's quiz does, or None where that is not known.

    Args:
        guide: The guide.
        cache: The folder in which examinations are kept.
        compute: Whether to examine the quiz where it was not done yet; that takes a while and needs Node. The quiz of a
            large guide is left to `afterview doctor`, which keeps what it finds.
        progress: Called with the share of the work that is done.
    """
    quiz = quiz_model(guide)
    found = doctor.cached(guide, quiz, cache)
    if found is None and compute and doctor.is_brief(quiz):
        try:
            found = doctor.examine(guide, quiz, progress=progress)
        except doctor.NoNode:
            return None
        doctor.keep(found, guide, quiz, cache)
    return found


def files(
    guide: Guide, repository: Repository, examined: Examination | None = None, site: Site = SOMEWHERE
) -> dict[str, bytes]:
    """Return everything that the site is made of, by path below the docs folder; idle cores help."""
    makers: tuple[Maker, ...] = (
        *render.makers(guide, repository, examined, site),
        *_for_programs(guide, repository, site),
    )
    made: dict[str, bytes] = dict(_scripts())
    for some in results(lambda number: makers[number](), range(len(makers))):
        made |= {path: data if isinstance(data, bytes) else data.encode() for path, data in some.items()}
    return made


def _for_programs(guide: Guide, repository: Repository, site: Site) -> Iterator[Maker]:
    """Yield what makes files for other programs, for the quiz and the form, and for links from elsewhere."""
    catalogue = Catalogue(guide)
    yield lambda: {"debrief/quiz.json": as_json(quiz_model(guide))}
    yield lambda: {"llms.txt": llms_txt(catalogue, site), "robots.txt": robots_txt(site)}
    yield lambda: {feed.PATH: news} if (news := feed.feed(catalogue, site)) else {}
    yield lambda: form(guide, repository)
    yield lambda: redirects(guide, site)
    yield lambda: emblem(guide)
    yield lambda: api(catalogue, repository, site)


def write(made: Files, folder: Path) -> Changes:
    """Make a folder hold exactly the given files.

    A file whose bytes are the same is not touched, so that whoever watches the folder sees only what changed.
    """
    written = kept = 0
    for path, data in made.items():
        if put(folder / path, data):
            written += 1
        else:
            kept += 1
    return Changes(written, _delete_all_but(made, folder), kept)


def _delete_all_but(made: Files, folder: Path) -> int:
    deleted = 0
    for root, directories, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(root, name)
            if name != KEPT and path.relative_to(folder).as_posix() not in made:
                path.unlink()
                deleted += 1
        for name in directories:
            path = Path(root, name)
            if not path.is_symlink() and not any(path.iterdir()):
                path.rmdir()
    return deleted


def _scripts() -> Iterator[tuple[str, bytes]]:
    """Yield the quiz and the form as they are served: their modules and their styles."""
    for name in ("quiz", "contribute"):
        folder = shipped(name)
        for path in sorted([*folder.rglob("*.js"), *folder.rglob("*.css")]):
            yield f"assets/{name}/{path.relative_to(folder).as_posix()}", path.read_bytes()
