"""Where the parts that are not Python stand: in the project's folder, or inside the installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
# Where the package stands: the project's folder, or that of all installed packages.
PROJECT = _PACKAGE.parent


def resource(name: str) -> Path:
    """Return a folder of them, such as `quiz` or `site_overrides`: the installed package's, or else the project's."""
    installed = _PACKAGE / "resources" / name
    return installed if installed.exists() else PROJECT / name
