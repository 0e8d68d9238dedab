"""Faults reach people and programs whole, whatever stands in them."""

import json
import re
import subprocess
import time
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from generator.cli import main
from generator.cli.check import changed_first
from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.diagnostics.formatters import FORMATS, as_github, as_json, as_sarif, as_text, summary
from generator.linting.linter import check
from tests.conftest import FIXTURES, INVALID, overlay

SARIF = Draft4Validator(
    json.loads((FIXTURES / "sarif/sarif-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=Draft4Validator.FORMAT_CHECKER,
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
FAULTS = st.builds(
    Diagnostic,
    code=st.from_regex(r"[a-z]+(-[a-z]+)*", fullmatch=True),
    location=st.builds(
        lambda path, line, column, width, source: Location(path, line, column, column + width, source),
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda name: f"content/{name}"),
        st.integers(1, 1000),
        st.integers(1, 1000),
        st.integers(1, 100),
        TEXTS,
    ),
    message=TEXTS,
    hint=TEXTS,
    label=TEXTS,
    severity=st.sampled_from(["error", "warning"]),
)


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as GitHub's runner does."""
    head, _, data = line.removeprefix("::").partition("::")
    kind, _, properties = head.partition(" ")
    values = dict(each.split("=", 1) for each in properties.split(","))

    def plain(text: str, codes: str) -> str:
        for code in codes.split():
            text = text.replace(f"%{code}", chr(int(code, 16)))
        return text.replace("%25", "%")

    return kind, {name: plain(value, "0D 0A 3A 2C") for name, value in values.items()}, plain(data, "0D 0A")


@given(st.lists(FAULTS, max_size=4))
def test_any_fault_makes_valid_sarif(diagnostics: list[Diagnostic]) -> None:
    log = json.loads(as_sarif(diagnostics))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for diagnostic, result in zip(diagnostics, run["results"], strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == diagnostic.code
        assert unquote(place["artifactLocation"]["uri"]) == diagnostic.location.path
        assert re.fullmatch(r"[\w./~%-]+", place["artifactLocation"]["uri"], re.ASCII)
        assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
        assert place["region"]["endColumn"] > place["region"]["startColumn"]
    marks = [result["partialFingerprints"]["diagnostic/v1"] for result in run["results"]]
    assert len(set(marks)) == len(marks)


@given(FAULTS)
def test_any_fault_makes_one_command_that_says_what_it_says(diagnostic: Diagnostic) -> None:
    [line] = as_github([diagnostic]).split("\n")
    assert "\r" not in line
    kind, properties, data = read_command(line)
    place = diagnostic.location
    assert (kind, properties["title"], properties["file"]) == (diagnostic.severity, diagnostic.code, place.path)
    assert (properties["line"], properties["col"]) == (str(place.line), str(place.column))
    assert (properties["endLine"], properties["endColumn"]) == (str(place.line), str(place.end_column))
    assert data.startswith(diagnostic.message)
    assert data.endswith(diagnostic.hint)


def test_a_command_escapes_what_would_end_it() -> None:
    diagnostic = Diagnostic("a-code", Location("content/a, b:c%.yml", 3, 5, 9), "100%\r\nmore", "::stop::")
    assert as_github([diagnostic]) == (
        "::error file=content/a%2C b%3Ac%25.yml,line=3,endLine=3,col=5,endColumn=9,title=a-code"
        "::100%25%0D%0Amore%0Ahelp: ::stop::"
    )


@pytest.mark.parametrize("code", ["unknown-action", "yaml-syntax", "unexpected-file", "hard-to-read"])
def test_every_format_names_the_code_the_place_and_the_remedy(code: str, bread: Path) -> None:
    overlay(bread, INVALID / code)
    diagnostics = check(bread).diagnostics
    for report in FORMATS.values():
        printed = unquote(report(diagnostics)).replace('\\"', '"')
        for diagnostic in diagnostics:
            assert {diagnostic.code, diagnostic.location.path} <= set(re.findall(r"[\w./-]+[\w]", printed))
            assert diagnostic.hint in printed


def test_a_fingerprint_stays_when_the_line_moves() -> None:
    early, late = (Diagnostic("a", Location("f.yml", line, 1, 2, "title: x"), "m", "h") for line in (3, 30))
    marks = [
        json.loads(as_sarif([diagnostic]))["runs"][0]["results"][0]["partialFingerprints"]
        for diagnostic in (early, late)
    ]
    assert marks[0] == marks[1]


def test_sarif_tells_nothing_of_the_machine(bread: Path) -> None:
    overlay(bread, INVALID / "unknown-action")
    assert str(bread.parent) not in as_sarif(check(bread).diagnostics)


def test_nothing_wrong_is_a_report_too() -> None:
    assert (as_text([]), as_github([]), json.loads(as_json([]))) == ("", "", [])
    assert json.loads(as_sarif([]))["runs"][0]["results"] == []
    assert summary([]) == "0 errors, 0 warnings"


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_check_prints_nothing_but_the_report(form: str, bread: Path) -> None:
    overlay(bread, INVALID / "unknown-action")
    ran = CliRunner().invoke(main, ["check", "--content", str(bread), "--format", form])
    assert ran.exit_code == 1
    assert ran.stdout == FORMATS[form](check(bread).diagnostics) + "\n"


def test_paths_lead_from_where_the_command_is_run(bread: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    overlay(bread, INVALID / "unknown-action")
    monkeypatch.chdir(bread.parent.parent)
    below = f"{bread.parent.name}/content"
    ran = CliRunner().invoke(main, ["check", "--content", below, "--format", "github"])
    assert f"file={below}/causes/dead-yeast.yml," in ran.stdout


@pytest.mark.parametrize("folder", [".", "../content/", "../causes/.."])
def test_a_folder_is_called_by_its_name_however_it_is_given(
    folder: str, bread: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overlay(bread, INVALID / "unknown-action")
    monkeypatch.chdir(bread if "causes" not in folder else bread / "actions")
    ran = CliRunner().invoke(main, ["check", "--content", folder])
    assert ran.output.startswith("content/causes/dead-yeast.yml:")


# What changed since a revision


@pytest.fixture
def repository(bread: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the content folder of the tiny guide in a repository of its own, committed."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    git(bread.parent, "init", "-q", "-b", "main")
    git(bread.parent, "add", "-A")
    git(bread.parent, "commit", "-qm", "first")
    return bread


def git(folder: Path, *words: str) -> str:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", "-C", str(folder), *settings, *words], check=True, capture_output=True, text=True
    ).stdout


def broken(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "nonsense: x\n", encoding="utf-8")


def since(content: Path, revision: str) -> list[tuple[str, bool]]:
    ran = CliRunner().invoke(main, ["check", "--content", str(content), "--since", revision, "--format", "json"])
    assert isinstance(ran.exception, SystemExit), ran.exception
    assert ran.exit_code == 1, ran.output
    return [
        (diagnostic["location"]["path"].split("/")[-1], diagnostic["changed"]) for diagnostic in json.loads(ran.stdout)
    ]


def test_files_changed_in_any_way_come_first_and_are_marked(repository: Path) -> None:
    broken(repository / "actions/mark-the-bowl.yml")
    git(repository, "commit", "-qam", "an old diagnostic")
    git(repository, "tag", "old")
    broken(repository / "causes/dead-yeast.yml")
    git(repository, "commit", "-qam", "committed")
    broken(repository / "questions/how-flat.yml")
    git(repository, "add", "-A")
    broken(repository / "sources.yml")
    git(repository, "mv", "myths/salt-kills.yml", "myths/salt.yml")
    broken(repository / "myths/salt.yml")
    names = ['it "is" ünïted.yml', "two words.yml", "-leading.yml"]
    for name in names:
        (repository / "cases" / name).write_text("x: y\n", encoding="utf-8")
    found = since(repository, "old")
    assert {name for name, changed in found if changed} == {
        "dead-yeast.yml", "how-flat.yml", "sources.yml", "salt.yml", *names,
    }  # fmt: skip
    assert {name for name, changed in found if not changed} == {"mark-the-bowl.yml"}
    assert [changed for _, changed in found] == sorted((changed for _, changed in found), reverse=True)


def test_the_text_tells_changed_files_from_others_and_any_error_fails(repository: Path) -> None:
    broken(repository / "actions/mark-the-bowl.yml")
    git(repository, "commit", "-qam", "an old diagnostic")
    ran = CliRunner().invoke(main, ["check", "--content", str(repository), "--since", "HEAD"])
    assert ran.exit_code == 1
    assert "Changed since HEAD: 0 errors, 0 warnings." in ran.output
    assert "In files that have not changed: 1 error, 0 warnings." in ran.output


def test_what_others_did_meanwhile_does_not_count_as_changed(repository: Path) -> None:
    git(repository, "switch", "-qc", "mine")
    broken(repository / "causes/dead-yeast.yml")
    git(repository, "commit", "-qam", "mine")
    git(repository, "switch", "-q", "main")
    broken(repository / "sources.yml")
    git(repository, "commit", "-qam", "theirs")
    git(repository, "switch", "-q", "mine")
    broken(repository / "sources.yml")
    git(repository, "checkout", "-q", "--", "sources.yml")
    assert since(repository, "main") == [("dead-yeast.yml", True)]


def test_a_shallow_clone_will_do(repository: Path, tmp_path: Path) -> None:
    broken(repository / "sources.yml")
    git(repository, "commit", "-qam", "second")
    broken(repository / "causes/dead-yeast.yml")
    git(repository, "commit", "-qam", "third")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository.parent}", str(clone))
    first = git(repository, "rev-parse", "HEAD~1").strip()
    git(clone, "fetch", "-q", "--depth=1", "origin", first)
    assert dict(since(clone / "content", first)) == {"dead-yeast.yml": True, "sources.yml": False}


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "HEAD~99", "main..main"])
def test_an_unknown_revision_is_said_to_be_unknown_with_what_to_type(revision: str, repository: Path) -> None:
    ran = CliRunner().invoke(main, ["check", "--content", str(repository), f"--since={revision}"])
    assert ran.exit_code == 1
    assert f"There is no revision `{revision}` here" in ran.stderr
    assert "git fetch" in ran.stderr
    assert not list(repository.parent.glob("**/x"))


def test_outside_of_a_repository_one_is_told_so(bread: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(bread.parent.parent))
    ran = CliRunner().invoke(main, ["check", "--content", str(bread), "--since", "main"])
    assert ran.exit_code == 1
    assert "not in a Git repository" in ran.stderr
    assert "Traceback" not in ran.output


def test_without_git_one_is_told_so(bread: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ran = CliRunner().invoke(main, ["check", "--content", str(bread), "--since", "main"])
    assert ran.exit_code == 1
    assert "needs Git" in ran.stderr


def test_nothing_that_a_repository_configures_is_run(repository: Path) -> None:
    spy = repository.parent / "spy.sh"
    spy.write_text(f"#!/bin/sh\ntouch {repository.parent}/ran\n", encoding="utf-8")
    spy.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "core.pager"):
        git(repository, "config", key, str(spy))
    broken(repository / "causes/dead-yeast.yml")
    assert since(repository, "HEAD") == [("dead-yeast.yml", True)]
    assert not (repository.parent / "ran").exists()


def test_a_great_many_faults_are_sorted_out_and_printed_at_once() -> None:
    diagnostics = [
        Diagnostic("a-code", Location(f"content/causes/c-{number}.yml"), "m", "h") for number in range(20_000)
    ]
    changed = {diagnostic.location.path for diagnostic in diagnostics[::2]}
    began = time.process_time()
    first, others = changed_first(diagnostics, changed)
    assert len(first) == len(others) == len(diagnostics) / 2
    assert changed_first(diagnostics, None) == (diagnostics, ())
    assert as_json([*first, *others], first).count('"changed": true') == len(first)
    assert time.process_time() - began < 3
