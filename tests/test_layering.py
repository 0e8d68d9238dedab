"""What import-linter (pyproject.toml) and oxlint (.oxlintrc.json) do not say of the layers."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_nothing_but_content_knows_the_subject() -> None:
    subject = re.compile(
        r"\b(job|jobs|interview\w*|recruit\w*|employer\w*|candidate\w*|résumé\w*|hiring)\b", re.IGNORECASE
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


def _is_text_of_diagnostic(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in ("message", "hint")


def _reads_text(node: ast.AST) -> bool:
    """Return whether a node looks into the words of a diagnostic."""
    if isinstance(node, ast.Compare):
        return any(map(_is_text_of_diagnostic, node.comparators)) and isinstance(node.ops[0], ast.In | ast.NotIn)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    is_pattern = node.func.attr in ("search", "match", "fullmatch", "findall", "finditer", "split", "sub")
    return _is_text_of_diagnostic(node.func.value) or (is_pattern and any(map(_is_text_of_diagnostic, node.args)))


def test_nobody_reads_facts_out_of_the_words_of_a_diagnostic() -> None:
    """They stand in its topic and its suggestion, so that its words can be changed freely."""
    for path in (ROOT / "generator").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        lines = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.expr) and _reads_text(node)]
        # What a fix writes is what the hint says.
        assert not lines or path.name == "files.py", f"{path}: {lines}"


PRONOUNS = {"each", "found", "made", "named", "wanted"}


def test_names_are_no_pronouns_and_participles() -> None:
    for package in ("diagnostics", "linting", "loading", "model/types.py"):
        for path in [ROOT / "generator" / package, *(ROOT / "generator" / package).rglob("*.py")]:
            nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8")))) if path.is_file() else []
            names = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
            names |= {node.arg for node in nodes if isinstance(node, ast.arg)}
            assert not PRONOUNS & names, path
