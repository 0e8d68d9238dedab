"""What the page of the debrief loads of ours stays small."""

import gzip
import re
from pathlib import Path

import pytest

from generator.site.engines.registry import build_site
from tests.conftest import copied_guide

# What a question needs, and what the result needs beside it.
MAX_PACKED_BYTES = 18 * 1024
MAX_PACKED_RESULT_BYTES = 6_000


@pytest.mark.site
def test_the_debriefs_script_and_style_are_small_as_the_site_ships_them(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build_site(copied_guide(tmp_path / "bread") / "mkdocs.yml", site) == (0, ())
    page = site / "debrief/index.html"
    addresses = re.findall(r'(?:src|href)="([^"]*assets/quiz/[^"]+\.(?:js|css))"', page.read_text(encoding="utf-8"))
    files = {(page.parent / address).resolve() for address in addresses}
    assert sorted({file.suffix for file in files}) == [".css", ".js"]
    scripts = {file for file in files if file.suffix == ".js"}
    assert {part for script in scripts for part in imports(script)} <= scripts, (
        "a script loads one that is not preloaded"
    )
    packed = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    assert 10_000 < sum(packed.values()) <= MAX_PACKED_BYTES, packed
    (result,) = (site / "assets/quiz/ui/parts").glob("result.*.js")
    assert len(gzip.compress(result.read_bytes(), 9)) <= MAX_PACKED_RESULT_BYTES


def imports(script: Path) -> set[Path]:
    """Return the files that a minified script imports before it runs."""
    names = re.findall(r'(?:\bfrom|\bimport)"(\.[^"]+)"', script.read_text(encoding="utf-8"))
    return {(script.parent / name).resolve() for name in names}
