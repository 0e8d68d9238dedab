"""The journey as a picture: where each stop and each mark stands.

The template of the home page draws it. Lengths are in pixels at the width from which on the picture is shown; a mark is
as large as a finger needs.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from generator import model
from generator.guide import Guide

MARK_SIZE = 24
STOP_WIDTH = 104
LABEL_HEIGHT = 56
MOST_LETTERS_OF_LINE = 13


@dataclass(frozen=True, slots=True)
class Mark:
    """A cause, and the centre of its mark."""

    id: str
    cause: model.Cause
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage: the centre of its stop on the line, its title in short lines below it and its marks above it."""

    id: str
    x: float
    lines: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All stops, the size of the picture, and the height of the line, `ground`."""

    stops: tuple[Stop, ...]
    width: float
    height: float
    ground: float


def journey_picture(guide: Guide) -> Picture:
    """Return the journey as a picture: one column per stage, the most common causes nearest to the line."""
    causes_of_stage = {id_: guide.causes(stage=id_) for id_ in guide.setup.stages}
    marks_per_row = STOP_WIDTH // MARK_SIZE
    most_marks = max((len(causes) for causes in causes_of_stage.values()), default=0)
    ground = math.ceil(most_marks / marks_per_row) * MARK_SIZE + MARK_SIZE
    stops = []
    for number, (id_, causes) in enumerate(causes_of_stage.items()):
        x = STOP_WIDTH * (number + 0.5)
        title_lines = _title_lines(guide.setup.stages[id_].title)
        stops.append(Stop(id_, x, title_lines, _marks(causes, x, ground, marks_per_row)))
    return Picture(tuple(stops), STOP_WIDTH * len(stops), ground + LABEL_HEIGHT, ground)


def _marks(causes: Mapping[str, model.Cause], middle: float, ground: float, marks_per_row: int) -> tuple[Mark, ...]:
    """Return the marks of a stop in rows from the line upwards, each row centred."""
    marks = []
    for number, (id_, cause) in enumerate(causes.items()):
        row, column = divmod(number, marks_per_row)
        marks_in_row = min(marks_per_row, len(causes) - row * marks_per_row)
        x = middle + (column - (marks_in_row - 1) / 2) * MARK_SIZE
        marks.append(Mark(id_, cause, x, ground - MARK_SIZE * (row + 1)))
    return tuple(marks)


def _title_lines(title: str) -> tuple[str, ...]:
    """Return a title broken into lines that fit below a stop."""
    lines = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + len(word) >= MOST_LETTERS_OF_LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)
