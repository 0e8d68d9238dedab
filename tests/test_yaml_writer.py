"""What is written reads back as it was, and reads well."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.loading import as_data, parse
from generator.model import KINDS, Cause
from generator.model.types import fields_of
from generator.scaffold import tidy, to_yaml
from generator.scaffold.yaml_writer import WIDTH
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
    text = to_yaml(data, Cause)
    document, diagnostics = parse("x.yml", text.encode())
    assert document
    assert not [diagnostic for diagnostic in diagnostics if diagnostic.code != "too-deep"]
    assert tidy(as_data(document.root)) == data
    assert tidy(yaml.safe_load(text)) == data


# What makes `check` refuse a text, whatever it is written as.
REPORTED = {"control-character", "invisible-character", "not-utf-8", "too-deep"}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1) | KEYS, inner, max_size=3),
    max_leaves=10,
)


def as_written(value: Any) -> Any:
    """Return data as it reads back: numbers and truth values as the texts that stand for them."""
    if isinstance(value, dict):
        return {key: as_written(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_written(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@settings(deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.data())
def test_any_data_of_any_kind_reads_back_or_is_reported(kind: str, drawn: st.DataObject) -> None:
    entry_type = KINDS[kind].entry
    names = st.sampled_from(sorted(fields_of(entry_type))) | KEYS
    data = tidy(drawn.draw(st.dictionaries(names, ANYTHING, min_size=1, max_size=5)))
    document, diagnostics = parse("x.yml", to_yaml(data, entry_type).encode("utf-8", "surrogatepass"))
    if diagnostics:
        assert {diagnostic.code for diagnostic in diagnostics} & REPORTED
    else:
        assert document
        assert tidy(as_data(document.root)) == as_written(data)


def test_null_is_left_out_of_lists_and_mappings() -> None:
    assert tidy({"title": None, "also_called": ["x", None]}) == {"also_called": ["x"]}


@settings(deadline=None)
@given(TEXTS.filter(str.strip), st.integers(1, 5000))
def test_a_text_of_5000_characters_comes_back_to_the_letter(piece: str, length: int) -> None:
    text = (piece * 5000)[:length]
    data = tidy({"what_happened": text, "title": text.replace("\n", " ")})
    written = to_yaml(data, Cause)
    document, diagnostics = parse("x.yml", written.encode())
    assert document
    assert not diagnostics
    assert tidy(as_data(document.root)) == data == tidy(yaml.safe_load(written))


@pytest.mark.parametrize(
    "text",
    ["yes", "No", "null", "~", "12", "1_000", "0x1F", "1e3", "12:30", "2026-01-05", ".5", "-1", "=", "<<", "on", ""],
)
def test_a_text_that_a_yaml_reader_would_take_for_something_else_is_quoted(text: str) -> None:
    assert to_yaml({"title": text}) == f'title: "{text}"\n'


@pytest.mark.parametrize(
    "text",
    ["It rose", "don't", 'say "when"', "50% off", "a-b", "C++ (old)", "none", "what?", "Zoë", "a:b", "fish & chips"],
)
def test_a_text_that_needs_no_quotation_marks_gets_none(text: str) -> None:
    assert to_yaml({"title": text}) == f"title: {text}\n"


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)


def files() -> list[Any]:
    """Return every file of entries of the guides, each with the type of what it holds."""
    found: list[Any] = []
    for content in (BREAD / "content", ROOT / "content"):
        for kind in KINDS.values():
            if kind.in_one_file:
                found.append((dict[str, kind.entry], content / f"{kind.plural}.yml"))  # type: ignore[name-defined]
            else:
                found += [(kind.entry, path) for path in sorted((content / kind.plural).glob("*.yml"))]
    return found


@pytest.mark.parametrize(
    ("data_type", "path"), files(), ids=lambda value: value.stem if isinstance(value, Path) else ""
)
def test_every_file_of_the_guides_reads_back_after_being_rewritten(data_type: Any, path: Path) -> None:
    before, _ = parse("x.yml", path.read_bytes())
    assert before
    data = tidy(as_data(before.root))
    written = to_yaml(data, data_type)
    after, diagnostics = parse("x.yml", written.encode())
    assert after
    assert not diagnostics
    validate = TypeAdapter(data_type).validate_python
    assert validate(as_data(after.root)) == validate(as_data(before.root))
    lines_of_blocks = {line.strip() for text in texts_in(data) if "\n" in text for line in text.split("\n")}
    # A folded line ends with the word that goes past the width.
    too_long = {line.strip() for line in written.split("\n") if len(line.rpartition(" ")[0]) > WIDTH}
    assert too_long <= lines_of_blocks


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
        to_yaml(tidy(data), KINDS["action"].entry)
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
