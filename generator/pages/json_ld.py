"""Structured data for search engines: what a page is, in the vocabulary of schema.org, as JSON-LD.

It says nothing that the page doesn't say. Addresses are absolute, or left out where the site's address is unknown.
"""

import json
from typing import Any, TypeAlias

from generator import model
from generator.guide import EntryRef, Guide
from generator.markdown import to_plain
from generator.pages.urls import Site, entry_address

Thing: TypeAlias = dict[str, Any]


def linked_data(guide: Guide, site: Site, page: EntryRef, title: str, summary: str) -> str:
    """Return the content of a page's `<script type="application/ld+json">`.

    Args:
        guide: The guide.
        site: Where it is published.
        page: The entry that the page is about, or the page itself.
        title: The page's title.
        summary: What it says, in one sentence.
    """
    common = {
        "name": title,
        "description": summary,
        "inLanguage": guide.setup.language,
        "url": site.absolute(entry_address(guide, page.kind, page.id)),
    }
    if page == EntryRef("page", "home"):
        things = [{"@type": "WebSite", **common, **_home(guide)}]
    else:
        things = [{**_thing(guide, page, common), "isPartOf": _site(guide, site)}]
        if breadcrumbs := _breadcrumbs(guide, site, page, title):
            things.append(breadcrumbs)
    graph = things[0] if len(things) == 1 else {"@graph": things}
    return _as_json({"@context": "https://schema.org", **_without_empty_fields(graph)})


def _as_json(data: Thing) -> str:
    """Return data as JSON that can stand in an HTML element: nothing in it ends the element or begins a comment."""
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
    entry = content.entries.get(page.kind, {}).get(page.id)
    reviewed = getattr(entry.value, "reviewed", None) if entry else None
    return {"@type": "WebPage", **common, "dateModified": reviewed.isoformat() if reviewed else None}


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
    """Return the review of a claim; its rating is a word and no number, since verdicts have no order."""
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


def _breadcrumbs(guide: Guide, site: Site, page: EntryRef, title: str) -> Thing | None:
    """Return the links that stand above the title of an entry, if there are any, and the page itself."""
    hub = model.targets()[page.kind].hub
    if not hub:
        return None
    above = [EntryRef("page", hub)]
    if page.kind == "cause":
        above.append(EntryRef("stage", guide.content.causes[page.id].value.stage))
    trail = [(guide.title(place.kind, place.id), place) for place in above] + [(title, page)]
    items = [
        {
            "@type": "ListItem",
            "position": number,
            "name": name,
            "item": site.absolute(entry_address(guide, place.kind, place.id)),
        }
        for number, (name, place) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _without_empty_fields(value: Any) -> Any:
    """Return data without the fields that hold nothing, at any depth."""
    if isinstance(value, list):
        return [_without_empty_fields(item) for item in value]
    if isinstance(value, dict):
        return {name: _without_empty_fields(item) for name, item in value.items() if item not in (None, "", [])}
    return value
