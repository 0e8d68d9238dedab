"""The wheel has all that a guide of its own needs: installed into an empty environment, it makes one and builds it."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from generator import __version__
from tests.conftest import ROOT

pytestmark = pytest.mark.site

PARTS = (
    "pyproject.toml",
    "MANIFEST.in",
    "README.md",
    "LICENSE",
    "generator",
    "browser",
    "quiz",
    "contribute",
    "search",
    "site_overrides",
    "tests",
    "content",
)
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path, **options: str) -> str:
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "AFTERVIEW_CONTENT")}
    env["NO_MKDOCS_2_WARNING"] = "1"
    # No test downloads anything; what is missing shall fail here and not be fetched.
    env |= {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, check=False, **options
    )  # type: ignore[call-overload]
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return str(done.stdout)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source archive, and from it the wheel; return the folder that holds both."""
    source = tmp_path_factory.mktemp("source")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / part, source / part)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", source / "dist", ".", cwd=source)
    return source / "dist"


@pytest.fixture(scope="module")
def scripts(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment that borrows nothing but its dependencies; return its programs."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "env", cwd=folder)
    python = folder / "env" / SCRIPTS / "python"
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])", cwd=folder).strip()
    borrowed = "\n".join(path for path in sys.path if path.endswith("site-packages"))
    Path(packages, "dependencies.pth").write_text(borrowed, encoding="utf-8")
    wheel = next(made.glob("*.whl"))
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", wheel, cwd=folder)
    return python.parent


@pytest.fixture(scope="module")
def guide(scripts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    run(scripts / "afterview", "init", "x", "--name", "Sprouts", cwd=folder)
    run(scripts / "afterview", "build", cwd=folder / "x")
    return folder / "x"


def test_the_wheel_holds_the_package_and_neither_tests_nor_this_guide(made: Path) -> None:
    with zipfile.ZipFile(next(made.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    assert {name.split("/")[0] for name in names} == {"generator", f"afterview-{__version__}.dist-info"}
    assert not [name for name in names if "test" in name.split("/")[-1] and "test-the-compost" not in name]
    ours = {path.name for path in (ROOT / "content").rglob("*.yml")} - {"guide.yml", "ui.yml", "sources.yml"}
    assert not {name.split("/")[-1] for name in names} & ours
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "generator").rglob("*") if path.is_file()}
    assert {name for name in package if "__pycache__" not in name and "/build/docs/" not in name} <= names
    for folder in ("browser", "quiz", "contribute", "search", "site_overrides"):
        parts = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert {f"generator/resources/{name}" for name in parts} <= names


def test_the_source_archive_holds_no_tests(made: Path) -> None:
    with tarfile.open(next(made.glob("*.tar.gz"))) as archive:
        names = archive.getnames()
    assert f"afterview-{__version__}/quiz/engine/index.js" in names
    assert not [name for name in names if name.split("/")[1:2] in (["tests"], ["content"])]


def test_the_installed_program_tells_its_version(scripts: Path) -> None:
    assert run(scripts / "afterview", "--version", cwd=scripts).strip() == f"afterview, version {__version__}"


def test_the_new_guide_passes_check_and_doctor(scripts: Path, guide: Path) -> None:
    assert run(scripts / "afterview", "check", cwd=guide).startswith("0 errors, 0 warnings.")
    assert "typical people: in the first three 100.0%" in run(scripts / "afterview", "doctor", cwd=guide)


def test_the_new_guide_is_built_with_its_debrief_and_its_look(guide: Path) -> None:
    site = guide / "site"
    for part in ("debrief/index.html", "causes/damped-off/index.html", "assets/quiz/ui/element.js", "assets/card.png"):
        assert (site / part).is_file(), part
    assert list((site / "assets").glob("site.*.css"))
    assert (site / "assets/quiz/engine/index.js").is_file(), "without esbuild modules are served as they are"
    assert json.loads((site / "debrief/quiz.json").read_bytes())["causes"]
    home = (site / "index.html").read_text(encoding="utf-8")
    assert 'title="Sprouts"' in home
    # The package's own theme, which no setting of the guide names.
    assert 'class="av-foot"' in home


def test_plain_mkdocs_builds_it_too(scripts: Path, guide: Path, tmp_path: Path) -> None:
    run(scripts / "python", "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "s", cwd=guide)
    pages = {path.relative_to(guide / "site") for path in (guide / "site").rglob("*.html")}
    assert {path.relative_to(tmp_path / "s") for path in (tmp_path / "s").rglob("*.html")} == pages


def test_entries_can_be_added_to_it(scripts: Path, guide: Path) -> None:
    entry = {"authors": ["Green, G."], "year": "2001", "title": "On mould", "venue": "Journal", "kind": "review"}
    rest = {"url": "https://example.org/", "finding": "It grows.", "limits": "One pot.", "confidence": "medium"}
    printed = run(scripts / "afterview", "new", "source", "--from-json", "-", cwd=guide, input=json.dumps(entry | rest))
    assert Path(printed.strip()) == Path("content/sources.yml")
