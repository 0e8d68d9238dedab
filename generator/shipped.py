"""Where the parts that are not Python stand: in the project's folder, or inside the installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return `quiz`, `contribute`, `site_overrides`, `starter` or `words.yml`: the package's, or else the project's."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name
