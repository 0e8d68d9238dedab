"""Imports point one way."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent

# A module may import only from the rows above its own, and from its own package as that package sees fit.
PYTHON = [
    {"diagnostics", "markdown", "utils"},
    {"model"},
    {"loading"},
    {"guide"},
    {"linting", "quiz"},
    {"schema"},
    {"pages"},
    {"exports"},
    {"diff", "scaffold", "site"},
    {"cli"},
    {"__main__"},
]
# The same inside the packages.
LOADING = [
    {"front_matter", "nodes"},
    {"syntax_errors"},
    {"parser", "validation_errors", "recovery"},
    {"loader"},
]
SCAFFOLD = [{"yaml_writer"}, {"new_entry", "new_guide"}]
PAGES = [{"urls"}, {"evidence", "index", "journey", "json_ld"}, {"front_matter"}, {"renderer"}]
EXPORTS = [{"api", "feed", "form_data", "icons", "redirects"}, {"llms_txt"}]
SITE = [
    {"config", "link_checker", "postprocess", "swap", "writer"},
    {"pipeline"},
    {"live_reload"},
    {"engines"},
]
DIFF = [{"models"}, {"entries", "quiz", "report"}, {"compare"}]


def imports_of(path: Path) -> set[str]:
    """Return the modules of the generator that a module imports, such as `reading.load`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "generator":
            folder = node.module.partition(".")[2]
            names = [alias.name for alias in node.names if alias.name != "__version__"]
            modules = not folder or (ROOT / "generator" / folder.replace(".", "/")).is_dir()
            found |= {f"{folder}.{name}".strip(".") for name in names} if modules else {folder}
    return found


def test_the_generator_imports_only_upwards() -> None:
    rows = {name: number for number, row in enumerate(PYTHON) for name in row}
    modules = list((ROOT / "generator").rglob("*.py"))
    units = {path.relative_to(ROOT / "generator").with_suffix("").parts[0] for path in modules}
    assert units - {"__init__"} == rows.keys()
    for path in modules:
        unit = path.relative_to(ROOT / "generator").with_suffix("").parts[0]
        for imported in {name.split(".")[0] for name in imports_of(path)} - {unit}:
            assert rows[imported] < rows[unit], f"{path.name} imports {imported}"


def test_packages_import_only_upwards_inside() -> None:
    packages = {
        "loading": LOADING,
        "pages": PAGES,
        "exports": EXPORTS,
        "site": SITE,
        "diff": DIFF,
        "scaffold": SCAFFOLD,
    }
    for package, order in packages.items():
        rows = {name: number for number, row in enumerate(order) for name in row}
        folder = ROOT / "generator" / package
        modules = {path: path.relative_to(folder).with_suffix("").parts[0] for path in folder.rglob("*.py")}
        modules = {path: name for path, name in modules.items() if name not in ("__init__", "templates", "template")}
        assert set(modules.values()) == rows.keys()
        for path, name in modules.items():
            for imported in imports_of(path):
                unit, *inner = imported.split(".")
                own = unit != package or inner[0] == name
                assert own or rows[inner[0]] < rows[name], f"{package}/{name} imports {inner[0]}"


def test_each_outside_package_has_one_door() -> None:
    doors = {
        "yaml": ("loading/parser", "site/config"),
        "jinja2": ("pages/renderer", "site/engines/mkdocs_plugin"),
        "mkdocs": "site/engines/mkdocs_",
        "click": "cli/",
    }
    for path in (ROOT / "generator").rglob("*.py"):
        name = path.relative_to(ROOT / "generator").as_posix()
        for package in re.findall(r"^(?:import|from) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert name.startswith(doors.get(package, "")), f"{name} imports {package}"


def test_nothing_but_content_knows_the_subject() -> None:
    subject = re.compile(
        r"\b(job|jobs|interview\w*|recruit\w*|employer\w*|candidate\w*|résumé\w*|hiring)\b", re.IGNORECASE
    )
    folders = [ROOT / "generator", ROOT / "quiz", ROOT / "contribute"]
    kinds = (".py", ".js", ".css", ".md", ".yml")
    paths = [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in kinds and "workflows" not in path.parts
    ]
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
