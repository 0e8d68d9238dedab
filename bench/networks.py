"""How the engine fares on data that nobody made for it, each figure with its goal.

HEPAR II (Onisko 2003) and WIN95PTS (Heckerman and others 1994) come with pgmpy: all findings known, log loss for each
cause. Soybean (Michalski & Chilausky 1980, UCI Machine Learning Repository) is taken from a folder: half to learn from,
half to ask, one question after another as the debrief would, and an answer that is missing is "not sure".

Usage: python bench/networks.py [--data FOLDER] [--json FILE]
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.engine.oracle.hepar import load_hepar, log_losses  # noqa: E402 (the path has to be known first)
from tests.engine.oracle.soybean import FILE, adaptive  # noqa: E402
from tests.engine.oracle.win95pts import log_loss  # noqa: E402
from tests.engine.process import Engine  # noqa: E402

SEEDS = (0, 1, 2)
GOALS = {"HEPAR II": 0.31, "WIN95PTS": 0.15, "soybean": 0.90}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data", help="the folder of soybean.arff")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    engine = Engine()
    hepar = log_losses(engine, load_hepar(), someone_ill=True)
    results: dict[str, object] = {"HEPAR II": hepar}
    print(
        f"HEPAR II, people with a disorder: log loss {hepar['engine']:.3f} (goal at most {GOALS['HEPAR II']};", end=" "
    )
    print(f"exact {hepar['exact']:.3f}, independent log odds {hepar['independent log odds']:.3f})")
    win95pts = [log_loss(engine, seed) for seed in SEEDS[:2]]
    results["WIN95PTS"] = win95pts
    print(f"WIN95PTS, machines with a fault: log loss {', '.join(f'{loss:.3f}' for loss in win95pts)}", end=" ")
    print(f"(goal at most {GOALS['WIN95PTS']})")
    path = options.data / FILE
    if path.exists():
        soybean = [adaptive(engine, path, seed) for seed in SEEDS]
        results["soybean"] = soybean
        first, pages = (sum(values) / len(soybean) for values in zip(*soybean, strict=True))
        print(
            f"soybean: first {first:.3f} (goal at least {GOALS['soybean']:.2f}) after {pages:.1f} questions, 8 at most"
        )
    else:
        print(f"soybean: no data at {path}; --data names the folder of {FILE}")
    engine.close()
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
