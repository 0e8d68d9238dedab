"""The words of the debrief: none is missing, none is left over, and none stands in the code."""

import json
import re

import pytest
import yaml

from generator.model.ui_text import DebriefWords
from tests.browser.debrief.conftest import ROOT

KEYS = set(DebriefWords.model_fields)
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "quiz/ui").glob("*.js")))
# Keys that are put together from a part and what the engine says.
MADE = {
    "notice_": ["unreadable", "unknown_question", "unknown_answer", "no_longer_applies", "older_content"],
    "stop_": ["little_to_learn", "plan_settled", "enough_pages", "no_questions", "reader"],
}


def test_the_code_asks_for_exactly_the_words_that_there_are() -> None:
    made = {start + end for start, ends in MADE.items() for end in ends}
    assert all(f"`{start}${{" in CODE for start in MADE)
    counted = {f"{key}_{form}" for key in re.findall(r'count\("(\w+)"', CODE) for form in ("one", "other")}
    quoted = {key for key in KEYS if f'"{key}"' in CODE}
    asked = set(re.findall(r'\bt\("(\w+)"', CODE)) | quoted | counted | made
    assert asked == KEYS


@pytest.mark.parametrize("path", ["content/ui.yml", "tests/browser/debrief/bread.json"])
def test_a_text_has_no_blank_that_the_code_does_not_fill(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    words = json.loads(text)["strings"] if path.endswith("json") else yaml.safe_load(text)["debrief"]
    assert set(words) == KEYS
    for key, value in words.items():
        for blank in re.findall(r"\{(\w+)\}", value):
            assert re.search(rf"\b{blank}\b", CODE), key
        assert "\u2014" not in value
        assert "!" not in value
        assert not re.search(r"\b(just|simply|obviously)\b", value, re.IGNORECASE), key


def test_no_text_for_readers_stands_in_the_code() -> None:
    for line in CODE.splitlines():
        code = re.sub(r"//.*|/\*\*.*|^\s*\*.*", "", line)
        for text in re.findall(r'"([A-Z][a-z]+ [a-z][^"]*)"', code):
            pytest.fail(f"{text!r} belongs in ui.yml")
