"""The pages of the tiny guide, compared whole with golden files, and what a page may hold."""

import json
import os
import re
from fnmatch import fnmatch
from pathlib import Path
from textwrap import indent

import markdown
import pytest

from generator import model
from generator.model.ui_text import PageText
from generator.pages import openings
from generator.pages.publication import Publication
from generator.pages.renderer import render
from generator.pages.urls import Repository, address, page_path
from tests.conftest import FIXTURES, guide_of

GOLDEN = FIXTURES.parent / "golden"
PAGES = [
    "index.md", "causes/proved-too-long/index.md", "actions/test-the-yeast/index.md", "myths/salt-kills/index.md",
    "stages/mixing/index.md", "control/outside/index.md", "evidence/index.md", "debrief/index.md",
    "how-the-debrief-reasons/index.md", "crumb/index.md",
]  # fmt: skip
KINDS_WITH_PAGES = [kind for kind in model.KINDS.values() if kind.has_page]


def pages(content: Path) -> dict[str, str]:
    guide = guide_of(content)
    return render(Publication(guide, Repository("https://example.org/us/guide")))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_what_its_golden_file_says(path: str, bread: Path) -> None:
    golden = GOLDEN / path
    text = pages(bread)[path]
    if os.environ.get("ACCEPT"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_entry_has_a_page(bread: Path) -> None:
    guide, made = guide_of(bread), pages(bread)
    for kind in KINDS_WITH_PAGES:
        assert guide.content.entries[kind.name], f"write {kind.a_kind} in tests/fixtures/valid/"
        assert {page_path(guide, kind.name, id_) for id_ in guide.content.entries[kind.name]} <= made.keys()


@pytest.mark.parametrize("kind", KINDS_WITH_PAGES, ids=lambda kind: kind.name)
def test_every_kind_with_pages_has_a_golden_page(kind: model.Kind) -> None:
    assert [path for path in PAGES if fnmatch(path, f"{kind.address_of('*')}index.md")], "add one to PAGES"


def test_causes_actions_and_sources_lead_to_one_another(bread: Path) -> None:
    made = pages(bread)
    assert "../../actions/mark-the-bowl/" in made["causes/weak-flour/index.md"]
    assert "../../causes/weak-flour/" in made["actions/mark-the-bowl/index.md"]
    assert "../../evidence/#baker-2001" in made["causes/dead-yeast/index.md"]
    assert "../causes/dead-yeast/" in made["evidence/index.md"]
    assert "../../myths/salt-kills/" in made["causes/dead-yeast/index.md"]
    assert "../../causes/dead-yeast/" in made["myths/salt-kills/index.md"]


def test_a_text_is_shown_letter_by_letter_wherever_it_stands(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    title = '5 * 3 & \\"so\\" {on} [1] `x`'
    path.write_text(path.read_text(encoding="utf-8").replace("The yeast was dead", f'"{title}"'), encoding="utf-8")
    page = pages(bread)["causes/dead-yeast/index.md"]
    assert '\ntitle: "5 * 3 &amp; &quot;so&quot; {on} [1] `x`"\n' in page
    assert "# 5 &#42; 3 &#38; &#34;so&#34; &#123;on&#125; &#91;1&#93; &#96;x&#96;" in page


def test_a_message_is_shown_filled_in_and_without_braces(bread: Path) -> None:
    path = bread / "actions/mark-the-bowl.yml"
    message = (
        "words:\n- for: x\n  text: |\n    Dear {who wrote},\n    a {loaf} or {two}?\n"
        '  examples: {who wrote: Ann & Bo, loaf: rye}\n- {for: y, text: "No {example} at all"}\n'
        "- {for: z, text: No blank}\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + message, encoding="utf-8")
    page = pages(bread)["actions/mark-the-bowl/index.md"]
    assert (
        'Dear <span class="blank" data-blank="who wrote">Ann &#38; Bo</span>,<br>a <span class="blank" '
        'data-blank="loaf">rye</span> or <span class="blank blank--open" data-blank="two">&#91;two&#93;</span>?'
    ) in page
    assert page.count("The marked words are examples.") == 1
    assert page.count("Put your own words where the line is marked.") == 1
    assert "{" not in page.partition("\n---\n")[2].replace("data-left", "").split("<figure")[0]


def test_a_hand_written_page_can_hold_a_message(bread: Path) -> None:
    path = bread / "pages/crumb.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        f"{text}\n> Dear {{name: Ann}}, is\n> it {{what}}?\n>\n> Yours\n\n> *Only a saying.*\n", encoding="utf-8"
    )
    page = pages(bread)["crumb/index.md"]
    assert (
        '<p>Dear <span class="blank" data-blank="name">Ann</span>, is it '
        '<span class="blank blank--open" data-blank="what">&#91;what&#93;</span>?<br><br>Yours</p>'
    ) in page
    assert "> *Only a saying.*" in page


def test_a_text_is_parted_as_in_the_preview_of_the_form() -> None:
    for example in json.loads((FIXTURES / "openings.json").read_text(encoding="utf-8")):
        text, most = model.Prose(example["text"]), example["most"]
        assert openings.opening(text, most) == example["opening"]
        assert openings.rest(text, most) == text[len(example["opening"]) :].strip()


def test_a_long_opening_goes_on_where_it_is_folded(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    sentences = [f"Sentence {number} of [some](cause:proved-too-long) *length. And* more." for number in range(9)]
    entry = re.sub(
        r"(?ms)^what_happened: .*?(?=^\w)",
        "what_happened: " + json.dumps(" ".join(sentences)) + "\n",
        path.read_text(encoding="utf-8"),
    )
    path.write_text(entry, encoding="utf-8")
    page = pages(bread)["causes/dead-yeast/index.md"]
    opening, folded = page.split("<summary>How it comes about</summary>")
    shown = re.findall(r"Sentence (\d)", opening)
    assert shown
    assert [*shown, *re.findall(r"Sentence (\d)", folded)] == list("012345678")


@pytest.mark.parametrize("opening", ["- one\n- two", "1. one\n2. two", "> one\n> two"])
def test_a_labelled_text_may_open_with_a_list_or_a_quotation(opening: str, bread: Path) -> None:
    block = "\n".join(f"  {line}" for line in opening.split("\n"))
    for path in ("causes/dead-yeast.yml", "actions/test-the-yeast.yml"):
        text = (bread / path).read_text(encoding="utf-8")
        (bread / path).write_text(f"{text}handle_with_care: |\n{block}\n", encoding="utf-8")
    sources = bread / "sources.yml"
    text = re.sub(
        r"(?m)^  (finding|limits): .*$", rf"  \1: |\n{indent(block, '  ')}", sources.read_text(encoding="utf-8")
    )
    sources.write_text(text, encoding="utf-8")
    made = pages(bread)
    for page, labels in (
        ("causes/dead-yeast/index.md", ["Handle with care."]),
        ("actions/test-the-yeast/index.md", ["Handle with care."]),
        ("evidence/index.md", ["Found:", "Does not show:"]),
    ):
        html = markdown.markdown(made[page].partition("\n---\n")[2], extensions=["attr_list", "md_in_html"])
        for label in labels:
            assert re.search(rf"<p><strong>{label}</strong></p>\s*<(ul|ol|blockquote)>\s*<(li|p)>one", html), (
                page,
                label,
            )


def test_a_labelled_text_that_opens_with_words_stands_on_the_line_of_its_label(bread: Path) -> None:
    path = bread / "causes/dead-yeast.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}handle_with_care: '*Not* for all.'\n", encoding="utf-8")
    assert "\n**Handle with care.** *Not* for all.\n" in pages(bread)["causes/dead-yeast/index.md"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("index.md", ""), ("causes/a/index.md", "causes/a/"), ("evidence/index.md#x", "evidence/#x")],
)
def test_addresses_are_those_of_folders(path: str, expected: str) -> None:
    assert address(path) == expected


@pytest.mark.parametrize("origin", ["reported", "altered", "composite"])
def test_a_case_that_is_not_told_as_it_happened_says_so(origin: str, bread: Path) -> None:
    path = bread / "cases/sunday-loaf.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("composite", origin), encoding="utf-8")
    page = pages(bread)["causes/dead-yeast/index.md"]
    said = {name: getattr(PageText(), name) in page for name in ("altered", "composite")}
    assert said == {name: name == origin for name in said}
