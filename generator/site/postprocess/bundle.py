"""Bundles and minifies our scripts and styles with esbuild; docs/decisions/esbuild.md says where it is looked for.

Where there is none, browsers get the modules as they are written.
"""

import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.site.postprocess.cache_busting import ENTRY, MODULE, OURS
from generator.utils.fs import Files
from generator.utils.resources import PROJECT

_MINIFIED = ("--minify", "--target=es2022", "--charset=utf8", "--legal-comments=none")
# No settings of a folder above the temporary one may change what comes out.
_SELF_CONTAINED = ("--tsconfig-raw={}", "--log-level=warning", "--outbase=.", "--outdir=out")
_MODULE_SCRIPT = re.compile(rb'(<script type="module"[^>]* src=")([^"]*?)(assets/[^"]+)"')


def find_esbuild(guide: Path) -> str | None:
    """Return the esbuild of the guide or of this project, or None where neither has one that runs.

    Args:
        guide: The folder in which the guide's mkdocs.yml stands.
    """
    if not shutil.which("node", path=_search_path()):
        return None
    folders = (guide, PROJECT)
    commands = (shutil.which("esbuild", path=str(folder.absolute() / "node_modules/.bin")) for folder in folders)
    return next(filter(None, commands), None)


def bundled(files: Files, esbuild: str | None) -> dict[str, bytes]:
    """Return a site's files with each module that pages load in one file, and our scripts and styles minified.

    What such a module imports only when it is needed becomes files of their own, with a hash in their names, and so
    does what these have in common with it. Pages load the latter beside the module.

    Raises:
        subprocess.CalledProcessError: A script or a style has an error; esbuild has said which, and where.
    """
    if esbuild is None:
        return dict(files)
    modules = {path for path in files if MODULE.fullmatch(path)}
    entries = {path for path in modules if posixpath.basename(path) == ENTRY}
    # Scripts that are no modules share their names with the theme's, so nothing at their top level is renamed.
    separate = {path for path in files if path.endswith((".js", ".css")) and OURS.fullmatch(path)} - modules
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path in modules | separate:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(files[path])
        # Modules are imported for what they export, so that one that is not needed is left out.
        (folder / "package.json").write_text('{"sideEffects": false}', encoding="utf-8")
        common = {entry: _bundle(esbuild, folder, entry) for entry in sorted(entries)}
        _run(esbuild, folder, separate)
        out = folder / "out"
        minified = {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*") if file.is_file()}
    remaining = {path: data for path, data in files.items() if path not in modules}
    pages = {path: _with_preloads(data, common) for path, data in remaining.items() if path.endswith(".html")}
    return remaining | pages | minified


def _bundle(esbuild: str, folder: Path, entry: str) -> tuple[str, ...]:
    """Bundle a module and its parts; return the parts that it needs from the start."""
    chunks = f"--chunk-names={entry.rpartition('/')[0]}/parts/[name].[hash]"
    metafile = folder / "meta.json"
    _run(esbuild, folder, [entry], "--bundle", "--format=esm", "--splitting", chunks, f"--metafile={metafile}")
    imports = json.loads(metafile.read_bytes())["outputs"][f"out/{entry}"]["imports"]
    return tuple(part["path"].removeprefix("out/") for part in imports if part["kind"] == "import-statement")


def _with_preloads(page: bytes, common: Mapping[str, Iterable[str]]) -> bytes:
    """Return a page that loads the parts of a module at once, and not only when it has read the module."""

    def links(script: re.Match[bytes]) -> bytes:
        root, entry = script[2].decode(), script[3].decode()
        preloads = (
            f'<link rel="modulepreload" fetchpriority="low" href="{root}{part}">' for part in common.get(entry, ())
        )
        return "".join(preloads).encode() + script[0]

    return _MODULE_SCRIPT.sub(links, page)


def _run(esbuild: str, folder: Path, paths: Iterable[str], *options: str) -> None:
    if names := sorted(paths):
        command = [esbuild, *names, *options, *_MINIFIED, *_SELF_CONTAINED]
        subprocess.run(command, cwd=folder, env={**os.environ, "PATH": _search_path()}, check=True)


def _search_path() -> str:
    """Return where programs are looked for: PATH, then beside Python, where `dev.py` puts Node if there is no other."""
    return os.pathsep.join([os.environ.get("PATH", os.defpath), str(Path(sys.executable).parent)])
