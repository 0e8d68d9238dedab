"""What a page is, in the words of schema.org, for search engines: JSON-LD as text that is safe inside HTML.

Nothing is said here that the page does not say. Addresses are in full, or left out where the site's is not known.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from generator import model
from generator.guide import EntryRef, Guide
from generator.markdown import to_plain
from generator.pages.urls import Site, address, page_path

Thing: TypeAlias = dict[str, Any]


def linked_data(guide: Guide, site: Site, page: EntryRef, title: str, summary: str) -> str:
    """Return what is to stand in a page's `<script type="application/ld+json">`.

    Args:
        guide: The guide.
        site: Where it stands.
        page: What the page is about, such as a cause, or which page it is.
        title: The page's title.
        summary: What it says, in one sentence.
    """
    common = {
        "name": title,
        "description": summary,
        "inLanguage": guide.setup.language,
        "url": site.absolute(address(page_path(page.kind, page.id))),
    }
    if page == EntryRef("page", "home"):
        things = [{"@type": "WebSite", **common, **_home(guide)}]
    else:
        things = [{**_thing(guide, page, common), "isPartOf": _site(guide, site)}, *_trail(guide, site, page, title)]
    graph = things[0] if len(things) == 1 else {"@graph": things}
    return in_html({"@context": "https://schema.org", **_without_gaps(graph)})


def in_html(data: Thing) -> str:
    """Return data as JSON in which nothing can end the element that holds it, or begin a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _thing(guide: Guide, page: EntryRef, common: Thing) -> Thing:
    content = guide.content
    match page.kind:
        case "cause":
            return _cause(guide, content.causes[page.id].value, common)
        case "action":
            return _action(guide, content.actions[page.id].value, common)
        case "myth":
            return _myth(guide, content.myths[page.id].value, common)
    written = content.pages.get(page.id) if page.kind == "page" else None
    reviewed = written.head.value.reviewed if written else None
    return {"@type": "WebPage", **common, "dateModified": reviewed and reviewed.isoformat()}


def _home(guide: Guide) -> Thing:
    setup = guide.setup
    return {"name": setup.name, "alternateName": setup.tagline, "description": to_plain(setup.summary)}


def _cause(guide: Guide, cause: model.Cause, common: Thing) -> Thing:
    return {
        "@type": "Article",
        "headline": cause.title,
        **common,
        "about": {"@type": "Thing", "name": cause.title, "alternateName": cause.also_called},
        "articleSection": guide.setup.stages[cause.stage].title,
        "dateModified": cause.reviewed.isoformat(),
        "citation": _citations(guide, cause),
    }


def _action(guide: Guide, action: model.Action, common: Thing) -> Thing:
    return {
        "@type": "HowTo",
        **common,
        "alternateName": action.also_called,
        "totalTime": f"PT{action.effort.minutes}M",
        "step": [
            {"@type": "HowToStep", "position": number, "text": step.do} for number, step in enumerate(action.steps, 1)
        ],
        "dateModified": action.reviewed.isoformat(),
        "citation": _citations(guide, action),
    }


def _myth(guide: Guide, myth: model.Myth, common: Thing) -> Thing:
    """Return the review of a claim; its verdict is a word and no number, as verdicts stand on no line of values."""
    verdict = guide.setup.scales.verdicts[myth.verdict]
    return {
        "@type": "ClaimReview",
        **common,
        "claimReviewed": myth.claim,
        "reviewRating": {"@type": "Rating", "alternateName": verdict.label, "ratingExplanation": verdict.means},
        "author": {"@type": "Organization", "name": guide.setup.name},
        "dateModified": myth.reviewed.isoformat(),
        "citation": _citations(guide, myth),
    }


def _citations(guide: Guide, entry: model.Cause | model.Action | model.Myth) -> list[Thing]:
    return [
        {"@type": "CreativeWork", "name": source.title, "sameAs": _work(source)}
        for source in guide.sources_of(entry).values()
    ]


def _work(source: model.Source) -> str | None:
    return f"https://doi.org/{source.doi}" if source.doi else source.url


def _site(guide: Guide, site: Site) -> Thing:
    return {"@type": "WebSite", "name": guide.setup.name, "url": site.absolute("")}


def _trail(guide: Guide, site: Site, page: EntryRef, title: str) -> Iterable[Thing]:
    """Yield the field_path of links that stands above the title of an entry."""
    above: Mapping[str, list[EntryRef]] = {
        "cause": [EntryRef("page", "stages")],
        "action": [EntryRef("page", "actions")],
    }
    above = {**above, "myth": [EntryRef("page", "myths")], "stage": [EntryRef("page", "stages")]}
    if page.kind not in above:
        return
    steps = list(above[page.kind])
    if page.kind == "cause":
        steps.append(EntryRef("stage", guide.content.causes[page.id].value.stage))
    named = [(guide.title(step.kind, step.id), step) for step in steps] + [(title, page)]
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": name,
                "item": site.absolute(address(page_path(step.kind, step.id))),
            }
            for number, (name, step) in enumerate(named, 1)
        ],
    }


def _without_gaps(value: Any) -> Any:
    """Return data without the fields that hold nothing."""
    if isinstance(value, list):
        return [_without_gaps(each) for each in value]
    if isinstance(value, dict):
        return {name: _without_gaps(each) for name, each in value.items() if each not in (None, "", [])}
    return value
