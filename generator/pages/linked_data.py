"""What a page is about, in the words of schema.org, for search engines.

Only what is true of the page is said: a myth is an article and no ClaimReview, as its verdict is no rating.
"""

import json
from typing import Any

from generator import model
from generator.guide import Guide, Mention
from generator.pages.addresses import address, page_path


def linked_data(guide: Guide, about: Mention, title: str, summary: str, site_url: str = "") -> str:
    """Return JSON-LD that can stand inside a script element whatever the texts hold.

    Args:
        guide: The guide.
        about: The page.
        title: The page's title.
        summary: What it says in a sentence.
        site_url: The site's root; without it no address is given.
    """
    root = f"{site_url.rstrip('/')}/" if site_url else ""
    site = {"@type": "WebSite", "name": guide.setup.name, "inLanguage": guide.setup.language} | _at(root)
    if about == Mention("page", "home"):
        graph: list[dict[str, Any]] = [site | {"description": summary}]
    else:
        url = root and root + address(page_path(about.kind, about.id))
        page = _page(guide, about, title, summary)
        graph = [page | {"inLanguage": guide.setup.language, "isPartOf": site} | _at(url)]
        if about.kind == "cause" and root:
            graph.append(_breadcrumbs(guide, about.id, title, root))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _page(guide: Guide, about: Mention, title: str, summary: str) -> dict[str, Any]:
    content = guide.content
    match about.kind:
        case "action":
            return _how_to(content.actions[about.id].value)
        case "cause":
            reviewed = content.causes[about.id].value.reviewed
        case "myth":
            reviewed = content.myths[about.id].value.reviewed
        case _:
            return {"@type": "WebPage", "name": title, "description": summary}
    return {"@type": "Article", "headline": title, "description": summary, "dateModified": reviewed.isoformat()}


def _how_to(action: model.Action) -> dict[str, Any]:
    return {
        "@type": "HowTo",
        "name": action.title,
        "description": action.summary,
        "totalTime": f"PT{action.effort.minutes}M",
        "step": [{"@type": "HowToStep", "text": step.do} for step in action.steps],
    }


def _breadcrumbs(guide: Guide, cause: str, title: str, root: str) -> dict[str, Any]:
    stage = guide.content.causes[cause].value.stage
    places = [("page", "stages"), ("stage", stage), ("cause", cause)]
    items = [
        {"@type": "ListItem", "position": number, "name": title if kind == "cause" else guide.title(kind, id_)}
        | {"item": root + address(page_path(kind, id_))}
        for number, (kind, id_) in enumerate(places, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _at(url: str) -> dict[str, str]:
    return {"url": url} if url else {}
