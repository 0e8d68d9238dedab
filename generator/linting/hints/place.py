"""What stands at the place of a diagnostic, and the diagnostic with another hint."""

from dataclasses import replace

from generator.diagnostics.diagnostic import Diagnostic, Location


def text_at(place: Location) -> str:
    """Return what stands at a place, without the quotation marks around it."""
    return place.source[place.column - 1 : place.end_column - 1].strip("\"' ")


def text_before(place: Location) -> str:
    """Return what stands before a place on its line."""
    return place.source[: place.column - 1]


def with_hint(diagnostic: Diagnostic, hint: str) -> Diagnostic:
    """Return a diagnostic with another hint, which needs no guess beside the place any more."""
    return replace(diagnostic, hint=hint, label="", suggestion=None)
