"""A new entry is written complete and valid, or not at all."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.linting.linter import check
from generator.loading import is_id, load, proper_id
from generator.model import LONGEST_ID, Cause
from generator.scaffold import Place, id_errors, propose, suggested_id
from tests.conftest import BREAD, ROOT

BREAD_CONTENT = BREAD / "content"

ACTION: dict[str, Any] = {
    "title": "Buy new yeast: today",
    "summary": "Fresh yeast costs less than a flat loaf.",
    "when": "same-day",
    "effort": {"minutes": 15, "feels": "easy"},
    "steps": [{"do": "Look for the latest date on the shelf."}],
    "evidence": {"strength": "none", "says": "Nobody has counted.\n\n- one # point\n- two: points"},
    "reviewed": "2026-01-05",
}
SOURCE = {
    "authors": ["Miller, M. (Mill of the North)"],
    "year": 1999,
    "title": "On flour: a survey",
    "venue": "Journal of Bread, 2(1), 1-9",
    "url": "https://example.org/flour",
    "kind": "review",
    "finding": "Flour differs.",
    "limits": "One mill.",
    "confidence": "high",
}


def new(content: Path, kind: str, *arguments: str, given: Any = None) -> Result:
    typed = given if isinstance(given, str) else json.dumps(given)
    source = [] if isinstance(given, str) else ["--from-json", "-"]
    return CliRunner().invoke(main, ["new", kind, *source, *arguments, "--content", str(content)], input=typed)


def files(content: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in content.parent.rglob("*") if path.is_file()}


def test_an_entry_from_json_is_written_and_its_path_is_all_that_is_printed(bread: Path) -> None:
    result = new(bread, "action", given=ACTION)
    path = bread / "actions/buy-new-yeast-today.yml"
    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    assert "idle-action" in result.stderr
    assert path.read_text(encoding="utf-8").startswith(
        '# yaml-language-server: $schema=../.schema/action.json\ntitle: "Buy new yeast: today"\n'
    )
    loaded, _ = load(bread)
    assert loaded
    assert loaded.actions["buy-new-yeast-today"].value.evidence.says == ACTION["evidence"]["says"]


def test_errors_are_those_of_check_and_nothing_is_written(bread: Path) -> None:
    before = files(bread)
    result = new(bread, "action", given=ACTION | {"when": "same-dya", "titel": "x", "effort": {"minutes": "ten"}})
    assert result.exit_code == 1
    assert result.stdout == ""
    assert files(bread) == before
    for words in (
        "content/actions/buy-new-yeast-today.yml:4:7: error[unknown-word]",
        "did you mean `same-day`?",
        "error[unknown-field]: there is no field called `titel`",
        "error[missing-field]: `feels` is missing",
        "4 errors, 0 warnings; nothing was written.",
    ):
        assert words in result.stderr


def test_errors_of_other_entries_are_not_reported(bread: Path) -> None:
    (bread / "actions/mark-the-bowl.yml").write_text("title: x\n", encoding="utf-8")
    result = new(bread, "action", given=ACTION)
    assert result.exit_code == 0
    assert "mark-the-bowl" not in result.stderr


def test_an_entry_is_replaced_only_with_force(bread: Path) -> None:
    assert new(bread, "action", "--id", "mark-the-bowl", given=ACTION).exit_code == 1
    assert "Put tape" in (bread / "actions/mark-the-bowl.yml").read_text(encoding="utf-8")
    result = new(bread, "action", "--id", "mark-the-bowl", "--force", given=ACTION)
    assert result.exit_code == 0
    assert "Put tape" not in (bread / "actions/mark-the-bowl.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "id_", ["../../evil", "/tmp/evil", "a/b", "a\\b", "..", "con", "nul", "com1", "Upper", "a" * 61, "a\0b", "é", "-"]
)
def test_an_id_can_not_leave_its_folder_nor_be_a_device(id_: str, bread: Path) -> None:
    before = files(bread)
    assert new(bread, "action", given=ACTION | {"id": id_}).exit_code == 1
    assert files(bread) == before
    assert new(bread, "source", given=SOURCE | {"id": id_}).exit_code == 1
    assert files(bread) == before


def test_ids_that_differ_only_in_capitals_are_one_file_on_some_systems(bread: Path) -> None:
    (bread / "actions/Mark-The-Cup.yml").write_text("title: x\n", encoding="utf-8")
    found = id_errors(Place(bread, "action", "mark-the-cup"), force=True)
    assert [(each.code, "Mark-The-Cup.yml" in each.message) for each in found] == [("taken-id", True)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_source_is_added_and_the_rest_of_the_file_keeps_every_byte(bread: Path, end: str) -> None:
    path = bread / "sources.yml"
    before = f"# ours{end}".encode() + path.read_bytes().replace(b"\n", end.encode()) + f"# the end{end}".encode()
    path.write_bytes(before)
    result = new(bread, "source", given=SOURCE)
    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    after = path.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].decode().split(end)[:2] == ["", "miller-1999:"]
    assert b"\n" not in after.replace(end.encode(), b"")
    loaded, diagnostics = load(bread)
    assert loaded
    assert not diagnostics
    assert loaded.sources.keys() == {"baker-2001", "miller-1999"}
    again = new(bread, "source", "--force", given=SOURCE | {"finding": "Flour differs: much."})
    assert again.exit_code == 0
    assert path.read_bytes() == after.replace(b"finding: Flour differs.", b'finding: "Flour differs: much."')


def test_a_guide_without_sources_gets_a_file_of_them(bread: Path) -> None:
    for path in [
        bread / "sources.yml",
        *bread.glob("myths/*"),
        *bread.glob("causes/dead*"),
        *bread.glob("actions/te*"),
    ]:
        path.unlink()
    assert new(bread, "source", given=SOURCE).exit_code == 0
    assert (
        (bread / "sources.yml")
        .read_text(encoding="utf-8")
        .startswith("# yaml-language-server: $schema=.schema/sources.json\n\nmiller-1999:\n")
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("{", "this is not JSON"),
        ("[]", "one JSON object"),
        ('"x"', "one JSON object"),
        ("\udcff", "can't be read"),
        ("[" * 100000, "too much for an entry"),
        ('{"a":' * 5000 + "1" + "}" * 5000, "can't be read"),
        ('{"title": "\\ud800"}', "not-utf-8"),
        ("{}", "missing-field"),
        ('{"title": ["x"], "steps": "y", "effort": []}', "wrong-type"),
        ('{"title": "' + "x" * 70000 + '"}', "too much for an entry"),
    ],
)
def test_json_that_makes_no_entry_is_refused_with_a_message(given: str, said: str, bread: Path) -> None:
    raw = given.encode("utf-8", "surrogateescape")
    result = CliRunner().invoke(
        main, ["new", "action", "--id", "x", "--from-json", "-", "--content", str(bread)], input=raw
    )
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert said in result.stderr
    assert result.stdout == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=60, deadline=None)
@example(changed={"reviewed": [], "x": []})
@given(changed=st.dictionaries(st.sampled_from([*ACTION, "handle_with_care", "words", "x"]), JSON, max_size=3))
def test_any_json_gives_a_file_or_diagnostics(
    changed: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    content, _ = load(BREAD_CONTENT)
    assert content
    try:
        proposal = propose(content, Place(BREAD_CONTENT, "action", "made-up"), ACTION | changed)
    except RecursionError:
        return
    assert proposal.entry is not None or proposal.diagnostics


@pytest.mark.parametrize(
    ("kind", "data", "id_"),
    [
        ("cause", {"title": "Zoë's loaf: not *risen*!"}, "zoes-loaf-not-risen"),
        ("myth", {"claim": "word " * 40}, "word-" * 11 + "word"),
        ("question", {"text": "How warm was it?"}, "how-warm-was-it"),
        ("source", {"authors": ["van den Berg, A."], "year": "n.d."}, "van-den-berg-n-d"),
        ("case", {"title": "CON"}, "con-case"),
        ("case", {}, "a-name"),
    ],
)
def test_an_id_is_made_from_what_names_the_entry(kind: str, data: dict[str, Any], id_: str) -> None:
    assert suggested_id(kind, data) == id_


@pytest.mark.parametrize(("title", "id_"), json.loads((ROOT / "tests/fixtures/ids.json").read_text("utf-8")).items())
def test_titles_in_any_script_give_the_id_that_the_form_gives_them(title: str, id_: str) -> None:
    assert proper_id(title, "cause", otherwise="") == id_
    assert is_id(id_ or "a-name")
    assert len(id_) <= LONGEST_ID


def test_without_a_readable_guide_nothing_is_asked(tmp_path: Path) -> None:
    result = new(tmp_path / "content", "cause", given=ACTION)
    assert result.exit_code == 1
    assert "no-content" in result.stderr


def typed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


NEEDED: Mapping[str, tuple[str, ...]] = {
    "title": ("The oven was cold", ""),  # and the id as suggested
    "stage": ("provin", "proving"),  # the first one misspelt
    "control": ("outside",),
    "summary": ("A cold oven makes a flat loaf.",),
    "how_common": ("rare",),
    "signs": ("how-flat", "a-little", "most", "", ""),
    "what_happened": ("It began:", "cold # stayed cold.", "", "- so it went", "", ""),
    "not_this_if": ("The crust was dark.", "", ""),
    "actions": ("mark-the-bowl", "some", ""),
    "evidence": ("none", "Nobody has counted.", "", "", ""),
    "reviewed": ("",),  # today
}
# The answers to what few entries have; an empty line leaves any other out.
RARE: Mapping[str, tuple[str, ...]] = {
    "also_called": ("my loaf stays pale", ""),
    "picture": ("n",),
    "sounds_like": ("n",),
    "was": (),  # is not asked for
}
FIELDS = Cause.model_fields
assert NEEDED.keys() >= {name for name, field in FIELDS.items() if field.is_required()}
CAUSE = (
    *(line for name in FIELDS if name in NEEDED for line in NEEDED[name]),
    "y",  # more
    *(line for name in FIELDS if name not in NEEDED for line in RARE.get(name, ("",))),
)


def test_answers_make_an_entry_and_what_is_wrong_is_said_at_once(bread: Path) -> None:
    result = new(bread, "cause", given=typed(*CAUSE))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{bread / 'causes/the-oven-was-cold.yml'}\n"
    assert "did you mean `proving`?" in result.stderr
    assert "Eight words at the most, a plain statement." in result.stderr
    for choices in (
        "mixing, proving",
        "as-mixed, a-little, rose-and-fell",
        "strong, some",
        "you-saw",
        "moderate, none",
    ):
        assert re.search(rf"\(.*{choices}.*\)", result.stderr), choices
    loaded, _ = load(bread)
    assert loaded
    cause = loaded.causes["the-oven-was-cold"].value
    assert cause.what_happened == "It began:\ncold # stayed cold.\n\n- so it went"
    assert cause.signs == {"how-flat": {"a-little": "most"}}
    assert not check(bread).diagnostics
    assert not list((bread.parent / ".cache").glob("*"))


def test_a_warning_that_another_answer_would_not_fix_asks_for_none(bread: Path) -> None:
    setup = bread / "guide.yml"
    text = setup.read_text(encoding="utf-8").replace("{cause: [10, 200]}", "{cause: [100, 200]}")
    setup.write_text(text, encoding="utf-8")
    result = new(bread, "cause", given=typed(*CAUSE))
    assert result.exit_code == 0, result.stderr
    assert "again?" not in result.stderr
    assert result.stderr.count("page-too-short") <= 1


@pytest.mark.slow
@pytest.mark.parametrize("answers", range(1, len(CAUSE)))
def test_breaking_off_anywhere_loses_no_answer(bread: Path, answers: int) -> None:
    first = new(bread, "cause", given=typed(*CAUSE[:answers]))
    if first.exit_code == 0:
        return
    assert "run the same command to continue" in first.stderr
    draft = bread.parent / ".cache/.afterview-draft-cause.yml"
    assert "title: The oven was cold" in draft.read_text(encoding="utf-8")
    assert not (bread / "causes/the-oven-was-cold.yml").exists()


def test_a_draft_is_continued_where_it_ends(bread: Path) -> None:
    left = CAUSE.index("most")
    new(bread, "cause", given=typed(*CAUSE[:left]))
    result = new(bread, "cause", given=typed("y", *CAUSE[1:2], *CAUSE[CAUSE.index("how-flat") :]))
    assert result.exit_code == 0, result.stderr
    assert not check(bread).diagnostics


def test_what_few_entries_have_is_asked_for_on_demand(bread: Path) -> None:
    needed = CAUSE[: CAUSE.index("y")]
    result = new(bread, "cause", given=typed(*needed, "n"))
    assert result.exit_code == 0, result.stderr
    assert "Add more (also called, scene, when it decides," in result.stderr
    assert "sounds like" not in result.stderr.partition("Add more")[0]


def test_a_draft_can_be_ignored(bread: Path) -> None:
    new(bread, "cause", given=typed(*CAUSE[: CAUSE.index("how-flat")]))
    assert new(bread, "cause", given=typed("n", *CAUSE)).exit_code == 0


def test_a_list_of_answers_is_asked_for_with_what_each_holds(bread: Path) -> None:
    lines = (
        "How hot was the oven?", "oven", "It tells.", "pick", "pick-one",
        "",  # anybody can be asked
        "hot", "Hot", "about half", "", "", "", "", "cold", "Cold", "few", "", "", "", "", "",
        "n",  # leaves the shares as they are
        "n",  # no more
    )  # fmt: skip
    result = new(bread, "question", given=typed(*lines))
    assert "shares-do-not-add-up" in result.stderr
    assert result.exit_code == 1
    assert (bread / "questions/oven.yml").read_text(encoding="utf-8").split("\n")[-4:] == [
        "answers:", "  hot: {text: Hot, base: about half}", "  cold: {text: Cold, base: few}", "",
    ]  # fmt: skip


def test_many_choices_are_listed_on_demand(bread: Path) -> None:
    for number in range(20):
        text = (bread / "causes/weak-flour.yml").read_text(encoding="utf-8").replace("The flour", f"Flour {number}")
        (bread / f"causes/flour-{number}.yml").write_text(text, encoding="utf-8")
    result = new(
        bread, "case", given=typed("A loaf", "", "composite", "It sat.", "", "", "how-flat", "as-mixed", "", "", "?")
    )
    assert "23 choices; type ? to list them" in result.stderr
    assert "dead-yeast, flour-0, flour-1" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that stands for Ctrl-C alone")
def test_ctrl_c_keeps_the_draft(bread: Path) -> None:
    command = [sys.executable, "-m", "generator", "new", "cause", "--content", str(bread)]
    with subprocess.Popen(command, cwd=ROOT, stdin=-1, stdout=-1, stderr=-1, text=True) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write("The oven was cold\n")
        process.stdin.flush()
        said = ""
        while "id, which links" not in said:
            said += process.stderr.read(1)
        # A signal between two instructions of Python is seen only when the next one comes.
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=3)
        rest = process.stderr.read()
    assert process.returncode == 1
    assert "run the same command to continue" in rest
    draft = bread.parent / ".cache/.afterview-draft-cause.yml"
    assert draft.read_text(encoding="utf-8") == "title: The oven was cold\n"
