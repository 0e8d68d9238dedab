"""How the debrief fares with people who answer as they do: replays the answer sheets of tests/people/.

Usage: python bench/people.py [--each]
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.linting.linter import check  # noqa: E402 (the path has to be known first)
from generator.quiz.builder import quiz_model  # noqa: E402
from generator.quiz.evaluation.sheets import as_lines, load_sheets, place, replay  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", action="store_true", help="print every sitting as well")
    options = parser.parse_args()
    guide = check(ROOT / "content").guide
    assert guide, "the content has errors"
    sheets = load_sheets(ROOT)
    sittings = replay(quiz_model(guide), sheets)
    print("\n".join(as_lines(sheets, sittings)))
    if options.each:
        for sheet, sitting in zip(sheets, sittings, strict=True):
            if sheet.is_judged:
                accepted = ", ".join(sheet.accepted)
                print(f"{sheet.id:<6} {place(sheet, sitting):>3} {sitting.causes[0]:<28} true: {accepted}")


if __name__ == "__main__":
    main()
