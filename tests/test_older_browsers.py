"""Styles and scripts say nothing that browsers of a few years ago would drop together with what stands around it."""

import re

import pytest

from generator.linting.rules.form import form_rules
from generator.model import Style
from tests.conftest import ROOT

STYLES = ["quiz/quiz.css", "site_overrides/assets/site.css", "contribute/contribute.css"]


def read(path: str) -> str:
    """Return a style without its comments."""
    return re.sub(r"/\*[\s\S]*?\*/", "", (ROOT / path).read_text(encoding="utf-8"))


def rules_in_rules(style: str) -> list[str]:
    """Return what stands before the brace of each rule within another; a rule that begins with "@" may hold others."""
    found: list[str] = []
    around: list[str] = []
    for text, sign in re.findall(r"([^{};]*)([{};])", style):
        if sign == "{":
            if around and not around[-1].startswith("@"):
                found.append(text.strip())
            around.append(text.strip())
        elif sign == "}":
            around.pop()
    assert around == []
    return found


def test_a_rule_within_a_rule_is_found() -> None:
    assert rules_in_rules("a { color: red; } @media print { .quiz { b { color: red; } @media (x) { d: e; } } }") == [
        "b",
        "@media (x)",
    ]


@pytest.mark.parametrize("path", STYLES)
def test_no_rule_stands_within_another(path: str) -> None:
    """Firefox before 117 and Safari before 17.2 leave out the rest of a rule from the first one within it."""
    assert rules_in_rules(read(path)) == []


@pytest.mark.parametrize("path", STYLES)
def test_a_sign_that_is_not_read_out_is_seen_where_that_cannot_be_said(path: str) -> None:
    """Firefox before 128 and Safari before 17.4 drop a content with words for screen readers behind it."""
    style = read(path)
    silent = re.findall(r'content: ("[^"]+") / "";', style)
    assert silent == re.findall(r'content: ("[^"]+");\s*content: \1 / "";', style)


@pytest.mark.parametrize("folder", ["browser", "contribute", "quiz", "search"])
def test_no_script_looks_behind_in_a_pattern(folder: str) -> None:
    """A browser that can't read one pattern doesn't run the script at all: Safari before 16.4 has no lookbehind."""
    scripts = [path for path in (ROOT / folder).rglob("*.js") if "vendor" not in path.parts]
    assert scripts
    assert [path.name for path in scripts if re.search(r"\(\?<[=!]", path.read_text(encoding="utf-8"))] == []


def test_no_rule_of_the_form_looks_behind() -> None:
    patterns = [rule.get("pattern", "") for rule in form_rules(Style())["all"]]
    assert any(patterns)
    assert [pattern for pattern in patterns if re.search(r"\(\?<[=!]", pattern)] == []
