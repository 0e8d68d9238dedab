"""The registry of rules: each has a code, a fixture and, where one entry shows it, a twin in the form."""

import ast
import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import generator
from generator.diagnostics.codes import CODES, code_called
from generator.diagnostics.diagnostic import Diagnostic
from generator.exports.form_data import PATH, form
from generator.linting.linter import check
from generator.linting.rules import RULES
from generator.linting.rules.corpus import Corpus, Text
from generator.linting.rules.form import FORM_RULES, for_javascript
from generator.linting.rules.house_style import house_rules
from generator.linting.rules.links import unsafe_links
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import role_at, without_indices
from generator.loading import as_data, parse
from generator.model import Style, yaml_kinds
from generator.model.types import Mention, mentions
from generator.pages.urls import Repository
from tests.conftest import BREAD, INVALID, ROOT, guide_of, overlay

DAY = date(2026, 8, 1)

# What a folder of fixtures can't hold, and where it is tested.
WITHOUT_FIXTURE = {
    "lost-address": "a file that was there before: test_diagnostics.py",
    "no-content": "the guide itself is missing: test_diagnostics.py",
    "taken-id": "reported of an entry that is to be added: test_new.py",
    "too-large": "ten megabytes: test_diagnostics.py",
    "unreadable": "symbolic links, which not every checkout can hold: test_diagnostics.py",
}


@dataclass(frozen=True)
class Case:
    """A fixture with the tiny guide as it is changed, and what `check` reports."""

    name: str
    content: Path
    diagnostics: tuple[Diagnostic, ...]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    found = []
    for changes in sorted(INVALID.iterdir()):
        content = Path(shutil.copytree(BREAD / "content", tmp_path_factory.mktemp("rules") / "content"))
        overlay(content, changes)
        found.append(Case(changes.name, content, check(content, DAY).diagnostics))
    return found


def test_every_code_has_a_fixture_that_is_called_after_it(cases: list[Case]) -> None:
    shown = {
        code.name
        for code in CODES.values()
        for case in cases
        if case.name.startswith(code.name.partition("{")[0])
        and code in [code_called(diagnostic.code) for diagnostic in case.diagnostics]
    }
    assert CODES.keys() - shown == WITHOUT_FIXTURE.keys()


def test_every_fixture_is_called_after_a_code_that_it_shows(cases: list[Case]) -> None:
    for case in cases:
        codes = {diagnostic.code for diagnostic in case.diagnostics}
        assert any(case.name == code or case.name.startswith(f"{code}-") for code in codes), case.name


def test_every_diagnostic_has_a_known_code_and_its_severity(cases: list[Case]) -> None:
    for diagnostic in (diagnostic for case in cases for diagnostic in case.diagnostics):
        code = code_called(diagnostic.code)
        assert code, diagnostic
        assert diagnostic.severity == code.severity


def test_every_code_in_the_source_is_known() -> None:
    """Also those that no fixture shows: the first argument of a diagnostic, a rule or a function that makes one."""
    makers = {"Diagnostic", "Rule", "_report", "_refuse"}
    for path in Path(generator.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) in makers:
                texts = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
                codes = [text for text in texts[:1] if re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", str(text))]
                assert not codes or code_called(codes[0]), f"{path.name} reports {codes}"


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.check], ids=lambda rule: f"{rule.code}: {rule.message}"
)
def test_every_rule_is_shown_by_a_fixture(rule: Rule, cases: list[Case]) -> None:
    message = re.sub(r"\\\{\w+\\\}", ".*", re.escape(rule.message))
    shown = any(
        diagnostic.code == rule.code and re.fullmatch(message, diagnostic.message)
        for case in cases
        if case.name.startswith(rule.code)
        for diagnostic in case.diagnostics
    )
    assert shown


def test_a_fix_stands_in_one_rule_of_its_code_only() -> None:
    fixable = [rule.code for rule in RULES if rule.fix]
    assert len(set(fixable)) == len(fixable)


# The form


def run_form(today: date, entries: list[Any], rules: tuple[Rule, ...], texts: list[str]) -> dict[str, Any]:
    """Return what the form finds in entries, and the first fragments that patterns find in texts."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    assert node, "the tests of the form need Node 20 or newer on the path"
    guide = guide_of(BREAD / "content", DAY)
    sources = [for_javascript(pattern_of(rule).pattern) for rule in rules]
    task = {
        "data": json.loads(form(guide, Repository())[PATH]),
        "today": today.isoformat(),
        "entries": entries,
        "patterns": [{"pattern": source, "flags": flags} for source, flags in sources],
        "texts": texts,
    }
    command = [node, str(ROOT / "tests/contribute/run_rules.mjs")]
    ran = subprocess.run(command, input=json.dumps(task), capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout))


def pattern_of(rule: Rule) -> Pattern:
    assert isinstance(rule.check, Pattern)
    return rule.check


def changed_entries(content: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the entries of a guide that differ from the tiny guide's, each after the path of its file."""
    for kind, of_kind in yaml_kinds().items():
        paths = (
            [content / of_kind.location] if of_kind.in_one_file else sorted((content / of_kind.plural).glob("*.yml"))
        )
        for path in paths:
            original = BREAD / "content" / path.relative_to(content)
            if not path.is_file() or (original.exists() and original.read_bytes() == path.read_bytes()):
                continue
            document, diagnostics = parse("x", path.read_bytes())
            if document is None or diagnostics:
                continue
            data = as_data(document.root)
            listed = data.items() if of_kind.in_one_file else [(path.stem, data)]
            for id_, entry in listed:
                yield f"content/{path.relative_to(content)}", {"kind": kind, "id": id_, "entry": entry}


# What only the form can find: `check` sees no note, no question that is on its way, and no entry without its guide.
FORM_ONLY = {
    "note-person", "open-detail", "title-person", "unknown-entry", "unknown-link",
}  # fmt: skip
# The form makes a list of what is pasted as one, and says nothing.
# Nor can its choice of answers hold what is no id.
MENDED_BY_THE_FORM = {"bad-id-one", "shown-as-typed-list"}
# What the form tells of each case, `check` tells once, at their question.
TOLD_ELSEWHERE = {"one-answer-many"}


def test_the_form_reports_what_one_entry_shows(cases: list[Case]) -> None:
    """What only the YAML or the whole guide shows has the scope `file` or `guide`, which says why the form can't."""
    entries = guide_of(BREAD / "content").content.entries
    kinds = [name for name in yaml_kinds() if entries[name]]
    changed = ((case, path, entry) for case in cases for path, entry in changed_entries(case.content))
    asked = [(case, path, entry) for case, path, entry in changed if entry["kind"] in kinds]
    found = run_form(DAY, [entry for _, _, entry in asked], (), [])["found"]
    compared = set()
    for (case, path, _), diagnostics in zip(asked, found, strict=True):
        own = [diagnostic for diagnostic in case.diagnostics if diagnostic.location.path == path]
        scopes = {CODES[code.name].scope for diagnostic in own if (code := code_called(diagnostic.code))}
        expected = {
            diagnostic.code
            for diagnostic in own
            if (code := code_called(diagnostic.code)) and code.scope in ("text", "entry")
        }
        reported = {diagnostic["code"] for diagnostic in diagnostics}
        assert expected <= reported or case.name in MENDED_BY_THE_FORM, case.name
        # Of the answers of a case the form knows more than one entry shows, as the guide was before the change.
        errors = {
            code for code in reported - FORM_ONLY if CODES[code].severity == "error" and CODES[code].scope != "guide"
        }
        assert errors <= expected or "file" in scopes or case.name in TOLD_ELSEWHERE, case.name
        compared |= expected
    assert {code.name for code in CODES.values() if code.scope in ("text", "entry")} - compared == set()


@pytest.mark.parametrize(
    ("number", "value", "code"),
    [("entries.TOLERANCE", 9, "shares-do-not-add-up"), ("style.LEAST_WORDS", 9999, "hard-to-read")],
)
def test_a_number_of_the_rules_is_the_forms_too(
    number: str, value: int, code: str, cases: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [entry for case in cases if case.name.startswith(code) for _, entry in changed_entries(case.content)]

    def is_found() -> bool:
        found = run_form(DAY, asked, (), [])["found"]
        return code in {diagnostic["code"] for diagnostics in found for diagnostic in diagnostics}

    assert is_found()
    monkeypatch.setattr(f"generator.linting.rules.{number}", value)
    assert not is_found()


def test_the_form_finds_nothing_wrong_with_a_good_guide() -> None:
    entries = []
    for kind, of_kind in yaml_kinds().items():
        for path in (BREAD / "content" / of_kind.plural).glob("*.yml"):
            document, _ = parse("x", path.read_bytes())
            assert document
            entries.append({"kind": kind, "id": path.stem, "entry": as_data(document.root)})
    assert len(entries) > 5
    assert [found for found in run_form(DAY, entries, (), [])["found"] if found] == []


PIECES = [
    *"ab \n[](){}<>:#*_`\"'!=-&;\\|~^./12+@%é١²", "javascript:", "cause:x", "https://a.b/", "http://x", "](", "    ",
    "**", "\n\n", "\n- ", "[a](cause:b)", "![a](b)", "&amp;", "TODO", "20%", "(source:x)", "ann@example.org",
    " ann@firm.org", "__a__", " [1] ", " • ",
    "+49 30 1234 567", "lorem ipsum", "Ann Miller ", " at Bread ", "3 May 2026", "~~a~~", "[^1]", "• ", "\n1) ", "!!",
    "LOUD LOUD LOUD", "🎉",
    "<p>", "<b>", "<script", "<x", "<!--", "-->", "donâ€™t", "?utm_source=a&", "【4†b】", "{{ a }}", "{% a %}", "a\tb",
    " studies show", "nine in ten", "“a”", "*a*", "[a](b)", "\n\n    a",
    "https://bit.ly/x", "(a)[cause:b]", '<a href="https://x">y</a>', ".¹", "{{ a b }}", ";", ",", "\u2018a\u2019",
    "ab-\nab", "ﬂa", "\n17\n", " 030 1234567 ", "[1.2.26, 14:03] A: ", "\nRead more: ", "??? a", "XX.XX", "[Name]",
    "a\n---", "\n```", "~~~\n", "for=\n", "=E2=80=99", "rose.1", "\nSent from my phone", "risen.Then ",
]  # fmt: skip


PHRASES = ["a.b", "A.B", "axb", "C++ (new)", "naïve", "naïveté", "NAÏVE", "at the end", "at the ending", "[x]/y"]


def test_patterns_mean_the_same_in_both_languages() -> None:
    chance = random.Random(1)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 25))) for _ in range(3000)]
    phrases = house_rules(
        Style(
            avoid={"a.b": "-", "c++ (new)": "-", "naïve": "-", "at the end": "-", "[x]/y": "-"},
            title_words={"cause": 2},
            summary_sentences={"cause": 1},
        )
    )
    rules = (*(rule for rule in FORM_RULES if isinstance(rule.check, Pattern)), unsafe_links(), *phrases)
    texts += [
        "08/2026",
        "3.2026",
        "May 2026",
        "One two three",
        "It rose. Then it fell. And",
        "flour,",
        "flour; salt",
        "\u2018flour\u2019",
        "a <b>b</b> and <i>c</i>",
        '<span class="x">a</span>',
        '<div class="x">',
        "(cause:x)[a]",
        "see cause:x",
        "[[a]]",
        "\nOn Monday Ann wrote:\n> a",
        "B.",
        "Baker, B. and Miller, M.",
        "Baker et al.",
        "https://a.ezproxy.example.edu/x",
        "see C:\\Users\\ann\\x.docx",
        "It rose and then it",
        "Rest well. (please check)",
        "Here is a revised version: rest it.",
        "Flour , and the the salt..",
        "Rest The Dough For Long",
        "none",
        "last year",
        "a[^1]\n\n[^1]: b",
        "B. Baker",
        "B. C. van Baker",
        "https://doi.org/10.1000/bread.1?a=b",
        "Was it flat?",
        "You should say so",
        "In this study, we examined yeast",
        "They turned me down because it was flat. The miller said that the reason was yeast.",
        "Foreigners usually bake too long",
        "If you have a debt, say that you have none. Make up an example",
        "Your water",
        "Your water?",
        "What you poured into it",
        "**What happened:** it fell",
        "so\n17\nit fell",
        "Advertisement\nShare on Facebook",
        "It {++was++} {~~no~>so~~} {--here--} [AK1] (turn0search3)",
        "[28/11/2026, 14:03] Anna: it fell",
        "see DD.MM.YYYY or XX.XX",
        "at Bär & Keller, Tom, 29, said",
        "If ??? it fell",
        "Dear [First name]",
        "##Rest",
        "Rest.\\nKnead.",
        "2. Knead it",
        "Step two: knead it",
        "It rose\n- as ever - and fell",
        "- a\n\u2013 b",
        "at last.2 Then",
        "by Mr. Baker",
        "(Ann will add the numbers)",
        "Commented [AM1]: Is it so? ~~No.~~ ==Yes==",
        "[[cause:dead-yeast|old yeast]] and [[yeast]]",
        "and write the time down in",
        "Frau Kowalski, 51, and Sabine, the ward manager, said so",
        "Petra Lindqvist from Siemens once told me",
        "in my 12 years it fell",
        "See the page about that",
        "from the day of the sale",
        "2004, last read yesterday",
        "https://example.org/",
        "10.1000/bread.1",
        "it doesnt hold any gas",
        "of {the mill} and",
        "[https://example.org](two words)",
        "It rose.\n\n--\nAnn",
        "It is 40%* of all",
        "2023. It rose",
        "so:\n\n-one\n-two",
        "so ** one ** and",
        "so\n\n**One**\n\nand",
        "It rose. (Anna, please check)",
        "It rose. Then it was so",
        "I am YOUR NAME",
        "as others found [1, 2] before",
        "Take a beta blocker before you bake",
        "Let your phone record the conversation",
        "Lie about the flour, and make up a second offer",
        "Post the name of the miller, and name the baker on Facebook",
        "Give notice before you go",
        "You will win. It works every time",
        "Don't bother with a lawyer",
        "Wait for their answer before you write",
        "Book a session on our website",
        "When this is the reason, you left it",
        "They thought that you were late",
        "It is your own fault",
        "You've got this",
        "Were you badly prepared?",
        "Does it kill?",
        "As of today it rose",
        "Pedro, a manager, sold it",
        "IBAN DE89 3704 0044 0532 0130 00",
        "born on 3.4.1988",
        "ring 0151 2345678 or 0151 496 0123",
        "see [click here](https://example.org/a)",
        "so it is (source: baker-2001)",
        "One sentence in plain words.",
        "According to Baker (2001), it rose",
        "where few people buy it, you have a right to a loaf",
        "If you think about killing yourself, wait until they have answered.",
        "Don't tell them about your epilepsy, even if you would work on a roof.",
        "Send them a copy of your passport by email.",
        "Look up where the interviewer lives and wait for her after work.",
        "Post the baker's name and photo on Facebook.",
        "Say that you have another loaf, even if it isn't true.",
        "Use a chatbot on a second screen during the test. They can't see it.",
        "You needn't keep the time limit: courts always make an exception.",
        "Delete the emails that show what you wrote.",
        "Fast for a day before you bake and sleep only four hours.",
        "Quit your job today.",
        "It costs only 99 euros.",
        "Women should smile more.",
        "Use an English name if yours is foreign.",
        "Autistic people can't bake bread.",
        "Cripples have it harder.",
        "You love to hear yourself talk, you idiot.",
        "book me at https://example.org",
        "see [this](https://example.org?ref=x)",
        "told in confidence",
        "This is past<br/> its date",
        "Subject: bread",
        "so {br} and {new line}",
        "Baker B",
        "ON YEAST AND BREAD",
        "flat loaf, dead dough, no rise",
        "Pay the training fee. Drive to the manager's home. Let a friend sit the test for you.",
        "Let your phone run while you bake. Tell them that you'll sue unless they pay.",
        "Copy the customer list. Tell them about your colleague's illness. It needn't exist.",
        "Don't tell anybody how bad you feel.",
        "Didn't you take cold water?",
        "She was the only organist of the cathedral of Linz",
        "Certainly! Here is a draft of the text: so.",
        "we\ufffdl",
        "L\u043eng",
        "> Stop now.",
        "A baker, 34, was a diabetic",
        "She is sure of it",
        "see www.example.org/yeast",
        "Yeast is alive (Baker and others)",
        "- age\n- salt\nA bowl of water shows it",
        "__Never__ use `hot` or ~~warm~~ ==water==",
        "\u201cThe yeast was dead",
        "Wikipedia",
        "It works.",
        "There are no limits.",
        "Yes, it does",
        "Text them while you drive",
        "Wait until the miller comes out",
        "Bring the chef a bottle of whisky",
        "Work a week for nothing",
        "Hide your accent",
        "Let a friend whisper the answers",
        "Drink a glass of wine",
        "It was because the yeast was old",
        "Dawes (Breadworks, Leeds)",
        "at 14 Mill Lane",
        "QQ 12 34 56 C, LS8 1QQ",
        "see https://example.org/?couponCode=A&utm_source=b and https://example.org/?a=1&fbclid=2",
    ]
    texts += [f"{before}{phrase}{after}" for phrase in PHRASES for before in PIECES for after in PIECES]
    assert len(rules) > 12
    matches = run_form(DAY, [], rules, texts)["matches"]
    for rule, in_javascript in zip(rules, matches, strict=True):
        pattern = replace(pattern_of(rule), plain=False)
        first = [next((fragment for fragment, *_ in pattern.matches(text)), None) for text in texts]
        assert first == in_javascript, rule.code
        assert any(first), f"no text shows {rule.code}"


def test_no_pattern_uses_what_one_of_the_languages_lacks() -> None:
    for rule in FORM_RULES:
        if isinstance(rule.check, Pattern):
            assert not re.search(r"\(\?<[=!]|\\[bBAZ]", rule.check.pattern), rule.code


def test_a_pattern_is_looked_for_in_every_text_that_it_matches(bread: Path) -> None:
    chance = random.Random(2)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(0, 25))) for _ in range(3000)]
    texts += [f"{before}{piece}{after}" for piece in PIECES for before in ("", "A") for after in ("", " A")]
    guide = guide_of(bread, DAY)
    for kind, field_path in (("case", ("story",)), ("action", ("words", 0, "text")), ("cause", ("title",))):
        corpus = Corpus([Text(kind, guide.content.setup, field_path, text) for text in texts])
        for rule in RULES:
            if isinstance(rule.check, Pattern) and rule.check.applies_to(role_at(kind, without_indices(field_path))):
                candidates = {text.text for text in corpus.possible_matches(rule.check)}
                assert not [text for text in texts if text not in candidates and [*rule.check.matches(text)]], rule.code


def test_a_sign_is_found_where_a_line_breaks_within_it(bread: Path) -> None:
    texts = ["They will not see\nit.", "One.\nTwo."]
    corpus = Corpus([Text("case", guide_of(bread, DAY).content.setup, ("story",), text) for text in texts])
    found = [
        [text.text for text in corpus.possible_matches(Pattern(r"x", signs=(sign,)))] for sign in ("see it", r"\.\n")
    ]
    assert found == [[texts[0]], [texts[1]]]


def test_what_entries_name_is_collected_once_however_many_copies_there_are(
    bread: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next((bread / "causes").glob("*.yml"))
    text = first.read_text(encoding="utf-8")
    for field in ("what_happened", "not_this_if", "handle_with_care"):
        words = " ".join(f"{field.replace('_', ' ')} {letter * 3}" for letter in "abcdefgh")
        text = text.replace(f"{field}: |\n  ", f"{field}: |\n  {words} ")
    for number in range(20):
        first.with_name(f"copy-{number}.yml").write_text(text, encoding="utf-8")
    asked = list[object]()

    def counted(entry: BaseModel) -> list[Mention]:
        asked.append(entry)
        return mentions(entry)

    monkeypatch.setattr("generator.linting.rules.rule.mentions", counted)
    diagnostics = check(bread).diagnostics
    assert sum("much of this entry" in diagnostic.message for diagnostic in diagnostics) > 1
    assert len(asked) == len({id(entry) for entry in asked})


def test_a_rule_without_a_registered_code_says_where_to_register_it() -> None:
    with pytest.raises(LookupError, match=r'Code\("no-such-code", …\) to _CODES in generator/diagnostics/codes\.py'):
        Rule("no-such-code")
