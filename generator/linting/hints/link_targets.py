"""Links that lead nowhere, and the targets that they were meant to have."""

import re

from generator.diagnostics.diagnostic import Diagnostic
from generator.linting.hints.titles import Referent, Titles
from generator.loading import proper_id
from generator.model import KINDS, SECTIONS

_LINK = re.compile(r"\]\((?:(?P<kind>\w+):\s*)?(?P<target>[^)]*)\)?")
_WIKI_LINK = re.compile(r"\[\[(?:(?P<kind>\w+):)?(?P<target>[^\[\]|]*)[^\[\]]*\]\]")


def with_target(titles: Titles, diagnostic: Diagnostic) -> Diagnostic:
    """Return the diagnostic of a link with the target that was meant, if that is known."""
    place = diagnostic.location
    if wiki := _WIKI_LINK.match(place.source, place.column - 1):
        if wiki["target"] in titles.content.known.get(wiki["kind"], ()):
            return diagnostic
        referent = titles.referent(wiki["target"], "") or titles.file(wiki["target"])
        is_linkable = referent is not None and referent.owner in KINDS and KINDS[referent.owner].is_linkable
        address = f"{referent.owner}:{referent.id}" if referent else ""
        return diagnostic.with_hint(f"write `[]({address})`") if is_linkable else diagnostic
    link = _LINK.match(place.source, place.column - 1)
    if not link:
        return diagnostic
    kind = KINDS.get((link["kind"] or "").lower())
    if kind and not kind.is_linkable:
        return diagnostic.with_hint(f"delete the link: {kind.a_kind} has no page of its own")
    if kind and (id_ := proper_id(link["target"])) in titles.content.known[kind.name]:
        referent = Referent(kind.name, id_)
    else:
        text = link["target"]
        referent = titles.referent(text, "") or titles.file(text) or titles.work(text)
    if not referent or referent.owner not in {**KINDS, **SECTIONS}:
        return diagnostic
    return diagnostic.with_hint(f"write ({referent.owner}:{referent.id}) after the words in brackets")
