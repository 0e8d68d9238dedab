"""Rules on what an entry claims and the sources that it names for it."""

import re
from collections.abc import Iterator

from generator import model
from generator.diagnostics.diagnostic import Diagnostic, nearest
from generator.diagnostics.topics import Name
from generator.guide import links_in
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.loading import Mapping, Node, Sequence, parse
from generator.model.walk import texts

_CITED = re.compile(r"\]\(source:([a-z0-9-]+)\)")
_FINDING = re.compile(r"(?:^|[^A-Za-z])((?:[Ss]tudies|[Rr]esearch) (?:shows?|proves?|found|finds?))(?![A-Za-z])(?! no)")


def _no_source(subject: Subject) -> Iterator[Violation]:
    """A strength other than `none` rests on something that can be looked up."""
    for _, entry in subject.entries:
        evidence = getattr(entry.value, "evidence", None)
        if isinstance(evidence, model.Evidence) and not (evidence.sources or _cites(entry.value)):
            strength = evidence.strength
            if strength != "none" and strength in subject.content.setup.value.scales.evidence:
                yield entry.at("evidence", "strength"), {"strength": strength}


def _unlisted_sources(subject: Subject) -> Iterator[Violation]:
    """A work that the evidence cites is one of its sources, if only under a misspelt id."""
    for _, entry in subject.entries:
        evidence = getattr(entry.value, "evidence", None)
        if isinstance(evidence, model.Evidence) and "(source:" in evidence.says:
            unknown = [id_ for id_ in evidence.sources if id_ not in subject.content.sources]
            meant = {nearest(id_, subject.content.sources) for id_ in unknown}
            for id_ in dict.fromkeys(_CITED.findall(evidence.says)):
                if id_ not in (*evidence.sources, *meant) and id_ in subject.content.sources:
                    known = [other for other in evidence.sources if other != model.UNREAD]
                    listed = f"[{', '.join((*known, id_))}]"
                    yield entry.find(f"source:{id_}", "evidence", "says"), {"id": id_, "sources": listed}


def _with_listed_source(text: str, diagnostic: Diagnostic) -> str:
    """Return a text in which a work that the evidence cites is among its sources."""
    document, _ = parse(diagnostic.location.path, text.encode())
    evidence = document.root.get("evidence") if document and isinstance(document.root, Mapping) else None
    if evidence is None or not isinstance(evidence[1], Mapping) or not evidence[1].items:
        return text
    id_ = diagnostic.topic.text if isinstance(diagnostic.topic, Name) else ""
    sources = evidence[1].get("sources")
    if sources is None:
        first = evidence[1].items[0][0]
        is_flow = text[evidence[1].span.start] == "{"
        return _with_inserted(text, first.start, f"sources: [{id_}]" + (", " if is_flow else f"\n{' ' * first.column}"))
    return _with_item(text, sources[1], id_)


def _with_item(text: str, items: Node, id_: str) -> str:
    """Return a text in which a list of ids begins with one more; as it is where there is no list."""
    if not isinstance(items, Sequence):
        return text
    if text[items.span.start] == "[":
        return _with_inserted(text, items.span.start + 1, f"{id_}, " if items.items else id_)
    dash = text[items.span.start : items.items[0].span.start]
    return _with_inserted(text, items.items[0].span.start, f"{id_}\n{' ' * items.span.column}{dash}")


def _with_inserted(text: str, place: int, words: str) -> str:
    return text[:place] + words + text[place:]


def _findings_of_none(subject: Subject) -> Iterator[Violation]:
    """Evidence of which nothing was found doesn't say what studies show."""
    for _, entry in subject.entries:
        evidence = getattr(entry.value, "evidence", None)
        says = evidence.says if isinstance(evidence, model.Evidence) and evidence.strength == "none" else ""
        if finding := _FINDING.search(says):
            yield entry.find(finding[1], "evidence", "says"), {"fragment": finding[1]}


def _verdict_without_source(subject: Subject) -> Iterator[Violation]:
    """A verdict on a myth rests on something that can be looked up; of several, the last claims nothing."""
    claimless = [*subject.content.setup.value.scales.verdicts][1:][-1:]
    otherwise = "".join(f", or write `verdict: {word}`" for word in claimless)
    for myth in subject.content.myths.values():
        value = myth.value
        if value.verdict not in (*claimless, model.UNREAD) and not (value.sources or value.references or _cites(value)):
            yield myth.at("verdict"), {"verdict": value.verdict, "otherwise": otherwise}


def _cites(entry: model.Entry) -> bool:
    """Return whether a text of an entry links to a source, which its page then lists."""
    return any(link.kind == "source" for _, text in texts(entry) for link in links_in(text))


CITATION_RULES = (
    Rule(
        "no-source",
        "evidence that is `{strength}` but names no source",
        "write the id of a source from sources.yml into `sources: [ ]`, or add that line, or write `strength: none`",
        _no_source,
    ),
    Rule(
        "figure-without-source",
        "`{fragment}` names a finding, and `strength: none` says that there is none",
        "write the strength that it has, and name it in `sources`; or leave the finding out",
        _findings_of_none,
    ),
    Rule(
        "unlisted-source",
        "`{id}` is cited here and is not among the `sources` of this evidence",
        "write `sources: {sources}` below it",
        _unlisted_sources,
        fix=_with_listed_source,
        topic=lambda blanks: Name(blanks["id"], "sources"),
    ),
    Rule(
        "verdict-without-source",
        "the verdict `{verdict}` names no source",
        "write the id of a source from sources.yml into `sources: [ ]`{otherwise}",
        _verdict_without_source,
    ),
)
