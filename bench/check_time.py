"""How long `check` takes on a guide of N entries, and how much memory.

Usage: python bench/check_time.py [--entries 2000] [--runs 3]

The guide is this one with causes and actions added to it, half and half, each made of an entry of this guide and as
long as that one. It is measured three times:

- written well: the words of every text are replaced by others of the same length, and every made cause has an action
  and a case, so that hardly anything is to be said of the guide, as of this one.
- copied: the texts stand as they were, so that nearly every paragraph is said twice and every cause lacks a case.
- broken: as written well, with a misspelt field in each made entry.
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
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.loading import Mapping as Fields  # noqa: E402 (the path has to be known first)
from generator.loading import Node, Scalar, parse  # noqa: E402

MADE_OF = ("causes", "actions")
# A text that people read has so many words or more; what has fewer may be an id or a word of a scale.
LEAST_WORDS = 3
# The target of a link or a blank, which stay, or a word that can be another.
_TWICE = re.compile(r"\b(\w+) \1\b")
_PART = re.compile(r"\]\([^)]*\)|\{[^}]*\}|(?<![\w\\:'-])[a-z]{3,}(?![\w:'-])")

Change = Callable[[str, str], str]


def words_by_length(content: Path) -> Mapping[int, Sequence[str]]:
    """Return the words of the texts of a guide, each as often as it occurs, by how long they are."""
    found: dict[int, list[str]] = defaultdict(list)
    for text in (text for folder in MADE_OF for path in files(content, folder) for text in texts(path.read_text())):
        for part in _PART.findall(text):
            if part[0] not in "]{":
                found[len(part)].append(part)
    return found


def texts(yaml: str) -> Iterator[str]:
    """Yield the texts of an entry as they stand in its file."""
    document, _ = parse("", yaml.encode())
    assert document is not None
    for text in scalars(document.root):
        if text.text.count(" ") >= LEAST_WORDS - 1:
            yield yaml[text.span.start : text.span.end]


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    for item in [value for _, value in node.items] if isinstance(node, Fields) else node.items:
        yield from scalars(item)


def files(content: Path, folder: str) -> list[Path]:
    return sorted((content / folder).glob("*.yml"))


def reworded(yaml: str, words: Mapping[int, Sequence[str]], chance: random.Random) -> str:
    """Put another word of the same length in the place of each word of the texts; keys, ids and links stay."""
    for text in texts(yaml):
        other = _PART.sub(lambda part: part[0] if part[0][0] in "]{" else chance.choice(words[len(part[0])]), text)
        # Nobody who writes well types a word twice in a row.
        yaml = yaml.replace(text, _TWICE.sub(r"\1 so", other), 1)
    return yaml


def enlarge(content: Path, entries: int, change: Change, *, linked: bool) -> None:
    """Add changed copies of causes and actions in turn; with `linked`, each cause leads to an action and has a case."""
    missing = entries - sum(1 for _ in content.rglob("*.yml"))
    copies = {folder: islice(cycle(files(content, folder)), (missing + 1) // 2) for folder in MADE_OF}
    cases = cycle(files(content, "cases"))
    for number, (cause, action) in enumerate(zip(copies["causes"], copies["actions"], strict=True)):
        made = {path: path.with_name(f"{path.stem}-{number}.yml") for path in (cause, action)}
        for path, target in made.items():
            target.write_text(change(titled(path.read_text(), number), path.stem))
        if linked:
            name_in(made[cause], "actions", f"{made[action].stem}: strong")
            name_in(next(cases), "also", made[cause].stem)


def titled(yaml: str, number: int) -> str:
    return re.sub(r"(?m)^(title: ['\"]?)", rf"\g<1>{number} ", yaml, count=1)


def name_in(path: Path, field: str, item: str) -> None:
    """Put an item at the head of a list or mapping of an entry."""
    inside = rf"\b{field}:\s+[\[{{](?=(.))"
    yaml, found = re.subn(inside, lambda at: f"{at[0]}{item}{'' if at[1] in ']}' else ', '}", path.read_text(), count=1)
    if not found:
        yaml, found = re.subn(rf"(?m)^{field}:\n", f"{field}:\n  {item}\n", yaml, count=1)
    assert found, path
    path.write_text(yaml)


def measured(content: Path) -> tuple[float, float, float]:
    """Return the seconds and the processor's seconds of one run of the command, and its greatest memory in MB."""
    command = [sys.executable, "-m", "generator", "check", "--content", str(content)]
    before = os.times()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return os.times().elapsed - before.elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def verdict(content: Path) -> str:
    command = [sys.executable, "-m", "generator", "check", "--content", str(content)]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return re.findall(r"\d+ errors?, \d+ warnings?", printed)[-1]


def mean_bytes(content: Path) -> float:
    """Return how long the causes and actions are on average, all the same how many there are of each."""
    sizes = [[path.stat().st_size for path in files(content, folder)] for folder in MADE_OF]
    return statistics.mean(map(statistics.mean, sizes))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--entries", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    chance = random.Random(1)
    words = words_by_length(ROOT / "content")

    def well(yaml: str, _: str) -> str:
        return reworded(yaml, words, chance)

    guides: dict[str, tuple[Change, bool]] = {
        "written well": (well, True),
        "copied": (lambda yaml, _: yaml, False),
        "broken": (lambda yaml, id_: well(yaml, id_).replace("summary:", "sumary:", 1), True),
    }
    print(f"{args.entries} entries on {os.cpu_count()} cores; a cause or action of this guide: ", end="")
    print(f"{mean_bytes(ROOT / 'content'):.0f} bytes")
    for name, (change, linked) in guides.items():
        with tempfile.TemporaryDirectory() as folder:
            content = Path(shutil.copytree(ROOT / "content", Path(folder) / "content"))
            enlarge(content, args.entries, change, linked=linked)
            found, size = verdict(content), mean_bytes(content)
            seconds, busy, memory = zip(*(measured(content) for _ in range(args.runs)), strict=True)
        print(
            f"{name} ({found}; {size:.0f} bytes): {min(seconds):.2f} to {max(seconds):.2f} s, "
            f"median {statistics.median(seconds):.2f} s; the processor {min(busy):.2f} s; {max(memory):.0f} MB"
        )


if __name__ == "__main__":
    main()
