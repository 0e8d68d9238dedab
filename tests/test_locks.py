"""Processes that write the same folder wait for one another, and a killed one leaves nothing to wait for."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site.engines.registry import WAITING
from generator.utils.locks import SITE, Lock, locked
from tests.conftest import ROOT, copied_guide

HOLD = """
import pathlib, sys, time
from generator.utils.locks import Lock
lock = Lock(pathlib.Path(sys.argv[1]), sys.argv[2])
assert lock.try_acquire()
print("held", flush=True)
time.sleep(60)
"""
SECONDS = 90


@contextlib.contextmanager
def holder(base: Path, name: str) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold a lock while the block runs."""
    command = [sys.executable, "-c", HOLD, str(base), name]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_lock_is_held_by_one_process_and_ends_with_it(tmp_path: Path) -> None:
    lock = Lock(tmp_path, SITE)
    with holder(tmp_path, SITE) as process:
        assert not lock.try_acquire()
        process.kill()
        process.wait()
        assert lock.try_acquire()
    lock.release()


def test_whoever_waits_says_so_once(tmp_path: Path) -> None:
    said: list[str] = []
    with holder(tmp_path, SITE) as process:

        def wait() -> None:
            said.append("waiting")
            process.kill()

        with locked(tmp_path, SITE, wait):
            assert said == ["waiting"]
    with locked(tmp_path, SITE, wait):
        assert said == ["waiting"]


def test_a_file_left_by_a_killed_process_is_no_lock(tmp_path: Path) -> None:
    with holder(tmp_path, SITE) as process:
        process.kill()
        process.wait()
    assert list((tmp_path / ".cache/locks").iterdir())
    assert Lock(tmp_path, SITE).try_acquire()


def build_of(folder: Path, *options: str) -> subprocess.Popen[str]:
    """Start a build of the guide in a folder."""
    command = [sys.executable, "-m", "generator", "build", "--config", str(folder / "mkdocs.yml"), "--site"]
    pipe = subprocess.PIPE
    return subprocess.Popen([*command, str(folder / "site"), *options], cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


@pytest.mark.slow
def test_builds_at_once_all_succeed_and_leave_a_whole_site(tmp_path: Path) -> None:
    folder = copied_guide(tmp_path / "guide")
    builds = [build_of(folder) for _ in range(3)]
    outputs = [build.communicate(timeout=SECONDS) for build in builds]
    assert [build.returncode for build in builds] == [0, 0, 0], outputs
    assert not any("Traceback" in text for output in outputs for text in output)
    assert sum(WAITING in errors for _, errors in outputs) == 2
    assert (folder / "site/causes/dead-yeast/index.html").is_file()
    assert not list(folder.glob(".site.*"))


@pytest.mark.slow
def test_a_build_that_is_killed_holds_up_no_other(tmp_path: Path) -> None:
    folder = copied_guide(tmp_path / "guide")
    first = build_of(folder)
    deadline = time.monotonic() + SECONDS
    while not (folder / ".cache/locks/site.lock").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    first.kill()
    first.communicate()
    second = build_of(folder)
    output = second.communicate(timeout=SECONDS)
    assert second.returncode == 0, output
    assert (folder / "site/index.html").is_file()


def serve_of(folder: Path) -> subprocess.Popen[str]:
    """Start a server of the guide in a folder at a free port."""
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(folder / "mkdocs.yml"), "-a", "127.0.0.1:0"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=pipe, stderr=subprocess.STDOUT, text=True)


@pytest.mark.slow
def test_a_second_server_says_that_there_is_one_and_a_build_goes_on_beside_it(tmp_path: Path) -> None:
    folder = copied_guide(tmp_path / "guide")
    server = serve_of(folder)
    try:
        assert server.stdout
        assert any(re.search("Serving on", line) for line in server.stdout)
        second = serve_of(folder)
        output, _ = second.communicate(timeout=SECONDS)
        assert second.returncode != 0
        assert "being served already" in output
        assert "Traceback" not in output
        build = build_of(folder)
        outputs = build.communicate(timeout=SECONDS)
        assert build.returncode == 0, outputs
        assert server.poll() is None
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=SECONDS)
    assert (folder / "site/index.html").is_file()
    shutil.rmtree(folder)
