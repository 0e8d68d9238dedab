"""What the page of the debrief loads of ours stays small."""

import gzip
import re
from pathlib import Path

import pytest

from generator.site.engines.registry import build_site
from tests.conftest import copied_guide

MAX_PACKED_BYTES = 18_000


@pytest.mark.site
def test_the_debriefs_script_and_style_are_small_as_the_site_ships_them(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build_site(copied_guide(tmp_path / "bread") / "mkdocs.yml", site) == (0, ())
    page = site / "debrief/index.html"
    addresses = re.findall(r'(?:src|href)="([^"]*assets/quiz/[^"]+\.(?:js|css))"', page.read_text(encoding="utf-8"))
    files = [(page.parent / address).resolve() for address in addresses]
    assert sorted(file.suffix for file in files) == [".css", ".js"]
    script = next(file for file in files if file.suffix == ".js").read_text(encoding="utf-8")
    assert not re.search(r'\bimport\b[^(]*?"\.', script), "the script loads others, which are not measured"
    packed = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    assert 10_000 < sum(packed.values()) <= MAX_PACKED_BYTES, packed
