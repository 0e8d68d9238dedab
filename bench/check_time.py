"""How long `check` takes on a guide of N entries, and how much memory: this guide's entries, each text made anew.

Usage: python bench/check_time.py [--entries 2000] [--runs 3]
"""

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def vocabulary(content: Path) -> list[str]:
    """Return the words of middling length that a guide uses."""
    texts = (path.read_text(encoding="utf-8") for path in content.rglob("*.yml"))
    return sorted({word for text in texts for word in re.findall(r"\b[a-z]{4,9}\b", text)})


def reworded(text: str, words: list[str], chance: random.Random) -> str:
    """Put other words into the texts of an entry; names, links and whatever stands in brackets stay."""
    return re.sub(
        r"(?m)^( {2,}[^:{}\[\]()\n]{40,}|(?:title|summary|claim): [^\n]+)$",
        lambda line: re.sub(r"\b[a-z]{4,9}\b(?!:)", lambda _: chance.choice(words), line[0]),
        text,
    )


def enlarge(content: Path, entries: int) -> None:
    """Add reworded causes and actions, half and half, until the guide has so many entries."""
    chance = random.Random(1)
    words = vocabulary(content)
    originals = [sorted((content / folder).glob("*.yml")) for folder in ("causes", "actions")]
    missing = entries - sum(1 for _ in content.rglob("*.yml"))
    for number in range(missing):
        kind = originals[number % 2]
        original = kind[number // 2 % len(kind)]
        target = original.with_name(f"{original.stem}-{number}.yml")
        text = re.sub(r"(?m)^(title: ['\"]?)", rf"\g<1>{number} ", original.read_text(), count=1)
        target.write_text(reworded(text, words, chance))


def measured(content: Path) -> tuple[float, float]:
    """Return the seconds that one run of the command takes, process and all, and its greatest memory in MB."""
    command = [sys.executable, "-m", "generator", "check", "--content", str(content)]
    before = os.times()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    elapsed = os.times().elapsed - before.elapsed
    return elapsed, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--entries", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copytree(ROOT / "content", Path(folder) / "content"))
        enlarge(content, args.entries)
        runs = [measured(content) for _ in range(args.runs)]
    seconds, memory = zip(*runs, strict=True)
    print(
        f"{args.entries} entries on {os.cpu_count()} cores: {min(seconds):.2f} to {max(seconds):.2f} s, "
        f"median {statistics.median(seconds):.2f} s; {max(memory):.0f} MB"
    )


if __name__ == "__main__":
    main()
