"""Whatever is in a file, loading it ends soon, without an exception, and with an entry or a diagnostic."""

import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import model
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.formatters import as_text
from generator.loading import (
    amounts_in,
    columns_of_tabs,
    correct_first_mistake,
    load,
    loader,
    parse,
    quoted,
    read_entry,
    spaces_for_tabs,
)
from generator.utils import parallel
from tests.conftest import FIXTURES

KINDS = [kind.entry for kind in model.KINDS.values()]
FIXTURE_FILES = [path.read_bytes() for path in sorted(FIXTURES.rglob("*.yml")) if path.is_file()]
CHARACTERS = st.sampled_from(
    [bytes([byte]) for byte in b" \n\t:#-[]{},&*!|>'\"%@`?~0\\x7f"] + ["é🙂\u200f".encode(), b"\xff"]
)
# Each name stands for nine times the one before it.
BOMB = b"a: &a [x]\n" + b"".join(b"%c: &%c [%s]\n" % (n, n, b",".join([b"*%c" % (n - 1)] * 9)) for n in b"bcdefghi")


@st.composite
def edited(draw: st.DrawFn) -> bytes:
    """Return a file of the fixtures with a few bytes of it replaced, as a slip of the hand or of an editor would."""
    data = draw(st.sampled_from(FIXTURE_FILES))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        data = data[:start] + draw(CHARACTERS) * draw(st.integers(0, 3)) + data[end:]
    return data


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(st.one_of(edited(), st.binary(max_size=400), st.text(max_size=400).map(str.encode)), st.sampled_from(KINDS))
def test_any_file_gives_an_entry_or_diagnostics(data: bytes, kind: type[model.Entry]) -> None:
    entry, diagnostics = read_entry("content/folder/name.yml", "name", data, kind)
    assert as_text(diagnostics) or entry is not None
    assert all(diagnostic.hint and diagnostic.message and diagnostic.location.line >= 1 for diagnostic in diagnostics)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")) | st.just(" ")))
def test_a_quoted_text_reads_back_unchanged(text: str) -> None:
    text = text.strip()
    document, _ = parse("f.yml", f"title: {quoted(text)}\n".encode())
    if document is not None and not set(text) & set("\u00ad\u034f\u061c\u180e\ufeff\ufffe\uffff"):
        assert document.root.items[0][1].text == text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "data",
    [
        BOMB,
        b"[" * 60_000,
        b"{a: " * 15_000,
        b"- " * 30_000,
        b"title: " + b"x" * 60_000,
        b"\n".join(b"title: a: b" for _ in range(5_000)),
        b"'" * 60_000,
        b"\t" * 60_000,
        b"a:\n " * 15_000,
    ],
    ids=["aliases", "brackets", "braces", "lists", "a long word", "colons", "quotes", "tabs", "indents"],
)  # fmt: skip
def test_a_file_that_is_meant_to_be_slow_is_read_at_once(data: bytes) -> None:
    began = time.process_time()
    _, diagnostics = read_entry("content/causes/slow.yml", "slow", data, model.Cause)
    assert diagnostics
    assert time.process_time() - began < 2  # some would take minutes if each line looked at all others


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_a_character_that_may_end_a_line_is_reported(sign: str) -> None:
    _, diagnostics = read_entry("content/causes/x.yml", "x", f"a: b\n{sign}\n0".encode(), model.Cause)
    assert {diagnostic.code for diagnostic in diagnostics} & {"control-character", "invisible-character"}


# What Finder calls the picture of a folder can't be the name of a file on Windows.
LEFT_BY_SYSTEMS = ["desktop.ini", "Thumbs.db", ".DS_Store"]
LEFT_BY_SYSTEMS += [] if os.name == "nt" else ["Icon\r"]


@pytest.mark.parametrize("name", LEFT_BY_SYSTEMS)
@pytest.mark.parametrize("folder", ["", "causes"])
def test_what_a_system_leaves_in_a_folder_is_no_mistake(bread: Path, folder: str, name: str) -> None:
    (bread / folder / name).write_bytes(b"\xff\x00")
    assert load(bread)[1] == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "aux"])
@pytest.mark.parametrize("folder", ["causes", "pages"])
def test_a_name_that_windows_keeps_for_a_device_is_refused_and_another_is_offered(
    bread: Path, folder: str, name: str
) -> None:
    original = next((bread / folder).iterdir())
    (bread / folder / f"{name}{original.suffix}").write_bytes(original.read_bytes())
    [diagnostic] = load(bread)[1]
    assert diagnostic.code == "bad-id"
    assert "Windows" in diagnostic.message
    assert f"`{name}-1`" in diagnostic.hint


def test_a_name_that_only_begins_like_a_device_is_one(bread: Path) -> None:
    (bread / "causes/con-artist.yml").write_bytes((bread / "causes/dead-yeast.yml").read_bytes())
    assert load(bread)[1] == ()


def test_words_that_yaml_takes_for_true_and_false_stay_words(bread: Path) -> None:
    guide = bread / "guide.yml"
    more = "search: {synonyms: {NO: [no, yes, off], yeast: [false, 12]}}\n"
    guide.write_text(guide.read_text(encoding="utf-8") + more, encoding="utf-8")
    content, diagnostics = load(bread)
    assert diagnostics == ()
    assert content
    assert content.setup.value.search.synonyms == {"NO": ["no", "yes", "off"], "yeast": ["false", "12"]}


def test_a_field_below_the_text_of_an_item_is_put_back_into_its_column() -> None:
    text = "steps:\n  - do: >-\n      Wait for foam.\n  minutes: 5\npitfalls: [Haste.]\n"
    _, [diagnostic] = parse("content/actions/x.yml", text.encode())
    assert (diagnostic.location.line, "four spaces" in diagnostic.hint) == (4, True)
    assert correct_first_mistake(text) == text.replace("  minutes", "    minutes")


def test_a_mistake_between_quotation_marks_moves_no_other_line() -> None:
    text = 'across_the_table: |\n  Text.\nsounds_like:\n  asked: "Open C:\\Users."\n  say: Yes.\n'
    _, [diagnostic] = parse("content/causes/x.yml", text.encode())
    assert diagnostic.location.line == 4
    assert correct_first_mistake(text) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a:\n  b:\n\tc: d\n\te: f\n    g: h\n", "a:\n  b:\n    c: d\n    e: f\n    g: h\n"),
        ("a:\n  b:\n    c: d\n\te: f\n    g: h\n", "a:\n  b:\n    c: d\n    e: f\n    g: h\n"),
        ("a:\n\tb: c\n\td:\n\t\te: f\n\tg: h\ni: j\n", "a:\n  b: c\n  d:\n    e: f\n  g: h\ni: j\n"),
        ("a: |\n\tOne:\n\ttwo.\n  Three.\n", "a: |\n  One:\n  two.\n  Three.\n"),
        ("a:\n\t- b: c\n\t  d: e\n\t- b: f\n", "a:\n  - b: c\n    d: e\n  - b: f\n"),
        ("a: One\n\ttwo.\n", "a: One\n  two.\n"),
        ("a:\n  b:\n    c: d\n\te: f\n  g: h\n", None),
        ("a: b\n\tc: d\n", None),
        ("a:\n  - b: c\n\td: e\n", None),
    ],
)
def test_a_tab_becomes_the_spaces_of_its_level_or_stays(typed: str, meant: str | None) -> None:
    columns = columns_of_tabs(typed)
    assert (None if None in columns.values() else spaces_for_tabs(typed, columns)) == meant


@pytest.mark.parametrize(("text", "days"), [("six months less one day", 182), ("3 months minus 1 day", 90)])
def test_an_amount_of_time_less_another_is_the_difference(text: str, days: int) -> None:
    assert amounts_in(text, "days") == [pytest.approx(days, abs=1)]


@pytest.mark.skipif(sys.platform != "linux", reason="there are no helpers on other systems")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_many_files_are_read_alike_with_and_without_idle_cores(bread: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "_FILES_PER_SHARE", 1)
    first = next((bread / "causes").glob("*.yml"))
    for number in range(60):
        text = first.read_text(encoding="utf-8")
        first.with_name(f"copy-{number}.yml").write_text(
            text.replace("summary:", "sumary:" if number % 7 else "summary:")
        )

    def loaded(cores: int) -> tuple[list[str], list[model.Entry], tuple[Diagnostic, ...]]:
        monkeypatch.setattr(parallel, "idle_cores", lambda: cores)
        loader.read_entry.cache_clear()
        content, diagnostics = load(bread)
        assert content
        return [*content.causes], [cause.value for cause in content.causes.values()], diagnostics

    alone = loaded(0)
    assert loaded(1) == alone
    assert any("sumary" in diagnostic.message for diagnostic in alone[2])
