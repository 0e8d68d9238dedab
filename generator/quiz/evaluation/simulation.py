"""Runs simulated people and cases through the engine that ships, which is JavaScript and needs Node."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from generator.guide import Guide
from generator.quiz.evaluation import CaseFigures, Examination, Figures, Progress
from generator.quiz.model import QuizModel, as_json
from generator.utils.resources import resource

SCRIPT = Path(__file__).resolve().parent / "examine.mjs"
ENGINE = resource("quiz") / "engine"

# Simulated people in all, divided among the causes, and the bounds for each cause.
TOTAL_PEOPLE = 1200
MIN_PEOPLE, MAX_PEOPLE = 10, 100
SEED = 2026


class NodeNotFoundError(Exception):
    """There is no Node on this machine."""


class PeopleSample(Figures):
    """The first three causes for each of a few people with one cause."""

    cause: str
    first_three: list[list[str]]


class Sample(Figures):
    """What the quiz says of the cases and of a few simulated people, for comparing two quizzes."""

    cases: list[CaseFigures]
    people: list[PeopleSample]


def examine(
    guide: Guide, quiz: QuizModel, *, people: int | None = None, progress: Progress = lambda _: None
) -> Examination:
    """Examine the quiz of a guide.

    Args:
        guide: The guide, for its cases.
        quiz: Its model.
        people: How many people to simulate for each cause, or None for the usual number.
        progress: Called with the share of the work that is done.

    Raises:
        NodeNotFoundError: There is no Node on this machine.
    """
    result = _simulate(request(guide, quiz, people), "examination", progress)
    return Examination.model_validate(result)


def sample(guide: Guide, quiz: QuizModel, people: int) -> Sample:
    """Return the first three causes for each case of a guide and for a few simulated people of each cause.

    These people answer each question independently, so those whom a change does not concern answer as before it.

    Raises:
        NodeNotFoundError: There is no Node on this machine.
    """
    return Sample.model_validate(_simulate(request(guide, quiz, people), "sample"))


def run(quiz: QuizModel, part: str, **inputs: Any) -> Any:
    """Return a part of what `examine.mjs` says about a quiz, from the inputs that it needs besides the model.

    Raises:
        NodeNotFoundError: There is no Node on this machine.
    """
    return _simulate({"model": json.loads(as_json(quiz)), "seed": SEED, **inputs}, part)


def request(guide: Guide, quiz: QuizModel, people: int | None) -> dict[str, Any]:
    """Return the input of the simulation, apart from the part of its output that is wanted."""
    if people is None:
        people = min(MAX_PEOPLE, max(MIN_PEOPLE, TOTAL_PEOPLE // len(quiz.causes)))
    cases = [
        {"id": id_, "answers": case.value.answers, "main": case.value.turned_out.main}
        for id_, case in guide.content.cases.items()
    ]
    return {"model": json.loads(as_json(quiz)), "cases": cases, "people": people, "seed": SEED}


def _simulate(inputs: dict[str, Any], part: str, progress: Progress = lambda _: None) -> Any:
    """Return a part of what the engine says of a quiz.

    Raises:
        NodeNotFoundError: There is no Node on this machine.
    """
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if node is None:
        raise NodeNotFoundError
    command = [node, str(SCRIPT), (ENGINE / "index.js").as_uri()]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True, encoding="utf-8") as process:
        assert process.stdin
        assert process.stdout
        json.dump({**inputs, "part": part}, process.stdin)
        process.stdin.close()
        last: dict[str, Any] = {}
        for line in process.stdout:
            last = json.loads(line)
            if "progress" in last:
                progress(last["progress"])
    if process.returncode or part not in last:
        raise RuntimeError(f"{SCRIPT.name} ended with status {process.returncode}")
    return last[part]
