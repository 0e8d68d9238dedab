"""Imports point one way."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent

# A module may import only from the rows above its own, and from its own package as that package sees fit.
PYTHON = [
    {"ahead", "changes", "diagnostics", "files", "prose", "shipped"},
    {"model", "reporters"},
    {"wording"},
    {"reading"},
    {"fixes", "guide"},
    {"checks", "quiz_model"},
    {"doctor", "schema", "worksheet"},
    {"fields"},
    {"pages"},
    {"build", "site"},
    {"diff", "making", "mend"},
    {"mkdocs_ahead", "serving", "with_zensical", "writing"},
    {"engines"},
    {"cli", "mkdocs_hook"},
    {"__main__"},
]
# The same inside the packages.
READING = [
    {"head", "nodes", "types", "mistakes", "values"},
    {"indentation"},
    {"syntax"},
    {"yaml_nodes", "field_faults", "salvage"},
    {"words"},
    {"load"},
]
WRITING = [{"yaml_text"}, {"entries", "starter"}]
PAGES = [
    {"addresses"},
    {"catalogue", "emblem", "journey", "linked_data", "signs"},
    {"head"},
    {"api", "feed", "render"},
    {"crawlers", "form", "redirects"},
]
SITE = [
    {"bundle", "links", "names", "offline", "search", "settings", "swap"},
    {"policy", "smaller", "zensical"},
    {"engine", "finish"},
]
DIFF = [{"found"}, {"entries", "quiz", "report"}, {"compare"}]


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
    packages = {"reading": READING, "pages": PAGES, "site": SITE, "diff": DIFF, "writing": WRITING}
    for package, order in packages.items():
        rows = {name: number for number, row in enumerate(order) for name in row}
        modules = {path.stem: path for path in (ROOT / "generator" / package).glob("*.py") if path.stem != "__init__"}
        assert modules.keys() == rows.keys()
        for name, path in modules.items():
            for imported in imports_of(path):
                unit, _, inner = imported.partition(".")
                assert unit != package or rows[inner] < rows[name], f"{package}/{name} imports {inner}"


def test_each_outside_package_has_one_door() -> None:
    doors = {
        "yaml": ("reading/yaml_nodes", "site/settings"),
        "jinja2": ("pages/render", "mkdocs_hook"),
        "mkdocs": ("mkdocs_hook", "mkdocs_ahead"),
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
