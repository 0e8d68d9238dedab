"""What is at the place of a diagnostic, and before it."""

from generator.diagnostics.diagnostic import Location


def text_at(place: Location) -> str:
    """Return what is at a place, without the quotation marks around it."""
    return place.source[place.column - 1 : place.end_column - 1].strip("\"' ")


def text_before(place: Location) -> str:
    """Return what is before a place on its line."""
    return place.source[: place.column - 1]
