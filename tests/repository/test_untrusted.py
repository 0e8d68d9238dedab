"""A stranger's text comes out harmless and still readable."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from untrusted import fenced, one_line, quiet, shortened

from tests.repository.fake_github import HOSTILE

# What GitHub acts upon. A gap (U+200B) takes it apart.
ACTED_UPON = {
    "a person": r"@[A-Za-z0-9]",
    "a tag": r"<[A-Za-z/!?]",
    "a link": r"\](?:\(|\[|:)",
    "an address": r"[a-z]://|\bwww\.",
    "an issue": r"(?<!&)#\d|\bGH-\d",
    "a fence": r"```|~~~",
    "an entity": r"&#?[a-z0-9]+;(?!\u200b)",
    "a turn of direction": "[\u202a-\u202e\u2066-\u2069]",
}
ODD = st.text(st.sampled_from(list("@a1<!-[](:/w.#GH`~&;x64\n\r\u202e \\>*")) | st.characters(), max_size=60)


@pytest.mark.parametrize("what", ACTED_UPON)
@given(text=ODD)
def test_nothing_is_left_that_github_would_act_upon(what: str, text: str) -> None:
    assert not re.search(ACTED_UPON[what], quiet(HOSTILE + text), re.IGNORECASE)


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
