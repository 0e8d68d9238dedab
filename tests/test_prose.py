"""Contributed text comes out as plain, safe Markdown, whatever is in it."""

import html
import re
import time
from html.parser import HTMLParser
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linting.rules.corpus import Corpus, Text
from generator.linting.rules.links import unsafe_links
from generator.linting.rules.pattern import Pattern, TextKind
from generator.linting.rules.text_rules import TEXT_RULES
from generator.loading import Authored, Document
from generator.loading.nodes import EMPTY
from generator.markdown import escape, references, to_markdown, to_plain

# More than the site switches on: text has to stay harmless when someone adds an extension.
EXTENSIONS = ["attr_list", "md_in_html", "tables", "fenced_code", "footnotes", "abbr", "def_list", "admonition", "toc"]
HARMLESS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "a", "br", "hr", "pre", "code"}

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    '[x](https://a.b/" onclick="alert(1))',
    "[x](https://a.b/'onclick='alert(1))",
    '[x][y]\n\n[y]: javascript:alert(1) "t"',
    "<javascript:alert(1)>",
    "![x](x){: onerror=alert(1)}",
    "text {: onclick=alert(1) }",
    "# head {: onclick=alert(1) }",
    "- item\n{: onclick=alert(1) }",
    "*[a]: <b onclick=alert(1)>",
    "[^1]\n\n[^1]: <b>",
    "```html\n<b>\n```",
    '<div markdown="1" onclick="alert(1)">x</div>',
    "<svg><script>alert(1)</script></svg>",
    "<!-- x --> <? y ?> <![CDATA[ z ]]>",
    "</p></article><script>alert(1)</script>",
    "!!! note\n    <b>x</b>",
    "a\n: b {onclick=alert(1)}",
    "| a | b |\n|---|---|\n| <b> | x |",
    "\\<b\\>",
    "`<b>`",
    "[a](cause:x){onclick=alert(1)}",
    "[a [b](javascript:x)](cause:y)",
    "[a](cause:x\"onclick='alert(1)')",
    "&lt;script&gt;",
    "Title\n===",
    "Title\n---",
]


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def resolve(kind: str, id_: str) -> tuple[str, str]:
    return f"../{kind}s/{id_}.md", f"The title of {id_}"


def rendered(text: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Elements()
    parser.feed(markdown.markdown(to_markdown(text, resolve), extensions=EXTENSIONS))
    return parser.found


def assert_harmless(text: str) -> None:
    for tag, attributes in rendered(text):
        assert tag in HARMLESS, (tag, text)
        assert set(attributes) <= {"href"}, (attributes, text)
        assert re.match(r"^(https://|mailto:|\.\./)", attributes.get("href") or "../"), (attributes, text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_renders_as_the_letters_that_it_consists_of(text: str) -> None:
    assert_harmless(text)


PIECES = [*"ab \n[](){}<>:#*_`\"'!=-&;\\|~^./", "javascript:", "cause:x", "https://a.b/", "](", "    "]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_text_whatever_renders_as_anything_but_plain_markdown(text: str) -> None:
    assert_harmless(text)


@given(st.text())
def test_an_escaped_text_reads_the_same_in_markdown_and_in_html(text: str) -> None:
    assert html.unescape(escape(text)) == text or "&" in text or "\r" in text
    shown = markdown.markdown(f"x{escape('*a* [b](c) {: d} <e> `f`')}", extensions=EXTENSIONS)
    assert html.unescape(shown) == "<p>x*a* [b](c) {: d} <e> `f`</p>"


RULES = [*TEXT_RULES, unsafe_links()]
# The entry that a text stands in, which the rules over texts do not look at.
SETUP: Authored[Any] = Authored("", None, Document("", "", EMPTY))


def findings(text: str, text_kind: TextKind = "prose", *, advice: bool = False) -> list[tuple[str, str]]:
    """Return the codes and fragments that the rules over texts find in a text."""
    field_path = ("what_happened",)
    corpus = Corpus([Text("cause", SETUP, field_path, text)])
    rules = [(rule, rule.check) for rule in RULES if isinstance(rule.check, Pattern)]
    return [
        (rule.code, fragment)
        for rule, pattern in rules
        if text_kind in pattern.texts and rule.is_advice == advice
        for _ in corpus.possible_matches(pattern)
        for fragment, *_ in pattern.matches(text)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a <b>c</b>", "raw-html"),
        ("![a](b)", "image"),
        ("# a", "heading-in-text"),
        ("a\n---", "heading-in-text"),
        ("```\na\n```", "code-in-text"),
        ("&nbsp;", "character-reference"),
    ],
)
def test_what_can_not_stay_in_a_text_is_named(text: str, code: str) -> None:
    assert code in {found for found, _ in findings(text)}


@pytest.mark.parametrize("line", ["## a", "### a"])
def test_a_page_has_headings_of_the_second_and_third_level(line: str) -> None:
    assert findings(line, "page") == []
    assert findings(line, "prose") != []


@pytest.mark.parametrize("target", ["javascript:x", "http://a.b", "//a.b", "../x", "x.md", "cause:X", "https://a b"])
def test_links_lead_to_entries_https_or_mail_and_nowhere_else(target: str) -> None:
    assert {"unsafe-link", "malformed-link"} & {code for code, _ in findings(f"[x]({target})")}


def test_good_links_are_accepted() -> None:
    text = "[a](cause:b), [](action:c), [d](https://e.f/g?h=i&j#k) and [l](mailto:m@n.o). (A bracket: [sic].)"
    assert findings(text) == []
    assert [(ref.kind, ref.id) for ref in references(text)] == [("cause", "b"), ("action", "c")]


def test_a_link_without_words_shows_the_title_of_what_it_leads_to() -> None:
    assert to_markdown("see [](cause:b)", resolve) == "see [The title of b](../causes/b.md)"


def test_plain_text_keeps_the_words_of_links_and_loses_the_marks() -> None:
    assert to_plain("**See** [this](cause:b),\nand *that* snake_case.") == "See this, and that snake_case."


@pytest.mark.parametrize("mark", ["- ", "* ", "1. ", "> ", "> - ", "  - "])
def test_an_item_or_a_quotation_may_begin_with_a_link(mark: str) -> None:
    text = f"{mark}[a](cause:b), and c\n{mark}[](action:d)\n{mark}e [f](cause:g)"
    made = to_markdown(text, resolve)
    assert [line[: len(mark)] for line in made.splitlines()] == [mark] * 3
    assert "&#" not in made
    lists = [tag for tag, _ in rendered("Before:\n\n" + text.replace("  - ", "- ")) if tag in ("li", "blockquote", "a")]
    assert lists.count("a") == 3
    assert lists.count("li") == (0 if mark == "> " else 3)


@pytest.mark.parametrize("line", ["---", "===", "- ", ": x", "!!! x", "> ---"])
def test_a_line_that_would_be_a_rule_or_a_heading_is_escaped_and_a_link_on_it_changes_nothing(line: str) -> None:
    assert "&#" in to_markdown(f"[a](cause:b)\n{line}\n[c](cause:d)", resolve)
    assert "&#" in to_markdown(f"[a\n{line}\nb](cause:b)", resolve)
    assert "&#" not in to_markdown(f"[a](cause:b) {line.removeprefix('> ')} [c](cause:d)", resolve)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You **know the subject.", [("open-emphasis", "**know the subject.")]),
        ("A **b** c\n\nx **y** **[z](cause:z) w.", [("open-emphasis", "**[z")]),
        ("See https://example.org/x.", [("bare-address", "https://example.org/x")]),
        ("See [it](https://example.org/x), and **this**.", []),
        ("Two things:\n- see [x](cause:x) first\n- b", [("list-in-text", "- see [x")]),
        ("Two things:\n\n- one\n  goes on\n- two", []),
        ("1. a\n2. b\n\n> - c\n> - d", [("shown-as-typed", ">")]),
    ],
)
def test_what_was_meant_as_a_mark_is_pointed_to_where_it_stands(text: str, found: list[tuple[str, str]]) -> None:
    assert findings(text, advice=True) == found
    assert all(fragment in text for _, fragment in found)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 60_000 + " **",
        "http://" + "." * 60_000,
        "- a\n" * 15_000 + "**",
        "[" * 60_000,
        "](" * 30_000,
        "**a" * 20_000,
        "5% " * 2_600,
        "a@" * 30_000,
        "1 " * 30_000,
        "TODO" * 15_000,
        "<!--" * 15_000,
        "{%" * 30_000,
        "\u3010" * 60_000,
        "\u00e2" * 60_000,
        "```\n" * 15_000,
    ],
)
def test_a_long_text_is_looked_through_at_once(text: str) -> None:
    began = time.perf_counter()
    findings(text)
    findings(text, advice=True)
    assert time.perf_counter() - began < 1
