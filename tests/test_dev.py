"""dev.py: what it decides, without installing anything."""

import re
import socket
import subprocess
import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

import pytest

import dev
from dev import Outcome, Trouble

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-node.txt")


def nothing(_: str) -> None:
    """Find no program."""


def pins(lock: str) -> dict[str, str]:
    found = re.findall(r"(?m)^([a-z0-9-]+)==(\S+)( ; [^\\]+)?", (dev.ROOT / lock).read_text())
    return {name: f"{version}{marker}" for name, version, marker in found}


# ---- stamps


def test_something_is_made_once_for_a_stamp(tmp_path: Path) -> None:
    made: list[str] = []
    for wanted in ("a", "a", "b", "b", "a"):
        dev.once(tmp_path / "made.stamp", wanted, partial(made.append, wanted))
    assert made == ["a", "b", "a"]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, Trouble, OSError])
def test_an_interrupted_install_leaves_no_stamp(tmp_path: Path, interruption: type[BaseException]) -> None:
    stamp = tmp_path / "made.stamp"
    dev.once(stamp, "old", lambda: None)

    def interrupted() -> None:
        assert not stamp.exists()
        raise interruption

    with pytest.raises(interruption):
        dev.once(stamp, "new", interrupted)
    assert not stamp.exists()
    with pytest.raises(interruption):
        dev.once(stamp, "old", interrupted)


def test_a_stamp_may_lie_in_a_folder_that_the_install_makes(tmp_path: Path) -> None:
    stamp = tmp_path / "node_modules" / "made.stamp"
    dev.once(stamp, "new", stamp.parent.mkdir)
    assert stamp.read_text() == "new"


def test_a_stamp_of_other_bytes_is_not_taken(tmp_path: Path) -> None:
    stamp = tmp_path / "made.stamp"
    stamp.write_bytes(b"\xff\x00")
    dev.once(stamp, "new", lambda: None)
    assert stamp.read_text() == "new"


def test_a_fingerprint_tells_texts_their_order_and_their_borders_apart() -> None:
    parts: list[tuple[str | bytes, ...]] = [
        ("one", b"3.11"),
        (b"3.11", "one"),
        ("one3", "11"),
        ("one", b"3.1", b"1"),
        ("two", b"3.11"),
    ]
    assert len({dev.fingerprint(*each) for each in parts}) == len(parts)
    assert dev.fingerprint("one", b"3.11") == dev.fingerprint(b"one", "3.11")


# ---- what to say


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not what LOCK asks for"),
        ("npm error code EINTEGRITY", "not what LOCK asks for"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("`npm ci` can only install packages when your package.json and package-lock.json are in sync", "npm install"),
        ("Failed to establish a new connection: Temporary failure in name resolution", "go online"),
        ("npm error code ENOTFOUND", "go online"),
        ("error: command 'gcc' failed", "the reason stands above"),
    ],
)
def test_a_failed_install_says_what_to_do(printed: str, says: str) -> None:
    assert says in dev.what_now(printed, "LOCK")


def test_a_remedy_is_the_command_of_the_machines_package_manager() -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    apt = {"apt-get": "/usr/bin/apt-get"}.get
    assert dev.remedy("venv", "other", apt) == f"sudo apt install python{version}-venv"
    assert dev.remedy("chromium", "other", apt) == "sudo apt install chromium"
    assert dev.remedy("chromium", "other", {"brew": "brew"}.get) == "brew install --cask google-chrome"
    assert dev.remedy("chromium", "other", nothing) == "other"


def test_a_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", nothing)
    with pytest.raises(Trouble, match=r"without its `venv` module\nto mend it: \w"):
        dev.make_venv()


# ---- finding a browser


def test_the_chromium_that_is_asked_for_comes_first() -> None:
    found = dev.known_chromium({"AFTERVIEW_CHROMIUM": "mine"}, lambda name: f"/bin/{name}", lambda _: True)
    assert found == "/bin/mine"


def test_a_chromium_that_is_asked_for_and_missing_is_said() -> None:
    with pytest.raises(Trouble, match="AFTERVIEW_CHROMIUM names mine"):
        dev.known_chromium({"AFTERVIEW_CHROMIUM": "mine"}, nothing, lambda _: True)


def test_a_chromium_is_looked_for_on_the_path_and_then_in_its_usual_places() -> None:
    chrome = {"google-chrome": "/bin/google-chrome"}.get
    assert dev.known_chromium({}, chrome, lambda _: True) == "/bin/google-chrome"
    assert dev.known_chromium({"AFTERVIEW_CHROMIUM": ""}, nothing, lambda _: True) == dev.BROWSER_PLACES[0]
    assert dev.known_chromium({}, nothing, lambda _: False) == ""


# ---- counting


def test_the_closing_line_adds_everything_up_and_comes_last() -> None:
    outcomes = [Outcome("ruff", 1, 0), Outcome("node", 40, 2, "3 skipped"), Outcome("pytest", 100, 1)]
    lines = dev.summary(outcomes, [0.1, 2, 30]).splitlines()
    assert lines[1].split() == ["node", "40", "passed", "2", "failed", "2.0", "s", "3", "skipped"]
    assert lines[3:] == ["141 passed, 3 failed"]
    assert dev.summary([], []) == "0 passed, 0 failed"


def test_a_runner_that_fails_or_runs_nothing_has_a_failure() -> None:
    assert dev.counted("node", 0, 4, 0, 1) == ("node", 4, 0, "1 skipped")
    assert dev.counted("node", 1, 4, 2, 0) == ("node", 4, 2, "")
    assert dev.counted("node", 1, 4, 0, 0) == ("node", 4, 1, "ended with status 1")
    assert dev.counted("pytest", 0, 0, 0, 0) == ("pytest", 0, 1, "ran no test")
    assert dev.counted("pytest", 0, 0, 0, 2) == ("pytest", 0, 0, "2 skipped")


def test_the_reports_of_the_runners_are_read() -> None:
    tap = "TAP version 13\n# Subtest: pass 9\nok 1 - a\n# tests 5\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n"
    assert dev.node_counts(tap + "# todo 0\n") == (2, 2, 1)
    assert dev.node_counts("") == (0, 0, 0)
    xml = '<testsuites name="t"><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="1.5">'
    assert dev.pytest_counts(xml) == (4, 3, 3)
    assert dev.pytest_counts("") == (0, 0, 0)


# ---- arguments


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("serve", {"verb": "serve", "host": "127.0.0.1", "port": 8000, "rest": []}),
        ("serve --port 9000", {"verb": "serve", "host": "127.0.0.1", "port": 9000, "rest": []}),
        ("build --site x", {"verb": "generator", "rest": ["build", "--site", "x"]}),
        ("check --format json", {"verb": "generator", "rest": ["check", "--format", "json"]}),
        ("test", {"verb": "test", "only": [], "rest": []}),
        ("test --only ruff --only node", {"verb": "test", "only": ["ruff", "node"], "rest": []}),
        ("test --only pytest -- -k name -x", {"verb": "test", "only": ["pytest"], "rest": ["-k", "name", "-x"]}),
        ("bench engine", {"verb": "bench", "names": ["engine"], "rest": []}),
        ("new cause --from-json -", {"verb": "generator", "rest": ["new", "cause", "--from-json", "-"]}),
        ("doctor -- x", {"verb": "generator", "rest": ["doctor", "--", "x"]}),
    ],
)
def test_arguments(line: str, given: dict[str, object]) -> None:
    assert dev.arguments(line.split()) == Namespace(**given)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "VERB"),
        ("srve", "did you mean `serve`?"),
        ("serve --prt 1", "unrecognized arguments: --prt 1"),
        ("serve --port many", "invalid int value"),
        ("test --only rust", "invalid choice"),
    ],
)
def test_a_wrong_argument_is_named(line: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.arguments(line.split())
    assert ended.value.code == 2
    assert says in capsys.readouterr().err


# ---- running


def test_a_port_that_is_taken_is_met_with_the_command_for_another(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert dev.main(["serve", "--port", str(port)]) == 1
    told = capsys.readouterr().err
    assert f"127.0.0.1:{port} can't be used" in told
    assert re.search(r"type: python3 dev.py serve --port 8\d\d\d\n$", told)


def test_settings_that_lead_out_of_the_venv_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    env = dev.environment()
    assert "elsewhere" not in env.values()
    assert env["PATH"].startswith(str(dev.BIN))


def test_an_interrupt_ends_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "serve", interrupted)
    monkeypatch.setattr(dev, "generator", interrupted)
    assert dev.main(["serve"]) == 0
    assert dev.main(["check"]) == 130


def test_a_file_that_is_missing_ends_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "ensure_base", lambda: None)
    monkeypatch.setattr(dev, "PYTHON", "no-such-python")
    assert dev.main(["check"]) == 1
    assert capsys.readouterr().err.startswith("error: ")


def test_another_folder_may_be_the_current_one(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(dev.ROOT / "dev.py"), "--help"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "serve" in done.stdout


# ---- the locks


@pytest.mark.parametrize("lock", [*LOCKS, "package-lock.json"])
def test_a_lock_names_no_host_and_no_folder_of_a_machine(lock: str) -> None:
    text = (dev.ROOT / lock).read_text()
    assert not re.search(r"://|\"resolved\"|^-|/home/|/tmp/", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    text = (dev.ROOT / lock).read_text()
    assert len(pins(lock)) == len(re.findall(r"(?m)^[a-z].* \\\n    --hash=sha256:[0-9a-f]{64}", text)) > 0


def test_the_lock_for_tests_holds_that_of_the_site() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()
