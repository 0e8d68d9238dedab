"""The icon and the card: read back as any other program would."""

import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree as ET

from generator.exports import icons as drawn
from generator.exports.icons import COLOURS, PAPER, emblem
from generator.linting.linter import check

Pixel = tuple[int, ...]


def pixels(png: bytes) -> list[list[Pixel]]:
    """Return the lines of a PNG of eight bits a channel without filters; every checksum has to be right."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length]) == (zlib.crc32(name + data),)
        chunks[name] = data
        at += 12 + length
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    raw = zlib.decompress(chunks[b"IDAT"])
    lines = [raw[start : start + 1 + width * 3] for start in range(0, len(raw), 1 + width * 3)]
    assert len(lines) == height
    assert {line[0] for line in lines} == {0}
    return [[tuple(line[1 + x * 3 : 4 + x * 3]) for x in range(width)] for line in lines]


def made(content: Path) -> dict[str, bytes]:
    guide = check(content).guide
    assert guide
    return emblem(guide)


def test_the_card_shows_a_mark_in_its_colour_for_each_control_of_a_cause(bread: Path) -> None:
    guide = check(bread).guide
    assert guide
    used = {guide.setup.controls[cause.value.control].mark for cause in guide.content.causes.values()}
    card = pixels(made(bread)[drawn.CARD])
    assert (len(card), len(card[0])) == (drawn.CARD_HEIGHT, drawn.CARD_WIDTH)
    seen = {pixel for line in card for pixel in line}
    assert {mark for mark, colour in COLOURS.items() if colour in seen} == used


def test_the_icons_are_a_picture_that_a_browser_can_read(bread: Path) -> None:
    icon = ET.fromstring(made(bread)[drawn.ICON])
    assert len(icon.findall("{http://www.w3.org/2000/svg}path")) == len(COLOURS)
    touch = pixels(made(bread)[drawn.TOUCH_ICON])
    assert (len(touch), len(touch[0])) == (drawn.TOUCH_ICON_SIZE, drawn.TOUCH_ICON_SIZE)
    assert PAPER in {pixel for line in touch for pixel in line}


def test_the_same_guide_makes_the_same_pictures(bread: Path) -> None:
    assert made(bread) == made(bread)
