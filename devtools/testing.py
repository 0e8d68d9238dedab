"""The steps of `dev.py test`: linters, type checkers and test runners, and the summary of how they ended."""

import os
import re
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import dev
from dev import SetupError, log

# Programs of .venv, and scripts of node_modules, with their arguments.
PYTHON_CHECKS = {
    "ruff": "ruff check",
    "format": "ruff format --check",
    "mypy": "mypy",
    "imports": "lint-imports --no-logo",
}
NODE_CHECKS = {
    "oxlint": "oxlint/bin/oxlint --deny-warnings",
    "tsc-engine": "typescript/bin/tsc -p tsconfig.json",
    "tsc-ui": "typescript/bin/tsc -p tsconfig.ui.json",
    "tsc-worker": "typescript/bin/tsc -p tsconfig.worker.json",
}
NODE_STEPS = (*NODE_CHECKS, "node")
STEPS = (*PYTHON_CHECKS, *NODE_STEPS, "pytest")

ORACLE = "tests/engine/oracle"
BROWSER = "tests/browser"
FAST = "not slow and not site"


class Outcome(NamedTuple):
    """How a step ended. A linter counts as one test, a test runner as its tests."""

    name: str
    passed: int
    failed: int
    note: str = ""


def test(only: Sequence[str], pytest_args: Sequence[str], *, fast: bool, oracle: bool) -> int:
    """Run all steps, or those named, whatever fails; print how they ended and return an exit status.

    Args:
        only: Names of steps; none for all.
        pytest_args: Arguments of pytest, such as a file or `-k NAME`.
        fast: Whether to leave out tests that build sites, need a browser or take long.
        oracle: Whether to install what the engine is compared with, where that is not done yet.
    """
    steps = [name for name in STEPS if not only or name in only]
    outcomes, seconds, node = list[Outcome](), list[float](), ""
    try:
        dev.ensure_test_packages()
        # Once installed, the oracle is kept up to date; where CI runs, nothing is left out.
        oracle = not fast and (oracle or "CI" in os.environ or find_spec("pgmpy") is not None)
        if oracle and "pytest" in steps:
            dev.ensure_oracle()
    except SetupError as error:
        log(f"error: {error}")
        steps, outcomes, seconds = [], [Outcome("install", 0, 1)], [0.0]
    try:
        node = dev.ensure_node_packages() if {*steps} & {*NODE_STEPS, "pytest"} else ""
    except SetupError as error:
        log(f"error: {error}")
    for name in steps:
        log(f"\n== {name}")
        start = time.monotonic()
        if name == "pytest":
            outcomes.append(run_pytest(pytest_args, fast=fast, oracle=oracle))
        else:
            outcomes.append(run_check(name, node))
        seconds.append(time.monotonic() - start)
    print("\n" + summary(outcomes, seconds), flush=True)
    return int(any(outcome.failed for outcome in outcomes))


def run_check(name: str, node: str) -> Outcome:
    """Run a step other than pytest; `node` is the path of Node, or "" where there is none."""
    if name in PYTHON_CHECKS:
        program, *arguments = PYTHON_CHECKS[name].split()
        return checked(name, [str(dev.BIN / program), *arguments])
    if not node:
        return Outcome(name, 0, 1, "not run, as Node or its packages are missing")
    if name in NODE_CHECKS:
        script, *arguments = NODE_CHECKS[name].split()
        return checked(name, [node, f"node_modules/{script}", *arguments])
    return run_node_tests(node)


def checked(name: str, command: Sequence[str]) -> Outcome:
    """Run a linter or a type checker."""
    status = dev.run(command)
    return Outcome(name, int(status == 0), int(status != 0))


def run_node_tests(node: str) -> Outcome:
    """Run every `*.test.js` and `*.test.mjs` below tests/."""
    files = sorted(str(path.relative_to(dev.ROOT)) for path in (dev.ROOT / "tests").glob("**/*.test.*js"))
    if not files:
        return Outcome("node", 0, 1, "there is no tests/**/*.test.js")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.tap")
        to_terminal = ["--test-reporter=spec", "--test-reporter-destination=stdout"]
        to_report = ["--test-reporter=tap", f"--test-reporter-destination={report}"]
        status = dev.run([node, "--test", *to_terminal, *to_report, *files])
        return counted("node", status, *node_counts(text_of(report)))


def run_pytest(args: Sequence[str], *, fast: bool, oracle: bool) -> Outcome:
    """Run the Python and browser tests, on all cores unless arguments choose among them."""
    env, options, notes, failed = dev.environment(), list[str](), list[str](), 0
    if not args:
        options += ["--numprocesses=auto"]
    if fast:
        options += ["-m", FAST, f"--ignore={BROWSER}"]
        notes.append("without site, browser, slow and oracle tests")
    else:
        try:
            env["AFTERVIEW_CHROMIUM"] = dev.ensure_chromium()
        except SetupError as error:
            log(f"error: {error}")
            options.append(f"--ignore={BROWSER}")
            notes.append("no Chromium, so no browser test ran")
            failed = 1
    if not oracle:
        options.append(f"--ignore={ORACLE}")
    if not oracle and not fast:
        notes.append("without oracle tests; after a change to the engine, type: python3 dev.py test --oracle")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        status = dev.run([dev.PYTHON, "-m", "pytest", f"--junitxml={report}", *options, *args], env)
        outcome = counted("pytest", status, *pytest_counts(text_of(report)))
    notes = [note for note in (outcome.note, *notes) if note]
    return outcome._replace(failed=outcome.failed + failed, note="; ".join(notes))


def text_of(report: Path) -> str:
    """Return the text of a report, or "" where its runner wrote none."""
    return report.read_text(encoding="utf-8") if report.exists() else ""


def counted(name: str, status: int, passed: int, failed: int, skipped: int) -> Outcome:
    """Return the outcome of a test runner; one that fails or runs nothing has a failure whatever it counted."""
    if not failed and (status or not passed + skipped):
        return Outcome(name, passed, 1, f"ended with status {status}" if status else "ran no test")
    return Outcome(name, passed, failed, f"{skipped} skipped" if skipped else "")


def node_counts(tap: str) -> tuple[int, int, int]:
    """Return how many tests passed, failed and were skipped, from the report that Node wrote."""
    counts = {word: int(number) for word, number in re.findall(r"(?m)^# (\w+) (\d+)\s*$", tap)}
    failed = counts.get("fail", 0) + counts.get("cancelled", 0)
    return counts.get("pass", 0), failed, counts.get("skipped", 0) + counts.get("todo", 0)


def pytest_counts(xml: str) -> tuple[int, int, int]:
    """Return how many tests passed, failed and were skipped, from the report that pytest wrote."""
    suite = re.search(r"<testsuite [^>]*>", xml)
    counts = {word: int(number) for word, number in re.findall(r'(\w+)="(\d+)"', suite[0] if suite else "")}
    failed, skipped = counts.get("failures", 0) + counts.get("errors", 0), counts.get("skipped", 0)
    return max(0, counts.get("tests", 0) - failed - skipped), failed, skipped


def summary(outcomes: Sequence[Outcome], seconds: Sequence[float]) -> str:
    """Return one line for each step, and the line that ends `test`."""
    lines = [
        f"{name:<11}{passed:>5} passed {failed:>4} failed {time:>7.1f} s  {note}".rstrip()
        for (name, passed, failed, note), time in zip(outcomes, seconds, strict=True)
    ]
    passed = sum(outcome.passed for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    return "\n".join([*lines, f"{passed} passed, {failed} failed"])
