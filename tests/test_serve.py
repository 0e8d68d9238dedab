"""While the site is served, an edit shows up by itself and a diagnostic takes nothing away."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import copied_guide

pytestmark = pytest.mark.site

PATIENCE_SECONDS = 30


@pytest.fixture(params=[["--dirty"], []], ids=["what changed", "everything"])
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Serve a copy of the tiny guide, and return its folder and its address."""
    folder = copied_guide(tmp_path / "bread")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "-f",
        str(folder / "mkdocs.yml"),
        "-a",
        f"127.0.0.1:{port}",
        *request.param,
    ]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=folder, env=env, stdout=-3, stderr=-3) as process:
        try:
            yield folder, f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return str(response.read().decode())
    except OSError:
        return ""


def wait_for(address: str, words: str) -> None:
    limit = time.monotonic() + PATIENCE_SECONDS
    while words not in page(address):
        assert time.monotonic() < limit, f"{address} never said {words!r}"
        time.sleep(0.1)


def test_an_edit_shows_up_and_an_error_leaves_the_last_good_page(served: tuple[Path, str]) -> None:
    folder, address = served
    cause = folder / "content/causes/dead-yeast.yml"
    good = cause.read_text(encoding="utf-8")
    wait_for(f"{address}causes/dead-yeast/", "The yeast was dead")
    cause.write_text(good.replace("The yeast was dead", "The yeast had died"), encoding="utf-8")
    wait_for(f"{address}causes/dead-yeast/", "The yeast had died")
    assert '<nav class="av-foot"' in page(f"{address}causes/dead-yeast/")
    cause.write_text("title: [", encoding="utf-8")
    action = folder / "content/actions/mark-the-bowl.yml"
    action.write_text(action.read_text(encoding="utf-8").replace("Mark the bowl", "Tape the bowl"), encoding="utf-8")
    time.sleep(1.5)
    assert "The yeast had died" in page(f"{address}causes/dead-yeast/")
    cause.write_text(good, encoding="utf-8")
    wait_for(f"{address}actions/mark-the-bowl/", "Tape the bowl")
    assert "The yeast was dead" in page(f"{address}causes/dead-yeast/")


def test_pages_that_name_what_was_edited_follow(served: tuple[Path, str]) -> None:
    folder, address = served
    cause = folder / "content/causes/dead-yeast.yml"
    wait_for(f"{address}stages/mixing/", "The yeast was dead")
    cause.write_text(
        cause.read_text(encoding="utf-8").replace("The yeast was dead", "The yeast had died"), encoding="utf-8"
    )
    wait_for(f"{address}stages/mixing/", "The yeast had died")


def test_a_word_of_the_guide_that_changes_is_on_every_page(served: tuple[Path, str]) -> None:
    folder, address = served
    words = folder / "content/guide.yml"
    wait_for(f"{address}causes/dead-yeast/", "Mixing")
    words.write_text(words.read_text(encoding="utf-8").replace("title: Mixing", "title: Stirring"), encoding="utf-8")
    wait_for(f"{address}causes/dead-yeast/", "Stirring")
