"""The journey as a picture: where each stop and each mark stands.

The picture is drawn by the template of the first page. It is measured in units, of which one is a pixel at the width
from which on it is shown; a mark has the room that a finger needs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator import model
from generator.guide import Guide

MARK = 24
STOP = 104
LABEL = 56
LETTERS = 13


@dataclass(frozen=True, slots=True)
class Mark:
    """A cause: the middle of its mark."""

    id: str
    cause: model.Cause
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage: the middle of its stop on the line, its marks above it, and its title in short lines below."""

    id: str
    x: float
    lines: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All stops, and the size that they need; the line runs at `ground`."""

    stops: tuple[Stop, ...]
    width: float
    height: float
    ground: float


def picture(guide: Guide) -> Picture:
    """Return the journey as a picture: one column a stage, the likeliest causes nearest to the line."""
    stages = {id_: guide.causes(stage=id_) for id_ in guide.setup.stages}
    across = STOP // MARK
    rows = max((-(-len(causes) // across) for causes in stages.values()), default=0)
    ground = rows * MARK + MARK
    places = {id_: STOP * (number + 0.5) for number, id_ in enumerate(stages)}
    stops = tuple(
        Stop(id_, places[id_], _lines(guide.setup.stages[id_].title), _marks(causes, places[id_], ground, across))
        for id_, causes in stages.items()
    )
    return Picture(stops, STOP * len(stops), ground + LABEL, ground)


def _marks(causes: Mapping[str, model.Cause], middle: float, ground: float, across: int) -> tuple[Mark, ...]:
    """Return the marks of a stop in rows from the line upwards, each row centred."""
    made = []
    for number, (id_, cause) in enumerate(causes.items()):
        row, column = divmod(number, across)
        in_row = min(across, len(causes) - row * across)
        made.append(Mark(id_, cause, middle + (column - (in_row - 1) / 2) * MARK, ground - MARK * (row + 1)))
    return tuple(made)


def _lines(title: str) -> tuple[str, ...]:
    """Return a title broken into lines that fit below a stop."""
    lines = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + len(word) >= LETTERS:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)
