"""The site engines by name, and how a site that one of them has built is checked and put in its place."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.site.config import read_settings
from generator.site.engines import mkdocs
from generator.site.link_checker import BrokenLink, broken_links, missing_parts, read_site
from generator.site.swap import draft_of, recover, swap
from generator.utils.locks import SITE, locked

Engine = Callable[[Path, Path], int]

WAITING = "Waiting for another build of this guide to end."


def _zensical(config: Path, draft: Path) -> int:
    """Build a site with Zensical. The pipeline is imported only here, as MkDocs has it in a process of its own."""
    from generator.site.engines import hookless, zensical  # noqa: PLC0415

    return hookless.build(config, draft, zensical.run)


# MkDocs generates and finishes through a plugin, so that plain `mkdocs build` does so too.
ENGINES: Mapping[str, Engine] = {"mkdocs": mkdocs.build, "zensical": _zensical}


def build_site(config: Path, site: Path, engine: Engine = mkdocs.build) -> tuple[int, tuple[BrokenLink, ...]]:
    """Build the site beside its place, check its links, and put it in its place if nothing is wrong.

    Another build of the same guide is waited for.

    Args:
        config: The mkdocs.yml.
        site: Where the site is to stand.
        engine: Builds the site of a mkdocs.yml in a folder, and returns an exit status.

    Returns:
        The site engine's exit status, the broken links and what pages lack.
    """
    with locked(config.parent, SITE, lambda: print(WAITING, file=sys.stderr, flush=True)):
        recover(site)
        draft = draft_of(site)
        status = engine(config, draft)
        broken = _faults(config, draft) if status == 0 else ()
        if status == 0 and not broken:
            swap(site)
    return status, broken


def _faults(config: Path, draft: Path) -> tuple[BrokenLink, ...]:
    settings, site = read_settings(config), read_site(draft)
    docs = config.parent / settings.get("docs_dir", "docs")
    return *broken_links(site), *missing_parts(docs, site, settings.get("site_url") or "")
