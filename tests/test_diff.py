"""`diff` says what a change does to readers, and nothing that someone contributed can do more than be read."""

import html
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from generator.cli import main
from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.diff.compare import difference, state_of
from generator.diff.harmless import harmless
from generator.diff.models import Difference, EntryChange, Moved, PageChanges
from generator.diff.report import MOST_CHARACTERS, as_markdown
from generator.diff.strictness import weaker_checks
from generator.model.settings import Floors
from generator.quiz.builder import quiz_model
from generator.quiz.evaluation.simulation import sample
from generator.utils.git import at_revision
from tests.conftest import INVALID, ROOT, overlay
from tests.test_reporters import git, repository  # noqa: F401 (a fixture)

HOSTILE = (
    "`a` | b <img src=x onerror=alert(1)> @everyone #12 GH-3 [l](http://x.org) **b** ~~s~~ https://x.org www.x.org"
)


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def compared(content: Path, revision: str = "HEAD") -> str:
    ran = CliRunner().invoke(main, ["diff", revision, "--content", str(content)])
    assert ran.exit_code == 0, ran.output
    return ran.stdout


def as_data(content: Path) -> dict:
    ran = CliRunner().invoke(main, ["diff", "HEAD", "--content", str(content), "--format", "json"])
    assert ran.exit_code == 0, ran.output
    return json.loads(ran.stdout)


def test_no_change_is_said_to_be_none(repository: Path) -> None:  # noqa: F811
    assert compared(repository).endswith("Nothing: no entry, no page and no diagnostic is different.\n")


@pytest.mark.slow
def test_words_that_moved_are_named_with_what_they_were(repository: Path) -> None:  # noqa: F811
    cause = repository / "causes/dead-yeast.yml"
    change(cause, "how_common: common", "how_common: rare")
    change(cause, "how-flat: {as-mixed: most}", "how-flat: {as-mixed: some}")
    change(cause, "actions: {", "actions: {mark-the-bowl: some, ")
    [entry] = as_data(repository)["entries"]
    assert (entry["what"], entry["kind"], entry["id"], entry["title"]) == (
        "changed", "cause", "dead-yeast", "The yeast was dead",
    )  # fmt: skip
    assert entry["fields"] == ["how_common", "signs", "actions"]
    assert [(each["field_path"], each["before"], each["after"]) for each in entry["moved"]] == [
        (["how_common"], "common", "rare"),
        (["signs", "how-flat", "as-mixed"], "most", "some"),
        (["actions", "mark-the-bowl"], None, "some"),
    ]
    printed = compared(repository)
    assert "- changed cause dead-yeast: The yeast was dead (how&#95;common, signs, actions)" in printed
    assert "    - signs, how-flat, as-mixed: most → some" in printed
    assert "    - actions, mark-the-bowl: some added" in printed


def test_ids_in_lists_come_and_go_by_name(repository: Path) -> None:  # noqa: F811
    change(repository / "myths/salt-kills.yml", "causes: [", "causes: [proved-too-long, ")
    change(repository / "causes/dead-yeast.yml", "sources: [baker-2001]", "sources: []")
    printed = compared(repository)
    assert "    - causes: proved-too-long added" in printed
    assert "    - evidence, sources: baker-2001 removed" in printed


@pytest.mark.slow
def test_of_a_page_that_is_gone_it_is_said_how_old_links_go_on(repository: Path) -> None:  # noqa: F811
    old, new = repository / "myths/salt-kills.yml", repository / "myths/salt-is-poison.yml"
    old.rename(new)
    assert "- If an entry was renamed, add `was: [salt-kills]` to it: then old links lead there." in compared(
        repository
    )
    new.write_text(f"{new.read_text(encoding='utf-8')}was: [salt-kills]\n", encoding="utf-8")
    assert as_data(repository)["pages"]["removed"] == []
    assert "If an entry was renamed" not in compared(repository)


def test_pages_that_readers_find_new_different_or_gone_are_listed(repository: Path) -> None:  # noqa: F811
    shutil.copy(repository / "pages/crumb.md", repository / "pages/crust.md")
    change(repository / "actions/mark-the-bowl.yml", "summary: ", "summary: Really, ")
    (repository / "myths/salt-kills.yml").unlink()
    found = as_data(repository)
    assert found["pages"]["added"] == ["/crust/"]
    assert "/actions/mark-the-bowl/" in found["pages"]["changed"]
    assert found["pages"]["removed"] == ["/myths/salt-kills/"]
    assert [(each["what"], each["kind"], each["id"]) for each in found["entries"]] == [
        ("changed", "action", "mark-the-bowl"), ("removed", "myth", "salt-kills"), ("added", "page", "crust"),
    ]  # fmt: skip
    assert found["quiz"] is None or found["quiz"]["cases_changed"] == []


def test_the_body_of_a_page_is_one_of_its_fields(repository: Path) -> None:  # noqa: F811
    page = repository / "pages/crumb.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert as_data(repository)["entries"][0]["fields"] == ["body"]


@pytest.mark.slow
def test_cases_whose_first_causes_change_are_named(repository: Path) -> None:  # noqa: F811
    cause = repository / "causes/dead-yeast.yml"
    change(cause, "how_common: common", "how_common: rare")
    change(cause, "how-flat: {as-mixed: most}", "how-flat: {as-mixed: almost none}")
    found = as_data(repository)["quiz"]
    assert found["cases"][0] == {"of": 1, "first": 1, "in_three": 1}
    assert found["cases"][1]["first"] == 0
    [case] = found["cases_changed"]
    assert (case["id"], case["truth"]) == ("sunday-loaf", "The yeast was dead")
    assert case["before"][0] == "The yeast was dead" != case["after"][0]
    assert found["people"][0]["of"] == found["people"][1]["of"] > 0
    assert "| first, of the cases | 1 of 1 | 0 of 1 |" in compared(repository)


def test_a_change_that_moves_nobody_names_nobody(repository: Path) -> None:  # noqa: F811
    change(repository / "causes/dead-yeast.yml", "test-the-yeast: strong", "test-the-yeast: some")
    found = as_data(repository)["quiz"]
    assert found["people"][0] == found["people"][1] != {"of": 0, "first": 0, "in_three": 0}
    assert (found["cases_changed"], found["people_changed"]) == ([], [])


def test_who_is_not_concerned_by_a_new_cause_answers_as_before(bread: Path) -> None:
    before = state_of(bread).guide
    assert before
    text = (bread / "causes/weak-flour.yml").read_text(encoding="utf-8")
    title = next(line for line in text.split("\n") if line.startswith("title:"))
    (bread / "causes/a-new-one.yml").write_text(text.replace(title, "title: A new one"), encoding="utf-8")
    after = state_of(bread).guide
    assert after
    old, new = (sample(guide, quiz_model(guide), 5) for guide in (before, after))
    assert [each.cause for each in new.people] == ["a-new-one", *(each.cause for each in old.people)]
    assert old == sample(before, quiz_model(before), 5)
    known = {each.cause: each.first_three for each in new.people}
    same = [
        [cause for cause in causes if cause != "a-new-one"] == one_before[: len(causes) - ("a-new-one" in causes)]
        for each in old.people
        for one_before, causes in zip(each.first_three, known[each.cause], strict=True)
    ]
    assert sum(same) > len(same) / 2


def test_new_and_gone_faults_are_told_apart_by_what_they_are(repository: Path) -> None:  # noqa: F811
    change(repository / "causes/dead-yeast.yml", "summary:", "# a remark\nsummary:")
    overlay(repository, INVALID / "unknown-action")
    found = as_data(repository)
    assert [diagnostic["code"] for diagnostic in found["new_diagnostics"]] == ["unknown-action"]
    assert found["gone_diagnostics"] == []
    printed = compared(repository)
    assert "New: 1 error, 0 warnings." in printed
    assert "as it was after the change, so pages and quiz were not compared" in printed
    git(repository, "commit", "-qam", "broken")
    git(repository, "checkout", "-q", "HEAD~1", "--", ".")
    printed = compared(repository)
    assert "Gone: 1 error, 0 warnings." in printed
    assert "as it was before the change" in printed


def test_a_guide_that_could_not_be_read_is_said_to_be_so(repository: Path) -> None:  # noqa: F811
    text = (repository / "guide.yml").read_text(encoding="utf-8")
    (repository / "guide.yml").write_text("name: [\n", encoding="utf-8")
    git(repository, "commit", "-qam", "broken")
    (repository / "guide.yml").write_text(text, encoding="utf-8")
    found = as_data(repository)
    assert found["entries"] is None
    assert "can't be read as it was before" in found["left_out"][0]


def test_where_there_was_no_guide_yet_nothing_is_compared(repository: Path) -> None:  # noqa: F811
    moved = repository.parent / "guide" / "content"
    moved.parent.mkdir()
    repository.rename(moved)
    assert "as it was before the change" in compared(moved)


def test_the_working_tree_is_not_touched(repository: Path) -> None:  # noqa: F811
    change(repository / "causes/dead-yeast.yml", "how_common: common", "how_common: rare")
    (repository / "notes.tmp").write_text("x", encoding="utf-8")
    before = git(repository, "status", "--porcelain", "-uall")
    files = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    compared(repository)
    assert git(repository, "status", "--porcelain", "-uall") == before
    assert {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()} == files


def test_names_with_spaces_and_letters_of_all_kinds_are_read_from_the_past(repository: Path, tmp_path: Path) -> None:  # noqa: F811
    name = 'ünï "quoted" name.yml'
    (repository / "causes" / name).write_text("x: y\n", encoding="utf-8")
    (repository / "causes/link.yml").symlink_to("/etc/passwd")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "odd names")
    there = at_revision("HEAD", repository, tmp_path / "past")
    assert (there / "causes" / name).read_text(encoding="utf-8") == "x: y\n"
    assert not (there / "causes/link.yml").exists()
    assert (there / "guide.yml").read_bytes() == (repository / "guide.yml").read_bytes()


def test_without_node_the_quiz_is_left_out_and_that_is_said(
    repository: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    change(repository / "causes/dead-yeast.yml", "how_common: common", "how_common: rare")
    real = shutil.which
    monkeypatch.setattr("shutil.which", lambda name, **rest: None if name == "node" else real(name, **rest))
    printed = compared(repository)
    assert "no Node on this machine, so the quiz was not compared" in printed
    assert "### Quiz" not in printed
    assert "how&#95;common: common → rare" in printed


@pytest.mark.slow
def test_the_same_change_is_always_described_in_the_same_words(repository: Path) -> None:  # noqa: F811
    change(repository / "causes/dead-yeast.yml", "how_common: common", "how_common: rare")
    assert compared(repository) == compared(repository)


def test_what_others_did_meanwhile_is_no_part_of_the_change(repository: Path) -> None:  # noqa: F811
    git(repository, "switch", "-qc", "mine")
    change(repository / "causes/dead-yeast.yml", "how_common: common", "how_common: rare")
    git(repository, "commit", "-qam", "mine")
    git(repository, "switch", "-q", "main")
    change(repository / "actions/mark-the-bowl.yml", "summary: ", "summary: Really, ")
    git(repository, "commit", "-qam", "theirs")
    git(repository, "switch", "-q", "mine")
    ran = CliRunner().invoke(main, ["diff", "main", "--content", str(repository), "--format", "json"])
    assert [entry["id"] for entry in json.loads(ran.stdout)["entries"]] == ["dead-yeast"]


def test_an_unknown_revision_is_said_to_be_unknown(repository: Path) -> None:  # noqa: F811
    ran = CliRunner().invoke(main, ["diff", "nowhere", "--content", str(repository)])
    assert (ran.exit_code, "There is no revision `nowhere` here" in ran.stderr) == (1, True)


def test_a_hostile_title_can_only_be_read(repository: Path) -> None:  # noqa: F811
    (repository / "myths/new.yml").write_text(
        (repository / "myths/salt-kills.yml")
        .read_text(encoding="utf-8")
        .replace("claim: ", f"claim: {json.dumps(HOSTILE)}\n# "),
        encoding="utf-8",
    )
    printed = compared(repository)
    line = next(line for line in printed.split("\n") if "added myth new" in line)
    assert not re.search(r"[`|<>*\[\]~]", line)
    assert not re.search(r"@\w|#\d|GH-\d|https?://|www\.", html.unescape(line))
    assert "<img" not in markdown(printed)
    assert "@everyone" in markdown(line).replace("\u2060", "")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_is_shown_letter_by_letter(text: str) -> None:
    shown = markdown(f"- a {harmless(text)}")
    assert set(re.findall(r"<(/?\w+)", shown)) == {"ul", "li", "/li", "/ul"}
    plain = re.sub(r"&#?\w+;", lambda found: html.unescape(found[0]), shown)
    assert " ".join(plain.removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>").replace("\u2060", "").split()) == (
        " ".join(f"a {text}".replace("\u2060", "").split())
    )


def test_a_comment_never_grows_too_long_for_a_code_host() -> None:
    long = "x" * 400
    moved = tuple(Moved((long, str(number)), long, long) for number in range(50))
    entries = tuple(EntryChange("changed", "cause", f"c-{number}", long, (long,), moved) for number in range(500))
    diagnostics = tuple(Diagnostic("a", Location(f"f{number}.yml"), long, long) for number in range(500))
    pages = PageChanges(tuple(f"/p/{number}/" for number in range(500)), (), ())
    printed = as_markdown(Difference(entries, pages, None, diagnostics, (), ()), "main")
    assert len(printed) <= MOST_CHARACTERS + 100
    few = as_markdown(Difference(None, pages, None, (), (), ()), "main")
    assert "- 500 added: /p/0/" in few
    assert "- and 460 more" in few


def test_a_weaker_check_is_said_in_the_first_sentences(bread: Path) -> None:
    before = state_of(bread)
    guide = bread / "guide.yml"
    text = guide.read_text(encoding="utf-8")
    for old, new in (
        ("sentence_words: 25", "sentence_words: 4000"),
        ("reading_ease: 50", "reading_ease: 60"),
        ("avoid: {simply: say it without the word}", "avoid: {}"),
        ("cause: [10, 200]", "cause: [1, 9999]"),
    ):
        text = text.replace(old, new)
    guide.write_text(text, encoding="utf-8")
    found = difference(before, state_of(bread))
    assert found.weaker_checks == (
        "`sentence_words` from 25 to 4000",
        "`page_words.cause`, the fewest, from 10 to 1",
        "`page_words.cause`, the most, from 200 to 9999",
        "`avoid` without “simply”",
    )
    assert "It weakens the check in guide.yml: " in as_markdown(found, "main").split("###")[0]


@pytest.mark.parametrize("name", Floors.model_fields)
def test_a_floor_weakens_the_check_in_one_direction_only(bread: Path, name: str) -> None:
    setup = state_of(bread).content.setup.value
    strict = setup.debrief.floors.model_copy(update={name: 0.5})
    lower, higher = (strict.model_copy(update={name: figure}) for figure in (0.4, 0.6))
    asks_less, asks_more = (
        (higher, lower) if "most" in (Floors.model_fields[name].description or "") else (lower, higher)
    )

    def told(floors: Floors) -> list[str]:
        before, after = (
            setup.model_copy(update={"debrief": setup.debrief.model_copy(update={"floors": each})})
            for each in (strict, floors)
        )
        return list(weaker_checks(before, after))

    assert told(asks_less) == [f"`floors.{name}` from 0.5 to {getattr(asks_less, name):g}"]
    assert told(asks_more) == []


@pytest.mark.slow
def test_people_fare_otherwise_once_a_common_cause_is_rare(tmp_path: Path) -> None:
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    before = state_of(content)
    cause = content / "causes/stronger-candidate.yml"
    cause.write_text(re.sub("how_common: .*", "how_common: rare", cause.read_text(encoding="utf-8")), encoding="utf-8")
    found = difference(before, state_of(content)).quiz
    assert found
    assert found.people[0].of >= 2 * 80
    assert found.people_changed


def test_a_change_is_shown_as_it_will_read(repository: Path) -> None:  # noqa: F811
    content = repository
    change(
        content / "causes/dead-yeast.yml", "Yeast is alive.", "Yeast is **alive**, says @ann, see [](cause:weak-flour)."
    )
    shutil.copy(content / "actions/mark-the-bowl.yml", content / "actions/mark-it.yml")
    change(content / "pages/crumb.md", "Look at the holes.", "Look.\n\n- one\n- two <script>\n\nAnd on.")
    text = compared(content)
    shown = text.partition("### How it will read")[2].partition("### Pages")[0]
    assert "> Yeast is alive, says @\u2060ann, see The flour was weak" in shown
    assert "**Steps**\n\n> Put tape at the height" in shown
    assert "> Look.\n\n> - one" in shown
    assert "<script" not in shown
    assert "Old or scalded" not in shown, "only what changed is shown of an entry that was there"
