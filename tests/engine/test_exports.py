"""What a module of the quiz exports is needed by what ships, and not by tests alone."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

ENGINE = ROOT / "quiz/engine"
FACES = (ENGINE / "index.js", ENGINE / "asking.js")
EXPORT = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)
FACE = re.compile(r"^export \{([^}]*)\} from", re.MULTILINE)
IMPORT = re.compile(r"\b(?:import|export|const) \{([^}]*)\} (?:from|= await import\b)")
# A module that is loaded later has its exports as properties, or is taken apart.
PROPERTY = re.compile(r"\b(?:engine|details|takeAlong|import\(\"[^\"]+\"\)\)|furtherViews\(\)\))\??\.(\w+)")


def sources() -> Iterator[tuple[Path, str]]:
    for folder in ("browser", "quiz", "contribute", "search", "site_overrides", "generator/quiz"):
        for path in (ROOT / folder).rglob("*.*js"):
            yield path, path.read_text(encoding="utf-8")


def names_in(lists: list[str]) -> set[str]:
    return {name.strip().split(" ")[0] for names in lists for name in names.split(",") if name.strip()}


def imports(*without: Path) -> set[str]:
    texts = [text for path, text in sources() if not any(path.is_relative_to(left_out) for left_out in without)]
    lists = [names for text in texts for names in IMPORT.findall(text)]
    return names_in(lists) | {name for text in texts for name in PROPERTY.findall(text)}


def test_every_export_of_the_quiz_is_imported_by_what_ships() -> None:
    exports = {name for path, text in sources() if ROOT / "quiz" in path.parents for name in EXPORT.findall(text)}
    assert len(exports) > 100
    assert exports - imports(*FACES) == set()


def test_every_name_of_the_engines_faces_is_imported_by_what_ships_outside_the_engine() -> None:
    names = names_in([names for face in FACES for names in FACE.findall(face.read_text(encoding="utf-8"))])
    assert len(names) > 20
    assert names - imports(ENGINE) == set()
