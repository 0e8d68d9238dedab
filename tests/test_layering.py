"""What import-linter (pyproject.toml) and oxlint (.oxlintrc.json) do not say of the layers."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from generator import model
from tests.conftest import ROOT

GENERATOR = sorted(path for path in (ROOT / "generator").rglob("*.py") if "template" not in path.parts)


def test_nothing_but_content_knows_the_subject() -> None:
    subject = re.compile(
        r"\b(job|jobs|interview\w*|recruit\w*|employer\w*|candidate\w*|résumé\w*|hiring|hired|applicants?|salar(?:y|ies)"
        r"|pay|an offer that|cost[\s*]+(?:a|the)[\s*]+place)\b",
        re.IGNORECASE,
    )
    suffixes = {".py", ".js", ".mjs", ".css", ".md", ".yml"}
    paths = [path for folder in ("generator", "browser", "quiz", "contribute") for path in (ROOT / folder).rglob("*")]
    # The words of GitHub's workflows include "jobs".
    texts = [path for path in paths if path.suffix in suffixes and "workflows" not in path.parts]
    assert len(texts) > 20
    for path in texts:
        words = subject.findall(path.read_text(encoding="utf-8"))
        assert not words, f"{path} names the subject: {words}"


def test_the_face_of_the_model_has_no_name_that_nobody_imports() -> None:
    paths = [path for folder in ("generator", ".github", "tests") for path in (ROOT / folder).rglob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in paths if ROOT / "generator/model" not in path.parents)
    lists = re.findall(r"from generator\.model import \(?([\w, \n]+)", code)
    names = {*re.findall(r"\bmodel\.(\w+)", code), *re.findall(r"\w+", " ".join(lists))}
    assert set(model.__all__) - names == set()


# Pronouns and participles that say nothing of what they stand for, besides those of oxlint's id-denylist.
DENY_LIST = {"chosen", "known", "left", "named", "offered", "taken", "used", "wanted", "what", "written"}


def names_in(path: Path) -> Iterator[str]:
    """Yield the names of functions, parameters and variables; those of fields are what authors write."""
    tree = ast.parse(path.read_bytes())
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    fields = {line.target for owner in classes for line in owner.body if isinstance(line, ast.AnnAssign)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node not in fields:
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.FunctionDef):
            yield node.name


def test_names_are_nouns_of_the_subject() -> None:
    oxlint = (ROOT / ".oxlintrc.json").read_text(encoding="utf-8")
    [shared] = re.findall(r'"eslint/id-denylist": \["error", (.*)\]', oxlint)
    refused = DENY_LIST | set(re.findall(r'"(\w+)"', shared))
    names = {
        path.as_posix(): {name.strip("_") for name in names_in(path)} & (refused - remaining_in(path))
        for path in GENERATOR
    }
    assert {path: words for path, words in names.items() if words} == {}


def remaining_in(module: Path) -> set[str]:
    """Return the names that loading and linting still have."""
    is_unfinished = bool({"linting", "loading"} & set(module.parts))
    remaining = {"chosen", "known", "named", "offered", "others", "taken", "told", "used", "what", "written"}
    return remaining if is_unfinished else set()


WRITING = {"copyfile", "copytree", "mkdir", "put", "rmtree", "touch", "unlink", "write_bytes", "write_text"}


def test_files_are_written_where_the_architecture_says() -> None:
    text = (ROOT / "docs/ARCHITECTURE.md").read_text(encoding="utf-8")
    [sentence] = re.findall(r"Only these write files:(.*?)\.\n", text, re.DOTALL)
    places = set(re.findall(r"`([\w/]+)`", sentence)) - {"utils/"}
    writers = set()
    for path in GENERATOR:
        calls = [node.func for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call)]
        if WRITING & {getattr(call, "attr", getattr(call, "id", "")) for call in calls}:
            module = path.relative_to(ROOT / "generator").with_suffix("").as_posix()
            writers |= {place for place in places if f"{module}/".startswith(f"{place.rstrip('/')}/")} or {module}
    assert writers == places


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
    scripts = [path for folder in ("browser", "quiz", "contribute") for path in (ROOT / folder).rglob("*.js")]
    assert not [path for path in scripts if quoted.search(path.read_text(encoding="utf-8"))]


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
