"""What every site engine without hooks needs: pages are generated before it runs, and its site is finished after."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator.diagnostics.formatters import as_text, summary
from generator.site.config import SettingsError, read_settings, require_first_page
from generator.site.pipeline import generate
from generator.site.postprocess.steps import finish
from generator.site.writer import write
from generator.utils.locks import DOCS, locked

Run = Callable[[Mapping[str, Any], Path, Path, Path], int]


class MissingEngineError(Exception):
    """A site engine is not installed; the message says what to type."""


def build(config: Path, draft: Path, run: Run) -> int:
    """Generate the pages, let an engine build a site of them, finish it, and return an exit status.

    Args:
        config: The mkdocs.yml.
        draft: The folder to write, which does not exist yet.
        run: Builds the site, given the settings, the guide's folder, the folder of the pages and that of the site, and
            returns an exit status.
    """
    base = config.absolute().parent
    try:
        settings = read_settings(config)
        require_first_page(settings)
        docs = base / settings.get("docs_dir", "docs")
        generated = generate(base, settings, advise=False)
        if generated.diagnostics:
            _report(f"{as_text(generated.diagnostics)}\n\n{summary(generated.diagnostics)}")
        if generated.files is None:
            return 1
        for note in generated.notes:
            _report(note)
        with locked(base, DOCS, lambda: _report("Waiting for another build or an edit to end.")):
            write(generated.files, docs)
            status = run(settings, base, docs, draft)
    except (SettingsError, MissingEngineError) as error:
        _report(f"error: {error}")
        return 1
    unknown = finish(draft, base) if status == 0 else ()
    for script in unknown:
        _report(f"error: {script}")
    return status or int(bool(unknown))


def _report(text: str) -> None:
    print(text, file=sys.stderr)
