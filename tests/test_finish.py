"""What is done to a site once it is built: names with hashes, the policy, and the list for the service worker."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from generator.site.postprocess import bundle
from generator.site.postprocess.bundle import bundled, find_esbuild
from generator.site.postprocess.cache_busting import HASHED, PUBLIC, hashed_names
from generator.site.postprocess.csp import HEADERS, unknown_scripts, with_policy
from generator.site.postprocess.service_worker import with_worker
from generator.site.postprocess.steps import finish, steps
from tests.conftest import ROOT

ESBUILD = find_esbuild(ROOT)
NODE = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent)) or ""
needs_esbuild = pytest.mark.skipif(ESBUILD is None, reason="esbuild is not installed; type: npm ci")

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="stylesheet" href="{0}assets/site.css">'
PAGE = (
    HEAD + '</head><body><afterview-debrief src="quiz.json"></afterview-debrief><p>src="quiz.json"</p>{1}</body></html>'
)
ELEMENT = (
    '/** @import { T } from "./types.js" */\nimport { b } from "./b.js";\nimport "../c.js";\nglobalThis.shown = [b];\n'
)
B = 'import {\n  a,\n} from "../engine/a.js";\nexport { c } from "../c.js";\nexport const b = a;\n'


def small_site(deepest: str = "export const a = 1;\n") -> dict[str, bytes]:
    """Return a site of a few files, by path, whose deepest module is the given one."""
    module = '<script type="module" src="{0}assets/quiz/ui/element.js"></script>'
    texts = {
        "assets/quiz/ui/element.js": ELEMENT,
        "assets/quiz/ui/b.js": B,
        "assets/quiz/c.js": 'const from = "./no.js";\nexport const c = from;\n',
        "assets/quiz/ui/types.js": '/** @import { T } from "./element.js" */\nexport {};\n',
        "assets/quiz/engine/a.js": deepest,
        "assets/site.css": "p {}",
        "assets/javascripts/bundle.1a2b3c4d.min.js": "1",
        "debrief/quiz.json": "{}",
        "debrief/index.html": PAGE.format("../", module.format("../")),
        "index.html": PAGE.format("", "<script>x=new URL('.',location)</script>"),
        "404.html": PAGE.format("/guide/", ""),
    }
    return {path: text.encode() for path, text in texts.items()}


def site_of_bundles() -> dict[str, bytes]:
    """Return the small site without the modules that are only imported."""
    modules = ("assets/quiz/ui/b.js", "assets/quiz/ui/types.js", "assets/quiz/c.js", "assets/quiz/engine/a.js")
    return {path: data for path, data in small_site().items() if path not in modules}


def name_of(files: dict[str, bytes], stem: str) -> str:
    [found] = [path for path in files if HASHED.search(path) and path.startswith(f"{stem}.")]
    return found


def test_every_module_of_postprocess_has_its_step() -> None:
    folder = ROOT / "generator/site/postprocess"
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "steps"}
    functions = [step.func if isinstance(step, partial) else step for step in steps(ROOT)]
    assert {function.__module__.rpartition(".")[2] for function in functions} == modules


@needs_esbuild
def test_a_name_has_the_hash_of_the_bytes_and_pages_use_it() -> None:
    made = hashed_names(bundled(small_site(), ESBUILD))
    ours = [path for path in made if HASHED.search(path) and "bundle" not in path]
    assert len(ours) == 3
    for path in ours:
        assert path.split(".")[-2] == hashlib.sha256(made[path]).hexdigest()[:8]
    page = made["debrief/index.html"].decode()
    assert f'<script type="module" src="../{name_of(made, "assets/quiz/ui/element")}">' in page
    assert f'<afterview-debrief src="{name_of(made, "debrief/quiz").rpartition("/")[2]}">' in page
    assert '<p>src="quiz.json"</p>' in page
    css = name_of(made, "assets/site")
    assert f'href="../{css}"' in page
    assert f'href="/guide/{css}"' in made["404.html"].decode()


@needs_esbuild
def test_a_change_deep_down_gives_a_new_name_to_what_pages_load() -> None:
    before, after = (
        hashed_names(bundled(small_site(text), ESBUILD)) for text in ("export const a = 1;\n", "export const a = 2;\n")
    )
    assert {path.split(".")[0] for path in after.keys() - before.keys()} == {"assets/quiz/ui/element"}


@needs_esbuild
def test_a_module_is_one_file_with_all_that_it_imports() -> None:
    files = bundled(small_site(), ESBUILD)
    assert {path for path in files if path.endswith(".js")} == {
        "assets/javascripts/bundle.1a2b3c4d.min.js",
        "assets/quiz/ui/element.js",
    }
    script = files["assets/quiz/ui/element.js"].decode() + "console.log(JSON.stringify(shown));"
    run = subprocess.run([NODE, "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == [1]


@needs_esbuild
def test_scripts_and_styles_of_ours_are_minified_and_names_that_the_theme_may_share_stay() -> None:
    script = b"/** Doubles. */\nconst doubled = (number) => 2 * number;\n"
    style = b'@media (min-width: 60em) { .a::before { content: "\xe2\x9c\x95"; content: "\xe2\x9c\x95" / ""; } }\n'
    theirs = {"assets/javascripts/bundle.1a2b3c4d.min.js": b"// Theirs\n", "debrief/quiz.json": b'{\n  "a": 1 }'}
    files = bundled({"assets/theme.js": script, "assets/site.css": style, **theirs}, ESBUILD)
    assert files["assets/theme.js"].startswith(b"const doubled=")
    assert b"Doubles" not in files["assets/theme.js"]
    # Browsers that can't read the second content fall back on the first.
    assert files["assets/site.css"].decode() == '@media(min-width:60em){.a:before{content:"✕";content:"✕" / ""}}\n'
    assert {path: files[path] for path in theirs} == theirs


@needs_esbuild
def test_two_runs_give_the_same_bytes() -> None:
    assert bundled(small_site(), ESBUILD) == bundled(small_site(), ESBUILD)


@needs_esbuild
@pytest.mark.parametrize("deepest", ["export const b = 1;\n", "export const a = ;\n"])
def test_a_module_with_an_error_fails_the_build_and_is_named(deepest: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        bundled(small_site(deepest), ESBUILD)
    assert "a.js" in capfd.readouterr().err


def test_without_esbuild_modules_stay_as_they_are_under_the_names_by_which_they_import_one_another() -> None:
    files = hashed_names(bundled(small_site(), None))
    modules = {path: data for path, data in small_site().items() if path.startswith("assets/quiz/")}
    assert {path: data for path, data in files.items() if path.startswith("assets/quiz/")} == modules
    assert b'src="../assets/quiz/ui/element.js"' in files["debrief/index.html"]
    assert f'href="../{name_of(files, "assets/site")}"' in files["debrief/index.html"].decode()


def test_esbuild_is_looked_for_in_the_guide_first_and_never_without_node(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "node_modules/.bin/esbuild"
    program.parent.mkdir(parents=True)
    program.write_text("", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(bundle, "PROJECT", tmp_path / "project")
    assert bundle.find_esbuild(tmp_path) == str(program)
    assert bundle.find_esbuild(tmp_path / "elsewhere") is None
    monkeypatch.setattr(bundle, "_search_path", lambda: str(tmp_path))
    assert bundle.find_esbuild(tmp_path) is None


def test_public_names_stay_beside_those_with_hashes() -> None:
    made = hashed_names(site_of_bundles())
    for path in ("assets/quiz/ui/element.js", "debrief/quiz.json"):
        assert made[path] == made[name_of(made, path.rpartition(".")[0])]


def test_a_style_is_allowed_only_where_the_script_is_there_that_brings_it() -> None:
    script = "assets/javascripts/bundle.77dd0ce9.min.js"
    assert b"style-src 'self';" in with_policy(small_site())["index.html"]
    assert b"style-src 'self' 'sha256-" in with_policy({**small_site(), script: b""})["index.html"]


def test_the_policy_comes_before_all_that_it_governs_and_after_the_encoding() -> None:
    made = with_policy(small_site())
    for path in ("index.html", "debrief/index.html", "404.html"):
        page = made[path].decode()
        policy = page.index("Content-Security-Policy")
        assert policy < min(page.index(each) for each in ("<link", "<body") if each in page)
        assert "unsafe-" not in page.partition("</head>")[0]
        assert page.index("<meta charset") < 1000


def test_only_a_script_that_is_on_the_page_for_errors_too_is_the_themes() -> None:
    site = small_site()
    script = b'<script>x=new URL("%s",location)</script>'
    site["404.html"] += script % b"/guide/"
    site["index.html"] = site["index.html"].replace(b"'.'", b'"."')
    site["debrief/index.html"] += script % b".."
    assert unknown_scripts(site) == ()
    site["debrief/index.html"] += b'<script type="application/ld+json">{}</script><SCRIPT >alert(1)</SCRIPT >'
    assert [(each.page, each.beginning) for each in unknown_scripts(site)] == [("debrief/index.html", "alert(1)")]


def test_a_site_with_an_unknown_script_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<head></head><script>alert(1)</script>", encoding="utf-8")
    assert len(finish(tmp_path, tmp_path)) == 1
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "<head></head><script>alert(1)</script>"


def test_headers_make_files_with_hashes_immutable_and_no_others() -> None:
    text = with_policy(hashed_names(site_of_bundles()))[HEADERS].decode()
    kept = re.findall(r"(?m)^/(.+)\n  Cache-Control: .*immutable$", text)
    assert len(kept) == 4
    assert all(HASHED.search(path) for path in kept)
    assert "frame-ancestors 'none'" in text


def manifest(files: dict[str, bytes]) -> dict[str, dict[str, str]]:
    [text] = re.findall(r"const SITE = (\{.*\});", files["sw.js"].decode())
    found: dict[str, dict[str, str]] = json.loads(text)
    return found


def test_the_worker_has_the_hash_of_each_file_and_the_core_of_the_site() -> None:
    files = {
        **hashed_names(site_of_bundles()),
        "sw.js": (ROOT / "site_overrides/sw.js").read_bytes(),
        "api/x.json": b"{}",
    }
    site = manifest(with_worker(files))
    every = {**site["core"], **site["rest"]}
    assert all(hashlib.sha256(files[path]).hexdigest()[:16] == digest for path, digest in every.items())
    assert files.keys() - every.keys() == {"sw.js", "404.html", "api/x.json", *(PUBLIC & files.keys())}
    assert {"index.html", "debrief/index.html", name_of(files, "debrief/quiz")} <= site["core"].keys()
    changed = manifest(with_worker({**files, "index.html": b"x"}))
    assert changed["version"] != site["version"]
