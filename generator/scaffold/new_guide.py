"""A new guide from the one that the package brings: small, whole, and about another subject."""

import os
from pathlib import Path

from generator.scaffold.yaml_writer import to_yaml

# What the guide that comes with the package is called.
NAME = "Seedbed"


def in_the_way(folder: Path) -> str:
    """Return what keeps a new guide from standing in a folder, or nothing."""
    if not os.path.lexists(folder):
        return ""
    if not folder.is_dir():
        return f"`{folder}` is there and is no folder"
    first = next((path.name for path in sorted(folder.iterdir()) if path.name != ".git"), "")
    return f"`{folder}` is not empty: `{first}` is in it" if first else ""


def starter_files(name: str = NAME) -> dict[str, bytes]:
    """Return the files of a new guide by path.

    Args:
        name: What to call the guide.
    """
    root = Path(__file__).with_name("template")
    paths = [path for path in sorted(root.rglob("*")) if path.is_file() and _belongs(path.relative_to(root))]
    return {path.relative_to(root).as_posix(): _named(path, name) for path in paths}


def _belongs(path: Path) -> bool:
    """Return whether a file is the guide's own: a build or an editor may have left others beside it."""
    made = path.parts[0] in ("site", ".cache") or (path.parts[0] == "build" and path.name != ".gitignore")
    return not made and "__pycache__" not in path.parts


def _named(path: Path, name: str) -> bytes:
    text = path.read_text(encoding="utf-8")
    text = text.replace(f"name: {NAME}\n", to_yaml({"name": name})) if path.suffix == ".yml" else text
    return text.replace(f"# {NAME}\n", f"# {name}\n").encode()
