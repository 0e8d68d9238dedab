"""The words that a guide in English need not bring: those of the package."""

from functools import cache
from typing import Any

from generator.reading.nodes import as_data
from generator.reading.yaml_nodes import parse
from generator.shipped import shipped


def with_usual_words(given: Any) -> Any:
    """Return what a guide's ui.yml says, and what the package says where that says nothing."""
    return _merged(_usual(), given)


@cache
def _usual() -> Any:
    path = shipped("words.yml")
    document, faults = parse(path.name, path.read_bytes())
    assert document
    assert not faults
    return as_data(document.root)


def _merged(usual: Any, given: Any) -> Any:
    if not isinstance(usual, dict) or not isinstance(given, dict):
        return given
    return {**usual, **{key: _merged(usual.get(key), value) for key, value in given.items()}}
