"""What import-linter (pyproject.toml) and oxlint (.oxlintrc.json) do not say of the layers."""

import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_nothing_but_content_knows_the_subject() -> None:
    subject = re.compile(
        r"\b(job|jobs|interview\w*|recruit\w*|employer\w*|candidate\w*|résumé\w*|hiring|hired|applicants?|salar(?:y|ies)"
        r"|pay|an offer that|cost[\s*]+(?:a|the)[\s*]+place)\b",
        re.IGNORECASE,
    )
    suffixes = {".py", ".js", ".mjs", ".css", ".md", ".yml"}
    paths = [path for folder in ("generator", "quiz", "contribute") for path in (ROOT / folder).rglob("*")]
    # The words of GitHub's workflows include "jobs".
    texts = [path for path in paths if path.suffix in suffixes and "workflows" not in path.parts]
    assert len(texts) > 20
    for path in texts:
        words = subject.findall(path.read_text(encoding="utf-8"))
        assert not words, f"{path} names the subject: {words}"


def test_ruff_sees_every_python_file_that_git_knows() -> None:
    names = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    seen = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--show-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    files = {Path(path).relative_to(ROOT).as_posix() for path in seen}
    assert names
    assert not [name for name in names if (ROOT / name).exists() and name not in files]


def test_no_name_that_oxlint_denies_stands_in_quotation_marks() -> None:
    [names] = re.findall(r'"eslint/id-denylist": \["error", (.*)\]', (ROOT / ".oxlintrc.json").read_text("utf-8"))
    quoted = re.compile(rf"(?:{names.replace(', ', '|')}):")
    scripts = [path for folder in ("quiz", "contribute") for path in (ROOT / folder).rglob("*.js")]
    assert not [path for path in scripts if quoted.search(path.read_text(encoding="utf-8"))]
