#!/usr/bin/env python3
"""Run Afterview with nothing installed but Python: `python3 dev.py serve`, `python3 dev.py test`.

Each verb first installs what it needs into `.venv` and `node_modules`, where that was not done yet. A stamp there holds
a hash of the lock; it is written last, so an interrupted install is done again. Only the standard library is used, and
only syntax that an old Python can read, so that it can say that it is too old.
"""

import argparse
import difflib
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

if sys.version_info < (3, 11):
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    sys.exit(
        "Afterview needs Python 3.11 or newer, and this is {}.{}; ".format(*sys.version_info[:2])
        + ("type: {} {}".format(newer[0], " ".join(sys.argv)) if newer else "install it from https://www.python.org/")
    )

OLDEST_NODE = 20
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / ("python.exe" if os.name == "nt" else "python"))
LEADS_ELSEWHERE = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER"}
NETWORK = r"resolution|connection|max retries|timed? ?out|unreachable|enotfound|eai_again|econn|proxy|ssl"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
BROWSER_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# What installs a missing part, by the package manager that a machine has.
REMEDIES = {
    "venv": {"apt-get": "sudo apt install python{version}-venv", "zypper": "sudo zypper install python3-pip"},
    "chromium": {
        "apt-get": "sudo apt install chromium",
        "dnf": "sudo dnf install chromium",
        "pacman": "sudo pacman -S chromium",
        "apk": "sudo apk add chromium",
        "zypper": "sudo zypper install chromium",
        "brew": "brew install --cask google-chrome",
        "winget": "winget install Google.Chrome",
    },
}
# The steps of `test`. A linter is what follows the venv's Python, or Node for those of TypeScript.
LINTERS = {"ruff": "-m ruff check", "format": "-m ruff format --check", "mypy": "-m mypy"}
TYPES = {"tsc-engine": "-p tsconfig.json", "tsc-ui": "-p tsconfig.ui.json", "tsc-worker": "-p tsconfig.worker.json"}
STEPS = [*LINTERS, *TYPES, "node", "pytest"]

Which = Callable[[str], str | None]


class Trouble(Exception):  # noqa: N818 (it is no fault of the program)
    """Something that the reader can mend: what failed and what to type, shown without a traceback."""


class Outcome(NamedTuple):
    """How a step of `test` ended. A linter counts as one, a test runner as its tests."""

    name: str
    passed: int
    failed: int
    note: str = ""


def say(text: str) -> None:
    """Print what is going on; standard output is for results alone."""
    print(text, file=sys.stderr, flush=True)


def environment() -> dict[str, str]:
    """Return the environment for what runs in the venv: its programs first, no settings that lead elsewhere."""
    env = {name: value for name, value in os.environ.items() if name not in LEADS_ELSEWHERE}
    path = os.pathsep.join([str(BIN), env.get("PATH", os.defpath)])
    return {**env, "PATH": path, "PYTHONNOUSERSITE": "1", "NO_MKDOCS_2_WARNING": "1"}


def run(command: Sequence[str], env: Mapping[str, str] | None = None) -> int:
    """Run a program in the project's folder and return its exit status; when interrupted, let it end by itself."""
    with subprocess.Popen(command, cwd=ROOT, env=env or environment()) as process:
        try:
            return process.wait()
        except KeyboardInterrupt as interrupt:
            if interrupt.args:  # unlike Ctrl-C, a signal reaches this process alone
                process.terminate()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
            raise


def on_signal(number: int, _: object) -> None:
    """End as after Ctrl-C."""
    raise KeyboardInterrupt(number)


def output_of(*command: str) -> tuple[int, str]:
    """Run a program and return its exit status and all that it printed."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), stdout=-1, stderr=-2, encoding="utf-8", errors="replace", check=False
    )
    return done.returncode, done.stdout


# ---- installing


def fingerprint(*parts: bytes | str) -> str:
    """Return a hash of what an install depends on."""
    texts = [part if isinstance(part, bytes) else part.encode() for part in parts]
    return hashlib.sha256(b"".join(hashlib.sha256(text).digest() for text in texts)).hexdigest()


def once(stamp: Path, wanted: str, make: Callable[[], None]) -> None:
    """Make something unless its stamp says that it was made so; while that goes on there is no stamp."""
    if stamp.is_file() and stamp.read_text(encoding="utf-8", errors="replace") == wanted:
        return
    stamp.unlink(missing_ok=True)
    make()
    draft = stamp.with_suffix(".part")
    draft.write_text(wanted, encoding="utf-8")
    draft.replace(stamp)


def remedy(part: str, otherwise: str, which: Which = shutil.which) -> str:
    """Return the command that installs a missing part with this machine's package manager."""
    commands = [command for manager, command in REMEDIES[part].items() if which(manager)]
    return (commands or [otherwise])[0].format(version="{}.{}".format(*sys.version_info[:2]))


def make_venv() -> None:
    """Make `.venv` anew with the Python that runs this."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        advice = remedy("venv", "install a Python that has its `venv` and `ensurepip` modules")
        raise Trouble(f"this Python comes without its `venv` module\nto mend it: {advice}")
    say("Making .venv ...")
    # A venv can't clear itself: where this very one runs dev.py, the Python below it has to.
    base = getattr(sys, "_base_executable", sys.executable)
    code, printed = output_of(base, "-m", "venv", "--clear", str(VENV))
    if code:
        say(printed.strip())
        raise Trouble("could not make .venv; delete that folder and try again")


def what_now(printed: str, lock: str) -> str:
    """Return what to do about an install that failed, from what pip or npm printed."""
    printed = printed.lower()
    if re.search(r"do not match the hashes|eintegrity", printed):
        return f"a download is not what {lock} asks for; try again, and report it if it stays so"
    if re.search(r"no space left|enospc", printed):
        return "the disk is full; make room and try again"
    if re.search(r"can only install packages when .* in sync", printed):
        return f"{lock} and package.json differ; type: npm install"
    if re.search(NETWORK, printed):
        return "the packages can't be reached; go online (behind a proxy: set HTTPS_PROXY) and try again"
    return "the reason stands above"


def install(title: str, lock: str, *command: str) -> None:
    """Run pip or npm."""
    say(f"{title} ...")
    code, printed = output_of(*command)
    if code:
        lines = [line for line in printed.splitlines() if not line.lower().startswith(("warning", "npm warn"))]
        say("\n".join(lines[-12:]))
        raise Trouble(f"could not install {lock}: {what_now(printed, lock)}")


def ensure_python(lock: str, title: str) -> None:
    """Make `.venv` hold what a lock file names."""
    once(VENV / "made.stamp", fingerprint(sys.version, sys.base_prefix, str(ROOT)), make_venv)
    pip = [PYTHON, "-m", "pip", "install", "--require-hashes", "--no-input", "--disable-pip-version-check", "-r", lock]
    wanted = fingerprint((ROOT / lock).read_bytes(), sys.version)
    once(VENV / f"{lock}.stamp", wanted, lambda: install(title, lock, *pip))


def ensure_base() -> None:
    """Make `.venv` ready to check, build and serve, and the folder that MkDocs wants before the hook fills it."""
    (ROOT / "build" / "docs").mkdir(parents=True, exist_ok=True)
    ensure_python("requirements.txt", "Installing what the site needs (seconds to a minute, 180 MB of disk, this once)")


def ensure_dev() -> None:
    """Make `.venv` ready to test."""
    ensure_base()
    ensure_python("requirements-dev.txt", "Installing what the tests need (a minute or more, 1 GB of disk, this once)")


def is_new_enough(node: str) -> bool:
    """Say whether a Node runs and may be used."""
    try:
        found = re.match(r"v(\d+)\.", output_of(node, "--version")[1])
    except OSError:
        return False
    return found is not None and int(found[1]) >= OLDEST_NODE


def ensure_node() -> str:
    """Return a Node, from PATH or else from a wheel, with node_modules as package-lock.json says."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm and is_new_enough(node)):
        ensure_python("requirements-node.txt", f"Installing Node, as PATH has none from {OLDEST_NODE} on")
        node, npm = (shutil.which(name, path=str(BIN)) for name in ("node", "npm"))
    if not (node and npm):
        raise Trouble(f"there is no Node\nto mend it: install Node {OLDEST_NODE} or newer")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    locks = [(ROOT / name).read_bytes() for name in ("package.json", "package-lock.json")]
    wanted = fingerprint(*locks, sys.platform, platform.machine())
    title = "Installing what checks the JavaScript"
    once(ROOT / "node_modules" / "made.stamp", wanted, lambda: install(title, "package-lock.json", *command))
    return node


def known_chromium(env: Mapping[str, str], which: Which, exists: Callable[[str], bool]) -> str:
    """Return the Chromium that AFTERVIEW_CHROMIUM names, else one on PATH or in its usual place, else ""."""
    asked = env.get("AFTERVIEW_CHROMIUM")
    if asked and not which(asked):
        raise Trouble(f"AFTERVIEW_CHROMIUM names {asked}, which is no program")
    found = map(which, [asked] if asked else BROWSERS)
    return next(filter(None, found), "") or next(filter(exists, BROWSER_PLACES), "")


def ensure_chromium() -> str:
    """Return a Chromium; where there is none, download Playwright's."""
    known = known_chromium(os.environ, shutil.which, os.path.isfile)
    if known:
        return known
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as it: print(it.chromium.executable_path)"
    path = output_of(PYTHON, "-c", ask)[1].strip()
    if not Path(path).is_file():
        say("Downloading a Chromium for the browser tests (170 MB, this once) ...")
        output_of(PYTHON, "-m", "playwright", "install", "chromium")
    if not Path(path).is_file():
        advice = remedy("chromium", "install Chromium or Chrome")
        raise Trouble(f"there is no Chromium for the browser tests, nor could one be downloaded\nto mend it: {advice}")
    return path


# ---- testing


def counted(name: str, code: int, passed: int, failed: int, skipped: int) -> Outcome:
    """Return the outcome of a test runner; one that fails or runs nothing has a failure whatever it counted."""
    if not failed and (code or not passed + skipped):
        return Outcome(name, passed, 1, f"ended with status {code}" if code else "ran no test")
    return Outcome(name, passed, failed, f"{skipped} skipped" if skipped else "")


def node_counts(tap: str) -> tuple[int, int, int]:
    """Return how many tests passed, failed and were skipped, from the report that Node wrote."""
    count = {word: int(number) for word, number in re.findall(r"(?m)^# (\w+) (\d+)\s*$", tap)}
    passed, failed, cancelled, skipped, todo = (
        count.get(word, 0) for word in ("pass", "fail", "cancelled", "skipped", "todo")
    )
    return passed, failed + cancelled, skipped + todo


def pytest_counts(xml: str) -> tuple[int, int, int]:
    """Return how many tests passed, failed and were skipped, from the report that pytest wrote."""
    suite = re.search(r"<testsuite [^>]*>", xml)
    count = {word: int(number) for word, number in re.findall(r'(\w+)="(\d+)"', suite[0] if suite else "")}
    failed, skipped = count.get("failures", 0) + count.get("errors", 0), count.get("skipped", 0)
    return max(0, count.get("tests", 0) - failed - skipped), failed, skipped


def run_node_tests(node: str, report: Path) -> Outcome:
    """Run every `*.test.js` and `*.test.mjs` below tests/."""
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").glob("**/*.test.*js"))
    if not files:
        return Outcome("node", 0, 1, "there is no tests/**/*.test.js")
    shown = ["--test-reporter=spec", "--test-reporter-destination=stdout"]
    kept = ["--test-reporter=tap", f"--test-reporter-destination={report}"]
    code = run([node, "--test", *shown, *kept, *files])
    return counted("node", code, *node_counts(report.read_text(encoding="utf-8") if report.exists() else ""))


def run_pytest(report: Path, args: Sequence[str]) -> Outcome:
    """Run the Python and browser tests; AFTERVIEW_CHROMIUM tells these which browser to drive."""
    env, without, missing = environment(), list[str](), ""
    try:
        env["AFTERVIEW_CHROMIUM"] = ensure_chromium()
    except Trouble as trouble:
        say(f"error: {trouble}")
        without, missing = ["--ignore=tests/browser"], "no Chromium, so no browser test ran"
    code = run([PYTHON, "-m", "pytest", f"--junitxml={report}", *without, *args], env)
    outcome = counted("pytest", code, *pytest_counts(report.read_text(encoding="utf-8") if report.exists() else ""))
    notes = ", ".join(filter(None, [outcome.note, missing]))
    return outcome._replace(failed=outcome.failed + bool(missing), note=notes)


def run_step(name: str, node: str, args: Sequence[str]) -> Outcome:
    """Run one of STEPS."""
    if not node and (name in TYPES or name == "node"):
        return Outcome(name, 0, 1, "not run, as Node or its packages are missing")
    if name in LINTERS or name in TYPES:
        tsc = [node, "node_modules/typescript/bin/tsc"]
        code = run([PYTHON, *LINTERS[name].split()] if name in LINTERS else [*tsc, *TYPES[name].split()])
        return Outcome(name, int(not code), int(bool(code)))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report")
        return run_node_tests(node, report) if name == "node" else run_pytest(report, args)


def summary(outcomes: Sequence[Outcome], seconds: Sequence[float]) -> str:
    """Return a line a step, and the line that ends `test`."""
    lines = [
        f"{name:<11}{passed:>5} passed {failed:>4} failed {time:>7.1f} s  {note}".rstrip()
        for (name, passed, failed, note), time in zip(outcomes, seconds, strict=True)
    ]
    return "\n".join([*lines, f"{sum(o.passed for o in outcomes)} passed, {sum(o.failed for o in outcomes)} failed"])


def test(only: Sequence[str], args: Sequence[str]) -> int:
    """Run every step, or those named, to the end, and print how they ended."""
    names = [name for name in STEPS if not only or name in only]
    outcomes, seconds, node = list[Outcome](), list[float](), ""
    try:
        ensure_dev()
    except Trouble as trouble:
        say(f"error: {trouble}")
        names, outcomes, seconds = [], [Outcome("install", 0, 1)], [0.0]
    try:
        node = ensure_node() if {*names} & {*TYPES, "node"} else ""
    except Trouble as trouble:
        say(f"error: {trouble}")
    for name in names:
        say(f"\n== {name}")
        begun = time.monotonic()
        outcomes.append(run_step(name, node, args))
        seconds.append(time.monotonic() - begun)
    print("\n" + summary(outcomes, seconds), flush=True)
    return int(any(outcome.failed for outcome in outcomes))


# ---- the other verbs


def is_free(host: str, port: int) -> bool:
    """Say whether a server could listen there."""
    with socket.socket() as probe:
        if os.name != "nt":  # there, this option would share a port that is taken
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError):
            return False
        return True


def announce(host: str, port: int, done: threading.Event) -> None:
    """Print the address as soon as the server answers."""
    while not done.wait(0.3):
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            continue
        say(f"\n  Afterview is at http://{host}:{port}/  (Ctrl-C ends)\n")
        break


def serve(host: str, port: int) -> int:
    """Build, and serve with live reload until Ctrl-C."""
    if not is_free(host, port):
        other = next((number for number in range(8000, 8100) if is_free(host, number)), 8100)
        raise Trouble(f"{host}:{port} can't be used or is in use\ntype: python3 dev.py serve --port {other}")
    ensure_base()
    say(f"Building the guide; it will be at http://{host}:{port}/ ...")
    done = threading.Event()
    threading.Thread(target=announce, args=(host, port, done), daemon=True).start()
    env = {name: value for name, value in environment().items() if name != "AFTERVIEW_SITE_URL"}  # its path would stick
    try:
        return run([PYTHON, "-m", "mkdocs", "serve", "--dirty", "--dev-addr", f"{host}:{port}"], env)
    finally:
        done.set()


def bench(names: Sequence[str]) -> int:
    """Run the scripts of bench/, or those whose names begin so."""
    scripts = [path for path in sorted((ROOT / "bench").glob("[!_]*")) if path.suffix in (".py", ".mjs")]
    scripts = [path for path in scripts if not names or path.name.startswith(tuple(names))]
    if not scripts:
        raise Trouble("there is no such script in bench/")
    ensure_dev()
    node = ensure_node()
    env = {**environment(), "AFTERVIEW_CHROMIUM": known_chromium(os.environ, shutil.which, os.path.isfile)}
    failed = False
    for path in scripts:
        say(f"\n== {path.relative_to(ROOT)}")
        results = ROOT / "bench" / "results" / f"{path.stem}.json"
        results.parent.mkdir(exist_ok=True)
        failed |= run([PYTHON if path.suffix == ".py" else node, str(path), "--json", str(results)], env) != 0
    return int(failed)


def generator(args: Sequence[str]) -> int:
    """Hand a verb to the generator's own command line."""
    ensure_base()
    return run([PYTHON, "-m", "generator", *args])


def arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return the verb with its options; `rest` is handed on, and what is no verb of dev.py is the generator's."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Run Afterview. Installs what it needs into .venv and node_modules first.",
        epilog="Any other verb is the generator's too: `dev.py doctor`, `dev.py new cause`.",
        allow_abbrev=False,
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    serving = verbs.add_parser("serve", help="build, and serve with live reload")
    serving.add_argument("--host", default="127.0.0.1", help="where to listen (default: for this machine alone)")
    serving.add_argument("--port", type=int, default=8000, help="default: 8000")
    testing = verbs.add_parser("test", help="run every linter and test; what follows -- goes to pytest")
    testing.add_argument("--only", action="append", default=[], choices=STEPS, help="this step; may be repeated")
    benching = verbs.add_parser("bench", help="run the scripts of bench/")
    benching.add_argument("names", nargs="*", help="only those whose names begin so")
    own = list(verbs.choices)
    verbs.add_parser("build", help="write site/ (the generator's)")
    verbs.add_parser("check", help="check the content alone, fast (the generator's)")
    if argv and not argv[0].startswith("-") and argv[0] not in own:
        alike = difflib.get_close_matches(argv[0], verbs.choices, 1, 0.75)
        if alike and argv[0] not in alike:
            parser.error(f"there is no verb `{argv[0]}`; did you mean `{alike[0]}`?")
        return argparse.Namespace(verb="generator", rest=list(argv))
    cut = argv.index("--") if "--" in argv else len(argv)
    given = parser.parse_args(argv[:cut])
    given.rest = list(argv[cut + 1 :])
    return given


def main(argv: Sequence[str]) -> int:
    """Do what the command line says and return the exit status."""
    given = arguments(argv)
    verbs: dict[str, Callable[[], int]] = {
        "serve": lambda: serve(given.host, given.port),
        "test": lambda: test(given.only, given.rest),
        "bench": lambda: bench(given.names),
        "generator": lambda: generator(given.rest),
    }
    try:
        code = verbs[given.verb]()
    except (Trouble, OSError) as trouble:
        say(f"error: {trouble}")
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 0 if given.verb == "serve" else 130
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, on_signal)
    sys.exit(main(sys.argv[1:]))
