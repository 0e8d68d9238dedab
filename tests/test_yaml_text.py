"""What is written reads back as it was, and reads well."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.loading.nodes import as_data
from generator.loading.parser import parse
from generator.model import KINDS, Cause
from generator.scaffold.yaml_writer import entry_text, scalar, tidy
from tests.conftest import BREAD, ROOT

# All that can be printed, but for the spaces that `check` refuses; with much of what means something in YAML.
LETTERS = st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S"))
SIGNS = st.sampled_from(
    [*": #-\"'{}[],&*!|>%@`?\\\n ~=<.+", "\n\n", "\n- ", "\n  ", "  ", ": ", " #", "---", "🙂", "שלום"]
)
TEXTS = st.lists(st.one_of(SIGNS, LETTERS, st.just("word ")), max_size=60).map("".join)
KEYS = st.one_of(
    st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4})?", fullmatch=True),
    st.sampled_from(["no", "on", "y", "null", "1e3", "0x1"]),
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)
DATA = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5).map(tidy)


@pytest.mark.slow
@settings(deadline=None)
@given(DATA)
def test_what_is_written_reads_back_as_it_was(data: dict[str, Any]) -> None:
    text = entry_text(Cause, data)
    document, diagnostics = parse("x.yml", text.encode())
    assert document
    assert not [diagnostic for diagnostic in diagnostics if diagnostic.code != "too-deep"]
    assert tidy(as_data(document.root)) == data
    assert tidy(yaml.safe_load(text)) == data


@settings(deadline=None)
@given(TEXTS.filter(str.strip), st.integers(1, 5000))
def test_a_text_of_5000_characters_comes_back_to_the_letter(piece: str, length: int) -> None:
    text = (piece * 5000)[:length]
    data = tidy({"what_happened": text, "title": text.replace("\n", " ")})
    written = entry_text(Cause, data)
    document, diagnostics = parse("x.yml", written.encode())
    assert document
    assert not diagnostics
    assert tidy(as_data(document.root)) == data == tidy(yaml.safe_load(written))


@pytest.mark.parametrize(
    "text",
    ["yes", "No", "null", "~", "12", "1_000", "0x1F", "1e3", "12:30", "2026-01-05", ".5", "-1", "=", "<<", "on", ""],
)
def test_a_text_that_other_readers_take_for_something_else_is_quoted(text: str) -> None:
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text",
    ["It rose", "don't", 'say "when"', "50% off", "a-b", "C++ (old)", "none", "what?", "Zoë", "a:b", "fish & chips"],
)
def test_a_text_without_danger_stays_plain(text: str) -> None:
    assert scalar(text) == text


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)


def entries() -> list[Any]:
    found = []
    for content in (BREAD / "content", ROOT / "content"):
        for name, kind in KINDS.items():
            folder = content / kind.plural
            found += [(name, path) for path in sorted(folder.glob("*.yml"))] if not kind.in_one_file else []
    return found


@pytest.mark.parametrize(("kind", "path"), entries(), ids=lambda value: value if isinstance(value, str) else value.stem)
def test_every_entry_of_the_guides_survives_being_written_anew(kind: str, path: Path) -> None:
    entry_type = KINDS[kind].entry
    document, _ = parse("x.yml", path.read_bytes())
    assert document
    data = tidy(as_data(document.root))
    written = entry_text(entry_type, data)
    again, diagnostics = parse("x.yml", written.encode())
    assert again
    assert not diagnostics
    assert entry_type.model_validate(as_data(again.root)) == entry_type.model_validate(as_data(document.root))
    letter_by_letter = {line.strip() for text in texts_in(data) if "\n" in text for line in text.split("\n")}
    too_long = {line.strip() for line in written.split("\n") if len(line) > 120 and "https://" not in line}
    assert too_long <= letter_by_letter


def test_an_entry_reads_as_people_would_write_it() -> None:
    data = {
        "summary": "word " * 40,
        "title": "Test the yeast: now",
        "steps": [{"minutes": 2, "do": "Stir."}, {"do": "Wait: foam means life.", "minutes": "10"}],
        "words": [{"text": "first line\n\n- second", "for": "to the shop"}],
        "pitfalls": ["Water, too hot"],
        "reviewed": "2026-01-05",
        "titel": "unknown",
    }
    assert (
        entry_text(KINDS["action"].entry, tidy(data))
        == """\
title: "Test the yeast: now"
summary: >-
  word word word word word word word word word word word word word word word word word word word word word
  word word word word word word word word word word word word word word word word word word word
steps:
  - {do: Stir., minutes: 2}
  - {do: "Wait: foam means life.", minutes: 10}
words:
  - for: to the shop
    text: |
      first line

      - second
pitfalls: ["Water, too hot"]
reviewed: 2026-01-05
titel: unknown
"""
    )
