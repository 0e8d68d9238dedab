"""dev.py and devtools: what they decide, without installing anything."""

import re
import socket
import subprocess
import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

import pytest

import dev
from dev import SetupError
from devtools import __main__ as commands
from devtools import testing
from devtools.testing import Outcome

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-oracle.txt", "requirements-node.txt")


def no_program(_: str) -> None:
    """Find no program."""


def do_nothing() -> None:
    """Install nothing."""


def pins(lock: str) -> dict[str, str]:
    lines = re.findall(r"(?m)^([a-z0-9-]+)==(\S+)( ; [^\\]+)?", (dev.ROOT / lock).read_text())
    return {name: f"{version}{marker}" for name, version, marker in lines}


# ---- stamps


def test_an_install_is_repeated_only_for_another_fingerprint(tmp_path: Path) -> None:
    installed: list[str] = []
    for fingerprint in ("a", "a", "b", "b", "a"):
        dev.ensure(tmp_path / "lock.stamp", fingerprint, partial(installed.append, fingerprint))
    assert installed == ["a", "b", "a"]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SetupError, OSError])
def test_an_interrupted_install_leaves_no_stamp(tmp_path: Path, interruption: type[BaseException]) -> None:
    stamp = tmp_path / "lock.stamp"
    dev.ensure(stamp, "old", do_nothing)

    def interrupted() -> None:
        assert not stamp.exists()
        raise interruption

    with pytest.raises(interruption):
        dev.ensure(stamp, "new", interrupted)
    assert not stamp.exists()
    with pytest.raises(interruption):
        dev.ensure(stamp, "old", interrupted)


def test_a_stamp_may_be_in_a_folder_that_the_install_makes(tmp_path: Path) -> None:
    stamp = tmp_path / "node_modules" / "lock.stamp"
    dev.ensure(stamp, "new", stamp.parent.mkdir)
    assert stamp.read_text() == "new"


def test_a_stamp_of_other_bytes_is_replaced(tmp_path: Path) -> None:
    stamp = tmp_path / "lock.stamp"
    stamp.write_bytes(b"\xff\x00")
    dev.ensure(stamp, "new", do_nothing)
    assert stamp.read_text() == "new"


def test_a_fingerprint_depends_on_texts_their_order_and_their_borders() -> None:
    parts: list[tuple[str | bytes, ...]] = [
        ("one", b"3.11"),
        (b"3.11", "one"),
        ("one3", "11"),
        ("one", b"3.1", b"1"),
        ("two", b"3.11"),
    ]
    assert len({dev.fingerprint(*texts) for texts in parts}) == len(parts)
    assert dev.fingerprint("one", b"3.11") == dev.fingerprint(b"one", "3.11")


# ---- messages


@pytest.mark.parametrize(
    ("printed", "advice"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not what LOCK asks for"),
        ("npm error code EINTEGRITY", "not what LOCK asks for"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("`npm ci` can only install packages when your package.json and package-lock.json are in sync", "npm install"),
        ("Failed to establish a new connection: Temporary failure in name resolution", "go online"),
        ("npm error code ENOTFOUND", "go online"),
        ("error: command 'gcc' failed", "the reason is above"),
    ],
)
def test_a_failed_install_says_what_to_do(printed: str, advice: str) -> None:
    assert advice in dev.advice_for(printed, "LOCK")


def test_a_missing_part_is_installed_with_the_package_manager_of_the_machine() -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    apt = {"apt-get": "/usr/bin/apt-get"}.get
    assert dev.install_command("venv", "other", apt) == f"sudo apt install python{version}-venv"
    assert dev.install_command("chromium", "other", apt) == "sudo apt install chromium"
    assert dev.install_command("chromium", "other", {"brew": "brew"}.get) == "brew install --cask google-chrome"
    assert dev.install_command("chromium", "other", no_program) == "other"


@pytest.mark.parametrize("folder", [".venv", "node_modules"])
def test_a_folder_that_is_a_link_is_never_installed_into(tmp_path: Path, folder: str) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/package").touch()
    (tmp_path / folder).symlink_to(tmp_path / "shared")
    with pytest.raises(SetupError, match=f"delete the link {folder}"):
        dev.ensure(tmp_path / folder / "made.stamp", "new", lambda: pytest.fail("installed"))
    assert [path.name for path in (tmp_path / "shared").iterdir()] == ["package"]


def test_a_python_without_venv_is_answered_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", no_program)
    with pytest.raises(SetupError, match=r"without its `venv` module\nto fix it: \w"):
        dev.make_venv()


# ---- finding a browser


def test_the_chromium_that_a_variable_names_comes_first() -> None:
    chromium = dev.find_chromium({"AFTERVIEW_CHROMIUM": "mine"}, lambda name: f"/bin/{name}", lambda _: True)
    assert chromium == "/bin/mine"


def test_a_variable_that_names_no_program_is_an_error() -> None:
    with pytest.raises(SetupError, match="AFTERVIEW_CHROMIUM names mine"):
        dev.find_chromium({"AFTERVIEW_CHROMIUM": "mine"}, no_program, lambda _: True)


def test_a_chromium_is_looked_for_on_the_path_and_then_in_the_usual_places() -> None:
    chrome = {"google-chrome": "/bin/google-chrome"}.get
    assert dev.find_chromium({}, chrome, lambda _: True) == "/bin/google-chrome"
    assert dev.find_chromium({"AFTERVIEW_CHROMIUM": ""}, no_program, lambda _: True) == dev.BROWSER_PATHS[0]
    assert dev.find_chromium({}, no_program, lambda _: False) == ""


# ---- counting


def test_the_last_line_of_the_summary_is_the_sum() -> None:
    outcomes = [Outcome("ruff", 1, 0), Outcome("node", 40, 2, "3 skipped"), Outcome("pytest", 100, 1)]
    lines = testing.summary(outcomes, [0.1, 2, 30]).splitlines()
    assert lines[1].split() == ["node", "40", "passed", "2", "failed", "2.0", "s", "3", "skipped"]
    assert lines[3:] == ["141 passed, 3 failed"]
    assert testing.summary([], []) == "0 passed, 0 failed"


def test_a_runner_that_fails_or_runs_nothing_has_a_failure() -> None:
    assert testing.counted("node", 0, 4, 0, 1) == ("node", 4, 0, "1 skipped")
    assert testing.counted("node", 1, 4, 2, 0) == ("node", 4, 2, "")
    assert testing.counted("node", 1, 4, 0, 0) == ("node", 4, 1, "ended with status 1")
    assert testing.counted("pytest", 0, 0, 0, 0) == ("pytest", 0, 1, "ran no test")
    assert testing.counted("pytest", 0, 0, 0, 2) == ("pytest", 0, 0, "2 skipped")


def test_the_reports_of_the_runners_are_read() -> None:
    tap = "TAP version 13\n# Subtest: pass 9\nok 1 - a\n# tests 5\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n"
    assert testing.node_counts(tap + "# todo 0\n") == (2, 2, 1)
    assert testing.node_counts("") == (0, 0, 0)
    xml = '<testsuites name="t"><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="1.5">'
    assert testing.pytest_counts(xml) == (4, 3, 3)
    assert testing.pytest_counts("") == (0, 0, 0)


# ---- which tests run


@pytest.fixture
def arguments(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that will hold the arguments of pytest, which is not run."""
    recorded: list[str] = []

    def record(command: list[str], _: object) -> int:
        recorded.extend(command[4:])
        return 0

    monkeypatch.setattr(dev, "run", record)
    monkeypatch.setattr(dev, "ensure_chromium", lambda: "chromium")
    return recorded


def test_the_fast_tests_need_no_browser(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "ensure_chromium", lambda: pytest.fail("a Chromium was looked for"))
    note = testing.run_pytest([], fast=True, oracle=False).note
    assert {"--ignore=tests/browser", "--ignore=tests/engine/oracle", "not slow and not site"} <= {*arguments}
    assert "without site, browser, slow and oracle tests" in note


def test_tests_of_the_oracle_that_did_not_run_are_named_in_the_summary(arguments: list[str]) -> None:
    outcome = testing.run_pytest([], fast=False, oracle=False)
    assert "--ignore=tests/engine/oracle" in arguments
    assert "type: python3 dev.py test --oracle" in testing.summary([outcome], [1])


def test_nothing_is_left_out_of_the_whole_suite(arguments: list[str]) -> None:
    assert "without" not in testing.run_pytest([], fast=False, oracle=True).note
    assert arguments == ["--numprocesses=auto"]


def test_without_a_chromium_the_rest_runs_and_there_is_a_failure(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> str:
        raise SetupError("there is none")

    monkeypatch.setattr(dev, "ensure_chromium", missing)
    outcome = testing.run_pytest(["tests/x.py"], fast=False, oracle=True)
    assert arguments == ["--ignore=tests/browser", "tests/x.py"]
    assert "no Chromium" in outcome.note
    assert outcome.failed == 2


@pytest.mark.parametrize(
    ("installed", "settings", "expected"), [(False, {}, False), (True, {}, True), (False, {"CI": "true"}, True)]
)
def test_the_oracle_is_asked_where_it_is_installed_and_in_ci(
    monkeypatch: pytest.MonkeyPatch, installed: bool, settings: dict[str, str], expected: bool
) -> None:
    asked: list[bool] = []
    monkeypatch.delenv("CI", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(testing, "find_spec", lambda _: installed or None)
    for name in ("ensure_test_packages", "ensure_oracle", "ensure_node_packages"):
        monkeypatch.setattr(dev, name, lambda: "")

    def run_pytest(_: object, *, fast: bool, oracle: bool) -> Outcome:
        asked.append(oracle)
        return Outcome("pytest", 1, 0)

    monkeypatch.setattr(testing, "run_pytest", run_pytest)
    assert testing.test(["pytest"], [], fast=False, oracle=False) == 0
    assert testing.test(["pytest"], [], fast=False, oracle=True) == 0
    assert testing.test(["pytest"], [], fast=True, oracle=False) == 0
    assert asked == [expected, True, False]


# ---- arguments

TEST = {"command": "test", "fast": False, "oracle": False, "only": [], "pytest_args": []}


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("serve", {"command": "serve", "host": "127.0.0.1", "port": 8000, "pytest_args": []}),
        ("serve --port 9000", {"command": "serve", "host": "127.0.0.1", "port": 9000, "pytest_args": []}),
        ("test", TEST),
        ("test --fast", TEST | {"fast": True}),
        ("test --oracle", TEST | {"oracle": True}),
        ("test --only ruff --only node", TEST | {"only": ["ruff", "node"]}),
        ("test --only pytest -- -k name -x", TEST | {"only": ["pytest"], "pytest_args": ["-k", "name", "-x"]}),
        ("bench engine", {"command": "bench", "names": ["engine"], "pytest_args": []}),
    ],
)
def test_arguments(line: str, options: dict[str, object]) -> None:
    assert commands.parse(line.split()) == Namespace(**options)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("serve --prt 1", "unrecognized arguments: --prt 1"),
        ("serve --port many", "invalid int value"),
        ("test --only rust", "invalid choice"),
    ],
)
def test_a_wrong_argument_is_named(line: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.parse(line.split())
    assert ended.value.code == 2
    assert message in capsys.readouterr().err


def test_a_misspelt_command_is_answered_with_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["srve"]) == 2
    assert "did you mean `serve`?" in capsys.readouterr().err


def test_without_a_command_the_commands_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 2
    assert dev.main(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {name} " in printed for name in dev.OWN_COMMANDS)


# ---- running


@pytest.mark.parametrize(
    ("argv", "module", "with_node"),
    [
        (["test", "--fast"], "devtools", False),
        (["serve"], "devtools", False),
        (["build", "--site", "x"], "generator", False),
        (["new", "cause", "--from-json", "-"], "generator", False),
        (["doctor", "--", "x"], "generator", True),
    ],
)
def test_a_command_runs_in_the_venv_once_what_it_needs_is_installed(
    monkeypatch: pytest.MonkeyPatch, argv: list[str], module: str, with_node: bool
) -> None:
    steps: list[object] = []
    monkeypatch.setattr(dev, "ensure_site_packages", lambda: steps.append("packages"))
    monkeypatch.setattr(dev, "ensure_node", lambda: steps.append("node"))

    def run(command: list[str]) -> int:
        steps.append(command)
        return 3

    monkeypatch.setattr(dev, "run", run)
    assert dev.main(argv) == 3
    installed = ["packages", "node"] if with_node else ["packages"]
    assert steps == [*installed, [dev.PYTHON, "-m", module, *argv]]


def test_a_test_run_that_could_not_begin_still_ends_with_its_count(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> None:
        raise SetupError("the disk is full")

    monkeypatch.setattr(dev, "ensure_site_packages", missing)
    assert dev.main(["test"]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines()[-1] == "0 passed, 1 failed"
    assert printed.err == "error: the disk is full\n"


def test_a_port_that_is_taken_is_answered_with_the_command_for_another(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        assert commands.main(["serve", "--port", str(port)]) == 1
    message = capsys.readouterr().err
    assert f"127.0.0.1:{port} can't be used" in message
    assert re.search(r"type: python3 dev.py serve --port 8\d\d\d\n$", message)


def test_settings_that_lead_out_of_the_venv_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    env = dev.environment()
    assert "elsewhere" not in env.values()
    assert env["PATH"].startswith(str(dev.BIN))


def test_an_interrupt_ends_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "ensure_site_packages", do_nothing)
    monkeypatch.setattr(dev, "run", interrupted)
    assert dev.main(["serve"]) == 0
    assert dev.main(["check"]) == 130


def test_a_missing_program_ends_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "ensure_site_packages", do_nothing)
    monkeypatch.setattr(dev, "PYTHON", "no-such-python")
    assert dev.main(["check"]) == 1
    assert capsys.readouterr().err.startswith("error: ")


def test_the_current_folder_may_be_another(tmp_path: Path) -> None:
    completed = subprocess.run(
        [sys.executable, str(dev.ROOT / "dev.py"), "--help"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "serve" in completed.stdout


# ---- the locks


@pytest.mark.parametrize("lock", [*LOCKS, "package-lock.json"])
def test_a_lock_names_no_host_and_no_folder_of_a_machine(lock: str) -> None:
    text = (dev.ROOT / lock).read_text()
    # npm may add where a package asks for donations.
    lines = [line for line in text.splitlines() if "github.com/sponsors" not in line]
    assert not [line for line in lines if re.search(r"://|\"resolved\"|^-|/home/|/tmp/", line)]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    text = (dev.ROOT / lock).read_text()
    assert len(pins(lock)) == len(re.findall(r"(?m)^[a-z].* \\\n    --hash=sha256:[0-9a-f]{64}", text)) > 0


def test_each_lock_agrees_with_those_that_are_installed_before_it() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()
    dev_pins, oracle_pins = pins("requirements-dev.txt"), pins("requirements-oracle.txt")
    shared = dev_pins.keys() & oracle_pins.keys()
    assert {name: dev_pins[name] for name in shared} == {name: oracle_pins[name] for name in shared}


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_port_is_free_until_somebody_listens_there(host: str) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as server:
        try:
            server.bind((host, 0))
        except OSError:
            pytest.skip(f"this machine has no {host}")
        server.listen()
        port = server.getsockname()[1]
        assert not commands.is_free(host, port)
    assert commands.is_free(host, port)


def test_an_address_of_ipv6_stands_in_brackets() -> None:
    assert commands.authority("::1", 8000) == "[::1]:8000"
    assert commands.authority("127.0.0.1", 8000) == "127.0.0.1:8000"


@pytest.mark.parametrize("host", ["::1", "[::1]"])
def test_mkdocs_gets_an_ipv6_host_as_it_reads_one(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(commands, "is_free", lambda *_: True)
    monkeypatch.setattr(commands, "announce", lambda *_: None)
    monkeypatch.setattr(dev, "run", lambda command, _: ran.append(command) or 0)
    assert commands.serve(host, 8000) == 0
    assert ran[0][-2:] == ["--dev-addr", "[::1]:8000"]
