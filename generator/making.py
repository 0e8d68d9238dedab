"""Makes the pages of a guide as the settings of its site say, whichever engine is going to read them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.build import examination, files
from generator.checks.verdict import check
from generator.diagnostics import Diagnostic
from generator.doctor import Progress
from generator.pages.addresses import Repository, Site


@dataclass(frozen=True, slots=True)
class Made:
    """What making a guide's pages came to; `files` is None where the content has errors."""

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes] | None


def make(base: Path, settings: Mapping[str, Any], *, compute: bool, advise: bool, progress: Progress) -> Made:
    """Check a guide's content and return all files of the docs folder.

    Args:
        base: The guide's folder, in which its mkdocs.yml stands.
        settings: What mkdocs.yml says, each key as it stands there.
        compute: Whether to examine the quiz where that was not done yet; it takes a while.
        advise: Whether to say how the content could be written better as well.
        progress: Called with the share of the examination that is done.
    """
    checked = check(content_of(base, settings), advise=advise)
    if checked.guide is None:
        return Made(checked.diagnostics, None)
    examined = examination(checked.guide, base / ".cache" / "examinations", compute=compute, progress=progress)
    repository, site = addresses(settings)
    return Made(checked.diagnostics, files(checked.guide, repository, examined, site))


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
