"""Makes the docs folder of a guide as the settings of its site say, whichever engine is going to read it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.build import Changes, check, examination, files, write
from generator.diagnostics import Diagnostic
from generator.doctor import Progress
from generator.pages.addresses import Repository, Site


@dataclass(frozen=True, slots=True)
class Made:
    """What making a docs folder came to; `changes` is None where the content has errors and nothing was written."""

    diagnostics: tuple[Diagnostic, ...]
    changes: Changes | None


def make(base: Path, docs: Path, settings: Mapping[str, Any], *, compute: bool, progress: Progress) -> Made:
    """Check a guide's content and write its pages; where there are errors, leave the folder as it was.

    Args:
        base: The guide's folder, in which its mkdocs.yml stands.
        docs: The folder to write.
        settings: What mkdocs.yml says, each key as it stands there.
        compute: Whether to examine the quiz where that was not done yet; it takes a while.
        progress: Called with the share of the examination that is done.
    """
    extra = settings.get("extra") or {}
    checked = check(base / content_folder(extra))
    if checked.guide is None:
        return Made(checked.diagnostics, None)
    examined = examination(checked.guide, base / ".cache" / "examinations", compute=compute, progress=progress)
    site = Site(settings.get("site_url") or "")
    return Made(checked.diagnostics, write(files(checked.guide, _repository(settings, extra), examined, site), docs))


def content_folder(extra: Mapping[str, Any]) -> str:
    """Return the name of the content folder: AFTERVIEW_CONTENT, `extra.content` of mkdocs.yml, or `content`."""
    return os.environ.get("AFTERVIEW_CONTENT") or str(extra.get("content", "content"))


def _repository(settings: Mapping[str, Any], extra: Mapping[str, Any]) -> Repository:
    known = Repository(settings.get("repo_url") or "")
    return Repository(known.url, edit=extra.get("edit", known.edit), new=extra.get("new", known.new))
