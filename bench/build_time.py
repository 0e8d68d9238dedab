"""How long a cold build takes beside MkDocs alone on the same Markdown, for this guide and one of a thousand causes.

Both are whole commands, run from empty folders by turns; the medians are printed. Idle cores help the build, so our own
stages may last longer than the difference: checking and generating pages before the engine runs, finishing the site and
checking its links afterwards. They are run once more by themselves; their share is of the whole build.

Usage: python bench/build_time.py [--causes N ...] [--runs N] [--json FILE]
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
from itertools import pairwise
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.check_time import reworded, words_by_length  # noqa: E402 (the path has to be known first)
from generator.guide import Guide  # noqa: E402
from generator.linting.linter import check  # noqa: E402
from generator.pages.publication import Publication  # noqa: E402
from generator.site.link_checker import broken_links, read_site  # noqa: E402
from generator.site.pipeline import files  # noqa: E402
from generator.site.postprocess.steps import finish  # noqa: E402
from generator.site.writer import write  # noqa: E402


def enlarged(folder: Path, causes: int) -> None:
    """Add copies of causes, with their words changed, until there are as many as asked for."""
    chance = random.Random(1)
    words = words_by_length(folder)
    originals = sorted((folder / "causes").glob("*.yml"))
    for number in range(max(0, causes - len(originals))):
        text = originals[number % len(originals)].read_text(encoding="utf-8")
        text = re.sub(r"(?m)^title: .*$", f"title: A copied cause with the number {number}", text, count=1)
        (folder / f"causes/copy-{number}.yml").write_text(reworded(text, words, chance), encoding="utf-8")


def measured(causes: int, runs: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "content")
        enlarged(folder / "content", causes)
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        config = config.replace("site_overrides\n", f"{ROOT.as_posix()}/site_overrides\n")
        config = re.sub(r"(?m)^watch: .*$", "", config)
        hook = f"hooks: [{ROOT.as_posix()}/generator/site/engines/mkdocs_hook.py]"
        (folder / "mkdocs.yml").write_text(re.sub(r"(?m)^hooks: .*$", hook, config), encoding="utf-8")
        (folder / "alone.yml").write_text(re.sub(r"(?m)^hooks: .*$", "", config), encoding="utf-8")
        began = time.perf_counter()
        guide = check(folder / "content", advise=False).guide
        checked = round(time.perf_counter() - began, 2)
        assert guide

        build = ["-m", "generator", "build", "--config", str(folder / "mkdocs.yml"), "--site", str(folder / "site")]
        alone = ["-m", "mkdocs", "build", "-q", "-f", str(folder / "alone.yml"), "-d", str(folder / "alone")]
        whole, engine = [], []
        for _ in range(runs):
            shutil.rmtree(folder / "build", ignore_errors=True)
            shutil.rmtree(folder / "site", ignore_errors=True)
            (folder / "build/docs").mkdir(parents=True)
            whole.append(seconds(build))
            engine.append(seconds(alone))
        row = {
            "causes": len(guide.content.causes),
            "pages": len([*(folder / "build/docs").rglob("*.md")]),
            "build_seconds": median(whole),
            "engine_alone_seconds": median(engine),
            "longer_than_engine_alone": round(median(whole) / median(engine) - 1, 3),
        }
        ours = {"check_seconds": checked, **stages(guide, folder)}
    return {**row, **ours, "share": round(sum(ours.values()) / row["build_seconds"], 3)}


def stages(guide: Guide, folder: Path) -> dict[str, float]:
    """Return how long each of our other stages takes, given a folder in which MkDocs alone has built a site."""
    times = [time.perf_counter()]
    write(files(Publication(guide)), folder / "pages")
    times.append(time.perf_counter())
    assert not finish(folder / "alone", folder)
    times.append(time.perf_counter())
    assert not broken_links(read_site(folder / "alone"))
    times.append(time.perf_counter())
    names = ("generate_seconds", "finish_seconds", "links_seconds")
    return {name: round(end - begin, 2) for name, (begin, end) in zip(names, pairwise(times), strict=True)}


def seconds(arguments: list[str]) -> float:
    began = time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *arguments], check=True, env=environment, capture_output=True)
    return round(time.perf_counter() - began, 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--causes", type=int, nargs="*", default=[0, 1000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = [measured(causes, arguments.runs) for causes in arguments.causes]
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
