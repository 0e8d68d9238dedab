"""What an unprivileged run leaves behind becomes one comment, and can't become anything else."""

import io
import json
import re
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import comment as script
import pytest
from check_report import MOST_BYTES, Fault, Report, read_report
from comment import MARKER, Run, comment, fetched, request_of
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.diagnostics.formatters import as_json
from tests.repository.fake_github import HOSTILE, FakeGitHub

EDIT = "https://github.example/them/guide/edit/mine"
WHERE = "https://github.example/us/guide"
RUN = Run(passed=False, page="https://github.example/run/5", checks="https://github.example/us/guide/pull/7/checks")
FAULT = Diagnostic("dangling", Location("content/causes/a.yml", 3), "`x` is not there", "write `y`, or [z](cause:z)")


def archive(**parts: str | bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in parts.items():
            zipped.writestr(name.replace("_", "."), text)
    return packed.getvalue()


def test_a_report_is_read_as_check_and_diff_wrote_it() -> None:
    report = read_report(archive(diff_md="## What\n\nA page more.", check_json=as_json([FAULT])))
    diagnostic = Fault("content/causes/a.yml", 3, "error", "`x` is not there", "write `y`, or [z](cause:z)")
    assert report == Report("## What\n\nA page more.", (diagnostic,))


def test_faults_of_changed_files_are_told_from_others() -> None:
    diagnostics = read_report(
        archive(check_json=as_json([FAULT]).replace("}\n]", ', "changed": false}\n]'))
    ).diagnostics
    assert diagnostics
    assert not diagnostics[0].in_changed_file


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "7", "[7]", "[{}]", '[{"location": []}]', '{"a": 1}', "[" * 100_000, '"x"', "[[]]", "1e999999"],
)
def test_diagnostics_of_another_shape_count_as_missing(text: str) -> None:
    assert read_report(archive(check_json=text)).diagnostics in (None, ())
    assert not read_report(archive(check_json=text)).diagnostics


def test_a_line_that_is_no_number_is_refused() -> None:
    (item,) = json.loads(as_json([FAULT]))
    item["location"]["line"] = "3](https://evil.example)"
    assert read_report(archive(check_json=json.dumps([item]))).diagnostics is None


@given(st.binary(max_size=300))
def test_an_archive_of_anything_is_an_empty_report(data: bytes) -> None:
    assert read_report(data) == Report()
    assert read_report(archive(diff_md="x")[:-30] + data) == Report()


def test_a_bomb_stays_packed() -> None:
    bomb = archive(diff_md=b"0" * 50 * MOST_BYTES, check_json="[]")
    assert len(bomb) < MOST_BYTES
    tracemalloc.start()
    assert read_report(bomb) == Report(None, ())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * MOST_BYTES


def test_nothing_of_an_archive_reaches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("../../evil.py", "boom")
        zipped.writestr("diff.md", "fine")
    assert read_report(packed.getvalue()) == Report("fine", None)
    assert not list(tmp_path.iterdir())


def test_a_comment_begins_with_thanks_and_says_all_there_is() -> None:
    report = Report(
        "## What this change does\n\n### Pages\n\n- one more", (Fault("content/causes/a.yml", 3, "error", "no", "yes"),)
    )
    text = comment(report, RUN, EDIT)
    assert text.startswith("Thank you")
    assert text.index("What changes for readers") < text.index("What to mend") < text.index(RUN.checks)
    assert "#### Pages\n\n- one more" in text
    assert f"**[content/causes/a.yml]({EDIT}/content/causes/a.yml)**, line 3\n\n```text\nno\nhelp: yes\n```" in text


def test_what_could_be_better_is_no_duty() -> None:
    diagnostics = (
        Fault("content/a.yml", 1, "warning", "long", "cut"),
        Fault("b", 1, "warning", "x", "x", in_changed_file=False),
    )
    text = comment(Report("x", diagnostics), RUN, EDIT)
    assert "What to mend" not in text
    assert "better in these files: 1. None of it has to be done</summary>\n\n**[content/a.yml]" in text
    assert "**b**" not in text


def test_the_faults_of_a_diff_are_not_said_twice() -> None:
    diff = "## Title\n\n### Pages\n\n- one\n\n### Faults\n\nNew: 1 error.\n\n- content/a.yml\n\n### Quiz\n\nfine\n"
    text = comment(Report(diff, ()), RUN, EDIT)
    assert "#### Pages\n\n- one\n\n#### Quiz\n\nfine" in text


def test_a_run_that_broke_off_is_not_met_with_silence() -> None:
    text = comment(Report(), Run(passed=False, page=RUN.page, checks=RUN.checks), EDIT)
    assert text.count(RUN.page) == 1
    assert "could not be worked out" in text


def test_a_run_that_waits_for_leave_is_not_called_broken() -> None:
    text = comment(Report(), Run(passed=False, page=RUN.page, checks=RUN.checks, waits=True), EDIT)
    assert "nothing is wrong" in text
    assert "broke off" not in text


def test_other_checks_that_failed_are_mentioned() -> None:
    assert RUN.page in comment(Report("x", ()), RUN, EDIT)
    assert RUN.page + ")" not in comment(Report("x", ()), Run(passed=True, page=RUN.page, checks=RUN.checks), EDIT)


def test_a_hostile_report_does_no_harm() -> None:
    diagnostics = tuple(Fault(HOSTILE, 1, severity, HOSTILE, HOSTILE) for severity in ("error", HOSTILE))
    text = comment(Report(HOSTILE, diagnostics), RUN, EDIT)
    outside = re.sub(r"(?ms)^(`{3,})text\n.*?^\1$", "", text)
    assert "@octocat" not in text
    assert text.count("```") % 2 == 0
    for sign in ("<script", "<!--", "](https://evil", "](javascript", "://evil", "fixes #1", "~~~"):
        assert sign not in outside, sign


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_path_leads_to_a_file_of_the_content_or_nowhere(path: str, message: str) -> None:
    text = comment(Report("x", (Fault(f"content/{path}", 1, "error", message, ""),)), RUN, EDIT)
    for target in re.findall(r"\]\((.*?)\)", text):
        assert re.fullmatch(re.escape(EDIT) + r"/content/[\w./-]+|" + re.escape(RUN.checks), target)
        assert ".." not in target


@pytest.mark.parametrize("path", ["content/../dev.py", "content/a b.yml", "dev.py", "content/x](https://evil.example)"])
def test_only_files_of_the_content_are_linked(path: str) -> None:
    assert EDIT not in comment(Report("x", (Fault(path, 1, "error", "no", "yes"),)), RUN, EDIT)


def test_the_longest_report_fits_into_a_comment() -> None:
    diagnostics = tuple(Fault("content/" + "a" * 190, 1, "error", "@`" * 5000, "`" * 5000) for _ in range(2000))
    text = comment(Report("@x\n" * 100_000, diagnostics), RUN, EDIT)
    assert len(text) < 65_000
    assert "… and 1985 more" in text


# ---- whose report it is


def run_of(**changes: Any) -> dict[str, Any]:
    repository = {"owner": {"login": "them"}}
    return {"id": 5, "head_sha": "abc", "head_branch": "mine", "head_repository": repository, **changes}


def request(number: int, sha: str, state: str = "open") -> dict[str, Any]:
    repo = {"html_url": "https://github.example/them/guide"}
    return {"number": number, "state": state, "label": "them:mine", "head": {"sha": sha, "repo": repo, "ref": "mine"}}


def test_the_pull_request_is_the_one_whose_head_was_checked() -> None:
    api = FakeGitHub(requests=[request(1, "old"), request(2, "abc"), request(3, "abc", "closed")])
    found = request_of(api, run_of())
    assert found
    assert found["number"] == 2


@pytest.mark.parametrize(
    "run",
    [run_of(head_sha="newer"), run_of(head_repository=None), run_of(head_branch="other"),
     run_of(head_repository={"owner": {"login": "somebody-else"}})],
)  # fmt: skip
def test_any_other_run_has_no_pull_request(run: dict[str, Any]) -> None:
    assert request_of(FakeGitHub(requests=[request(2, "abc")]), run) is None


def test_a_report_that_is_too_large_is_not_even_fetched() -> None:
    assert fetched(FakeGitHub(), {"report": {"id": 8, "size_in_bytes": MOST_BYTES + 1}}) == Report()
    assert fetched(FakeGitHub(), {}) == Report()


def test_a_run_is_commented_on_where_it_belongs(monkeypatch: pytest.MonkeyPatch) -> None:
    left = [
        {"name": "report", "id": 8, "size_in_bytes": 900, "expired": False},
        {"name": "other", "id": 10, "size_in_bytes": 1, "expired": True},
    ]
    packed = archive(diff_md="A page more.", check_json=as_json([FAULT]), number="999")
    api = FakeGitHub(requests=[request(2, "abc")], artefacts=left, archives={8: packed})
    run = run_of(conclusion="failure", html_url="https://github.example/us/guide/actions/runs/5")
    monkeypatch.setattr(
        script, "from_environment", lambda: (api, {"workflow_run": run, "repository": {"html_url": WHERE}})
    )
    script.main()
    script.main()
    (written,) = api.comments
    assert written["on"] == "2"
    assert written["body"].startswith(f"{MARKER}\nThank you")
    assert "A page more." in written["body"]
    assert f"{WHERE}/pull/2/checks" in written["body"]
    assert f"{EDIT}/content/causes/a.yml" in written["body"]


def test_a_run_of_an_older_commit_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    api = FakeGitHub(requests=[request(2, "newer")])
    monkeypatch.setattr(
        script, "from_environment", lambda: (api, {"workflow_run": run_of(), "repository": {"html_url": WHERE}})
    )
    script.main()
    assert not api.calls
