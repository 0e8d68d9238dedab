"""Pages that helpers render come out as MkDocs would have rendered them, and none of its warnings is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.site.engines import mkdocs_hook, mkdocs_plugin
from generator.utils.parallel import idle_cores

ROOT = Path(__file__).parent.parent
PAGES = 80

HOOK = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from generator.site.engines import mkdocs_parallel
from mkdocs.utils import log
pages = None
count = 0
def on_nav(nav, config, files):
    global pages
    pages = mkdocs_parallel.ParallelPages(config, files)
def on_page_markdown(markdown, page, config, files):
    global count
    if page.file.src_uri == "page-0.md":
        import time
        time.sleep(0.5)
    left = pages.markdown_for_mkdocs(page, markdown)
    count += left != markdown
    return left
def on_page_content(html, page, config, files):
    assert page.toc is not None
    return pages.html_of(page, html, files)
def on_page_context(context, page, config, nav):
    assert page.markdown.lstrip().startswith("# "), page.markdown
def on_env(env, config, files):
    pages.close()
    print("rendered by helpers:", count)
"""
LISTENER = """
def on_page_markdown(markdown, page, config, files):
    return markdown + "\\n\\nAdded by another."
"""
GATHERER = """
from markdown.extensions import Extension
class Gathering(Extension):
    count = 0
    def extendMarkdown(self, md):
        Gathering.count += 1
def on_config(config):
    config.markdown_extensions.append(Gathering())
def on_post_build(config):
    assert Gathering.count > 80
"""

pytestmark = [pytest.mark.site, pytest.mark.skipif(idle_cores() == 0, reason="there is no core to spare here")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    for number in range(PAGES):
        text = (
            f"---\ntitle: Page {number}\n---\n# Heading {number}\n\n"
            f"## Part *one*\n\n[next](page-{(number + 1) % PAGES}.md#part-one), [here](#part-one)\n\n"
            "### Löwe & <b>so</b>\n"
        )
        (tmp_path / f"docs/page-{number}.md").write_text(text, encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# No title in its head\n", encoding="utf-8")
    (tmp_path / "parallel.py").write_text(HOOK, encoding="utf-8")
    (tmp_path / "listener.py").write_text(LISTENER, encoding="utf-8")
    (tmp_path / "gatherer.py").write_text(GATHERER, encoding="utf-8")
    return tmp_path


def built(project: Path, *hooks: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Return how MkDocs ended that builds a project with some hooks, and the pages."""
    (project / "mkdocs.yml").write_text(
        f"site_name: Pages\ntheme: material\nhooks: [{', '.join(hooks)}]\nplugins: [search]\n"
        "validation: {links: {anchors: warn}}\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    site = project / "site"
    kinds = ("*.html", "*.json", "*.xml")
    pages = {path.relative_to(site).as_posix(): path.read_text() for kind in kinds for path in site.rglob(kind)}
    return done, pages


def by_helpers(done: subprocess.CompletedProcess[str]) -> int:
    return int(done.stdout.partition("rendered by helpers: ")[2].split()[0])


def warnings(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in done.stderr.splitlines() if line.startswith("WARNING")]


def test_the_site_is_the_same(project: Path) -> None:
    done, pages = built(project)
    assert done.returncode == 0, done.stderr
    with_help, same = built(project, "parallel.py")
    assert with_help.returncode == 0, with_help.stderr
    assert by_helpers(with_help) > PAGES / 2
    assert same == pages


@pytest.mark.parametrize("link", ["[nowhere](nowhere.md)", "[gone](page-1.md#gone)", "[gone](#gone)"])
def test_a_warning_still_fails_the_build(project: Path, link: str) -> None:
    page = project / "docs/page-70.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n{link}\n", encoding="utf-8")
    alone, _ = built(project)
    with_help, _ = built(project, "parallel.py")
    assert by_helpers(with_help) > PAGES / 2
    assert alone.returncode == with_help.returncode == 1
    assert warnings(with_help) == warnings(alone)
    assert ["page-70.md" in warning for warning in warnings(alone)] == [True]


def test_another_plugin_that_changes_pages_gets_each_of_them(project: Path) -> None:
    done, pages = built(project, "parallel.py", "listener.py")
    assert done.returncode == 0, done.stderr
    assert by_helpers(done) == 0
    assert all("Added by another." in pages[f"page-{number}/index.html"] for number in range(PAGES))


def test_an_extension_of_markdown_that_gathers_something_sees_each_page(project: Path) -> None:
    done, _ = built(project, "parallel.py", "gatherer.py")
    assert done.returncode == 0, done.stderr
    assert by_helpers(done) == 0


def test_the_hook_listens_to_all_that_the_plugin_does_with_the_same_priorities() -> None:
    events = [name for name in dir(mkdocs_plugin.Plugin) if name.startswith("on_")]
    assert events == [name for name in dir(mkdocs_hook) if name.startswith("on_")]
    for event in events:
        assert getattr(mkdocs_hook, event).__func__ is getattr(mkdocs_plugin.Plugin, event)
    assert mkdocs_hook.on_nav.mkdocs_priority == -100, "after every plugin that changes the files"
