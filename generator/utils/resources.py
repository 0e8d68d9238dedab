"""Where the parts that are not Python stand: in the project's folder, or inside the installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(name: str) -> Path:
    """Return the folder `quiz`, `contribute` or `site_overrides`: the installed package's, or else the project's."""
    installed = _PACKAGE / "resources" / name
    return installed if installed.exists() else _PACKAGE.parent / name
