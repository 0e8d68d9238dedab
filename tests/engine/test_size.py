"""Kilobytes are counted: what the quiz weighs after bundling, minifying and gzip."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

ENGINE = 6_000
# 15 KiB.
QUIZ = 15_360


@pytest.mark.slow
def test_the_quiz_stays_small() -> None:
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    assert node
    run = subprocess.run([node, ROOT / "bench/size.mjs"], capture_output=True, text=True, check=True)
    sizes = json.loads(run.stdout)
    assert 3_000 < sizes["engine"] <= ENGINE
    assert sizes["engine"] < sizes["script"] < sizes["quiz"] <= QUIZ
