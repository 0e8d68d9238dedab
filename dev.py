#!/usr/bin/env python3
"""Run Afterview with nothing installed but Python: `python3 dev.py COMMAND`.

Commands:
  serve   build, and serve with live reload
  test    run the linters and the tests; `test --fast` those that take less than a minute
  bench   run the scripts of bench/
  Any other command is the generator's: build, check, doctor, new ...

`python3 dev.py COMMAND --help` lists what a command accepts. Each command first installs what it needs into .venv and
node_modules, once for a lock: a stamp there holds a hash of the lock and is written last, so an interrupted install is
repeated. This file needs only the standard library, and only syntax that old Pythons parse, so that it can say that
Python is too old. The commands themselves are in devtools/, which runs in .venv.
"""

import difflib
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

if sys.version_info < (3, 11):
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    sys.exit(
        "Afterview needs Python 3.11 or newer, and this is {}.{}; ".format(*sys.version_info[:2])
        + ("type: {} {}".format(newer[0], " ".join(sys.argv)) if newer else "install it from https://www.python.org/")
    )

OWN_COMMANDS = ("serve", "test", "bench")
OLDEST_NODE = 20
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / ("python.exe" if os.name == "nt" else "python"))
# Settings that would make pip or Python use packages from outside .venv.
IGNORED_SETTINGS = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER"}
NETWORK_ERROR = r"resolution|connection|max retries|timed? ?out|unreachable|enotfound|eai_again|econn|proxy|ssl"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
BROWSER_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# What installs a missing part, by package manager.
INSTALL_COMMANDS = {
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

Which = Callable[[str], "str | None"]


class SetupError(Exception):
    """Something is missing; the message says what failed and what to type, and is shown without a traceback."""


def log(text: str) -> None:
    """Print progress; standard output is for results alone."""
    print(text, file=sys.stderr, flush=True)


# ---- running programs


def environment() -> dict[str, str]:
    """Return the environment for programs of .venv, which come first on its PATH."""
    env = {name: value for name, value in os.environ.items() if name not in IGNORED_SETTINGS}
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


def output_of(*command: str) -> tuple[int, str]:
    """Run a program and return its exit status and everything it printed."""
    completed = subprocess.run(
        command, cwd=ROOT, env=environment(), stdout=-1, stderr=-2, encoding="utf-8", errors="replace", check=False
    )
    return completed.returncode, completed.stdout


def on_signal(number: int, _: object) -> None:
    """End as after Ctrl-C."""
    raise KeyboardInterrupt(number)


# ---- installing


def fingerprint(*parts: bytes | str) -> str:
    """Return a hash of what an install depends on."""
    texts = [part if isinstance(part, bytes) else part.encode() for part in parts]
    return hashlib.sha256(b"".join(hashlib.sha256(text).digest() for text in texts)).hexdigest()


def ensure(stamp: Path, expected: str, install: Callable[[], None]) -> None:
    """Install something unless its stamp holds the expected fingerprint; there is no stamp during an install."""
    if stamp.is_file() and stamp.read_text(encoding="utf-8", errors="replace") == expected:
        return
    folder = stamp.parent
    if folder.is_symlink():
        # An install empties the folder first, and what a link leads to belongs to another checkout.
        raise SetupError(
            f"{folder.name} leads to {folder.resolve()}\nto fix it: delete the link {folder.name}, and try again"
        )
    stamp.unlink(missing_ok=True)
    install()
    draft = stamp.with_suffix(".part")
    draft.write_text(expected, encoding="utf-8")
    draft.replace(stamp)


def install_command(part: str, default: str, which: Which = shutil.which) -> str:
    """Return the command that installs a missing part with this machine's package manager."""
    commands = [command for manager, command in INSTALL_COMMANDS[part].items() if which(manager)]
    return (commands or [default])[0].format(version="{}.{}".format(*sys.version_info[:2]))


def make_venv() -> None:
    """Make .venv with the Python that runs this, in place of any that was there."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        advice = install_command("venv", "install a Python that has its `venv` and `ensurepip` modules")
        raise SetupError(f"this Python comes without its `venv` module\nto fix it: {advice}")
    log("Making .venv ...")
    # A venv can't clear itself: where .venv runs dev.py, the Python that it was made with has to.
    base = getattr(sys, "_base_executable", sys.executable)
    status, printed = output_of(base, "-m", "venv", "--clear", str(VENV))
    if status:
        log(printed.strip())
        raise SetupError("could not make .venv; delete that folder and try again")


def advice_for(printed: str, lock: str) -> str:
    """Return what to do about a failed install, from what pip or npm printed."""
    printed = printed.lower()
    if re.search(r"do not match the hashes|eintegrity", printed):
        return f"a download is not what {lock} asks for; try again, and report it if it stays so"
    if re.search(r"no space left|enospc", printed):
        return "the disk is full; make room and try again"
    if re.search(r"can only install packages when .* in sync", printed):
        return f"{lock} and package.json differ; type: npm install"
    if re.search(NETWORK_ERROR, printed):
        return "the packages can't be reached; go online (behind a proxy: set HTTPS_PROXY) and try again"
    return "the reason is above"


def install(title: str, lock: str, *command: str) -> None:
    """Run pip or npm."""
    log(f"{title} ...")
    status, printed = output_of(*command)
    if status:
        lines = [line for line in printed.splitlines() if not line.lower().startswith(("warning", "npm warn"))]
        log("\n".join(lines[-12:]))
        raise SetupError(f"could not install {lock}: {advice_for(printed, lock)}")


def ensure_packages(lock: str, title: str) -> None:
    """Make .venv hold the packages of a lock."""
    ensure(VENV / "made.stamp", fingerprint(sys.version, sys.base_prefix, str(ROOT)), make_venv)
    pip = [PYTHON, "-m", "pip", "install", "--require-hashes", "--no-input", "--disable-pip-version-check", "-r", lock]
    expected = fingerprint((ROOT / lock).read_bytes(), sys.version)
    ensure(VENV / f"{lock}.stamp", expected, lambda: install(title, lock, *pip))


def ensure_site_packages() -> None:
    """Make .venv ready to check, build and serve, and the folder that MkDocs needs before its hook fills it."""
    (ROOT / "build" / "docs").mkdir(parents=True, exist_ok=True)
    ensure_packages("requirements.txt", "Installing what the site needs (up to a minute, 200 MB, once)")


def ensure_test_packages() -> None:
    """Make .venv ready to run the tests, apart from those that need the oracle."""
    ensure_packages("requirements-dev.txt", "Installing what the tests need (up to a minute, 400 MB, once)")


def ensure_oracle() -> None:
    """Make .venv ready to compare the engine with exact inference."""
    ensure_packages("requirements-oracle.txt", "Installing the engine's oracle (a minute or more, 400 MB, once)")


def ensure_node() -> tuple[str, str]:
    """Return the paths of node and npm, on PATH or else from a wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm and is_new_enough(node)):
        ensure_packages("requirements-node.txt", f"Installing Node, as PATH has none from {OLDEST_NODE} on")
        node, npm = (shutil.which(name, path=str(BIN)) for name in ("node", "npm"))
    if not (node and npm):
        raise SetupError(f"there is no Node\nto fix it: install Node {OLDEST_NODE} or newer")
    return node, npm


def ensure_node_packages() -> str:
    """Return the path of a Node, with node_modules as package-lock.json says."""
    node, npm = ensure_node()
    npm_ci = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    locks = [(ROOT / name).read_bytes() for name in ("package.json", "package-lock.json")]
    expected = fingerprint(*locks, sys.platform, platform.machine())
    title = "Installing what checks the JavaScript"
    ensure(ROOT / "node_modules" / "made.stamp", expected, lambda: install(title, "package-lock.json", *npm_ci))
    return node


def is_new_enough(node: str) -> bool:
    """Return whether a Node runs and is not too old."""
    try:
        version = re.match(r"v(\d+)\.", output_of(node, "--version")[1])
    except OSError:
        return False
    return version is not None and int(version[1]) >= OLDEST_NODE


def find_chromium(env: Mapping[str, str], which: Which, exists: Callable[[str], bool]) -> str:
    """Return the Chromium that AFTERVIEW_CHROMIUM names, else one on PATH or in a usual place, else ""."""
    wanted = env.get("AFTERVIEW_CHROMIUM")
    if wanted and not which(wanted):
        raise SetupError(f"AFTERVIEW_CHROMIUM names {wanted}, which is not a program")
    on_path = map(which, [wanted] if wanted else BROWSERS)
    return next(filter(None, on_path), "") or next(filter(exists, BROWSER_PATHS), "")


def ensure_chromium() -> str:
    """Return the path of a Chromium; where there is none, download Playwright's."""
    known = find_chromium(os.environ, shutil.which, os.path.isfile)
    if known:
        return known
    script = "from playwright.sync_api import sync_playwright as p\nwith p() as it: print(it.chromium.executable_path)"
    path = output_of(PYTHON, "-c", script)[1].strip()
    if not Path(path).is_file():
        log("Downloading a Chromium for the browser tests (170 MB, once) ...")
        output_of(PYTHON, "-m", "playwright", "install", "chromium")
    if not Path(path).is_file():
        advice = install_command("chromium", "install Chromium or Chrome")
        raise SetupError(f"there is no Chromium for browser tests, nor could one be downloaded\nto fix it: {advice}")
    return path


def main(argv: Sequence[str]) -> int:
    """Install what a command needs, run it in .venv, and return its exit status."""
    if not argv or argv[0] in ("-h", "--help"):
        print(__doc__)
        return 0 if argv else 2
    command = argv[0]
    similar = difflib.get_close_matches(command, OWN_COMMANDS, 1, 0.75)
    if similar and command not in OWN_COMMANDS:
        log(f"error: there is no command `{command}`; did you mean `{similar[0]}`?")
        return 2
    try:
        ensure_site_packages()
        if command == "doctor":
            ensure_node()
        status = run([PYTHON, "-m", "devtools" if command in OWN_COMMANDS else "generator", *argv])
    except (SetupError, OSError) as error:
        log(f"error: {error}")
        if command == "test":
            print("\n0 passed, 1 failed")
        return 1
    except KeyboardInterrupt:
        log("Stopped.")
        return 0 if command == "serve" else 130
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, on_signal)
    sys.exit(main(sys.argv[1:]))
