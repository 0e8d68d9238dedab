"""What form.json gives to the form, and what the form makes of it."""

import json
import shutil
import subprocess
from datetime import date

from generator.exports.form_data import PATH, form
from generator.pages.urls import Repository
from tests.conftest import BREAD, ROOT, guide_of

TODAY = date(2026, 3, 1)
RUN_PREVIEW = ROOT / "tests/contribute/run_preview.mjs"


def test_the_preview_shows_every_field_that_is_written() -> None:
    node = shutil.which("node")
    assert node
    data = form(guide_of(BREAD / "content", TODAY), Repository())[PATH]
    ran = subprocess.run([node, str(RUN_PREVIEW)], input=data, stdout=-1, text=True, encoding="utf-8", check=True)
    fields = json.loads(ran.stdout)
    assert {field["path"].partition(".")[0] for field in fields} == {*json.loads(data)["kinds"]}
    assert [field["path"] for field in fields if not field["isShown"]] == []


def test_a_newspaper_article_and_advice_from_practice_are_kinds_of_sources_that_claim_no_research() -> None:
    kinds = guide_of(ROOT / "content").setup.scales.source_kinds
    offered = json.loads(form(guide_of(ROOT / "content"), Repository())[PATH])["titles"]["source_kinds"]
    for kind in ("press-article", "practice-advice"):
        assert kinds[kind].endswith(", not research")
        assert offered[kind].startswith(kinds[kind])
