"""The words that a guide in English need not bring: those of the package."""

from functools import cache
from pathlib import Path
from typing import Any

from generator.loading.nodes import as_data
from generator.loading.parser import parse
from generator.model import ui_text


def with_usual_words(given: Any) -> Any:
    """Return what a guide's ui.yml says, and what the package says where that says nothing."""
    return _merged(_usual(), given)


@cache
def _usual() -> Any:
    path = Path(ui_text.__file__).with_suffix(".yml")
    document, diagnostics = parse(path.name, path.read_bytes())
    assert document
    assert not diagnostics
    return as_data(document.root)


def _merged(usual: Any, given: Any) -> Any:
    if not isinstance(usual, dict) or not isinstance(given, dict):
        return given
    return {**usual, **{key: _merged(usual.get(key), value) for key, value in given.items()}}
