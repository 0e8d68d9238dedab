"""Guide -> {path: Markdown}. The only place that knows Jinja.

Escaping is not left to templates: whatever they print is escaped for Markdown and HTML alike, unless it is `Prose`,
which becomes the safe Markdown that `prose.py` makes of it, or a link made here.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator import markdown, model
from generator.guide import BUILT_PAGES, EntryRef, Guide, citation
from generator.pages.evidence import signs
from generator.pages.front_matter import About, head
from generator.pages.journey import picture
from generator.pages.urls import SOMEWHERE, Repository, Site, address, page_path
from generator.quiz.evaluation import Examination
from generator.quiz.model import quiz_model
from generator.quiz.worksheet import runs, worksheet

Pages = dict[str, str]

WITH_SOURCE_NOTES = frozenset({"cause.md", "action.md", "myth.md", "written.md"})

_BLANK = re.compile(r"\{([^{}]*)\}")
_OPENS_WITH_BLOCK = re.compile(r"[-*+] |\d+\. |>")


def render(
    guide: Guide, repository: Repository, examination: Examination | None = None, site: Site = SOMEWHERE
) -> Pages:
    """Return every page of a guide by its path below the docs folder.

    Args:
        guide: The guide.
        repository: Where its files can be edited.
        examination: How well its quiz does, where that is known.
        site: Where it is going to stand.
    """
    pages: Pages = {}
    for make in makers(guide, repository, examination, site):
        pages |= make()
    return pages


def makers(
    guide: Guide, repository: Repository, examination: Examination | None = None, site: Site = SOMEWHERE
) -> tuple[Callable[[], Pages], ...]:
    """Return functions that make a guide's pages, each some of them and by itself; see `render`."""
    return tuple(_Renderer(guide, repository, examination, site).makers())


def render_entries(
    guide: Guide, repository: Repository, site: Site, entries: Iterable[tuple[Literal["cause", "action", "myth"], str]]
) -> Pages:
    """Return the pages of some entries alone, each named by its kind and its id, as Markdown by path."""
    renderer = _Renderer(guide, repository, None, site)
    pages: Pages = {}
    for kind, id_ in entries:
        pages |= renderer.entry(kind, id_)
    return pages


class _Renderer:
    def __init__(self, guide: Guide, repository: Repository, examination: Examination | None, site: Site) -> None:
        self.guide = guide
        self.repository = repository
        self.site = site
        self.ui = guide.content.ui_text.value.pages
        self.env = Environment(
            loader=PackageLoader("generator.pages"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.env.globals |= {
            "examination": examination, "guide": guide, "setup": guide.setup,
            "content": guide.content, "ui": self.ui,
            "link": self._link, "href": self._href, "root": self._root,
            "source_mark": self._source_mark, "citation": citation, "part": self._part,
            "labelled": self._labelled,
            "say": _say, "runs": runs, "has_feed": bool(site.url),
        }  # fmt: skip
        self._part_at = cache(self._make_part)
        self.env.filters |= {"inline": self._inline, "blanks": _blanks, "example": _example, "plain": markdown.to_plain}

    def makers(self) -> Iterator[Callable[[], Pages]]:
        guide, content = self.guide, self.guide.content
        for kind, entries in (("cause", content.causes), ("action", content.actions), ("myth", content.myths)):
            for id_ in entries:
                yield partial(self.entry, kind, id_)
        stages = list(guide.setup.stages)
        for index, (id_, stage) in enumerate(guide.setup.stages.items()):
            before = stages[index - 1] if index else None
            after = stages[index + 1] if index + 1 < len(stages) else None
            file = content.setup.document.path
            yield partial(self._entry, "stage", id_, stage.title, file, stage=stage, before=before, after=after)
        for id_, control in guide.setup.controls.items():
            yield partial(self._entry, "control", id_, control.title, content.setup.document.path, control=control)
        for id_ in BUILT_PAGES:
            yield partial(self._built, id_)
        for id_ in content.pages:
            if id_ not in BUILT_PAGES:
                yield partial(self._written, id_)

    def _built(self, id_: str) -> Pages:
        """Return a page that is made from more than one file, with what is written to stand on it."""
        guide, content = self.guide, self.guide.content
        written = content.pages.get(id_)
        made_from = next(iter(content.sources.values()), content.setup) if id_ == "evidence" else content.setup
        file = (written.head if written else made_from).document.path
        title = written.head.value.title if written else guide.title("page", id_)
        intro = model.PageProse(written.body) if written else None
        summary = written.head.value.summary if written else guide.setup.tagline
        more: dict[str, Any] = {"sheet": worksheet(quiz_model(guide))} if id_ == "debrief" else {}
        more |= {"picture": picture(guide)} if id_ == "home" else {}
        reviewed = written.head.value.reviewed if written else None
        about = About(EntryRef("page", id_), title, summary, file, reviewed)
        return self._page(f"{id_}.md", about, intro=intro, **more)

    def _written(self, id_: str) -> Pages:
        page = self.guide.content.pages[id_]
        written = page.head.value
        about = About(EntryRef("page", id_), written.title, written.summary, page.head.document.path, written.reviewed)
        return self._page("written.md", about, body=model.PageProse(page.body))

    def entry(self, kind: str, id_: str) -> Pages:
        """Return the page of a cause, an action or a myth."""
        content = self.guide.content
        if kind == "cause":
            cause = content.causes[id_]
            return self._entry(
                kind, id_, cause.value.title, cause.document.path, cause=cause.value, **signs(self.guide, id_)._asdict()
            )
        if kind == "action":
            action = content.actions[id_]
            causes = {each: content.causes[each].value for each in self.guide.causes_of_action.get(id_, ())}
            title, file = action.value.title, action.document.path
            return self._entry(kind, id_, title, file, action=action.value, causes=causes)
        myth = content.myths[id_]
        return self._entry(kind, id_, myth.value.claim, myth.document.path, myth=myth.value)

    def _entry(self, kind: str, id_: str, title: str, file: str, **values: Any) -> Pages:
        summary, reviewed = values[kind].summary, getattr(values[kind], "reviewed", None)
        names = tuple(getattr(values[kind], "also_called", ()))
        about = About(EntryRef(kind, id_), title, summary, file, reviewed, names)
        return self._page(f"{kind}.md", about, id=id_, **values)

    def _page(self, template: str, about: About, **values: Any) -> Pages:
        path, edit_url = page_path(about.place.kind, about.place.id), self.repository.edit_url(about.file)
        # The sources that are marked while the page is printed; their texts come last on it.
        values["marked"] = {} if template in WITH_SOURCE_NOTES else None
        values |= {"page_path": path, "title": about.title, "summary": about.summary, "edit_url": edit_url}
        body = self.env.get_template(template).render(values)
        return {path: head(self.guide, self.site, about, edit_url) + _tidy(body)}

    @pass_context
    def _finalize(self, context: Context, value: Any) -> Any:
        if hasattr(value, "__html__"):
            return value
        if isinstance(value, model.Prose):
            render_prose = markdown.page_to_markdown if isinstance(value, model.PageProse) else markdown.to_markdown
            return Markup(
                render_prose(
                    value,
                    lambda kind, id_: self._resolve(context, kind, id_),
                    lambda kind, id_: self._source_mark(context, id_) if kind == "source" else "",
                )
            )
        return Markup(markdown.escape(str(value)))

    @pass_context
    def _inline(self, context: Context, value: str) -> Markup:
        """Return a text of one paragraph for use inside a line."""
        return Markup(" ".join(str(self._finalize(context, value)).split()))

    @pass_context
    def _labelled(self, context: Context, label: str, prose: model.Prose) -> Markup:
        """Return a text after a label in bold, which stands above it where it opens with a list or a quotation."""
        gap = "\n\n" if _OPENS_WITH_BLOCK.match(prose) else " "
        return Markup(f"**{markdown.escape(label)}**{gap}{self._finalize(context, prose)}")

    def _resolve(self, context: Context, kind: str, id_: str) -> tuple[str, str]:
        here = posixpath.dirname(context["page_path"])
        page, hash_, anchor = page_path(kind, id_).partition("#")
        return posixpath.relpath(page, here or ".") + hash_ + anchor, self.guide.title(kind, id_)

    @pass_context
    def _link(self, context: Context, kind: str, id_: str, words: str = "") -> Markup:
        target, title = self._resolve(context, kind, id_)
        return Markup(f"[{markdown.escape(words or title)}]({target})")

    @pass_context
    def _source_mark(self, context: Context, id_: str) -> Markup:
        """Return the mark that opens what a source found, and note that its text has to stand on this page."""
        marked: dict[str, None] | None = context["marked"]
        if marked is None:
            return Markup()
        marked[id_] = None
        name = markdown.escape(_say(self.ui.about_source, source=self.guide.title("source", id_)))
        return Markup(
            f'<button class="av-source-mark" type="button" popovertarget="source-{id_}" aria-label="{name}"></button>'
        )

    @pass_context
    def _part(self, context: Context, macro: str, id_: str) -> Markup:
        """Return what a macro of _parts.md makes of an entry, which is the same on all pages of one depth."""
        return self._part_at(macro, id_, self._root(context))

    def _make_part(self, macro: str, id_: str, root: str) -> Markup:
        somewhere = f"{root.replace('..', '-')}index.md"
        parts = self.env.get_template("_parts.md").make_module({"page_path": somewhere})
        return Markup(getattr(parts, macro)(id_))

    @pass_context
    def _href(self, context: Context, kind: str, id_: str) -> Markup:
        """Return the address of a page for use in HTML, relative to the page being made."""
        return Markup(f"{self._root(context)}{address(page_path(kind, id_))}" or "./")

    @pass_context
    def _root(self, context: Context) -> Markup:
        return Markup("../" * address(context["page_path"]).count("/"))


def _tidy(body: str) -> str:
    """Return a page without the runs of empty lines that a template's branches leave behind."""
    return re.sub(r"\n{3,}", "\n\n", body).strip("\n") + "\n"


def _say(text: str, **blanks: object) -> str:
    """Return a text of ui.yml with its {blanks} filled in."""
    for name, value in blanks.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def _example(message: model.Template) -> str:
    """Return the text of a message with its blanks filled in, as far as there are examples."""
    return _BLANK.sub(lambda blank: message.examples.get(blank[1], blank[0]), message.text)


def _blanks(text: str) -> Markup:
    """Return a message with its {blanks} marked up and its lines kept, for use in HTML."""
    escaped = markdown.escape(text)
    opened = escaped.replace("&#123;", '<span class="blank">').replace("&#125;", "</span>")
    return Markup(opened.replace("\n", "<br>"))
