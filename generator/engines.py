"""The site engines by name: each makes a finished site of the guide that a mkdocs.yml stands for."""

from collections.abc import Mapping
from pathlib import Path

from generator.site.engine import Engine, mkdocs


def zensical(config: Path, draft: Path) -> int:
    """Build a site with Zensical. What makes the pages is read only now, as MkDocs has it in a process of its own."""
    from generator.with_zensical import build  # noqa: PLC0415

    return build(config, draft)


# MkDocs makes and finishes through its hook, so that plain `mkdocs build` does so too.
ENGINES: Mapping[str, Engine] = {"mkdocs": mkdocs, "zensical": zensical}
