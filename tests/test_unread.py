"""What stands in the place of what could not be read is nothing that somebody can type, and is told to nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import model
from generator.diagnostics.diagnostic import Location
from generator.linting.linter import check
from generator.linting.rules.scope import without_indices
from generator.loading import Content, load
from generator.model.types import mentions
from tests.conftest import BREAD


def content_of(folder: Path) -> Content:
    content, diagnostics = load(folder)
    assert content
    assert not diagnostics
    return content


def places() -> Iterator[tuple[str, Location]]:
    """Yield one place of the tiny guide for each field that names something, after what it names."""
    told = set()
    content = content_of(BREAD / "content")
    for kind, entries in content.entries.items():
        for entry in entries.values():
            for mention in mentions(entry.value):
                path = tuple(
                    step if step in model.KINDS[kind].entry.model_fields else "*" for step in mention.field_path
                )
                field = f"{kind}: {'.'.join(map(str, without_indices(path)))}{' (key)' if mention.is_key else ''}"
                if field not in told:
                    told.add(field)
                    yield field, entry.at(*mention.field_path, key=mention.is_key)


PLACES = dict(places())


def write(content: Path, place: Location, word: str) -> None:
    file = content.parent / place.path
    lines = file.read_text(encoding="utf-8").split("\n")
    line = lines[place.line - 1]
    lines[place.line - 1] = line[: place.column - 1] + word + line[place.end_column - 1 :]
    file.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("field", PLACES)
def test_a_word_that_only_looks_like_a_stand_in_is_unknown(field: str, bread: Path) -> None:
    write(bread, PLACES[field], "unread")
    errors = [diagnostic for diagnostic in check(bread).diagnostics if diagnostic.severity == "error"]
    assert any("`unread`" in diagnostic.message for diagnostic in errors), errors


@pytest.mark.parametrize("kind", [kind.name for kind in (*model.KINDS.values(), *model.SECTIONS.values())])
def test_a_link_to_what_only_looks_like_a_stand_in_leads_nowhere(kind: str, bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "what_happened: |\n", f"what_happened: |\n  See [a]({kind}:unread).\n"
        ),
        encoding="utf-8",
    )
    assert [diagnostic for diagnostic in check(bread).diagnostics if diagnostic.severity == "error"]


@pytest.mark.parametrize("word", ["https://example.org/a", "{a: b}", "*a"])
@pytest.mark.parametrize("field", PLACES)
def test_nobody_is_told_of_a_stand_in(field: str, word: str, bread: Path) -> None:
    write(bread, PLACES[field], word)
    for diagnostic in check(bread).diagnostics:
        assert model.UNREAD not in f"{diagnostic.message} {diagnostic.hint} {diagnostic.label}"


def test_a_work_that_is_cited_is_listed_without_what_could_not_be_read(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    evidence = 'says: "Heat kills yeast ([](source:baker-2001)).", sources: [https://example.org]'
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("says: Heat kills yeast., sources: [baker-2001]", evidence), encoding="utf-8")
    hints = {diagnostic.code: diagnostic.hint for diagnostic in check(bread).diagnostics}
    assert hints["unlisted-source"] == "write `sources: [baker-2001]` below it"
