"""A filled-in form becomes an entry that passes every check, or its writer learns what to mend."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import excuse
import propose_suggestion
import pytest
import yaml
from click.testing import CliRunner
from forms import Form, answers, form_of, load_forms
from github import BOT, comment_once
from hypothesis import given
from hypothesis import strategies as st
from issue_entry import KINDS, entry_named, suggestion
from propose_suggestion import MARKER, propose
from read_suggestion import outcome

from generator import model
from generator.cli import main
from generator.diagnostics.diagnostic import has_errors
from generator.diagnostics.formatters import as_text
from generator.linting import linter
from generator.loading import Content, load
from generator.quiz.builder import quiz_model
from tests.conftest import ROOT
from tests.repository.fake_github import HOSTILE, FakeGitHub

FORMS = {form.name: form for form in load_forms()}
PROSE = "You said it twice.\n\nThey noticed, and wrote it down."


def title_of(path: str) -> str:
    """Return the title of an entry, which may be another one day."""
    title: str = yaml.safe_load((ROOT / "content" / path).read_text(encoding="utf-8"))["title"]
    return title


TITLE = title_of("causes/too-long.yml")
# How far somebody got, as one of the answers has it.
ANSWERS = yaml.safe_load((ROOT / "content/questions/reached.yml").read_text(encoding="utf-8"))["answers"]
TOO_LONG = yaml.safe_load((ROOT / "content/causes/too-long.yml").read_text(encoding="utf-8"))
REACHED = ANSWERS[TOO_LONG.get("applies_if", {}).get("reached", list(ANSWERS))[0]]["text"]
ADVICE = title_of("actions/get-advice-on-unfair-treatment.yml")
FILLED: Mapping[str, Mapping[str, str]] = {
    "suggest-a-cause": {
        "title": "You whistled: a lot, and #loudly",
        "summary": "You whistled all the way through.",
        "also_called": "- I whistled\n- whistling",
        "stage": "Interview",
        "control": "Partly yours",
        "how_common": "rare",
        "what_happened": PROSE,
        "not_this_if": "Nobody heard it.",
        "signs": "They put their hands over their ears (most)",
        "sounds_like-asked": "Tell me about yourself.",
        "sounds_like-instead_of": "Tuuut.",
        "sounds_like-say": "I repair boats.",
        "actions": f"{ADVICE}\nhttps://example.org/actions/note-the-facts/\nStop whistling",
        "evidence-says": "I have seen it four times.",
        "contributors": "A coach",
        "agreed": "- [X] I wrote these sentences",
    },
    "suggest-an-action": {
        "title": "Hum instead",
        "summary": "Humming is quieter, and people like it.",
        "when": "Before the next interview",
        "effort-minutes": "about 20",
        "effort-feels": "easy",
        "steps": "1. Close your mouth (5 minutes)\n2. Hum.",
        "words": "Dear {name}, sorry for the noise.",
        "words-for": "The evening after",
        "pitfalls": "Humming too loudly.",
        "causes": TITLE,
        "agreed": "- [X] I wrote these sentences",
    },
    "share-a-case": {
        "title": "Nobody had told me",
        "story": PROSE,
        "answers-reached": REACHED,
        "turned_out-main": f"{TITLE.lower()}.",
        "how_known": "The manager said so on the phone.",
        "agreed": "- [x] It happened to me\n- [X] Nobody can be recognised\n- [X] I wrote it",
    },
}


@pytest.fixture(scope="module")
def content() -> Content:
    loaded, _ = load(ROOT / "content")
    assert loaded
    return loaded


def body_of(form: Form, filled: Mapping[str, str]) -> str:
    """Return the body that GitHub makes of a form."""
    return "\n\n".join(f"### {label}\n\n{filled.get(id_, '_No response_')}" for label, id_ in form.fields.items())


def issue(name: str, number: int = 12, **changes: str) -> dict[str, Any]:
    body = body_of(FORMS[name], {**FILLED.get(name, {}), **changes})
    user = {"login": "coach-1", "id": 99}
    return {"number": number, "body": body, "created_at": "2026-11-20T10:00:00Z", "user": user, "labels": []}


def checked(folder: Path, kind: str, text: str) -> tuple[int, str]:
    """Stand in for `new`: write the entry as YAML into a guide, and check all of it."""
    entry = json.loads(text)
    name = model.KINDS[kind].path(entry.pop("id"))
    if (folder / "content" / name).exists():
        return 1, f"content/{name}:1:1: error[id-taken]: there is such an entry\n   = help: choose another title"
    (folder / "content" / name).write_text(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), encoding="utf-8")
    found = linter.check(folder / "content").diagnostics
    return int(has_errors(found)), as_text(
        [diagnostic for diagnostic in found if diagnostic.location.path.endswith(name)]
    )


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


def made_of(folder: Path, the_issue: dict[str, Any], content: Content) -> dict[str, Any]:
    made = outcome(the_issue, content, load_forms(), lambda kind, text: checked(folder, kind, text), folder)
    return dict(json.loads(json.dumps(made)))


# ---- the forms


def test_every_form_is_of_a_kind_or_a_report() -> None:
    assert FORMS.keys() == KINDS.keys() | {"report-a-mistake", "send-a-proposal"}


@pytest.mark.parametrize("name", KINDS)
def test_a_field_of_a_form_is_a_field_of_the_entry(name: str) -> None:
    entry_type = {"cause": model.Cause, "action": model.Action, "case": model.Case}[KINDS[name]]
    aside = {"agreed", "causes"} if KINDS[name] == "action" else {"agreed"}
    assert {id_.partition("-")[0] for id_ in FORMS[name].fields.values()} - aside <= entry_type.model_fields.keys()


@pytest.mark.parametrize("name", FORMS)
def test_what_a_dropdown_offers_is_what_the_guide_has(name: str, content: Content) -> None:
    setup = content.setup.value
    offered = {
        "stage": [stage.title for stage in setup.stages.values()],
        "control": [control.title for control in setup.controls.values()],
        "when": list(setup.when.values()),
        "how_common": list(setup.scales.how_common),
        "effort-feels": list(setup.scales.feels),
        "answers-reached": [answer.text for answer in content.questions["reached"].value.answers.values()],
    }
    template = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text(encoding="utf-8"))
    for item in template["body"]:
        if item["type"] == "dropdown":
            assert item["attributes"]["options"] == offered[item["id"]]


def test_labels_of_a_form_differ_and_each_form_says_what_happens_next() -> None:
    for name, form in FORMS.items():
        template = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text(encoding="utf-8"))
        assert len(form.fields) == sum("id" in item for item in template["body"])
        assert "**What happens next:**" in template["body"][0]["attributes"]["value"]


@pytest.mark.parametrize("name", FILLED)
def test_a_body_is_read_as_it_was_filled_in(name: str) -> None:
    body = body_of(FORMS[name], FILLED[name])
    form = form_of(body.replace("\n", "\r\n"), FORMS.values())
    assert form
    assert form.name == name
    assert answers(body.replace("\n", "\r\n"), form) == FILLED[name]


def test_a_label_inside_an_answer_moves_nothing() -> None:
    form = FORMS["suggest-a-cause"]
    story = f"Before.\n\n### {form.label('title')}\n\n### Another heading\n\nAfter."
    given_ = answers(body_of(form, {**FILLED[form.name], "what_happened": story}), form)
    assert given_ == {**FILLED[form.name], "what_happened": story}


@given(st.text(max_size=200))
def test_any_other_body_is_no_form(body: str) -> None:
    assert form_of(body, FORMS.values()) is None
    for form in FORMS.values():
        assert answers(body, form) == {}


# ---- entries


@pytest.mark.parametrize("name", FILLED)
def test_a_filled_in_form_becomes_an_entry_without_a_fault(name: str, guide: Path, content: Content) -> None:
    made = made_of(guide, issue(name), content)
    assert made["status"] == "entry", made
    for path, text in made["files"].items():
        assert (guide / path).read_text(encoding="utf-8") == text
    assert made["missing"]


@pytest.mark.parametrize("name", FILLED)
def test_what_is_required_is_enough(name: str, guide: Path, content: Content) -> None:
    template = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text(encoding="utf-8"))
    required = {item["id"] for item in template["body"] if item.get("validations", {}).get("required")}
    the_issue = issue(name)
    least = {id_: text for id_, text in FILLED[name].items() if id_ in required | {"agreed"}}
    the_issue["body"] = body_of(FORMS[name], least)
    made = made_of(guide, the_issue, content)
    assert made["status"] == "entry", made


@pytest.mark.parametrize("name", FILLED)
def test_the_real_command_takes_the_entry(name: str, guide: Path, content: Content) -> None:
    def new(kind: str, text: str) -> tuple[int, str]:
        command = ["new", kind, "--from-json", "-", "--content", str(guide / "content")]
        done = CliRunner().invoke(main, command, input=text)
        return done.exit_code, done.output

    made = outcome(issue(name), content, load_forms(), new, guide)
    assert made["status"] == "entry", made
    assert linter.check(guide / "content").guide


def test_a_cause_holds_what_was_said(content: Content) -> None:
    made = suggestion("cause", FILLED["suggest-a-cause"], content, "2026-11-20", 12)
    assert made.entry["id"] == "you-whistled-a-lot-and-loudly"
    assert made.entry["stage"] == "interview"
    assert made.entry["control"] == "shared"
    assert made.entry["also_called"] == ["I whistled", "whistling"]
    assert made.entry["sounds_like"]["say"] == "I repair boats."
    assert made.entry["evidence"] == {"strength": "none", "says": "I have seen it four times."}
    assert list(made.entry["actions"]) == ["get-advice-on-unfair-treatment", "note-the-facts"]
    assert made.entry["contributors"] == ["A coach"]
    assert made.said == {"signs": "They put their hands over their ears (most)", "actions": "Stop whistling"}


def test_half_an_example_is_kept_for_those_who_complete_it(content: Content) -> None:
    given_ = {**FILLED["suggest-a-cause"], "sounds_like-say": ""}
    del given_["sounds_like-say"]
    made = suggestion("cause", given_, content, "2026-11-20", 12)
    assert "sounds_like" not in made.entry
    assert made.said["sounds_like-asked"] == "Tell me about yourself."
    assert any("sounds_like" in line for line in made.missing)


def test_a_cause_without_signs_of_its_own_stays_out_of_the_quiz(guide: Path, content: Content) -> None:
    assert "signs" not in suggestion("cause", FILLED["suggest-a-cause"], content, "2026-11-20", 12).entry
    before = linter.check(guide / "content", advise=False).guide
    made_of(guide, issue("suggest-a-cause"), content)
    after = linter.check(guide / "content", advise=False).guide
    assert before
    assert after
    assert len(after.content.causes) == len(before.content.causes) + 1
    assert quiz_model(after).version == quiz_model(before).version


def test_an_action_has_its_steps_and_minutes(content: Content) -> None:
    entry = suggestion("action", FILLED["suggest-an-action"], content, "2026-11-20", 12).entry
    assert entry["steps"] == [{"do": "Close your mouth.", "minutes": 5}, {"do": "Hum."}]
    assert entry["effort"] == {"minutes": 20, "feels": "easy"}
    assert entry["when"] == "before-the-next-interview"
    assert entry["words"] == [{"for": "The evening after", "text": "Dear {name}, sorry for the noise."}]


def test_an_action_says_what_to_add_to_which_cause(content: Content) -> None:
    made = suggestion("action", FILLED["suggest-an-action"], content, "2026-11-20", 12)
    assert made.missing[0] == "content/causes/too-long.yml: add `hum-instead: some` below `actions`"


@pytest.mark.parametrize(
    "named",
    [
        "too-long",
        TITLE,
        f"“{TITLE.lower()}.”",
        "https://example.org/guide/causes/too-long/?x=1#signs",
        "content/causes/too-long.yml",
    ],
)
def test_a_page_is_found_by_its_title_or_address(named: str, content: Content) -> None:
    assert entry_named(named, "cause", content) == "too-long"


def test_a_page_that_is_not_there_is_not_guessed(content: Content) -> None:
    assert entry_named("", "cause", content) == ""
    assert entry_named("Your answers", "cause", content) == ""


def test_a_cause_that_nobody_knows_comes_back_with_what_to_write(guide: Path, content: Content) -> None:
    made = made_of(guide, issue("share-a-case", **{"turned_out-main": "My answers were long"}), content)
    assert made["status"] == "diagnostics"
    assert "no page is called `My answers were long`" in made["diagnostics"][0]
    assert TITLE in made["diagnostics"][0]


def test_all_faults_come_back_at_once(guide: Path, content: Content) -> None:
    changes = {"turned_out-main": "?", "story": "Call me: +44 7700 900123.", "agreed": "- [ ] It happened to me"}
    made = made_of(guide, issue("share-a-case", **changes), content)
    assert made["status"] == "diagnostics"
    diagnostics = "\n".join(made["diagnostics"])
    assert all(diagnostic in diagnostics for diagnostic in ("no page is called", "personal-data", "box"))
    assert made["fields"]["story"] == FORMS["share-a-case"].label("story")


def test_a_title_that_is_taken_comes_back_with_all_other_faults(guide: Path, content: Content) -> None:
    made = made_of(guide, issue("suggest-a-cause", title="Too long!", not_this_if="<b>Never</b>"), content)
    assert made["status"] == "diagnostics"
    diagnostics = "\n".join(made["diagnostics"])
    assert "there is a page with this title already" in diagnostics
    assert "not_this_if: <b>Never</b>" in diagnostics


@pytest.mark.parametrize("agreed", ["", "- [ ] Yes", "- [X] One\n- [ ] Two", "Yes"])
def test_nothing_is_taken_without_consent(agreed: str, guide: Path, content: Content) -> None:
    assert made_of(guide, issue("share-a-case", agreed=agreed), content)["status"] == "diagnostics"


def test_a_mistake_is_led_to_its_file(content: Content, guide: Path) -> None:
    pages = {
        "https://example.org/causes/too-long/": "content/causes/too-long.yml",
        content.pages["your-rights"].value.title: "content/pages/your-rights.md",
        "somewhere": "",
    }
    for page, path in pages.items():
        made = made_of(guide, issue("report-a-mistake", page=page, wrong="x"), content)
        assert made == {"status": "mistake", "path": path}


@pytest.mark.parametrize("name", FILLED)
def test_a_hostile_text_does_no_harm_anywhere(name: str, guide: Path, content: Content) -> None:
    hostile = {id_: HOSTILE.replace("\n", " ") if id_ in ("title", "summary") else HOSTILE for id_ in FILLED[name]}
    made = made_of(guide, issue(name, **hostile), content)
    assert made["status"] == "diagnostics"
    answer = propose(FakeGitHub(), issue(name), made, "https://github.example/us/guide")
    outside = re.sub(r"(?ms)^(`{3,})text\n.*?^\1$", "", answer)
    assert "octocat" not in outside
    assert "evil.example" not in outside
    assert "@octocat" not in answer


def script(name: str, event: dict[str, Any], tmp_path: Path, *args: str) -> str:
    """Run a script as its workflow does, and return what it prints."""
    (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
    env = {**os.environ, "GITHUB_EVENT_PATH": str(tmp_path / "event.json")}
    command = [sys.executable, f".github/scripts/{name}.py", *args]
    env["PYTHONPATH"] = os.pathsep.join([".", *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout


def test_the_first_job_writes_one_file_and_prints_nothing_of_the_issue(tmp_path: Path) -> None:
    written = tmp_path / "outcome.json"
    event = {"issue": issue("report-a-mistake", page=TITLE, wrong=HOSTILE)}
    assert script("read_suggestion", event, tmp_path, str(written)) == "outcome: mistake\n"
    assert json.loads(written.read_text(encoding="utf-8")) == {
        "status": "mistake",
        "path": "content/causes/too-long.yml",
    }


def test_the_second_job_answers_what_the_first_has_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = tmp_path / "outcome.json"
    written.write_text(json.dumps(ENTRY), encoding="utf-8")
    api = FakeGitHub()
    event = {"issue": issue("suggest-a-cause"), "repository": {"html_url": WHERE}}
    for module in (propose_suggestion, excuse):
        monkeypatch.setattr(module, "from_environment", lambda: (api, event))
    monkeypatch.setattr(sys, "argv", ["propose_suggestion.py", str(written)])
    excuse.main()
    propose_suggestion.main()
    (answer,) = api.comments
    assert answer["body"].startswith(f"{MARKER}\nThank you! Your text passed every check")


# ---- the pull request


WHERE = "https://github.example/us/guide"
ENTRY = {
    "status": "entry",
    "kind": "cause",
    "files": {"content/causes/you-whistled.yml": "title: You whistled\n"},
    "inserts": {},
    "title": "You whistled @octocat fixes #1",
    "missing": ["`signs`: name the answers"],
    "said": {"What helps?": "```\n@octocat\n```"},
}


def test_an_entry_becomes_one_draft_pull_request() -> None:
    api = FakeGitHub()
    answer = propose(api, issue("suggest-a-cause"), ENTRY, WHERE)
    assert "#50" in answer
    assert api.commits[api.branches["suggestion/issue-12"]]["tree"] == ENTRY["files"]
    (request,) = api.requests
    assert request["draft"] is True
    assert request["base"] == "main"
    assert "- [ ] `signs`: name the answers" in request["body"]
    assert "Closes #12" in request["body"]
    assert "@octocat" not in request["body"] + request["title"]
    assert "fixes #1" not in request["body"] + request["title"]


def test_the_writer_is_named_but_for_a_case() -> None:
    for kind, named in (("cause", True), ("case", False)):
        api = FakeGitHub()
        propose(api, issue("suggest-a-cause"), {**ENTRY, "kind": kind}, WHERE)
        message = api.commits[api.branches["suggestion/issue-12"]]["message"]
        assert message.startswith("content: ")
        assert ("Co-authored-by: coach-1 <99+coach-1@users.noreply.github.com>" in message) is named
        assert "@octocat" not in message
        assert "fixes #1" not in message


def test_reading_the_same_again_changes_no_branch() -> None:
    api = FakeGitHub()
    propose(api, issue("suggest-a-cause"), ENTRY, WHERE)
    before = dict(api.branches)
    propose(api, issue("suggest-a-cause"), ENTRY, WHERE)
    assert api.branches == before
    assert len(api.requests) == 1


def test_an_edit_replaces_the_proposal_in_one_step() -> None:
    api = FakeGitHub()
    propose(api, issue("suggest-a-cause"), ENTRY, WHERE)
    edited = {**ENTRY, "files": {"content/causes/you-hummed.yml": "title: You hummed\n"}, "title": "You hummed"}
    propose(api, issue("suggest-a-cause"), edited, WHERE)
    assert api.commits[api.branches["suggestion/issue-12"]]["tree"] == edited["files"]
    assert [request["title"] for request in api.requests] == ["Suggested cause: You hummed"]
    assert [call for call in api.calls if "refs" in call] == [
        "POST git/refs",
        "PATCH git/refs/heads/suggestion/issue-12",
    ]


def test_nobodys_work_on_the_branch_is_lost() -> None:
    api = FakeGitHub()
    propose(api, issue("suggest-a-cause"), ENTRY, WHERE)
    api.commits["theirs"] = {"tree": {}, "by": "maintainer"}
    api.branches["suggestion/issue-12"] = "theirs"
    answer = propose(api, issue("suggest-a-cause"), {**ENTRY, "text": "title: Other\n"}, WHERE)
    assert "#50" in answer
    assert api.branches["suggestion/issue-12"] == "theirs"


def test_what_was_decided_is_not_opened_again() -> None:
    api = FakeGitHub()
    propose(api, issue("suggest-a-cause"), ENTRY, WHERE)
    api.requests[0]["state"] = "closed"
    answer = propose(api, issue("suggest-a-cause"), {**ENTRY, "text": "title: Other\n"}, WHERE)
    assert "decided in #50" in answer
    assert len(api.requests) == 1


def test_where_no_pull_request_may_be_opened_a_maintainer_is_shown_where_to() -> None:
    api = FakeGitHub(may_open=False)
    answer = propose(api, issue("suggest-a-cause"), ENTRY, WHERE)
    assert f"{WHERE}/compare/main...suggestion/issue-12?expand=1" in answer
    assert "suggestion/issue-12" in api.branches


@pytest.mark.parametrize("path", [".github/workflows/check.yml", "content/causes/../../dev.py", "content/guide.yml"])
def test_only_entries_are_written(path: str) -> None:
    with pytest.raises(ValueError, match="where no entry stands"):
        propose(FakeGitHub(), issue("suggest-a-cause"), {**ENTRY, "files": {path: "title: x\n"}}, WHERE)


SOURCE = """zz-nobody-2020:
  authors: ["Nobody, A."]
  year: "2020"
  title: On steam
  venue: A journal
  kind: {kind}
  finding: It rises.
  limits: One kettle.
  confidence: medium
"""


def proposed(files: str, folder: Path, content: Content, agreed: str = "- [X] I wrote it") -> dict[str, Any]:
    fenced = f"```yaml\n{files}\n```"
    return made_of(folder, issue("send-a-proposal", files=fenced, agreed=agreed), content)


def test_what_the_form_wrote_becomes_files_and_entries_in_their_places(guide: Path, content: Content) -> None:
    source = SOURCE.format(kind=next(iter(content.setup.value.scales.source_kinds)))
    case = (ROOT / "content/cases/accountant-and-the-number.yml").read_text(encoding="utf-8")
    text = f"# File: content/sources.yml\n{source}\n# File: content/cases/zz-another.yml\n{case}"
    made = proposed(text, guide, content)
    assert made["status"] == "entry", made
    assert made["files"].keys() == {"content/cases/zz-another.yml"}
    assert made["inserts"] == {"content/sources.yml": {"zz-nobody-2020": source}}
    api = FakeGitHub()
    api.commits["main-1"]["tree"] = {
        "content/sources.yml": "# All works.\n\nabel-1999:\n  title: A\n\nzz-zz:\n  title: Z\n"
    }
    propose(api, issue("send-a-proposal"), made, WHERE)
    tree = api.commits[api.branches["suggestion/issue-12"]]["tree"]
    assert tree["content/sources.yml"] == (f"# All works.\n\nabel-1999:\n  title: A\n\n{source}\nzz-zz:\n  title: Z\n")
    assert tree["content/cases/zz-another.yml"] == case


def test_a_right_of_a_country_that_is_not_listed_is_proposed_and_says_what_to_add(
    guide: Path, content: Content
) -> None:
    right = (ROOT / "content/rights/ie-grounds.yml").read_text(encoding="utf-8")
    elsewhere = right.replace("region: ireland", "region: south-korea")
    made = proposed(f"# File: content/rights/zz-another.yml\n{elsewhere}", guide, content)
    assert made["status"] == "entry", made
    assert made["missing"] == ["content/guide.yml: add `south-korea` to `regions`, with its name"]
    other = elsewhere.replace("topic: ", "topic: zz-")
    assert proposed(f"# File: content/rights/zz-other.yml\n{other}", guide, content)["status"] == "diagnostics"


def test_a_word_above_the_files_stays_in_the_issue(guide: Path, content: Content) -> None:
    source = SOURCE.format(kind=next(iter(content.setup.value.scales.source_kinds)))
    note = "# A word:\n#   Its pages are open.\n#\n#   File: content/causes/zz-no.yml\n#   ```\n\n"
    made = proposed(f"{note}# File: content/sources.yml\n{source}", guide, content)
    assert made["status"] == "entry", made
    assert made["files"] == {}
    assert made["inserts"] == {"content/sources.yml": {"zz-nobody-2020": source}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello", "not the text that the form wrote"),
        ("# File: content/guide.yml\ntitle: x", "not the text that the form wrote"),
        ("# File: content/causes/../x.yml\ntitle: x", "not the text that the form wrote"),
        ("# File: content/sources.yml\n- a", "not the text that the form wrote"),
        ("# File: content/causes/zz-x.yml\ntitle: <b>", "zz-x.yml"),
    ],
)
def test_what_the_form_did_not_write_comes_back(text: str, said: str, guide: Path, content: Content) -> None:
    made = proposed(text, guide, content)
    assert made["status"] == "diagnostics"
    assert said in "\n".join(made["diagnostics"])


def test_a_proposal_needs_consent_and_replaces_no_file(guide: Path, content: Content) -> None:
    path = "content/causes/too-long.yml"
    before = (guide / path).read_text(encoding="utf-8")
    assert proposed(f"# File: {path}\ntitle: x", guide, content, agreed="- [ ] I")["status"] == "diagnostics"
    made = proposed(f"# File: {path}\ntitle: x", guide, content)
    assert made == {"status": "change", "paths": [path]}
    assert (guide / path).read_text(encoding="utf-8") == before
    assert f"{WHERE}/edit/main/{path}" in propose(FakeGitHub(), issue("send-a-proposal"), made, WHERE)


def test_a_changed_entry_of_a_file_that_holds_many_is_a_change_and_stays_as_it_is(
    guide: Path, content: Content
) -> None:
    path = "content/sources.yml"
    before = (guide / path).read_text(encoding="utf-8")
    id_ = next(iter(content.sources))
    made = proposed(f"# File: {path}\n{id_}:\n  title: x", guide, content)
    assert made == {"status": "change", "paths": [path]}
    assert (guide / path).read_text(encoding="utf-8") == before
    assert f"{WHERE}/edit/main/{path}" in propose(FakeGitHub(), issue("send-a-proposal"), made, WHERE)


def test_another_issue_is_answered_only_if_someone_asked() -> None:
    api = FakeGitHub()
    plain = {**issue("suggest-a-cause"), "body": "Hello"}
    assert propose(api, plain, {"status": "no-form"}, WHERE) == ""
    asked = {**plain, "labels": [{"name": "suggestion"}]}
    assert f"{WHERE}/issues/new/choose" in propose(api, asked, {"status": "no-form"}, WHERE)


def test_a_mistake_is_answered_with_where_to_mend_it() -> None:
    made = {"status": "mistake", "path": "content/causes/too-long.yml"}
    assert f"{WHERE}/edit/main/content/causes/too-long.yml" in propose(FakeGitHub(), {}, made, WHERE)
    assert "look into it" in propose(FakeGitHub(), {}, {**made, "path": ""}, WHERE)


def test_faults_say_what_to_type_and_in_which_field() -> None:
    diagnostics = ["content/cases/x.yml:3:1: error[personal-data]: `a@b.example`\n   = help: leave it out"]
    answer = propose(
        FakeGitHub(), {}, {"status": "diagnostics", "diagnostics": diagnostics, "fields": {"story": "The story"}}, WHERE
    )
    assert answer.startswith("Thank you")
    assert "help: leave it out" in answer
    assert "`story` is “The story”" in answer
    assert "Delete revision" in answer


# ---- the one comment


def test_there_is_one_comment_and_it_is_edited_in_place() -> None:
    api = FakeGitHub()
    api.comments.append({"id": 0, "on": "12", "user": {"login": "visitor"}, "body": f"{MARKER}\nmine"})
    api.comments.extend({"id": each, "on": "12", "user": {"login": BOT}, "body": "other"} for each in range(1, 150))
    for text in ("first", "second", "second"):
        comment_once(api, 12, MARKER, text)
    assert [each["body"] for each in api.comments if each["user"]["login"] == BOT and MARKER in each["body"]] == [
        f"{MARKER}\nsecond"
    ]
    assert api.comments[0]["body"] == f"{MARKER}\nmine"
    assert api.calls == ["POST issues/12/comments", "PATCH issues/comments/150"]


def test_a_comment_is_never_longer_than_allowed() -> None:
    api = FakeGitHub()
    comment_once(api, 12, MARKER, "x" * 100_000)
    assert len(api.comments[0]["body"]) == 65_536
