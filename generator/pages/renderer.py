"""Guide -> {path: Markdown}. The only module that uses Jinja.

Templates don't escape anything themselves: whatever they print is escaped for Markdown and HTML alike, unless it is
`Prose`, which `generator/markdown.py` turns into safe Markdown, or `Markup` from this module.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator import markdown, model
from generator.guide import BUILT_PAGES, EntryRef, Guide, built_pages
from generator.pages import messages, openings
from generator.pages.front_matter import PageInfo, front_matter
from generator.pages.publication import Publication
from generator.pages.signs import signs
from generator.pages.urls import address, entry_address, page_path
from generator.quiz.builder import quiz_model
from generator.quiz.model import QuizModel
from generator.quiz.worksheet import number_ranges, worksheet

Pages = dict[str, str]

_SOURCE_IN_BRACKETS = re.compile(r"\s*\(\[[^\]]*\]\(source:[^()]*\)[^()]*\)")
_LINK_WITHOUT_WORDS = re.compile(r"\[\](?=\(([a-z]+):([a-z0-9-]+)\))")


def render(publication: Publication) -> Pages:
    """Return all pages of a guide by path below the docs folder."""
    pages: Pages = {}
    for render_page in page_renderers(publication):
        pages |= render_page()
    return pages


def page_renderers(publication: Publication) -> tuple[Callable[[], Pages], ...]:
    """Return functions that each render one page, independently of the others."""
    return tuple(_Renderer(publication).page_renderers())


def render_entries(publication: Publication, entries: Iterable[EntryRef]) -> Pages:
    """Return the pages of the given entries only, which are of kinds that have pages of their own."""
    renderer = _Renderer(publication)
    pages: Pages = {}
    for ref in entries:
        pages |= renderer.entry_page(ref)
    return pages


class _Renderer:
    def __init__(self, publication: Publication) -> None:
        self.guide = guide = publication.guide
        self.repository = publication.repository
        self.site = publication.site
        self.send_to = publication.send_to
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
            "examination": publication.examination,
            "guide": guide,
            "setup": guide.setup,
            "content": guide.content,
            "ui": self.ui,
            "has_feed": bool(self.site.url),
            "edit_url_of": self.repository.edit_url,
            "change_url_of": self._change_url,
            "fill": _fill,
            "number_ranges": number_ranges,
            "openings": openings.OPENINGS,
            "link": self._link,
            "href": self._href,
            "root": self._root,
            "labelled": self._labelled,
            "source_mark": self._source_mark,
            "part": self._part,
            "quiz_version": lambda: self._quiz.version,
        }
        self.env.filters |= {
            "words": _message_html,
            "plain": self._plain,
            "sentence": openings.first_sentence,
            "opening": openings.opening,
            "rest": openings.rest,
            "passages": lambda page: [model.PageProse(passage) for passage in page.split("\n---\n")],
        }
        self._cached_part = cache(self._render_part)

    def _change_url(self, page: str) -> str:
        """Return where a change of a page can be asked for in words: by mail, or at the code host."""
        if not self.send_to:
            return self.repository.report_url(page)
        return f"mailto:{self.send_to}?subject={quote(f'{self.ui.improve}: {page}')}"

    @cached_property
    def _quiz(self) -> QuizModel:
        return quiz_model(self.guide)

    def page_renderers(self) -> Iterator[Callable[[], Pages]]:
        content = self.guide.content
        for name, kind in model.yaml_kinds().items():
            for id_ in content.entries[name] if kind.has_page else ():
                yield partial(self.entry_page, EntryRef(name, id_))
        for name, section in model.SECTIONS.items():
            for id_ in getattr(self.guide.setup, section.plural):
                yield partial(self._section_page, EntryRef(name, id_))
        built = built_pages(content)
        for id_ in built:
            yield partial(self._built_page, id_)
        for id_ in content.pages:
            if id_ not in built:
                yield partial(self._written_page, id_)

    def entry_page(self, ref: EntryRef) -> Pages:
        """Return the page of an entry of a kind that has pages of its own."""
        kind, entry = model.KINDS[ref.kind], self.guide.content.entries[ref.kind][ref.id]
        value = entry.value
        info = PageInfo(
            place=ref,
            title=kind.label_of(value),
            summary=kind.summary_of(value),
            file=entry.document.path,
            reviewed=getattr(value, "reviewed", None),
        )
        return self._page_of(info, value)

    def _section_page(self, ref: EntryRef) -> Pages:
        """Return the page of an item of a list of guide.yml, with the entries that are shown on it."""
        guide, section = self.guide, model.SECTIONS[ref.kind]
        item = getattr(guide.setup, section.plural)[ref.id]
        entries = self._shown_on(entry_address(guide, ref.kind, ref.id))
        info = PageInfo(
            place=ref,
            title=guide.title(ref.kind, ref.id),
            summary=getattr(item, "summary", guide.setup.tagline),
            file=guide.content.setup.document.path,
            reviewed=min(filter(None, (getattr(entry, "reviewed", None) for entry in entries.values())), default=None),
        )
        if isinstance(item, str):
            # The item is a title alone, which says too little where search engines list the page.
            hub = guide.content.pages.get(section.hub)
            summary = hub.value.summary if hub else info.summary
            info = info._replace(title=f"{guide.title('page', section.hub)}: {item}", summary=summary)
        return self._page_of(info, item, shown=entries)

    def _shown_on(self, page: str) -> dict[str, Any]:
        """Return the entries that have anchors on the page at an address, by id, in the order of the registry."""
        return {
            id_: entry.value
            for name, kind in model.yaml_kinds().items()
            if kind.is_linkable and not kind.has_page
            for id_, entry in self.guide.content.entries[name].items()
            if entry_address(self.guide, name, id_).startswith(f"{page}#")
        }

    def _built_page(self, id_: str) -> Pages:
        """Return a page that is built from several files, with the hand-written introduction if there is one."""
        guide, content = self.guide, self.guide.content
        introduction = content.pages.get(id_)
        values: dict[str, Any] = {"intro": model.PageProse(introduction.body) if introduction else None}
        if id_ == "debrief":
            values["sheet"] = worksheet(self._quiz)
        elif id_ == "how-the-debrief-reasons":
            cases = content.cases.items()
            values["cases_by_origin"] = {
                origin: {case for case, entry in cases if entry.value.origin == origin}
                for origin in ("reported", "altered", "composite")
            }
        elif id_ == "evidence":
            values["shelves"] = guide.shelves()
        place = EntryRef("page", id_)
        if introduction:
            head = introduction.value
            info = PageInfo(place, head.title, head.summary, introduction.document.path, head.reviewed)
        else:
            first_source = next(iter(content.sources.values()), None) if id_ == "evidence" else None
            file = (first_source or content.setup).document.path
            info = PageInfo(place, guide.title("page", id_), guide.setup.tagline, file, None)
        return self._page(f"{id_}.md", info, **values)

    def _written_page(self, id_: str) -> Pages:
        page = self.guide.content.pages[id_]
        head = page.value
        info = PageInfo(EntryRef("page", id_), head.title, head.summary, page.document.path, head.reviewed)
        return self._page("written.md", info, body=model.PageProse(page.body), picture=head.picture)

    def _page_of(self, info: PageInfo, value: Any, **values: Any) -> Pages:
        """Return the page that the template of a kind or section makes of an entry or an item, under that name."""
        ref = info.place
        more = _VALUES[ref.kind](self.guide, ref.id) if ref.kind in _VALUES else {}
        return self._page(f"{ref.kind}.md", info, id=ref.id, **{ref.kind: value}, **more, **values)

    def _page(self, template: str, info: PageInfo, **values: Any) -> Pages:
        place = info.place
        path = page_path(self.guide, place.kind, place.id)
        edit_url = self.repository.edit_url(info.file)
        # Filled by `_source_mark` while the page is rendered; the notes at the end of the page are made from it.
        marked: dict[str, None] | None = None if place.kind == "page" and place.id in BUILT_PAGES else {}
        body = self.env.get_template(template).render(
            values, page_path=path, title=info.title, summary=info.summary, edit_url=edit_url, marked=marked
        )
        return {path: front_matter(self.guide, self.site, info) + _without_blank_runs(body)}

    @pass_context
    def _finalize(self, context: Context, value: Any) -> Any:
        if hasattr(value, "__html__"):
            return value
        if not isinstance(value, model.Prose):
            return Markup(markdown.escape(str(value)))
        to_markdown = markdown.page_to_markdown if isinstance(value, model.PageProse) else markdown.to_markdown
        convert = partial(
            to_markdown, resolve=partial(self._resolve, context), suffix=partial(self._link_suffix, context)
        )
        if not isinstance(value, model.PageProse):
            return Markup(convert(value))
        return Markup(
            "".join(
                self._message(passage) if isinstance(passage, model.Message) else convert(passage)
                for passage in messages.passages(value)
            )
        )

    def _message(self, message: model.Message) -> Markup:
        """Return a message of a hand-written page as the pages of actions show theirs."""
        parts = self.env.get_template("_parts.md").make_module({"page_path": "index.md"})
        return Markup(vars(parts)["message"](message))

    @pass_context
    def _labelled(self, context: Context, label: str, prose: model.Prose) -> Markup:
        """Return a text after a label in bold, or below it where the text opens with a list or a quotation."""
        gap = "\n\n" if openings.opens_with_block(prose) else " "
        return Markup(f"**{markdown.escape(label)}**{gap}{self._finalize(context, prose)}")

    def _resolve(self, context: Context, kind: str, id_: str) -> tuple[str, str]:
        """Return the relative path of what a link leads to, and its title."""
        page, hash_, anchor = page_path(self.guide, kind, id_).partition("#")
        folder = posixpath.dirname(context["page_path"]) or "."
        return posixpath.relpath(page, folder) + hash_ + anchor, self.guide.title(kind, id_)

    def _link_suffix(self, context: Context, kind: str, id_: str) -> str:
        return self._source_mark(context, id_) if kind == "source" else ""

    def _plain(self, text: str) -> str:
        """Return a text without its marks and without sources in brackets; links without words are titles."""

        def titled(link: re.Match[str]) -> str:
            return f"[{self.guide.title(link[1], link[2])}]"

        return markdown.to_plain(_LINK_WITHOUT_WORDS.sub(titled, _SOURCE_IN_BRACKETS.sub("", text)))

    @pass_context
    def _link(self, context: Context, kind: str, id_: str) -> Markup:
        path, title = self._resolve(context, kind, id_)
        return Markup(f"[{markdown.escape(title)}]({path})")

    @pass_context
    def _source_mark(self, context: Context, id_: str) -> Markup:
        """Return the button that opens the note on a source, and record that this page needs that note."""
        marked: dict[str, None] | None = context["marked"]
        if marked is None:
            return Markup()
        marked[id_] = None
        name = markdown.escape(_fill(self.ui.about_source, source=self.guide.title("source", id_)))
        return Markup(
            f'<button class="av-source-mark" type="button" popovertarget="source-{id_}" aria-label="{name}"></button>'
        )

    @pass_context
    def _part(self, context: Context, macro: str, id_: str) -> Markup:
        """Return what a macro of _parts.md makes of an entry; rendered once for all pages of the same depth."""
        return self._cached_part(macro, id_, self._root(context))

    def _render_part(self, macro: str, id_: str, root: str) -> Markup:
        path_of_that_depth = f"{root.replace('..', '-')}index.md"
        parts = self.env.get_template("_parts.md").make_module({"page_path": path_of_that_depth})
        return Markup(getattr(parts, macro)(id_))

    @pass_context
    def _href(self, context: Context, kind: str, id_: str) -> Markup:
        """Return the address of a page for use in HTML, relative to the page that is being rendered."""
        return Markup(f"{self._root(context)}{entry_address(self.guide, kind, id_)}" or "./")

    @pass_context
    def _root(self, context: Context) -> Markup:
        return Markup("../" * address(context["page_path"]).count("/"))


def _values_of_action(guide: Guide, id_: str) -> Mapping[str, Any]:
    return {"causes": {cause: guide.content.causes[cause].value for cause in guide.causes_of_action.get(id_, ())}}


def _values_of_stage(guide: Guide, id_: str) -> Mapping[str, Any]:
    order = list(guide.setup.stages)
    index = order.index(id_)
    before = order[index - 1] if index > 0 else None
    after = order[index + 1] if index + 1 < len(order) else None
    return {"before": before, "after": after}


# What the templates of some kinds and sections need besides the entry or the item.
_VALUES: Mapping[str, Callable[[Guide, str], Mapping[str, Any]]] = {
    "cause": lambda guide, id_: signs(guide, id_)._asdict(),
    "action": _values_of_action,
    "stage": _values_of_stage,
}


def _without_blank_runs(body: str) -> str:
    """Return a page without the runs of empty lines that a template's branches leave behind."""
    return re.sub(r"\n{3,}", "\n\n", body).strip("\n") + "\n"


def _message_html(message: model.Message) -> Markup:
    return Markup(messages.as_html(message))


def _fill(text: str, **values: object) -> str:
    """Return a text of ui.yml with its {blanks} filled in."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text
