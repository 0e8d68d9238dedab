"""A stranger's text comes out harmless and still readable."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from untrusted import fenced, folding, one_line, quiet, shortened

from tests.repository.fake_github import HOSTILE

# What GitHub acts upon. A gap (U+200B) takes it apart.
ACTED_UPON = {
    "a person": r"@[A-Za-z0-9]",
    "a tag": r"<[A-Za-z/!?]",
    "a link": r"\](?:\(|\[|:)",
    "an address": r"[a-z]://|\bwww\.",
    "an issue": r"(?<!&)#\d|\bGH-\d|&#\d+(?![\d;])",
    "a fence": r"```|~~~",
    "a turn of direction": "[\u202a-\u202e\u2066-\u2069]",
}
ODD = st.text(st.sampled_from(list("@a1<!-[](:/w.#GH`~&;x64\n\r\u202e \\>*")) | st.characters(), max_size=60)


@pytest.mark.parametrize("what", ACTED_UPON)
@given(text=ODD)
def test_nothing_is_left_that_github_would_act_upon(what: str, text: str) -> None:
    assert not re.search(ACTED_UPON[what], quiet(HOSTILE + text), re.IGNORECASE)


@given(ODD)
def test_no_entity_hides_what_github_would_act_upon(text: str) -> None:
    hidden = (
        "&#64;octocat &commat;octocat #&#x31; GH&#45;2 w&#119;w.evil.example https&colon;//evil.example &#104;ttps://x "
    )
    shown = html.unescape(quiet(hidden + text))
    for what in ("a person", "an issue", "an address"):
        assert not re.search(ACTED_UPON[what], shown, re.IGNORECASE), what


def test_what_an_author_copies_from_a_comment_is_whole() -> None:
    assert quiet("how&#95;common: &#123;a&#125; &lt;b&gt; &#94;1") == "how&#95;common: &#123;a&#125; &lt;b&gt; &#94;1"


FOLD = "<details><summary>Six <b>cases</b></summary>"


@given(st.lists(st.sampled_from([FOLD, "</details>", " </details>", "<details>", "text", "<b>", ""]), max_size=12))
def test_folds_are_whole_and_the_only_markup(lines: list[str]) -> None:
    shown = folding("\n".join(lines), 200)
    marks = re.findall(r"<(?!\u200b).*", shown)
    assert marks == ["<details><summary>Six <\u200bb>cases<\u200b/b></summary>", "</details>"] * (len(marks) // 2)


def test_a_fold_that_is_cut_is_closed() -> None:
    assert folding(f"{FOLD}\n\n- one\n- two\n\n</details>\n", 1000).endswith("\n- one\n- two\n\n</details>")
    assert folding(f"{FOLD}\n\n" + "- one\n" * 100, 100).endswith("- one\n…\n\n</details>")


def test_each_kind_of_danger_is_in_the_hostile_text_at_first() -> None:
    assert {what for what, sign in ACTED_UPON.items() if re.search(sign, HOSTILE)} >= ACTED_UPON.keys() - {
        "a turn of direction"
    }


@given(ODD)
def test_a_quiet_text_reads_as_before(text: str) -> None:
    plain = "".join(sign for sign in text.replace("\r", "\n") if sign.isalnum())
    assert "".join(sign for sign in quiet(text) if sign.isalnum()) == plain


@given(ODD)
def test_a_fence_can_not_be_broken_out_of(text: str) -> None:
    first, *inside, last = fenced(HOSTILE + text).split("\n")
    fence = first.removesuffix("text")
    assert last == fence == "`" * len(fence)
    assert not [line for line in inside if re.match(rf"\s*{fence}", line)]
    assert not re.search(ACTED_UPON["a person"], "\n".join(inside))


def test_what_is_fenced_can_be_copied() -> None:
    assert fenced("write [words](https://example.org/#1)\r\nand <b>") == (
        "```text\nwrite [words](https://example.org/#1)\nand <b>\n```"
    )


@given(ODD)
def test_a_line_is_one_line(text: str) -> None:
    assert not re.search(r"[\n\r\t]|  ", one_line(text))


def test_a_text_is_cut_to_what_is_allowed() -> None:
    assert shortened("a" * 10, 10) == "a" * 10
    assert shortened("a" * 11, 10) == "a" * 9 + "…"
    assert len(one_line("@x " * 500, 50)) == 50
