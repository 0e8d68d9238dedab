"""Keeps the last examination of a guide, under a hash of everything that it depends on."""

import hashlib
import json
from pathlib import Path

from generator.guide import Guide
from generator.quiz.evaluation import Examination, sheets, simulation
from generator.quiz.model import QuizModel

FOLDER = Path(".cache", "examinations")


def load(base: Path, guide: Guide, quiz: QuizModel, people: int | None = None) -> Examination | None:
    """Return the examination of this very content by this very engine, or None where there is none.

    Args:
        base: The guide's folder, in which content/ is.
        guide: The guide.
        quiz: Its model.
        people: How many people were simulated for each cause, or None for the usual number.
    """
    try:
        return Examination.model_validate_json(_path(base, guide, quiz, people).read_bytes())
    except (OSError, ValueError):
        return None


def store(base: Path, guide: Guide, quiz: QuizModel, examination: Examination) -> None:
    """Keep an examination in place of any earlier one."""
    path = _path(base, guide, quiz, examination.people)
    path.parent.mkdir(parents=True, exist_ok=True)
    for earlier in path.parent.glob("*.json"):
        earlier.unlink()
    path.write_text(examination.model_dump_json(by_alias=True), encoding="utf-8")


def _path(base: Path, guide: Guide, quiz: QuizModel, people: int | None) -> Path:
    """Return the file of an examination, which is named by a hash of content, engine, simulation and answer sheets."""
    wordless = quiz.model_copy(update={"strings": {}})
    digest = hashlib.sha256(json.dumps(simulation.request(guide, wordless, people)).encode())
    people_sheets = sorted((base / sheets.FOLDER).glob("*/*.yml"))
    for path in [simulation.SCRIPT, *sorted(simulation.ENGINE.glob("*.js")), *people_sheets]:
        digest.update(path.read_bytes())
    return base / FOLDER / f"{digest.hexdigest()[:20]}.json"
