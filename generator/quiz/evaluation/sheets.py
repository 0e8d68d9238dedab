"""How the debrief fares with people who answer as they do: replays answer sheets, which `tests/people/` describes."""

import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from generator.loading import as_data, parse
from generator.quiz.evaluation import SHORTLIST, BandFigures, Figures, SheetFigures
from generator.quiz.evaluation.simulation import run
from generator.quiz.model import QuizModel

FOLDER = Path("tests", "people")
# Of the standard normal distribution, for intervals of 95%.
NORMAL_QUANTILE = 1.96

Chosen = Annotated[list[str] | None, BeforeValidator(lambda value: None if value == "null" else value)]


class Sheet(BaseModel):
    """What somebody would have answered, and what came out later."""

    model_config = ConfigDict(frozen=True)

    id: str
    accepted: list[str]
    also: list[str] = []
    whose: str
    traceless: bool = False
    half: Literal["a", "b"]
    answers: dict[str, Chosen]

    @property
    def is_judged(self) -> bool:
        """Whether something can come first: a cause that says what came out, and a trace of it."""
        return bool(self.accepted) and not self.traceless


class Sitting(Figures):
    """How the debrief went by a sheet: causes likeliest first; a page is empty where nothing on it was chosen."""

    id: str
    causes: list[str]
    bands: dict[str, str]
    verdict: str | None
    cannot_tell: bool
    pages: int
    empty_pages: int
    unasked: list[str]
    unknown: list[str]


class Share(BaseModel):
    """A share of people, with its 95% interval (Wilson 1927)."""

    model_config = ConfigDict(frozen=True)

    count: int
    of: int

    @property
    def interval(self) -> tuple[float, float]:
        """The least and the greatest share that the count goes with."""
        z = NORMAL_QUANTILE
        middle = (self.count + z * z / 2) / (self.of + z * z)
        half = z / (self.of + z * z) * math.sqrt(self.count * (self.of - self.count) / self.of + z * z / 4)
        return middle - half, middle + half

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.count:>3} of {self.of:<3} {self.count / self.of:>4.0%} ({low:.0%} to {high:.0%})"


def load_sheets(base: Path) -> list[Sheet]:
    """Return the sheets of a guide, by name; none where it has no folder of them.

    Args:
        base: The guide's folder, in which content/ is.

    Raises:
        ValueError: A sheet can't be read.
    """
    return [_read(path) for path in sorted((base / FOLDER).glob("*/*.yml"))]


def replay(quiz: QuizModel, sheets: Sequence[Sheet]) -> list[Sitting]:
    """Return how the debrief goes by each sheet.

    Raises:
        NodeNotFoundError: There is no Node on this machine.
    """
    answers = [{"id": sheet.id, "answers": sheet.answers} for sheet in sheets]
    return [Sitting.model_validate(sitting) for sitting in run(quiz, "sittings", sheets=answers)]


def place(sheet: Sheet, sitting: Sitting) -> float:
    """Return the place of the first cause that says what came out, from 1, or infinity."""
    return min((sitting.causes.index(id_) + 1 for id_ in sheet.accepted if id_ in sitting.causes), default=math.inf)


FIGURES: dict[str, Callable[[Sheet, Sitting], bool]] = {
    "true cause first": lambda sheet, sitting: place(sheet, sitting) == 1,
    "among the first three": lambda sheet, sitting: place(sheet, sitting) <= SHORTLIST,
    "whose it was": lambda sheet, sitting: sitting.verdict == sheet.whose,
    "can't tell": lambda _, sitting: sitting.cannot_tell,
}


def figures(sheets: Sequence[Sheet], sittings: Sequence[Sitting]) -> dict[str, Any]:
    """Return the share of people for each figure, the pages on average, and the share of pages that were empty."""
    pairs = [(sheet, sitting) for sheet, sitting in zip(sheets, sittings, strict=True) if sheet.is_judged]
    if not pairs:
        return {}
    shares = {name: Share(count=sum(holds(*pair) for pair in pairs), of=len(pairs)) for name, holds in FIGURES.items()}
    pages = sum(sitting.pages for _, sitting in pairs)
    empty = Share(count=sum(sitting.empty_pages for _, sitting in pairs), of=pages)
    return {**shares, "pages": pages / len(pairs), "empty pages": empty}


def sheet_figures(quiz: QuizModel, sheets: Sequence[Sheet], sittings: Sequence[Sitting]) -> SheetFigures | None:
    """Return how often each band was right, over all judged people and causes; None where there are no such people."""
    pairs = [(sheet, sitting) for sheet, sitting in zip(sheets, sittings, strict=True) if sheet.is_judged]
    if not pairs:
        return None
    held = [
        (band, id_ in {*sheet.accepted, *sheet.also}) for sheet, sitting in pairs for id_, band in sitting.bands.items()
    ]
    bands = []
    for band in quiz.bands:
        right = [is_right for name, is_right in held if name == band.id]
        true = sum(right) / len(right) if right else None
        bands.append(BandFigures(band=band.id, people=len(right), true=true))
    return SheetFigures(
        people=len(pairs),
        first=sum(place(*pair) == 1 for pair in pairs),
        in_three=sum(place(*pair) <= SHORTLIST for pair in pairs),
        bands=bands,
    )


def as_lines(sheets: Sequence[Sheet], sittings: Sequence[Sitting]) -> Iterator[str]:
    """Yield the figures of both halves as people read them, and what the sheets don't say."""
    for half, title in (("a", "half a, for tuning"), ("b", "half b"), ("ab", "both halves")):
        numbers = [at for at, sheet in enumerate(sheets) if sheet.half in half]
        yield f"answer sheets, {title}:"
        for name, value in figures([sheets[at] for at in numbers], [sittings[at] for at in numbers]).items():
            yield f"  {name:<24} {value if isinstance(value, Share) else f'{value:.1f}'}"
    unasked = sum(len(sitting.unasked) for sitting in sittings)
    unknown = sum(len(sitting.unknown) for sitting in sittings)
    yield f"  pages shown that the sheets were not asked: {unasked} of {sum(sitting.pages for sitting in sittings)}"
    yield f"  answers on the sheets that the guide no longer has: {unknown}"


def _read(path: Path) -> Sheet:
    document, diagnostics = parse(str(path), path.read_bytes())
    if document is None:
        raise ValueError(f"{path} can't be read: {diagnostics[0].message}")
    return Sheet.model_validate({"id": path.stem, **as_data(document.root)})
