"""Each kind of mistake is reported where it stands, with a hint on what to type."""

import ast
import os
import re
import time
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.diagnostics.diagnostic import Diagnostic, Location, did_you_mean, in_order
from generator.diagnostics.formatters import as_text, summary
from generator.linting.linter import check
from tests.conftest import FIXTURES, INVALID, line_from_change, overlay

NAMES = sorted(path.name for path in INVALID.iterdir())

# From this day the age of a review is counted.
DAY = date(2026, 8, 1)


@pytest.mark.parametrize("name", NAMES)
def test_each_fixture_is_reported_as_expected(name: str, bread: Path) -> None:
    overlay(bread, INVALID / name)
    expected = INVALID / name / "expected.txt"
    diagnostics = check(bread, DAY).diagnostics
    printed = "\n\n".join(_printed(diagnostic, bread) for diagnostic in diagnostics) + "\n"
    if os.environ.get("ACCEPT"):
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")


# A list as a subject with the verb of one thing, or one thing in the words for several.
WRONG_NUMBER = re.compile(
    r"` and `[^`]+` (?:is|has|was|does|belongs|counts|never counts)\b|\bline \d+(?:,| and) \d|\bone of `[^`,]+`(?!,)"
)


@pytest.mark.parametrize("table", [*sorted(INVALID.glob("*/expected.txt")), FIXTURES / "contributions.yml"], ids=str)
def test_a_list_has_the_verb_of_several(table: Path) -> None:
    texts = (line for line in table.read_text(encoding="utf-8").split("\n") if not line.startswith("   |"))
    assert [text for text in texts if WRONG_NUMBER.search(text)] == []


def _printed(diagnostic: Diagnostic, content: Path) -> str:
    """Return a diagnostic as it is printed, but with its line counted from the change in its file."""
    path, line = diagnostic.location.path, diagnostic.location.line
    return as_text([diagnostic]).replace(f"{path}:{line}:", f"{path}:{line_from_change(content, path, line)}:", 1)


def test_all_diagnostics_of_a_guide_are_reported_at_once(bread: Path) -> None:
    for code in ("bad-date", "unknown-answer", "yaml-syntax", "empty-file"):
        overlay(bread, INVALID / code)
    (bread / "actions/mark-the-bowl.yml").write_text("titel: x\n", encoding="utf-8")
    codes = {diagnostic.code for diagnostic in check(bread).diagnostics}
    assert {"yaml-syntax", "empty-file", "unknown-field", "missing-field"} <= codes


def test_an_entry_that_can_not_be_read_causes_no_second_diagnostic_where_it_is_referred_to(bread: Path) -> None:
    (bread / "actions/mark-the-bowl.yml").write_text("title: x\n  steps: {\n", encoding="utf-8")
    assert {diagnostic.location.path for diagnostic in check(bread).diagnostics} == {
        "content/actions/mark-the-bowl.yml"
    }


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    assert [diagnostic.code for diagnostic in check(tmp_path / "content").diagnostics] == ["no-content"]


def test_a_loop_of_links_and_a_link_to_nothing_are_reported(bread: Path) -> None:
    (bread / "causes/a.yml").symlink_to("b.yml")
    (bread / "causes/b.yml").symlink_to("a.yml")
    (bread / "causes/c.yml").symlink_to("nowhere.yml")
    assert [diagnostic.code for diagnostic in check(bread).diagnostics] == ["unreadable"] * 3


def test_a_file_of_ten_megabytes_is_refused_at_once(bread: Path) -> None:
    (bread / "causes/big.yml").write_bytes(b"title: " + b"x" * 10_000_000)
    began = time.perf_counter()
    codes = [diagnostic.code for diagnostic in check(bread).diagnostics]
    assert codes == ["too-large"]
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("file", "can_be_split"), [("causes/big.yml", True), ("ui.yml", False), ("sources.yml", False)]
)
def test_the_hint_on_a_large_file_says_to_split_only_what_can_be_split(
    file: str, can_be_split: bool, bread: Path
) -> None:
    (bread / file).write_bytes(b"title: " + b"x" * 2_000_000)
    [hint] = [diagnostic.hint for diagnostic in check(bread).diagnostics if diagnostic.code == "too-large"]
    assert hint.startswith("split it") == can_be_split


def test_a_bomb_of_aliases_and_deep_nesting_are_refused_at_once(bread: Path) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x]\n" + "".join(
        f"{new}: &{new} [{','.join([f'*{old}'] * 8)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    (bread / "causes/bomb.yml").write_text(bomb, encoding="utf-8")
    (bread / "causes/deep.yml").write_text("[" * 60_000, encoding="utf-8")
    began = time.perf_counter()
    assert {"anchor", "too-deep"} <= {diagnostic.code for diagnostic in check(bread).diagnostics}
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("items", [", 'a'a", ", \u201ca", " - ", '- {a: "'])
def test_what_breaks_off_in_a_long_line_is_found_at_once(bread: Path, items: str) -> None:
    (bread / "causes/long.yml").write_text(f"signs: {{{items * 9000}\n", encoding="utf-8")
    began = time.perf_counter()
    assert "yaml-syntax" in {diagnostic.code for diagnostic in check(bread).diagnostics}
    assert time.perf_counter() - began < 3


def test_a_file_saved_as_utf_16_or_with_nul_bytes_is_refused_with_a_hint(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    (bread / "causes/zero.yml").write_bytes(b"title: a\x00b\n")
    diagnostics = check(bread).diagnostics
    assert {"not-utf-8", "control-character"} <= {diagnostic.code for diagnostic in diagnostics}
    assert all("UTF-8" in diagnostic.hint for diagnostic in diagnostics if diagnostic.code == "not-utf-8")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert check(bread).diagnostics == ()


def test_check_exits_with_1_on_an_error_and_0_without(bread: Path) -> None:
    good = CliRunner().invoke(main, ["check", "--content", str(bread)])
    assert (good.exit_code, good.output.startswith("0 errors, 0 warnings.")) == (0, True)
    overlay(bread, INVALID / "unknown-action")
    bad = CliRunner().invoke(main, ["check", "--content", str(bread)])
    assert bad.exit_code == 1
    assert "did you mean `test-the-yeast`?" in bad.output


def test_check_prints_json_for_machines(bread: Path) -> None:
    overlay(bread, INVALID / "unknown-action")
    printed = CliRunner().invoke(main, ["check", "--content", str(bread), "--format", "json"]).output
    assert ast.literal_eval(printed)[0]["location"]["path"] == "content/causes/dead-yeast.yml"


def test_a_long_line_is_cut_around_the_place() -> None:
    source = "x" * 300 + "diagnostic" + "y" * 300
    text = as_text([Diagnostic("a-code", Location("f.yml", 1, 301, 306, source), "m", "h")])
    lines = text.split("\n")
    assert max(len(line) for line in lines) < 130
    assert lines[2][lines[3].index("^") :].startswith("diagnostic")


def test_diagnostics_come_in_the_order_of_the_files_and_only_once() -> None:
    late = Diagnostic("b", Location("b.yml", 1), "m", "h")
    early = Diagnostic("a", Location("a.yml", 9), "m", "h")
    assert in_order([late, early, late]) == (early, late)


def test_counts_are_put_in_words() -> None:
    one = Diagnostic("a", Location("a.yml"), "m", "h")
    assert summary([one]) == "1 error, 0 warnings"


def test_a_name_is_suggested_only_when_it_is_near() -> None:
    assert did_you_mean("practise-star", ["practice-star", "rest"]) == "did you mean `practice-star`?"
    assert did_you_mean("zebra", ["practice-star"]) == ""


@pytest.mark.parametrize("name", ["a-pinch", "z-pinch"])
def test_of_two_entries_that_are_alike_the_changed_one_is_the_copy_whatever_its_name(name: str, bread: Path) -> None:
    original = bread / "myths/salt-kills.yml"
    (bread / f"myths/{name}.yml").write_bytes(original.read_bytes())
    path = f"content/myths/{name}.yml"
    told = [
        diagnostic for diagnostic in check(bread, DAY, changed={path}).diagnostics if diagnostic.code == "same-title"
    ]
    assert [diagnostic.location.path for diagnostic in told] == [path]
    assert "salt-kills.yml and delete this file" in told[0].hint


def test_of_two_entries_that_are_alike_none_is_to_be_deleted_where_nothing_tells_the_copy(bread: Path) -> None:
    (bread / "myths/a-pinch.yml").write_bytes((bread / "myths/salt-kills.yml").read_bytes())
    [told] = [diagnostic for diagnostic in check(bread, DAY).diagnostics if diagnostic.code == "same-title"]
    assert "this file" not in told.hint


def test_what_was_taken_out_of_a_changed_list_is_missed_there(bread: Path) -> None:
    sources = bread / "sources.yml"
    sources.write_text(
        f"{sources.read_text(encoding='utf-8')}\nother-1999:\n  authors: [Other]\n  year: 1999\n", encoding="utf-8"
    )
    (bread / "myths/salt-kills.yml").write_text(
        (bread / "myths/salt-kills.yml").read_text(encoding="utf-8").replace("baker-2001", "gone-1990"),
        encoding="utf-8",
    )
    told = [
        diagnostic
        for diagnostic in check(bread, DAY, changed={"content/sources.yml"}).diagnostics
        if diagnostic.code == "unknown-source"
    ]
    assert [diagnostic.location.path for diagnostic in told] == ["content/sources.yml"]


def test_an_answer_that_was_taken_out_of_a_changed_question_is_missed_there(bread: Path) -> None:
    question = bread / "questions/water.yml"
    question.write_text(question.read_text(encoding="utf-8").replace("steaming:", "no:"), encoding="utf-8")
    (bread / "cases/sunday-loaf.yml").unlink()
    [told] = check(bread, DAY, advise=False, changed={"content/questions/water.yml"}).diagnostics
    assert (told.location.path, "put `steaming` back" in told.hint) == ("content/questions/water.yml", True)


@pytest.mark.parametrize(
    ("was", "hint"), [("", "`weak-flours`, if that is its name now"), ("was: weak-flour\n", "write `weak-flours` in")]
)
def test_an_entry_that_was_renamed_in_some_places_is_told_where_it_is_now(was: str, hint: str, bread: Path) -> None:
    old, new = bread / "causes/weak-flour.yml", bread / "causes/weak-flours.yml"
    new.write_text(old.read_text(encoding="utf-8") + was, encoding="utf-8")
    old.unlink()
    for name, id_ in (("salt-kills", "weak-flours"), ("sugar-kills", "weak-flour"), ("ice-kills", "weak-flour")):
        text = (bread / "myths/salt-kills.yml").read_text(encoding="utf-8")
        changed = text.replace("kills the", f"{name} the").replace("causes: [dead-yeast]", f"causes: [{id_}]")
        (bread / f"myths/{name}.yml").write_text(changed.replace("[weak-flours]", f"[{id_}]"), encoding="utf-8")
    diagnostics = check(bread, DAY, changed={"content/causes/weak-flours.yml"}).diagnostics
    [told] = [diagnostic for diagnostic in diagnostics if diagnostic.code == "unknown-cause"]
    assert (told.location.path, hint in told.hint) == ("content/causes/weak-flours.yml", True)


def test_an_entry_that_was_renamed_is_told_where_it_is_now(bread: Path) -> None:
    (bread / "causes/weak-flour.yml").rename(bread / "causes/soft-or-weak-flour.yml")
    (bread / "myths/salt-kills.yml").write_text(
        (bread / "myths/salt-kills.yml").read_text(encoding="utf-8").replace("[dead-yeast]", "[weak-flour]"),
        encoding="utf-8",
    )
    [told] = [diagnostic for diagnostic in check(bread, DAY).diagnostics if diagnostic.code == "unknown-cause"]
    assert told.location.path == "content/causes/soft-or-weak-flour.yml"
    assert "was: [weak-flour]" in told.hint


@pytest.mark.parametrize(
    ("path", "new", "hint"),
    [
        ("myths/salt-kills.yml", "myths/salt-kills-it.yml", "write `was: [salt-kills]` here"),
        ("myths/salt-kills.yml", "", "write `was: [salt-kills]` in the myth"),
        ("pages/crumb.md", "pages/crumbs.md", "call its file content/pages/crumb.md again"),
    ],
)
def test_an_entry_that_is_gone_leaves_an_address_that_should_lead_somewhere(
    path: str, new: str, hint: str, bread: Path
) -> None:
    ui_text = bread / "ui.yml"
    ui_text.write_text(ui_text.read_text(encoding="utf-8").replace("doors: {crumb:", "doors: {crumbs:"), "utf-8")
    (bread / "pages/crumbs.md").write_bytes((bread / "pages/crumb.md").read_bytes())
    (bread / (new or "new.yml")).write_bytes((bread / path).read_bytes())
    (bread / "new.yml").unlink(missing_ok=True)
    (bread / path).unlink()
    diagnostics = check(bread, DAY, changed={f"content/{new}"}, gone={f"content/{path}"}).diagnostics
    [told] = [diagnostic for diagnostic in diagnostics if diagnostic.code == "lost-address"]
    assert hint in told.hint


def test_what_a_change_brought_may_be_the_new_name_of_what_it_took_away(bread: Path) -> None:
    (bread / "actions/mark-the-bowl.yml").rename(bread / "actions/tape-it.yml")
    changed = {"content/actions/tape-it.yml", "content/causes/dead-yeast.yml"}
    (bread / "causes/dead-yeast.yml").write_text(
        (bread / "causes/dead-yeast.yml").read_text("utf-8").replace("test-the-yeast: strong", "tape-it: strong"),
        "utf-8",
    )
    (lost,) = (
        diagnostic
        for diagnostic in check(bread, DAY, changed=changed, gone={"content/actions/mark-the-bowl.yml"}).diagnostics
        if diagnostic.code == "unknown-action"
    )
    assert "write `tape-it`, if that is its name now," in lost.hint
    assert "`was: [mark-the-bowl]` in actions/tape-it.yml" in lost.hint


def test_a_word_that_was_taken_out_of_the_guide_is_missed_there(bread: Path) -> None:
    guide = bread / "guide.yml"
    guide.write_text(guide.read_text("utf-8").replace("  same-day: Today", "  today: Today"), "utf-8")
    (lost,) = check(bread, DAY, changed={"content/guide.yml"}).diagnostics
    assert (lost.code, lost.location.path) == ("unknown-word", "content/guide.yml")
    assert "write `today`, if that is its name now," in lost.hint


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("half an hour", 30), ("three quarters of an hour", 45), ("1 1/2 hours", 90), ("an hour and ten minutes", 70)],
)
def test_parts_of_an_hour_are_converted(bread: Path, words: str, minutes: int) -> None:
    path = bread / "actions/mark-the-bowl.yml"
    path.write_text(path.read_text("utf-8").replace("minutes: 1,", f"minutes: {words},"), "utf-8")
    (diagnostic,) = check(bread, DAY).diagnostics
    assert f"`minutes: {minutes}`" in diagnostic.hint


def test_an_entry_that_is_gone_is_not_told_twice_where_others_name_it(bread: Path) -> None:
    (bread / "actions/mark-the-bowl.yml").unlink()
    diagnostics = check(bread, DAY, gone={"content/actions/mark-the-bowl.yml"}).diagnostics
    assert {diagnostic.code for diagnostic in diagnostics} == {"unknown-action"}


@pytest.mark.parametrize("changed", ["water", "you-saw"])
def test_a_circle_of_questions_is_told_in_the_file_that_has_changed(changed: str, bread: Path) -> None:
    overlay(bread, INVALID / "gate-circle")
    path = f"content/questions/{changed}.yml"
    (diagnostic,) = [found for found in check(bread, DAY, changed=[path]).diagnostics if found.code == "gate-circle"]
    assert diagnostic.location.path == path
    assert diagnostic.hint == f"delete `{'you-saw' if changed == 'water' else 'water'}` here"
