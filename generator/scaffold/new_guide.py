"""A new guide, from the template in the package: a small and complete one about another subject."""

import os
from pathlib import Path

from generator.scaffold.yaml_writer import to_yaml

# The name of the template.
TEMPLATE_NAME = "Seedbed"


def obstacle_in(folder: Path) -> str:
    """Return why a new guide can't be written into a folder, or nothing."""
    if not os.path.lexists(folder):
        return ""
    if not folder.is_dir():
        return f"`{folder}` is not a folder"
    first = next((path.name for path in sorted(folder.iterdir()) if path.name != ".git"), "")
    return f"`{folder}` is not empty: `{first}` is in it" if first else ""


def template_files(name: str = TEMPLATE_NAME) -> dict[str, bytes]:
    """Return the files of a new guide by path.

    Args:
        name: The name of the guide.
    """
    root = Path(__file__).with_name("template")
    paths = [path for path in sorted(root.rglob("*")) if path.is_file() and _is_source(path.relative_to(root))]
    return {path.relative_to(root).as_posix(): _with_name(path, name) for path in paths}


def _is_source(path: Path) -> bool:
    """Return whether a file belongs to the template, and is not what a build left there."""
    is_built = path.parts[0] in ("site", ".cache") or (path.parts[0] == "build" and path.name != ".gitignore")
    return not is_built and "__pycache__" not in path.parts


def _with_name(path: Path, name: str) -> bytes:
    text = path.read_text(encoding="utf-8")
    text = text.replace(f"name: {TEMPLATE_NAME}\n", to_yaml({"name": name})) if path.suffix == ".yml" else text
    return text.replace(f"# {TEMPLATE_NAME}\n", f"# {name}\n").encode()
