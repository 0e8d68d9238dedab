"""Imports point one way."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent

# A module may import only from the rows above its own.
PYTHON = [
    {"diagnostics", "prose"},
    {"nodes", "model"},
    {"yaml_nodes", "wording", "field_faults"},
    {"load"},
    {"guide"},
    {"references", "rules", "style", "quiz_model"},
    {"doctor", "worksheet"},
    {"pages"},
    {"build", "site"},
    {"cli", "mkdocs_hook"},
    {"__main__"},
]


def test_the_generator_imports_only_upwards() -> None:
    rows = {name: number for number, row in enumerate(PYTHON) for name in row}
    modules = {path.stem: path for path in (ROOT / "generator").glob("*.py") if path.stem != "__init__"}
    modules |= {path.parent.name: path for path in (ROOT / "generator").glob("*/__init__.py")}
    assert modules.keys() == rows.keys()
    for name, path in modules.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "generator":
                parts = node.module.split(".")[1:2]
                for imported in parts or [alias.name for alias in node.names]:
                    assert rows[imported] < rows[name], f"{name} imports {imported}"


def test_each_outside_package_has_one_door() -> None:
    doors = {"yaml": {"yaml_nodes"}, "jinja2": {"pages"}, "mkdocs": {"mkdocs_hook"}, "click": {"cli"}}
    for path in (ROOT / "generator").glob("*.py"):
        for package in re.findall(r"^(?:import|from) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert path.stem in doors.get(package, {path.stem}), f"{path.stem} imports {package}"


def test_nothing_but_content_knows_the_subject() -> None:
    subject = re.compile(
        r"\b(job|jobs|interview\w*|recruit\w*|employer\w*|candidate\w*|résumé\w*|hiring)\b", re.IGNORECASE
    )
    folders = [ROOT / "generator", ROOT / "quiz"]
    paths = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".py", ".js", ".css", ".md")]
    assert len(paths) > 20
    for path in paths:
        found = subject.findall(path.read_text(encoding="utf-8"))
        assert not found, f"{path} speaks of {found}"


def test_the_quiz_imports_one_way() -> None:
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
            doors = {each.name for each in imported & engine}
            assert doors <= {"index.js", "types.js"}, f"{path.name} goes past the engine's door: {doors}"
    waiting = dict(imports)
    while waiting:
        free = {path for path, imported in waiting.items() if not imported & waiting.keys()}
        assert free, f"these import one another in a circle: {sorted(path.name for path in waiting)}"
        waiting = {path: imported for path, imported in waiting.items() if path not in free}
