"""Runs the stages from a content folder to the files of the docs folder."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.diagnostics.diagnostic import Diagnostic
from generator.exports import feed, search_index
from generator.exports.api import api
from generator.exports.form_data import form
from generator.exports.llms_txt import llms_txt, robots_txt
from generator.exports.redirects import redirects
from generator.guide import Guide
from generator.linting.linter import check
from generator.pages import renderer
from generator.pages.index import Catalogue
from generator.pages.urls import SOMEWHERE, Repository, Site
from generator.quiz import facts
from generator.quiz.evaluation import Examination, cache
from generator.quiz.model import as_json, quiz_model
from generator.utils.parallel import parallel_map
from generator.utils.resources import resource

# A build does not wait for an examination, which takes minutes in a large guide.
NOT_EXAMINED = (
    "The figures on how well the debrief does are not computed yet. Type `afterview doctor`, and build again."
)

Producer = Callable[[], Mapping[str, str | bytes]]


@dataclass(frozen=True, slots=True)
class Generated:
    """What generating a guide's pages came to; `files` is None where the content has errors."""

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes] | None
    notes: tuple[str, ...] = ()
    """what the pages lack"""


def generate(base: Path, settings: Mapping[str, Any], *, advise: bool) -> Generated:
    """Check a guide's content and return all files of the docs folder.

    Args:
        base: The guide's folder, in which its mkdocs.yml stands.
        settings: The mkdocs.yml, each key as it stands there.
        advise: Whether to give advice on style as well.
    """
    checked = check(content_of(base, settings), advise=advise)
    if checked.guide is None:
        return Generated(checked.diagnostics, None)
    examination = cache.load(base, checked.guide, quiz_model(checked.guide))
    repository, site = addresses(settings)
    notes = () if examination else (NOT_EXAMINED,)
    return Generated(checked.diagnostics, files(checked.guide, repository, examination, site, send_to(settings)), notes)


def content_of(base: Path, settings: Mapping[str, Any]) -> Path:
    """Return the content folder: AFTERVIEW_CONTENT, `extra.content` of mkdocs.yml, or `content`."""
    extra = settings.get("extra") or {}
    return base / (os.environ.get("AFTERVIEW_CONTENT") or str(extra.get("content", "content")))


def addresses(settings: Mapping[str, Any]) -> tuple[Repository, Site]:
    """Return where the guide's files are edited and where its site stands."""
    extra = settings.get("extra") or {}
    known = Repository(settings.get("repo_url") or "")
    repository = Repository(known.url, edit=extra.get("edit", known.edit), new=extra.get("new", known.new))
    return repository, Site(settings.get("site_url") or "")


def send_to(settings: Mapping[str, Any]) -> str:
    """Return the e-mail address for contributions, `extra.send_to` of mkdocs.yml; an empty string for none."""
    return str((settings.get("extra") or {}).get("send_to") or "")


def files(
    guide: Guide,
    repository: Repository,
    examined: Examination | None = None,
    site: Site = SOMEWHERE,
    send_to: str = "",
) -> dict[str, bytes]:
    """Return everything that the site is made of, by path below the docs folder; idle cores help."""
    producers: tuple[Producer, ...] = (
        *renderer.page_renderers(guide, repository, examined, site),
        *_for_programs(guide, repository, site, send_to),
    )
    files: dict[str, bytes] = dict(_scripts())
    for produced in parallel_map(lambda number: producers[number](), range(len(producers))):
        files |= {path: data if isinstance(data, bytes) else data.encode() for path, data in produced.items()}
    return files


def _for_programs(guide: Guide, repository: Repository, site: Site, send_to: str) -> Iterator[Producer]:
    """Yield the producers of files for other programs, for the quiz and the form, and for links from elsewhere."""
    catalogue = Catalogue(guide)
    yield lambda: {"debrief/quiz.json": as_json(quiz_model(guide)), facts.PATH: facts.facts_json(guide)}
    yield lambda: {"llms.txt": llms_txt(catalogue, site), "robots.txt": robots_txt(site)}
    yield lambda: {feed.PATH: news} if (news := feed.feed(catalogue, site)) else {}
    yield lambda: form(guide, repository, send_to)
    yield lambda: {search_index.PATH: search_index.search_index(guide)}
    yield lambda: redirects(guide, site)
    yield lambda: api(catalogue, repository, site)


def _scripts() -> Iterator[tuple[str, bytes]]:
    """Yield the quiz, the form and the search as they are served: modules, styles, and licences of what is not ours."""
    for name in ("quiz", "contribute", "search"):
        folder = resource(name)
        for path in sorted(path for suffix in ("js", "css", "txt") for path in folder.rglob(f"*.{suffix}")):
            yield f"assets/{name}/{path.relative_to(folder).as_posix()}", path.read_bytes()
