"""Looks for bytes on which the reading of a file ends in an exception, guided by what code they reach.

Usage: python -m pip install atheris, then: python bench/fuzz.py [-runs=200000] [FOLDER OF SEEDS]
"""

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["generator"]):
    from generator import model
    from generator.diagnostics.formatters import as_text
    from generator.loading import loader

KINDS = [kind.entry for kind in model.KINDS.values()]


def one_input(data: bytes) -> None:
    """Read a file as the kind that its first byte says, and print its diagnostics as `check` would."""
    kind = KINDS[data[0] % len(KINDS)] if data else model.Cause
    _, diagnostics = loader.read_entry.__wrapped__("content/folder/name.yml", "name", data[1:], kind)
    as_text(diagnostics)
    assert all(diagnostic.hint and diagnostic.location.line >= 1 for diagnostic in diagnostics)


def main() -> None:
    seeds = ROOT / "build" / "fuzz"
    seeds.mkdir(parents=True, exist_ok=True)
    files = sorted((ROOT / "tests" / "fixtures").rglob("*.yml"))
    for number, path in enumerate(files):
        for kind in range(len(KINDS)):
            (seeds / f"{number}-{kind}").write_bytes(bytes([kind]) + path.read_bytes()[:3000])
    arguments = sys.argv if len(sys.argv) > 1 else [*sys.argv, "-runs=200000"]
    atheris.Setup([*arguments, "-max_len=3000", str(seeds)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
