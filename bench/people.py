"""How the debrief fares with people who answer as they do: replays the answer sheets of tests/people/.

Usage: python bench/people.py [--json FILE] [--each]
"""

import argparse
import json
import math
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.linting.linter import check  # noqa: E402 (the path has to be known first)
from generator.quiz.model import as_json, quiz_model  # noqa: E402

SHORTLIST = 3
Sitting = dict[str, Any]


def interval(successes: int, of: int) -> tuple[float, float]:
    """Return the 95% interval of a share (Wilson 1927)."""
    z = 1.96
    middle = (successes + z * z / 2) / (of + z * z)
    half = z / (of + z * z) * math.sqrt(successes * (of - successes) / of + z * z / 4)
    return middle - half, middle + half


def read(path: Path) -> dict[str, Any]:
    """Return a sheet in which all ids are texts, `no` as well."""
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (it is safe)
    return data


def sittings() -> list[Sitting]:
    guide = check(ROOT / "content").guide
    assert guide, "the content has errors"
    paths = sorted((ROOT / "tests/people").glob("*/*.yml"))
    sheets = [{"id": path.stem, **read(path)} for path in paths]
    for sheet in sheets:
        sheet["answers"] = {id_: None if chosen == "null" else chosen for id_, chosen in sheet["answers"].items()}
    node = shutil.which("node")
    assert node, "this needs Node"
    given = json.dumps({"model": json.loads(as_json(quiz_model(guide))), "sheets": sheets})
    run = subprocess.run(
        [node, ROOT / "bench/_replay.mjs"], input=given, capture_output=True, encoding="utf-8", check=True
    )
    return [{**sheet, **sitting} for sheet, sitting in zip(sheets, json.loads(run.stdout), strict=True)]


def place(sitting: Sitting) -> float:
    """Return the place of the first cause that says what came out, from 1."""
    return min((sitting["causes"].index(cause) + 1 for cause in sitting["accepted"]), default=math.inf)


FIGURES: dict[str, Callable[[Sitting], bool]] = {
    "true cause first": lambda sitting: place(sitting) == 1,
    "among the first three": lambda sitting: place(sitting) <= SHORTLIST,
    "first cause is of the right control": lambda sitting: sitting["controls"][0] == sitting["whose"],
    "can't tell": lambda sitting: sitting["cannotTell"],
}


def figures(found: Sequence[Sitting]) -> dict[str, Any]:
    shares = {name: [sum(map(holds, found)), len(found)] for name, holds in FIGURES.items()}
    pages = sum(sitting["pages"] for sitting in found)
    empty = sum(sitting["emptyPages"] for sitting in found)
    return {**shares, "pages": pages / len(found), "empty pages": empty / pages}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--each", action="store_true", help="print every sitting as well")
    options = parser.parse_args()
    # Without a cause that says what came out, or a trace of it, nothing can come first.
    judged = [sitting for sitting in sittings() if sitting["accepted"] and sitting["traceless"] != "true"]
    halves = {half: [sitting for sitting in judged if sitting["half"] == half] for half in ("a", "b")}
    results = {name: figures(some) for name, some in {**halves, "both": judged}.items()}
    for name, values in results.items():
        print(f"half {name}" if name != "both" else "both halves")
        for figure, value in values.items():
            if isinstance(value, list):
                low, high = interval(*value)
                print(
                    f"  {figure:<36} {value[0]:>3} of {value[1]}  {value[0] / value[1]:.0%} ({low:.0%} to {high:.0%})"
                )
            else:
                print(f"  {figure:<36} {value:.2f}")
    if options.each:
        for sitting in judged:
            accepted = ", ".join(sitting["accepted"])
            print(f"{sitting['id']:<6} {place(sitting):>3} {sitting['causes'][0]:<28} true: {accepted}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
