"""What import-linter (pyproject.toml) does not say of the layers: the subject of the guide, and the quiz's modules."""

import re

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


def test_the_quiz_has_no_import_circle_and_knows_the_engine_by_its_index_alone() -> None:
    imports = {
        path: {
            (path.parent / name).resolve()
            for name in re.findall(r'(?m)^(?:import|export) .*from "(\.[^"]+)"', path.read_text(encoding="utf-8"))
        }
        for path in (ROOT / "quiz").resolve().rglob("*.js")
    }
    engine = {path for path in imports if path.parent.name == "engine"}
    for path, imported in imports.items():
        if path in engine:
            assert imported <= engine, f"{path.name} imports what is not the engine's"
        else:
            modules = {module.name for module in imported & engine}
            assert modules <= {"index.js", "types.js"}, f"{path.name} imports from inside the engine: {modules}"
    remaining = dict(imports)
    while remaining:
        leaves = {path for path, imported in remaining.items() if not imported & remaining.keys()}
        assert leaves, f"these import one another in a circle: {sorted(path.name for path in remaining)}"
        remaining = {path: imported for path, imported in remaining.items() if path not in leaves}
