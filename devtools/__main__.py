"""The commands of dev.py that are not the generator's: serve, test and bench."""

import argparse
import os
import shutil
import signal
import socket
import sys
import threading
from collections.abc import Sequence

import dev
from dev import SetupError, log
from devtools import testing


def is_free(host: str, port: int) -> bool:
    """Return whether a server could listen at a port."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            if os.name != "nt":  # there, this option would share a port that is taken
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError):
        return False
    return True


def authority(host: str, port: int) -> str:
    """Return a host and a port as an address has them: those of IPv6 stand in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def announce(host: str, port: int, ended: threading.Event) -> None:
    """Print the address as soon as the server answers."""
    while not ended.wait(0.3):
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            continue
        log(f"\n  Afterview is at http://{authority(host, port)}/  (Ctrl-C ends)\n")
        break


def serve(host: str, port: int) -> int:
    """Build, and serve with live reload until Ctrl-C."""
    host = host.removeprefix("[").removesuffix("]")
    where = authority(host, port)
    if not is_free(host, port):
        free = next((number for number in range(8000, 8100) if is_free(host, number)), 8100)
        raise SetupError(f"{where} can't be used or is in use\ntype: python3 dev.py serve --port {free}")
    log(f"Building the guide; it will be at http://{where}/ ...")
    ended = threading.Event()
    threading.Thread(target=announce, args=(host, port, ended), daemon=True).start()
    # The path of the published site would become part of the local address.
    env = {name: value for name, value in dev.environment().items() if name != "AFTERVIEW_SITE_URL"}
    try:
        return dev.run([dev.PYTHON, "-m", "mkdocs", "serve", "--dirty", "--dev-addr", where], env)
    finally:
        ended.set()


def bench(names: Sequence[str]) -> int:
    """Run the scripts of bench/, or those whose names begin with one of the given ones."""
    scripts = [path for path in sorted((dev.ROOT / "bench").glob("[!_]*")) if path.suffix in (".py", ".mjs")]
    scripts = [path for path in scripts if not names or path.name.startswith(tuple(names))]
    if not scripts:
        raise SetupError("there is no such script in bench/")
    dev.ensure_test_packages()
    if any(path.stem == "accuracy" for path in scripts):
        dev.ensure_oracle()
    node = dev.ensure_node_packages()
    chromium = dev.find_chromium(os.environ, shutil.which, os.path.isfile)
    failed = False
    for path in scripts:
        log(f"\n== {path.relative_to(dev.ROOT)}")
        results = dev.ROOT / "bench" / "results" / f"{path.stem}.json"
        results.parent.mkdir(exist_ok=True)
        command = [dev.PYTHON if path.suffix == ".py" else node, str(path), "--json", str(results)]
        failed |= dev.run(command, {**dev.environment(), "AFTERVIEW_CHROMIUM": chromium}) != 0
    return int(failed)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the command with its options; `pytest_args` is what follows `--`."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    serve_options = commands.add_parser("serve", help="build, and serve with live reload")
    serve_options.add_argument("--host", default="127.0.0.1", help="where to listen (default: for this machine alone)")
    serve_options.add_argument("--port", type=int, default=8000, help="default: 8000")
    test_options = commands.add_parser("test", help="run the linters and tests; what follows -- goes to pytest")
    test_options.add_argument("--fast", action="store_true", help="leave out what takes longer: site, browser, slow")
    test_options.add_argument("--oracle", action="store_true", help="compare the engine with exact inference as well")
    test_options.add_argument("--only", action="append", default=[], choices=testing.STEPS, help="may be repeated")
    bench_options = commands.add_parser("bench", help="run the scripts of bench/")
    bench_options.add_argument("names", nargs="*", help="only those whose names begin like this")
    end = argv.index("--") if "--" in argv else len(argv)
    options = parser.parse_args(argv[:end])
    options.pytest_args = list(argv[end + 1 :])
    return options


def main(argv: Sequence[str]) -> int:
    """Run a command and return its exit status."""
    options = parse(argv)
    try:
        if options.command == "serve":
            return serve(options.host, options.port)
        if options.command == "bench":
            return bench(options.names)
        return testing.test(options.only, options.pytest_args, fast=options.fast, oracle=options.oracle)
    except (SetupError, OSError) as error:
        log(f"error: {error}")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, dev.on_signal)
    sys.exit(main(sys.argv[1:]))
