"""How well the quiz of this guide tells causes apart, and how near the engine comes to exact inference on HEPAR II.

Usage: python bench/accuracy.py [--json FILE]
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.linting.linter import check  # noqa: E402
from generator.quiz.builder import quiz_model  # noqa: E402
from generator.quiz.evaluation import as_text  # noqa: E402 (the path has to be known first)
from generator.quiz.evaluation.simulation import examine  # noqa: E402
from tests.engine.oracle.hepar import load_hepar, log_losses  # noqa: E402
from tests.engine.process import Engine  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    guide = check(ROOT / "content").guide
    assert guide, "the content has errors: python3 dev.py check"
    found = examine(guide, quiz_model(guide))
    print(as_text(found))
    engine, hepar = Engine(), load_hepar()
    losses = {
        people: log_losses(engine, hepar, someone_ill=someone_ill)
        for people, someone_ill in (("anyone", False), ("people with a disorder", True))
    }
    engine.close()
    for people, by_method in losses.items():
        figures = ", ".join(f"{name} {loss:.4f}" for name, loss in by_method.items())
        print(f"HEPAR II, {people}, log loss per disorder: {figures}")
    if arguments.json:
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        figures_found = {"guide": found.model_dump(by_alias=True), "hepar": losses}
        arguments.json.write_text(json.dumps(figures_found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
