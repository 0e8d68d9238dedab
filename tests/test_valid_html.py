"""Pages of every kind are valid HTML by either engine, as far as they are ours: the Nu checker says so."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.site.engines.registry import ENGINES, build_site
from tests.conftest import ROOT, WITH_OTHER_THEME, copied_guide

pytestmark = pytest.mark.site

JAR = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"

# What is wrong with the theme's own pages, by a part of the message and of the place.
OF_THE_THEME: Mapping[str, tuple[str, ...]] = {
    "Attribute “autocomplete” is only allowed": ('class="md-toggle"',),
    "Bad value “” for attribute “tabindex” on element “label”": ('class="md-nav__link"',),
    "The “aria-hidden” attribute must not be used on any “label” element": ('class="md-overlay"',),
    "The value of the “for” attribute of the “label” element": ('for="__toc"',),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.skipif(not shutil.which("java"), reason="the Nu checker needs Java")
@pytest.mark.skipif(not JAR.is_file(), reason="the Nu checker is not installed; type: npm ci")
def test_every_kind_of_page_is_valid_html(engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied_guide(tmp_path / "bread")
    with (folder / "content/causes/dead-yeast.yml").open("a", encoding="utf-8") as cause:
        cause.write("was: [old-yeast]\n")
    monkeypatch.setenv("AFTERVIEW_SITE_URL", "https://example.org/guide/")
    monkeypatch.setenv("AFTERVIEW_REPO_URL", "https://example.org/us/guide")
    assert build_site(folder / "mkdocs.yml", folder / "site", ENGINES[engine]) == (0, ())
    assert (folder / "site/causes/old-yeast/index.html").is_file()
    command = ["java", "-jar", str(JAR), "--format", "json", "--errors-only", "--skip-non-html", str(folder / "site")]
    messages = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)["messages"]
    assert messages or engine in WITH_OTHER_THEME, "Material's own are always among them"
    ours = {
        (message["url"].rpartition("/site/")[2], message["message"], message.get("extract", ""))
        for message in messages
        if not is_of_the_theme(message)
    }
    assert ours == set()


def is_of_the_theme(message: Mapping[str, str]) -> bool:
    return any(
        text in message["message"] and any(place in message.get("extract", "") for place in places)
        for text, places in OF_THE_THEME.items()
    )
