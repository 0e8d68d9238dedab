"""A script or a style that is made smaller is the same to a browser."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from generator.site.postprocess.minify import smaller
from tests.conftest import ROOT

# Another program takes out all that says nothing, of each file before and after.
SAME = """
import { readFileSync } from "node:fs";
import { transform } from "esbuild";
const bare = async (code, loader) => (await transform(code, { loader, minify: true, legalComments: "none" })).code;
const different = [];
for (const [name, before, after] of JSON.parse(readFileSync(0, "utf8"))) {
  const loader = name.split(".").at(-1);
  if ((await bare(before, loader)) !== (await bare(after, loader))) different.push(name);
}
console.log(JSON.stringify(different));
"""


def different(texts: list[tuple[str, str, str]]) -> list[str]:
    """Return the names of those that are not the same before and after."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    assert node
    command = [node, "--input-type=module", "-e", SAME]
    run = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, cwd=ROOT, check=True)
    found: list[str] = json.loads(run.stdout)
    return found


def test_scripts_and_styles_do_the_same_with_fewer_bytes() -> None:
    folders = {"quiz": "assets/quiz", "contribute": "assets/contribute", "site_overrides/assets": "assets"}
    before = {
        f"{address}/{path.relative_to(ROOT / folder).as_posix()}": path.read_bytes()
        for folder, address in folders.items()
        for ending in ("js", "css")
        for path in sorted((ROOT / folder).rglob(f"*.{ending}"))
    }
    after = smaller(before)
    assert len(after) > 35
    assert not different([(path, before[path].decode(), after[path].decode()) for path in before])
    assert sum(map(len, after.values())) < 0.7 * sum(map(len, before.values()))


def test_a_difference_would_be_found() -> None:
    assert different([("a.js", "f(`\n//`)", "f(`\n`)"), ("b.js", "f( 1)", "f(1)")]) == ["a.js"]


def test_what_is_not_ours_stays_as_it_is() -> None:
    files = {"debrief/quiz.json": b'{\n  "a": 1 }', "assets/javascripts/bundle.1a2b3c4d.min.js": b"// Theirs\n"}
    assert smaller(files) == files
