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
from generator.linting import check
from generator.pages import renderer
from generator.pages.catalogue import Catalogue
from generator.pages.publication import Publication
from generator.pages.urls import NO_REPOSITORY, Repository, Site
from generator.quiz import facts
from generator.quiz.builder import quiz_model
from generator.quiz.evaluation import cache
from generator.quiz.model import as_json
from generator.utils.parallel import parallel_map
from generator.utils.resources import resource

# A build does not wait for an examination, which takes minutes in a large guide.
NOT_EXAMINED = (
    "The figures on how well the debrief does are not computed yet. Type `afterview doctor`, and build again."
)

Producer = Callable[[], Mapping[str, str | bytes]]


@dataclass(frozen=True, slots=True)
class Generated:
    """What generating a guide's pages came to; where the content has errors, there is nothing but the diagnostics."""

    diagnostics: tuple[Diagnostic, ...]
    publication: Publication | None = None
    files: Mapping[str, bytes] | None = None
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
        return Generated(checked.diagnostics)
    publication = publication_of(base, checked.guide, settings)
    notes = () if publication.examination else (NOT_EXAMINED,)
    return Generated(checked.diagnostics, publication, files(publication), notes)


def content_of(base: Path, settings: Mapping[str, Any]) -> Path:
    """Return the content folder: AFTERVIEW_CONTENT, `extra.content` of mkdocs.yml, or `content`."""
    extra = settings.get("extra") or {}
    return base / (os.environ.get("AFTERVIEW_CONTENT") or str(extra.get("content", "content")))


def publication_of(base: Path, guide: Guide, settings: Mapping[str, Any]) -> Publication:
    """Return a guide with what its mkdocs.yml says, as in `generate`, and with its last examination."""
    extra = settings.get("extra") or {}
    return Publication(
        guide,
        Repository(
            settings.get("repo_url") or "",
            edit=extra.get("edit", NO_REPOSITORY.edit),
            new=extra.get("new", NO_REPOSITORY.new),
        ),
        Site(settings.get("site_url") or ""),
        cache.load(base, guide, quiz_model(guide)),
        str(extra.get("send_to") or ""),
    )


def files(publication: Publication) -> dict[str, bytes]:
    """Return everything that the site is made of, by path below the docs folder; idle cores help."""
    producers: tuple[Producer, ...] = (*renderer.page_renderers(publication), *_for_programs(publication))
    contents: dict[str, bytes] = dict(_scripts())
    for texts in parallel_map(lambda number: producers[number](), range(len(producers))):
        contents |= {path: data if isinstance(data, bytes) else data.encode() for path, data in texts.items()}
    return contents


def _for_programs(publication: Publication) -> Iterator[Producer]:
    """Yield the producers of files for other programs, for the quiz and the form, and for links from elsewhere."""
    guide, repository, site = publication.guide, publication.repository, publication.site
    catalogue = Catalogue(guide)
    yield lambda: {"debrief/quiz.json": as_json(quiz_model(guide)), facts.PATH: facts.facts_json(guide)}
    yield lambda: {"llms.txt": llms_txt(catalogue, site), "robots.txt": robots_txt(site)}
    yield lambda: {feed.PATH: news} if (news := feed.feed(catalogue, site)) else {}
    yield lambda: form(guide, repository, publication.send_to)
    yield lambda: {search_index.PATH: search_index.search_index(guide)}
    yield lambda: redirects(guide, site)
    yield lambda: api(catalogue, repository, site)


def _scripts() -> Iterator[tuple[str, bytes]]:
    """Yield the quiz, the form and the search as they are served: modules, styles, and licences of what is not ours."""
    for name in ("browser", "quiz", "contribute", "search"):
        folder = resource(name)
        for path in sorted(path for suffix in ("js", "css", "txt") for path in folder.rglob(f"*.{suffix}")):
            yield f"assets/{name}/{path.relative_to(folder).as_posix()}", path.read_bytes()
