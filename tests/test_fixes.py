"""`check --fix` fixes what is mechanical, says what it did, and changes nothing else."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.diagnostics.codes import code_called
from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.linting.fixer import FIXES, FixedFile, fix_files, tidied
from generator.linting.linter import check
from generator.loading import as_data, parse
from tests.conftest import BREAD, ROOT, edit
from tests.test_contributions import BROKEN

DAY = date(2026, 3, 1)
CAUSE = (BREAD / "content/causes/dead-yeast.yml").read_text(encoding="utf-8")

# Contributions in which nothing is left to do for people.
FIXED = {
    "colon in title", "hash eats text", "hash whole value", "leading quote word",
    "unclosed quote", "at sign", "percent",
    "question mark key", "pipe with text", "gt with text", "no space after colon", "full-width colon",
    "smart quotes key", "indent off list", "indent field", "tab indent", "tabs below a group", "case field",
    "hyphen for underscore", "space for underscore", "tripled misspelt field", "unknown stage", "stage title not id",
    "actions inline no space", "date words", "date not padded", "date with time", "title two lines", "nbsp",
    "feels unknown", "when unknown", "step extra field", "effort unclosed", "answer id spaces", "answer id caps",
    "words behind a quoted text in braces", "a former id that is the own one",
    "curly quotes around a text in braces", "minutes in a word",
    "a misspelt source that the text cites", "a misspelt source in the text",
    "a field of the entry two spaces in, below a list of groups", "a field of the entry in braces, further right",
    "source id caps", "page no title", "guide dup band", "two syntax mistakes and a wrong word",
}  # fmt: skip
# Contributions in which someone has to say what was meant.
LEFT = {
    "bang", "ampersand", "hash eats text after space", "leading apostrophe", "missing colon", "block not indented",
    "missing title", "unknown action", "unknown control", "date US", "duplicate key", "git conflict markers", "zwsp",
    "nul/ctrl", "title too long", "html", "unknown extra field", "evidence comma in text", "tab between two levels",
    "asterisk emphasis", "backtick",
}  # fmt: skip


def fix(content: Path) -> tuple[FixedFile, ...]:
    return fix_files(content, lambda folder: check(folder, DAY).diagnostics)


def errors(content: Path) -> int:
    return sum(diagnostic.severity == "error" for diagnostic in check(content, DAY).diagnostics)


@pytest.mark.slow
@pytest.mark.parametrize("contribution", BROKEN, ids=lambda contribution: contribution["name"])
def test_fixing_leaves_fewer_errors_or_the_file_as_it_was(contribution: Mapping[str, Any], bread: Path) -> None:
    for change in contribution["edits"]:
        edit(bread, change)
    before = errors(bread)
    texts = {path: path.read_bytes() for path in bread.rglob("*") if path.is_file()}
    done = fix(bread)
    after = errors(bread)
    assert after <= before
    changed = {f"content/{path.relative_to(bread)}" for path, data in texts.items() if path.read_bytes() != data}
    assert changed == {file.path for file in done}
    if contribution["name"] in FIXED:
        assert after == 0
    if contribution["name"] in LEFT:
        assert after == before
    assert fix(bread) == ()


def test_only_errors_have_a_fix_since_no_other_is_tried() -> None:
    assert {code.severity for code in map(code_called, FIXES) if code} == {"error"}


def test_the_lists_above_name_contributions() -> None:
    assert {contribution["name"] for contribution in BROKEN} >= FIXED | LEFT


@pytest.mark.parametrize("guide", [ROOT / "content", BREAD / "content"], ids=["content", "bread"])
def test_a_guide_without_errors_stays_as_it_is(guide: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(guide, tmp_path / "content"))
    assert fix(copy) == ()
    assert all(path.read_bytes() == (guide / path.relative_to(copy)).read_bytes() for path in copy.rglob("*.yml"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("reviewed: 2026-01-05", "reviewed: 2026/1/5"),
        ("reviewed: 2026-01-05", "reviewed: 2026.01.05"),
        ("stage: mixing", "stage: Mixing"),
        ("test-the-yeast: strong", "test\u2013the\u2013yeast: strong"),
        ("The yeast was dead", "The yeast\u2028was dead"),
        ("The yeast was dead", "The yeast was dead\u200b"),
        ("The yeast was dead", "\ufeffThe yeast was dead"),
        ("The yeast was dead", "The yeast was\u00ad dead"),
        ("how_common: common", "how_common: Common"),
        ("how_common: common", "how_common: comon"),
        ("control: yours", "control:yours"),
    ],
)
def test_what_is_fixed_is_what_was_there_before(before: str, after: str, bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    original = CAUSE if before in CAUSE else CAUSE.replace(CAUSE[CAUSE.index("reviewed:") :].split("\n")[0], before)
    path.write_text(original.replace(before, after, 1), encoding="utf-8")
    assert fix(bread)
    assert path.read_text(encoding="utf-8") == original


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" {strength: none, says: %s}", " {sources: [baker-2001], strength: none, says: %s}"),
        (" {strength: none, says: %s, sources: []}", " {strength: none, says: %s, sources: [baker-2001]}"),
        ("\n  strength: none\n  says: %s", "\n  sources: [baker-2001]\n  strength: none\n  says: %s"),
    ],
)
def test_a_work_that_evidence_cites_is_listed_among_its_sources(before: str, after: str, bread: Path) -> None:
    path, says = bread / "causes/weak-flour.yml", '"Bakers say so ([](source:baker-2001))."'
    rest, evidence = path.read_text(encoding="utf-8"), "evidence: {strength: none, says: Nobody has counted.}"
    path.write_text(rest.replace(evidence, f"evidence:{before % says}"), encoding="utf-8")
    assert fix(bread)
    assert path.read_text(encoding="utf-8") == rest.replace(evidence, f"evidence:{after % says}")


def test_quotation_marks_of_windows_become_those_of_unicode(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    path.write_text(CAUSE.replace("Old or scalded", "\x93Old\x94 or scalded"), encoding="utf-8")
    fix(bread)
    assert "summary: “Old” or scalded" in path.read_text(encoding="utf-8")


def test_a_stray_beginning_of_a_document_is_taken_out(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    path.write_text(CAUSE.replace("summary:", "---\nsummary:"), encoding="utf-8")
    [file] = fix(bread)
    assert path.read_text(encoding="utf-8") == CAUSE
    assert "second-document" in file.notes[0]


def test_what_is_invisible_is_tidied_and_said(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    messy = CAUSE.replace("stage: mixing\n", "stage: mixing  \n").rstrip("\n").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + messy.encode())
    path.chmod(0o640)
    [file] = fix(bread)
    assert path.read_text(encoding="utf-8") == CAUSE
    assert file.notes == (
        "removed the byte order mark", "changed the line endings to those of Unix",
        "removed spaces at the ends of lines", "ended the last line",
    )  # fmt: skip
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


def test_two_spaces_that_break_a_line_of_prose_stay(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    text = CAUSE.replace("what_happened: |\n", "what_happened: |\n  One line,  \n  and another.\n\n")
    path.write_text(text, encoding="utf-8")
    assert fix(bread) == ()
    page = bread / "pages/crumb.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne line,  \nand another.\n", encoding="utf-8")
    assert fix(bread) == ()


def test_what_a_program_left_beside_a_file_is_left_alone(bread: Path) -> None:
    (bread / "causes/~$dead-yeast.yml").write_text("x", encoding="utf-8")
    assert fix_files(bread, lambda folder: check(folder, DAY).diagnostics) == ()


def test_links_and_what_they_lead_to_are_left_alone(bread: Path) -> None:
    outside = bread.parent / "outside.yml"
    outside.write_text(CAUSE.replace("title: The", "title:The"), encoding="utf-8")
    (bread / "causes/linked.yml").symlink_to(outside)
    before = outside.read_bytes()
    assert fix(bread) == ()
    assert (outside.read_bytes(), (bread / "causes/linked.yml").is_symlink()) == (before, True)


def test_a_name_that_could_mean_two_things_is_left(bread: Path) -> None:
    guide = bread / "guide.yml"
    text = guide.read_text(encoding="utf-8")
    assert "mixing:" in text
    stage = "    title: x\n    summary: x\n"
    guide.write_text(text.replace("stages:\n", f"stages:\n  fixing:\n{stage}", 1), encoding="utf-8")
    (bread / "causes/dead-yeast.yml").write_text(CAUSE.replace("stage: mixing", "stage: ixing"), encoding="utf-8")
    assert fix(bread) == ()


@pytest.mark.parametrize("word", ["uncommon", "commonly"])
def test_a_word_that_holds_another_is_no_typing_error(word: str, bread: Path) -> None:
    (bread / "causes/dead-yeast.yml").write_text(
        CAUSE.replace("how_common: common", f"how_common: {word}"), encoding="utf-8"
    )
    assert fix(bread) == ()


def test_words_that_name_an_answer_are_not_made_an_id_of_their_own(bread: Path) -> None:
    question = bread / "questions/how-flat.yml"
    text = question.read_text(encoding="utf-8")
    question.write_text(text.replace("answers:", "groups: {Flat: [Not at all]}\nanswers:"), encoding="utf-8")
    assert fix(bread) == ()


def test_the_command_says_what_it_fixed_and_then_what_is_left(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    path.write_text(CAUSE.replace("title: The", "title:The") + "nonsense: x\n", encoding="utf-8")
    ran = CliRunner().invoke(main, ["check", "--content", str(bread), "--fix"])
    assert ran.exit_code == 1
    assert ran.stderr.startswith("fixed content/causes/dead-yeast.yml\n  line 1: yaml-syntax: ")
    assert "- title:The yeast was dead" in ran.stderr
    assert "+ title: The yeast was dead" in ran.stderr
    assert "1 error" in ran.stdout
    assert "nonsense" in ran.stdout
    again = CliRunner().invoke(main, ["check", "--content", str(bread), "--fix"])
    assert again.stderr == ""


def test_a_fix_that_does_harm_elsewhere_is_not_kept_and_holds_no_other_up(bread: Path) -> None:
    line = "reviewed: 2026/3/9"
    for name in ("harmful", "harmless"):
        (bread / f"causes/{name}.yml").write_text(f"{line}\n", encoding="utf-8")

    def check_dates(folder: Path) -> list[Diagnostic]:
        wrong = [name for name in ("harmful", "harmless") if line in (folder / f"causes/{name}.yml").read_text("utf-8")]
        elsewhere = (
            [] if "harmful" in wrong else [Diagnostic(code, Location("content/guide.yml"), "", "") for code in "ab"]
        )
        places = [Location(f"content/causes/{name}.yml", 1, 11, 19, line) for name in wrong]
        return [*(Diagnostic("bad-date", place, "", "") for place in places), *elsewhere]

    [file] = fix_files(bread, check_dates)
    assert file.path == "content/causes/harmless.yml"
    assert (bread / "causes/harmful.yml").read_text(encoding="utf-8") == f"{line}\n"


def test_a_folder_that_is_missing_is_reported_as_ever(tmp_path: Path) -> None:
    ran = CliRunner().invoke(main, ["check", "--content", str(tmp_path / "content"), "--fix"])
    assert (ran.exit_code, "no-content" in ran.output) == (1, True)


# Properties

LINES = st.lists(
    st.sampled_from(
        ["a: b", "a: b  ", "c: |", "c: >-", "  text  ", "  text", "", "   ", "- x ", "d: 'q ", "  r'", "# n "]
    )
    | st.text(max_size=8),
    max_size=8,
)


@settings(max_examples=50, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\n", "  "]), st.booleans())
@example(["c: |", "  text  "], "\n", "", True)
def test_tidying_changes_nothing_of_what_a_file_says(lines: list[str], end: str, last: str, mark: bool) -> None:
    data = (("\ufeff" if mark else "") + end.join(lines) + last).encode("utf-8", "replace")
    better, done = tidied("content/causes/x.yml", data)
    (before, old), (after, new) = parse("x", data), parse("x", better)
    assert [diagnostic.code for diagnostic in old] == [diagnostic.code for diagnostic in new]
    assert (before is None) == (after is None)
    if before and after:
        assert ended(as_data(before.root)) == ended(as_data(after.root))
    assert bool(done) == (better != data)
    assert tidied("content/causes/x.yml", better) == (better, ())


def ended(data: Any) -> Any:
    """Return data without what the end of a file says of its last text."""
    if isinstance(data, str):
        return data.removesuffix("\n")
    if isinstance(data, dict):
        return {key: ended(value) for key, value in data.items()}
    return [ended(each) for each in data]


@settings(deadline=None)
@given(st.text(), st.integers(1, 9), st.integers(1, 9), st.integers(0, 9), st.text(max_size=20))
def test_no_fix_raises_whatever_it_is_given(text: str, line: int, column: int, width: int, words: str) -> None:
    lines = text.split("\n")
    source = lines[min(line, len(lines)) - 1]
    place = Location("content/causes/x.yml", min(line, len(lines)), column, column + width, source)
    for code, apply in FIXES.items():
        assert isinstance(apply(text, Diagnostic(code, place, "m", words, words)), str)


EDITS = st.lists(
    st.tuples(
        st.integers(0, len(CAUSE)),
        st.integers(0, 3),
        st.text(st.sampled_from(list(" \t:#-'\"{}[]|>&*!%@`,\n\u00a0\u200b\u2013aZ0_")), max_size=3),
    ),
    min_size=1,
    max_size=3,
)


@pytest.mark.slow
@settings(max_examples=80, deadline=None)
@given(EDITS)
def test_whatever_was_typed_fixing_makes_it_no_worse_and_comes_to_an_end(edits: list[tuple[int, int, str]]) -> None:
    text = CAUSE
    for start, length, typed in edits:
        text = text[:start] + typed + text[start + length :]
    with TemporaryDirectory() as folder:
        content = Path(shutil.copytree(BREAD / "content", Path(folder) / "content"))
        path = content / "causes/dead-yeast.yml"
        path.write_bytes(text.encode())
        before = errors(content)
        done = fix(content)
        assert errors(content) <= before
        assert {file.path for file in done} <= {"content/causes/dead-yeast.yml"}
        assert fix(content) == ()


def test_words_that_the_page_says_itself_are_deleted(bread: Path) -> None:
    words = "when_it_decides: When this is the reason, Old yeast makes no gas.\n"
    (bread / "causes/dead-yeast.yml").write_text(f"{CAUSE}{words}", encoding="utf-8")
    assert [fixed.path for fixed in fix(bread)]
    text = (bread / "causes/dead-yeast.yml").read_text(encoding="utf-8")
    assert text.endswith("\nwhen_it_decides: old yeast makes no gas.\n")
