"""Examines a guide's quiz with the very engine that ships, and says where it falls short.

The engine is JavaScript, so this needs Node. Nothing that is found is kept in the repository: it would be out of date
with the next contribution. Examinations are cached below `.cache/`, under a hash of all that they depend on.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from generator.guide import Guide
from generator.model import Floors
from generator.quiz.model import QuizModel, as_json
from generator.utils.resources import resource

SCRIPT = Path(__file__).resolve().parent / "examine.mjs"
ENGINE = resource("quiz") / "engine"

# Simulated people in all, shared out among the causes, and the fewest and most for each.
ALL_PEOPLE = 1200
FEWEST, MOST = 10, 100
SEED = 2026
SHORTLIST = 3

Progress = Callable[[float], None]


class NoNode(Exception):  # noqa: N818 (an answer, not a diagnostic of the program)
    """There is no Node on this machine."""


class Finding(BaseModel):
    """A part of an examination."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, validate_by_name=True)


class Apart(Finding):
    """How far a question tells two causes apart: the expected weight of evidence between them, in decibans."""

    question: str
    decibans: float


class CauseFinding(Finding):
    """How people with one cause fare. Shares are of simulated people, places count from 1."""

    cause: str
    first: float
    in_three: float
    typical_place: int
    pages: float
    rival: str | None
    rival_first: float
    apart: list[Apart]


class CaseFinding(Finding):
    """Where the true cause of a case ended up."""

    case: str
    cause: str
    place: int
    pages: int
    first_three: list[dict[str, Any]]


class Bin(Finding):
    """People whose belief fell into one tenth, the mean belief there, and for how many it was true."""

    people: int
    belief: float | None
    true: float | None


class Calibration(Finding):
    """How true beliefs are over people drawn from the guide's own priors, several causes at once included."""

    people: int
    brier: float
    expected_calibration_error: float
    log_loss: float
    bins: list[Bin]


class Examination(Finding):
    """All that was found, with `people` simulated for each cause."""

    people: int
    unreachable: list[str]
    one_question: list[str]
    idle_answers: list[dict[str, Any]]
    overwhelming: list[dict[str, Any]]
    cases: list[CaseFinding]
    causes: list[CauseFinding]
    calibration: Calibration

    @property
    def first(self) -> float:
        """Share of all simulated people whose cause came first."""
        return _mean([each.first for each in self.causes])

    @property
    def in_three(self) -> float:
        """Share of all simulated people whose cause was in the first three."""
        return _mean([each.in_three for each in self.causes])

    @property
    def pages(self) -> float:
        """Mean number of questions until the quiz had asked enough."""
        return _mean([each.pages for each in self.causes])

    @property
    def typical_in_three(self) -> float:
        """Share of causes that come in the first three for someone who gives the likeliest answer each time."""
        return _mean([each.typical_place <= SHORTLIST for each in self.causes])

    @property
    def cases_in_three(self) -> float:
        """Share of cases whose true cause came in the first three."""
        return _mean([each.place <= SHORTLIST for each in self.cases])

    @property
    def cases_first(self) -> float:
        """Share of cases whose true cause came first."""
        return _mean([each.place == 1 for each in self.cases])


def people_for(quiz: QuizModel) -> int:
    """Return how many people are simulated for each cause of a quiz."""
    return min(MOST, max(FEWEST, ALL_PEOPLE // len(quiz.causes)))


def is_brief(quiz: QuizModel) -> bool:
    """Return whether a build may wait for an examination, which takes minutes in a large guide."""
    return people_for(quiz) * len(quiz.causes) <= ALL_PEOPLE


def examine(
    guide: Guide, quiz: QuizModel, *, people: int | None = None, progress: Progress = lambda _: None
) -> Examination:
    """Examine the quiz of a guide.

    Args:
        guide: The guide, for its cases.
        quiz: Its model.
        people: How many people to simulate for each cause, or None for as many as usual.
        progress: Called with the share of the work that is done.

    Raises:
        NoNode: There is no Node on this machine.
    """
    found = ask(asked(guide, quiz, people or people_for(quiz)), "examination", progress)
    return Examination.model_validate(found)


def ask(what: str, part: str, progress: Progress = lambda _: None) -> Any:
    """Return a part of what the engine says of a quiz, as `asked` puts it.

    Raises:
        NoNode: There is no Node on this machine.
    """
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if node is None:
        raise NoNode
    # The path of the program is looked up, and its input is the guide's own model.
    engine = (ENGINE / "index.js").as_uri()
    with subprocess.Popen([node, str(SCRIPT), engine], stdin=-1, stdout=-1, text=True, encoding="utf-8") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(what)
        process.stdin.close()
        last: dict[str, Any] = {}
        for line in process.stdout:
            last = json.loads(line)
            if "progress" in last:
                progress(last["progress"])
    if process.returncode or part not in last:
        raise RuntimeError(f"{SCRIPT.name} ended with status {process.returncode}")
    return last[part]


def asked(guide: Guide, quiz: QuizModel, people: int, part: str = "examination") -> str:
    """Return a quiz and its cases as the engine is asked about them, and which part of the answer is wanted."""
    cases = [
        {"id": id_, "answers": case.value.answers, "main": case.value.turned_out.main}
        for id_, case in guide.content.cases.items()
    ]
    model = json.loads(as_json(quiz))
    return json.dumps({"model": model, "cases": cases, "people": people, "seed": SEED, "part": part})


def cached(guide: Guide, quiz: QuizModel, folder: Path, *, people: int | None = None) -> Examination | None:
    """Return the examination of this very content by this very engine, if it was made before."""
    path = folder / f"{_key(guide, quiz, people or people_for(quiz))}.json"
    try:
        return Examination.model_validate_json(path.read_bytes())
    except (OSError, ValueError):
        return None


def keep(examination: Examination, guide: Guide, quiz: QuizModel, folder: Path, *, people: int | None = None) -> None:
    """Keep an examination for `cached`, and forget all others."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    path = folder / f"{_key(guide, quiz, people or people_for(quiz))}.json"
    path.write_text(examination.model_dump_json(by_alias=True), encoding="utf-8")


def shortfalls(examination: Examination, floors: Floors) -> Iterator[str]:
    """Yield each figure that misses its floor in guide.yml, in words."""
    least = {
        "first": (examination.first, floors.first),
        "in_three": (examination.in_three, floors.in_three),
        "typical_in_three": (examination.typical_in_three, floors.typical_in_three),
        "cases_in_three": (examination.cases_in_three, floors.cases_in_three),
        "cases_first": (examination.cases_first, floors.cases_first),
    }
    for name, (found, floor) in least.items():
        if found < floor:
            yield f"`{name}` is {found:.3f}, below its floor of {floor:g}"
    if examination.pages > floors.pages:
        yield f"`pages` is {examination.pages:.1f}, above its limit of {floors.pages:g}"


def as_text(examination: Examination) -> str:
    """Return an examination as people read it."""
    lines = ["cause                          first  in 3  pages  often taken for"]
    for each in sorted(examination.causes, key=lambda each: each.first):
        rival = f"{each.rival} ({each.rival_first:.0%})" if each.rival else ""
        lines.append(f"{each.cause:<30} {each.first:>5.0%} {each.in_three:>5.0%} {each.pages:>6.1f}  {rival}")
        if each.rival:
            apart = ", ".join(f"{each.question} ({each.decibans:.1f} dB)" for each in each.apart)
            lines.append(f"{'':<30} told apart by {apart}")
    lines += ["", "case                                     cause                     place  pages"]
    lines += [f"{each.case:<40} {each.cause:<25} {each.place:>5} {each.pages:>6}" for each in examination.cases]
    lines.append("")
    lines += [f"unreachable: {cause}" for cause in examination.unreachable]
    lines += [f"rests on one question: {cause}" for cause in examination.one_question]
    lines += [f"tells nothing: {each['answer']} of {each['question']}" for each in examination.idle_answers]
    lines += [
        f"can't be outweighed: {each['answer']} of {each['question']} for {each['cause']} ({each['decibans']:+.1f} dB)"
        for each in examination.overwhelming
    ]
    calibration = examination.calibration
    lines += [
        "",
        f"people: first {examination.first:.1%}, in the first three {examination.in_three:.1%}",
        f"pages on average: {examination.pages:.1f}",
        f"typical people: in the first three {examination.typical_in_three:.1%}",
        f"cases: first {examination.cases_first:.1%}, in the first three {examination.cases_in_three:.1%}",
        f"calibration over {calibration.people} people drawn from the priors:",
        f"  Brier {calibration.brier:.4f}, log loss {calibration.log_loss:.4f}",
        f"  expected calibration error {calibration.expected_calibration_error:.4f}",
    ]
    return "\n".join(lines)


def _key(guide: Guide, quiz: QuizModel, people: int) -> str:
    """Return a hash of all that an examination depends on."""
    found = hashlib.sha256(asked(guide, quiz.model_copy(update={"strings": {}}), people).encode())
    for path in [SCRIPT, *sorted(ENGINE.glob("*.js"))]:
        found.update(path.read_bytes())
    return found.hexdigest()[:20]


def _mean(numbers: list[Any]) -> float:
    return sum(numbers) / len(numbers) if numbers else 1.0
