"""The guide's pictures for browser tabs and for links that are shared elsewhere, made without a font or a network.

The card shows what the first page shows: the journey as a line of stops, and above each stop the marks of its causes.
It carries no text: docs/decisions/pictures-without-text.md says why.
"""

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import hypot

from generator.guide import Guide

ICON = "assets/icon.svg"
TOUCH_ICON = "assets/icon.png"
CARD = "assets/card.png"

# In pixels; the card's are those that the networks ask for, `site_overrides/main.html` names them as well.
TOUCH_ICON_SIZE = 180
CARD_WIDTH, CARD_HEIGHT = 1200, 630
# More marks than these would not be told apart at the size at which cards are shown.
MOST_STOPS = 12
MOST_MARKS = 8

# As in site_overrides/assets/site.css.
Colour = tuple[int, int, int]
PAPER: Colour = (0xFB, 0xF9, 0xF4)
INK: Colour = (0x23, 0x27, 0x2D)
LINE: Colour = (0xDC, 0xD6, 0xC8)
ACCENT: Colour = (0x0D, 0x5C, 0x58)
COLOURS: dict[str, Colour] = {"circle": (0x0B, 0x66, 0xA3), "diamond": (0xA8, 0x4E, 0x06), "square": (0x5F, 0x57, 0x76)}

# How far a point lies outside a shape of radius 1 around the origin; negative inside.
_DISTANCES: dict[str, Callable[[float, float], float]] = {
    "circle": lambda x, y: hypot(x, y) - 1,
    "diamond": lambda x, y: (abs(x) + abs(y)) / 2**0.5 - 0.82,
    "square": lambda x, y: max(abs(x), abs(y)) - 0.88,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """A circle, diamond or square: its middle and its radius, in pixels."""

    kind: str
    x: float
    y: float
    radius: float
    colour: Colour


def emblem(guide: Guide) -> dict[str, bytes]:
    """Return the icon, the icon for home screens, and the card, by path below the docs folder."""
    return {
        ICON: _svg(32, list(_icon(32))).encode(),
        TOUCH_ICON: _png(TOUCH_ICON_SIZE, TOUCH_ICON_SIZE, ACCENT, _icon(TOUCH_ICON_SIZE)),
        CARD: _png(CARD_WIDTH, CARD_HEIGHT, PAPER, _card(guide)),
    }


def _icon(size: int) -> Iterator[Shape]:
    """Yield the three marks, large enough for a tab."""
    unit = size / 32
    for kind, x, y in (("circle", 10, 11.5), ("diamond", 22, 11.5), ("square", 16, 22)):
        yield Shape(kind, x * unit, y * unit, 5 * unit, PAPER)


def _card(guide: Guide) -> Iterator[Shape]:
    stages = list(guide.setup.stages)[:MOST_STOPS]
    step = CARD_WIDTH / (len(stages) + 1)
    ground = CARD_HEIGHT * 0.78
    yield from (Shape("square", x, ground, 2.5, LINE) for x in range(0, CARD_WIDTH + 1, 4))
    for number, stage in enumerate(stages, 1):
        yield Shape("circle", number * step, ground, 15, INK)
        yield Shape("circle", number * step, ground, 10, PAPER)
        for height, cause in enumerate(list(guide.causes(stage=stage).values())[:MOST_MARKS], 1):
            mark = guide.setup.controls[cause.control].mark
            yield Shape(mark, number * step, ground - 12 - height * 48, 17, COLOURS[mark])
    yield from (Shape("square", x, 0, 10, ACCENT) for x in range(0, CARD_WIDTH + 1, 16))


def _svg(size: int, shapes: Iterable[Shape]) -> str:
    drawn = "".join(f'<path fill="{_hex(each.colour)}" d="{_outline(each)}"/>' for each in shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<rect width="{size}" height="{size}" rx="{size / 5:g}" fill="{_hex(ACCENT)}"/>{drawn}</svg>\n'
    )


def _outline(shape: Shape) -> str:
    x, y = shape.x, shape.y
    match shape.kind:
        case "circle":
            r = shape.radius
            return f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0Z"
        case "diamond":
            r = round(shape.radius * 0.82 * 2**0.5, 2)
            return f"M{x:g} {y - r:g}L{x + r:g} {y:g}L{x:g} {y + r:g}L{x - r:g} {y:g}Z"
        case _:
            r = round(shape.radius * 0.88, 2)
            return f"M{x - r:g} {y - r:g}h{2 * r:g}v{2 * r:g}h{-2 * r:g}Z"


def _hex(colour: Colour) -> str:
    return "#" + bytes(colour).hex()


def _png(width: int, height: int, ground: Colour, shapes: Iterable[Shape]) -> bytes:
    """Return shapes on a ground as a PNG (ISO/IEC 15948), eight bits a channel, no line filtered."""
    pixels = bytearray(bytes(ground) * (width * height))
    for shape in shapes:
        _paint(pixels, width, height, shape)
    lines = b"".join(b"\0" + pixels[start : start + width * 3] for start in range(0, len(pixels), width * 3))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _paint(pixels: bytearray, width: int, height: int, shape: Shape) -> None:
    """Paint a shape around a whole pixel; one on its edge is mixed by how much of it lies inside."""
    left, top = round(shape.x), round(shape.y)
    for across, down, share in _cover(shape.kind, shape.radius):
        x, y = left + across, top + down
        if 0 <= x < width and 0 <= y < height:
            at = (y * width + x) * 3
            if share == 1:
                pixels[at : at + 3] = bytes(shape.colour)
            else:
                mixed = zip(pixels[at : at + 3], shape.colour, strict=True)
                pixels[at : at + 3] = bytes(round(old + (new - old) * share) for old, new in mixed)


@cache
def _cover(kind: str, radius: float) -> tuple[tuple[int, int, float], ...]:
    """Return which pixels a shape covers, counted from its middle, and what share of each."""
    distance, reach = _DISTANCES[kind], int(radius * 1.2) + 2
    places = ((x, y) for y in range(-reach, reach) for x in range(-reach, reach))
    shares = ((x, y, 0.5 - distance((x + 0.5) / radius, (y + 0.5) / radius) * radius) for x, y in places)
    return tuple((x, y, min(1.0, share)) for x, y, share in shares if share > 0)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
