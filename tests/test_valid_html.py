"""Pages of every kind are valid HTML, as far as they are ours: the Nu checker says so."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.site.engines.registry import build_site
from tests.conftest import ROOT, copied_guide

pytestmark = pytest.mark.site

JAR = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"

# What is wrong with the theme's own pages, by a part of the message and of the place.
THEMES_OWN = [
    ("Attribute “autocomplete” is only allowed", 'class="md-toggle"'),
    ("Bad value “” for attribute “tabindex” on element “label”", 'class="md-nav__link"'),
    ("The value of the “for” attribute of the “label” element", 'for="__toc"'),
]


@pytest.mark.skipif(not shutil.which("java"), reason="the Nu checker needs Java")
@pytest.mark.skipif(not JAR.is_file(), reason="the Nu checker is not installed; type: npm ci")
def test_every_kind_of_page_is_valid_html(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied_guide(tmp_path / "bread")
    with (folder / "content/causes/dead-yeast.yml").open("a", encoding="utf-8") as cause:
        cause.write("was: [old-yeast]\n")
    monkeypatch.setenv("AFTERVIEW_SITE_URL", "https://example.org/guide/")
    monkeypatch.setenv("AFTERVIEW_REPO_URL", "https://example.org/us/guide")
    assert build_site(folder / "mkdocs.yml", folder / "site") == (0, ())
    assert (folder / "site/causes/old-yeast/index.html").is_file()
    command = ["java", "-jar", str(JAR), "--format", "json", "--errors-only", "--skip-non-html", str(folder / "site")]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)["messages"]
    assert found, "the theme's own are always among them"
    ours = [
        (each["url"].rpartition("/site/")[2], each["message"], each.get("extract", ""))
        for each in found
        if not any(message in each["message"] and place in each.get("extract", "") for message, place in THEMES_OWN)
    ]
    assert ours == []
