"""Whatever contributors write: it is refused with a word on why, or it is shown letter by letter."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest

from generator.guide import Guide
from generator.linting.linter import check
from generator.loading import load
from generator.markdown import escape, to_markdown
from generator.pages.publication import Publication
from generator.pages.urls import Repository, Site
from generator.site.pipeline import files
from tests.conftest import BREAD
from tests.hostile import HOSTILE, of_nothing_else

EXTENSIONS: Any = ["attr_list", "md_in_html", "toc", "tables", "fenced_code", "meta"]
PLAIN = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "a", "hr", "br", "pre", "code"}


class Seen(HTMLParser):
    """The tags of a text and their attributes, and the letters between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.letters = ""
        self.other: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.letters += data

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def test_there_are_many_and_each_is_its_own() -> None:
    assert len(HOSTILE) == len(set(HOSTILE)) >= 100


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_line_is_shown_letter_by_letter_in_text_and_in_attributes(words: str) -> None:
    line = words.replace("\n", " ")
    html = markdown.markdown(f'<p title="{escape(line)}">{escape(line)}</p>', extensions=EXTENSIONS)
    seen = Seen(html)
    assert [tag for tag, _ in seen.tags] == ["p"]
    assert [attributes.keys() for _, attributes in seen.tags] == [{"title"}]
    assert seen.other == []


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_prose_becomes_plain_paragraphs_lists_and_safe_links(words: str) -> None:
    seen = Seen(markdown.markdown(to_markdown(words, lambda *_: ("#", "x")), extensions=EXTENSIONS))
    for tag, attributes in seen.tags:
        assert tag in PLAIN
        assert attributes.keys() <= ({"href"} if tag == "a" else set())
        assert re.match(r"https://|mailto:|#", attributes.get("href") or "#")
    assert seen.other == []


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_as_it_stands_in_a_file_it_is_read_or_refused(words: str, bread: Path) -> None:
    cause = bread / "causes/dead-yeast.yml"
    text = cause.read_text(encoding="utf-8")
    cause.write_text(text.replace("title: The yeast was dead", f"title: {words}"), encoding="utf-8", newline="")
    checked = check(bread)
    assert checked.guide or all(diagnostic.message and diagnostic.hint for diagnostic in checked.diagnostics)


def test_what_other_programs_get_is_whole_whatever_the_words() -> None:
    content, _ = load(BREAD / "content")
    assert content
    hostile, count = of_nothing_else(content, lambda number: HOSTILE[number % len(HOSTILE)])
    assert count > len(HOSTILE)
    made = files(
        Publication(Guide(hostile), Repository("https://example.org/us/guide"), site=Site("https://example.org/guide/"))
    )
    for path, data in made.items():
        assert b"window.pwned=1</script>" not in data or path.endswith((".json", ".txt", ".xml")), path
