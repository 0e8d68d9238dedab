"""Makes a finished site with Zensical, which has no hooks: the pages are made before it runs, and finished after it."""

import sys
from pathlib import Path

from generator.build import write
from generator.making import make
from generator.reporters import as_text, summary
from generator.site import zensical
from generator.site.finish import finish
from generator.site.settings import SettingsError, read_settings


def build(config: Path, draft: Path) -> int:
    """Make the pages, let Zensical build a site into a folder, finish it, and return an exit status."""
    base = config.absolute().parent
    try:
        settings = read_settings(config)
        docs = base / settings.get("docs_dir", "docs")
        made = make(base, settings, compute=True, advise=False, progress=lambda _: None)
        if made.diagnostics:
            _say(f"{as_text(made.diagnostics)}\n\n{summary(made.diagnostics)}")
        if made.files is None:
            return 1
        write(made.files, docs)
        status = zensical.run(settings, base, docs, draft)
    except (SettingsError, zensical.NotInstalledError) as error:
        _say(f"error: {error}")
        return 1
    strange = finish(draft) if status == 0 else ()
    for each in strange:
        _say(f"error: {each}")
    return status or int(bool(strange))


def _say(text: str) -> None:
    print(text, file=sys.stderr)
