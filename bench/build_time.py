"""How long a cold build takes, and the generator's share of it, for this guide and for one with a thousand causes.

The share is all that is ours: reading, checking and writing pages before the engine runs, and afterwards finishing the
site and looking its links over. How well the quiz does is not asked: that is done once per content, and is kept.

Usage: python bench/build_time.py [--causes N ...] [--json FILE]
"""

import argparse
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.check_time import reworded, words_by_length  # noqa: E402 (the path has to be known first)
from generator.build import files, write  # noqa: E402
from generator.checks.verdict import check  # noqa: E402
from generator.pages.addresses import Repository  # noqa: E402
from generator.reporters import as_text  # noqa: E402
from generator.site.finish import finish  # noqa: E402
from generator.site.links import broken_links  # noqa: E402


def enlarged(folder: Path, causes: int) -> None:
    """Add causes with other words under other names until there are as many as asked for."""
    chance = random.Random(1)
    words = words_by_length(folder)
    originals = sorted((folder / "causes").glob("*.yml"))
    for number in range(max(0, causes - len(originals))):
        text = originals[number % len(originals)].read_text(encoding="utf-8")
        text = re.sub(r"(?m)^title: .*$", f"title: A copied cause with the number {number}", text, count=1)
        (folder / f"causes/copy-{number}.yml").write_text(reworded(text, words, chance), encoding="utf-8")


def measured(causes: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "content")
        enlarged(folder / "content", causes)
        (folder / "build/docs").mkdir(parents=True)
        config = (
            (ROOT / "mkdocs.yml")
            .read_text(encoding="utf-8")
            .replace("site_overrides\n", f"{ROOT.as_posix()}/site_overrides\n")
        )
        config = re.sub(r"(?m)^hooks: .*$", "", re.sub(r"(?m)^watch: .*$", "", config))
        (folder / "mkdocs.yml").write_text(config)

        began = time.perf_counter()
        found = check(folder / "content")
        guide = found.guide
        assert guide, as_text(found.diagnostics[:3])
        checked = time.perf_counter()
        made = files(guide, Repository())
        write(made, folder / "build/docs")
        generated = time.perf_counter()
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "-q",
            "-f",
            str(folder / "mkdocs.yml"),
            "-d",
            str(folder / "site"),
        ]
        subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        built = time.perf_counter()
        assert not finish(folder / "site")
        finished = time.perf_counter()
        assert not broken_links(folder / "site")
        whole = time.perf_counter()
    ours = whole - began - (built - generated)
    return {
        "causes": len([path for path in made if path.startswith("causes/")]),
        "pages": len([path for path in made if path.endswith(".md")]),
        "check_seconds": round(checked - began, 2),
        "generate_seconds": round(generated - began, 2),
        "engine_seconds": round(built - generated, 2),
        "finish_seconds": round(finished - built, 2),
        "links_seconds": round(whole - finished, 2),
        "total_seconds": round(whole - began, 2),
        "share": round(ours / (whole - began), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--causes", type=int, nargs="*", default=[0, 1000])
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = [measured(causes) for causes in arguments.causes]
    print(f"cold build, {os.cpu_count()} cores")
    for row in rows:
        print("  ".join(f"{name} {value:g}" for name, value in row.items()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"the generator's peak memory: {peak:.0f} MB")
    if arguments.json:
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        arguments.json.write_text(json.dumps({"cores": os.cpu_count(), "builds": rows}, indent=2) + "\n")


if __name__ == "__main__":
    main()
