"""The site engines by name: each makes a finished site of the guide that a mkdocs.yml stands for."""

import sys
from collections.abc import Mapping
from pathlib import Path

from generator.build import write
from generator.making import make
from generator.reporters import as_text, summary
from generator.site import zensical as with_zensical
from generator.site.engine import Engine, mkdocs
from generator.site.finish import finish
from generator.site.settings import SettingsError, read_settings


def zensical(config: Path, draft: Path) -> int:
    """Make the pages, let Zensical build a site into a folder, finish it, and return an exit status."""
    base = config.absolute().parent
    try:
        settings = read_settings(config)
        docs = base / settings.get("docs_dir", "docs")
        made = make(base, settings, compute=True, progress=lambda _: None)
        if made.diagnostics:
            _say(f"{as_text(made.diagnostics)}\n\n{summary(made.diagnostics)}")
        if made.files is None:
            return 1
        write(made.files, docs)
        status = with_zensical.run(settings, base, docs, draft)
    except (SettingsError, with_zensical.NotInstalledError) as error:
        _say(f"error: {error}")
        return 1
    strange = finish(draft) if status == 0 else ()
    for each in strange:
        _say(f"error: {each}")
    return status or int(bool(strange))


def _say(text: str) -> None:
    print(text, file=sys.stderr)


# MkDocs makes and finishes through its hook, so that plain `mkdocs build` does so too.
ENGINES: Mapping[str, Engine] = {"mkdocs": mkdocs, "zensical": zensical}
