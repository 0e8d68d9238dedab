"""Rules over a guide as a whole, beyond each reference leading somewhere.

A rule looks only at what could be read and linked: what is missing has been reported already, and one mistake should
not be reported twice.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from generator import model
from generator.diagnostics.diagnostic import Location, instead, is_misspelt, nearest
from generator.diagnostics.topics import Misplaced
from generator.linting.rules.entries import LEAST_CASES, TOLERANCE, cases_with_several, is_wrong_kind
from generator.linting.rules.markup import OTHER_NAMES
from generator.linting.rules.pattern import is_at
from generator.linting.rules.rule import Finding, Rule, Subject
from generator.linting.rules.wording import OTHER_BLANK
from generator.loading import MAX_BYTES, Authored, as_data, line_numbers, spaces, whole_number
from generator.loading import Mapping as Fields
from generator.model.entries import Picture
from generator.model.types import fields_of, model_at
from generator.model.walk import FieldPath

# More places than these are not listed one by one.
_MOST_PLACES = 5
# A note in the place of what somebody, or a program, did not write once more.
_LEFT_OUT = re.compile(
    r"(?i) *#+ *[(\[]?(?:\.{3}|\u2026|(?:the )?(?:rest|others?|remaining|remainder|existing|previous)\b.{0,40}"
    r"\b(?:the same|unchanged|untouched|omitted\b.*|not shown|as (?:it was|they were|before|above|is)|here)\W*$)"
)
# How an item begins that goes on with the phrase before it.
_JOINTS = ("and ", "or ", "but ", "And ", "Or ", "But ")
# A field with a list or a mapping in one line at the end.
_FIELD_AT_END = re.compile(r"[^\s][^\n]* (?P<field>[a-z_]+): ?[\[{][^\[\]{}]*[\]}]\s*$")
# A name with its colon at the start of a line, and what stands behind it that is no sentence.
_NAME_IN_TEXT = re.compile(r"(?P<start> *)(?P<name>[a-z_]+):(?: (?P<mark>[\[{|>])?|$)")
# What the line above a new sentence ends with: the mark of another, of a text, or nothing at all.
_END_OF_SENTENCE = re.compile(r"(?:^|[|>][+-]?|[.!?:\u2026][\"'\u2019\u201d)]*) *$")
# Of a greeting or a name in a message, in characters.
_SHORT_LINE = 40
_EMPTY_LINE = re.compile(r"\n[ ]*\n\s*\S")
_BLANK = re.compile(r"\{[^{}]+\}")
_OTHER_BLANK = re.compile(OTHER_BLANK)
_YEAR_OF_ID = re.compile(r"-(\d{4})[a-z]?$")
# How copies of files are called.
_COPY = re.compile(r"(?:-copy|-\d+|-new|-old|-draft)$")


def _group_members(subject: Subject) -> Iterator[Finding]:
    """A group of answers names answers of its question."""
    for question in subject.content.questions.values():
        answers = question.value.answers
        free = set(answers).difference(*question.value.groups.values())
        for label, members in question.value.groups.items():
            for index, id_ in enumerate(members):
                if question.whole and id_ not in answers:
                    otherwise = "delete it here, or add an answer of this name" + (", or use one of " if free else "")
                    choice = instead(nearest(id_, free), sorted(free), otherwise)
                    yield question.at("groups", label, index), {"answer": id_, "choice": choice}


def _members_of_two_groups(subject: Subject) -> Iterator[Finding]:
    """An answer is in one group."""
    for question in subject.content.questions.values():
        first_in: dict[str, str] = {}
        for label, members in question.value.groups.items():
            for index, id_ in enumerate(members):
                is_again = first_in.setdefault(id_, label) != label or id_ in members[:index]
                if is_again and id_ != model.UNREAD:
                    yield question.at("groups", label, index), {"answer": id_, "label": first_in[id_]}


def _without_signs(subject: Subject) -> Iterator[Finding]:
    """Each cause has a sign, or the quiz leaves it out."""
    for id_, cause in subject.content.causes.items():
        if cause.whole and not cause.value.signs:
            yield cause.at("title"), {"id": id_}


def _untold_outcome(subject: Subject) -> Iterator[Finding]:
    """The cause that decided a case has signs. It is told where they are missing, however many cases it decided."""
    cases: dict[str, list[str]] = defaultdict(list)
    for case in subject.content.cases.values():
        cases[case.value.turned_out.main].append(case.id)
    for id_, cause in subject.content.causes.items():
        if id_ in cases and cause.whole and not cause.value.signs:
            places = [subject.content.cases[case].at("turned_out", "main") for case in cases[id_]]
            told = "a case" if len(places) == 1 else f"{len(places)} cases"
            listed = " and ".join(f"{place.path}:{place.line}" for place in places[:_MOST_PLACES])
            yield cause.at("title"), {"told": told, "places": listed}


def _one_of_several(subject: Subject) -> Iterator[Finding]:
    """A question of which every case ticks one answer, and whose shares add up to all people, may be `pick-one`."""
    shares = subject.content.setup.value.scales.how_many
    ticked: dict[str, list[int]] = defaultdict(list)
    for case in subject.content.cases.values():
        for id_, answers in case.value.answers.items():
            ticked[id_].append(len(answers))
    for id_, question in subject.content.questions.items():
        words = [answer.base for answer in question.value.answers.values()]
        adds_up = abs(sum(shares.get(word, 0) for word in words) - 1) <= 2 * TOLERANCE
        if (
            question.value.kind == "pick-any"
            and adds_up
            and len(ticked[id_]) >= LEAST_CASES
            and set(ticked[id_]) == {1}
        ):
            yield question.at("kind"), {"id": id_}


def _wrong_kinds(subject: Subject) -> Iterator[Finding]:
    """A question of which many cases tick several answers takes several."""
    for id_, cases in cases_with_several(subject).items():
        if is_wrong_kind(subject, id_, cases):
            places = [case.at("answers", id_) for case in cases[:_MOST_PLACES]]
            more = f" and {len(cases) - _MOST_PLACES} more" if len(cases) > _MOST_PLACES else ""
            listed = ", ".join(f"{place.path}:{place.line}" for place in places)
            count = "one case ticks" if len(cases) == 1 else f"{len(cases)} cases tick"
            yield subject.content.questions[id_].at("kind"), {"count": count, "places": listed + more}


def _lines_left_out(subject: Subject) -> Iterator[Finding]:
    """No note says that the rest of a file stays as it is: what stood there is gone."""
    for path, entry in {entry.document.path: entry for _, entry in subject.entries}.items():
        lines = entry.document.text.split("\n") if "#" in entry.document.text else []
        numbers = [number for number, line in enumerate(lines, 1) if "#" in line and _LEFT_OUT.match(line)]
        if numbers:
            first, others = lines[numbers[0] - 1], ", ".join(map(str, numbers[1:]))
            place = Location(path, numbers[0], first.index("#") + 1, len(first) + 1, first)
            yield (
                place,
                {"note": first.strip(" #"), "also": f", and those in the place of line {others}" if others else ""},
            )


def _phrases_cut(subject: Subject) -> Iterator[Finding]:
    """Between brackets no phrase is cut by its commas, which shows where an item begins with a word that joins two."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts if kind not in ("guide", "ui") else ():
            if field_path[-1] and is_at(OTHER_NAMES, kind, field_path) and text.startswith(_JOINTS):
                place = entry.at(*field_path)
                before = place.source[: place.column - 1].rstrip()
                if before.endswith(",") and "[" in before:
                    yield place, {"text": text}


def _same_works(subject: Subject) -> Iterator[Finding]:
    """Two sources differ in their DOI, in their address, and in their title where author and year are the same."""
    told = set[str]()
    for field in ("doi", "url", "title"):
        first_with: dict[str, str] = {}
        for id_, source in subject.content.sources.items():
            value = getattr(source.value, field)
            if field == "title":
                value = re.sub(
                    r"\W+", " ", f"{value} {source.value.year} {source.value.authors[0].split(',')[0]}"
                ).strip()
            first = first_with.setdefault(value.casefold(), id_) if value and source.whole else id_
            if first != id_ and id_ not in told:
                told.add(id_)
                yield source.at(field), {"id": first, "field": field}


class _Unmatched(NamedTuple):
    """An example whose blank its text lacks."""

    action: Authored[model.Action]
    number: int  # that of its message, from 0
    name: str
    free: list[str]  # the blanks of the text that no example fills
    guess: str  # which of them was probably meant, or an empty string
    uses: Mapping[str, int]  # in how many messages each blank stands

    @property
    def is_slip_of_text(self) -> bool:
        """Return whether the text alone writes the blank as it does, and others as the example."""
        return bool(self.guess) and self.uses[self.name] > 0 and self.uses[self.guess] == 1

    @property
    def in_text(self) -> tuple[str, Location]:
        """Return the blank that was probably meant as it stands in the text, and its place."""
        path = ("words", self.number, "text")
        written = _BLANK.findall(self.action.value.words[self.number].text)
        blank = next((blank for blank in written if _blanks_of(blank) == [self.guess]), "")
        return blank, self.action.find(blank, *path) if blank else self.action.at(*path)

    @property
    def remedy(self) -> str:
        """Return what to type."""
        if not self.free:
            return "delete the line"
        remedy = instead(self.guess, self.free, "use one of ")
        if self.guess and self.uses[self.guess] == 1:
            line = self.in_text[1].line
            return f"{remedy}; or write {{{self.name}}} in line {line}, if that is what the text should ask for"
        if not self.guess and self.uses[self.name]:
            return f"{remedy}; or write {{{self.name}}} in the place of one of them, as other messages do"
        return remedy


def _unmatched(subject: Subject) -> Iterator[_Unmatched]:
    messages = [(action, words) for action in subject.content.actions.values() for words in action.value.words]
    uses = Counter(name for _, words in messages for name in {*_blanks_of(words.text)})
    uses.update([*subject.content.setup.value.debrief.blanks])
    for action in subject.content.actions.values():
        for index, words in enumerate(action.value.words):
            blanks = _blanks_of(words.text)
            free = [name for name in blanks if name not in words.examples]
            # A blank that is written otherwise has a message of its own.
            for name in words.examples if not _OTHER_BLANK.search(words.text) else ():
                if name not in blanks and name != model.UNREAD:
                    yield _Unmatched(action, index, name, free, nearest(name, free), uses)


def _examples_without_blank(subject: Subject) -> Iterator[Finding]:
    """An example stands under the name of a blank of its text."""
    for example in _unmatched(subject):
        if not example.is_slip_of_text:
            place = example.action.at("words", example.number, "examples", example.name, key=True)
            yield place, {"blank": f"{{{example.name}}}", "remedy": example.remedy}


def _blanks_misspelt(subject: Subject) -> Iterator[Finding]:
    """A blank is written as in other messages, and as in its example."""
    for example in _unmatched(subject):
        if example.is_slip_of_text:
            text, place = example.in_text
            yield place, {"blank": f"{{{example.name}}}", "text": text}


def _blanks_of(text: str) -> list[str]:
    return [" ".join(blank.strip("{}").split()) for blank in _BLANK.findall(text)]


def _paragraphs_run_together(subject: Subject) -> Iterator[Finding]:
    """A text with an empty line in it stands below a `|`, which alone keeps its paragraphs apart."""
    for kind, entry in subject.entries:
        if kind == "page" or "\n\n" not in entry.document.text:
            continue
        for field_path, text in entry.texts:
            if isinstance(text, model.Prose) and "\n" in text:
                name, _, value = entry.document.written(*entry.field_path, *field_path).partition(":")
                is_literal = value.lstrip(" ").startswith("|")
                if not is_literal and len(_EMPTY_LINE.findall(value.strip())) > text.strip().count("\n\n"):
                    yield entry.at(*field_path, key=True), {"name": name}


def _lines_run_together(subject: Subject) -> Iterator[Finding]:
    """A message with a greeting in a line of its own stands below a `|`, which alone keeps lines apart."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts if kind not in ("guide", "ui") else ():
            if "{" in text and "\n" not in text.strip():
                name, _, value = entry.document.written(*entry.field_path, *field_path).partition(":")
                lines = [line.strip() for line in value.strip().splitlines()]
                lines = lines[1:] if value.lstrip(" ").startswith(">") else lines
                if " ".join(lines) == text.strip() and _is_broken_early(lines):
                    yield entry.at(*field_path, key=True), {"name": name}


def _fields_in_texts(subject: Subject) -> Iterator[Finding]:
    """No text holds another field of its entry, which was pushed below it or onto its last line."""
    for kind, entry in subject.entries:
        fields = fields_of(type(entry.value))
        for field_path, text in entry.texts if kind != "page" else ():
            if ": " not in text and ":\n" not in text and not text.endswith(":"):
                continue
            name = next((step for step in reversed(field_path) if isinstance(step, str)), kind)
            if found := _fields_below(entry, field_path):
                place, names, remedy = found
                listed = " and ".join(f"`{field}`" for field in names) + (" is" if len(names) == 1 else " are")
                yield place, {"fields": listed, "names": names, "name": name, "remedy": remedy}
            elif (match := _FIELD_AT_END.search(text)) and match["field"] in fields.keys() - {*field_path}:
                nth = text.count(f"{match['field']}:", 0, match.start("field"))
                remedy = f"begin `{match['field']}:` in the first column of a line of its own"
                place = entry.find(f"{match['field']}:", *field_path, nth=nth)
                listed = f"`{match['field']}` is"
                yield place, {"fields": listed, "names": [match["field"]], "name": name, "remedy": remedy}


def _fields_below(entry: Authored[Any], field_path: FieldPath) -> tuple[Location, list[str], str] | None:
    """Return the first field that slid into the text of another, the names of all, and how to put them back."""
    lines = entry.document.written(*entry.field_path, *field_path).split("\n")
    if not re.search(r"[|>][+-]?$", lines[0]):
        return None
    columns = _columns_of_absent_fields(entry, field_path)
    named = [
        (number, match)
        for number, line in enumerate(lines[1:], 1)
        if (match := _NAME_IN_TEXT.match(line)) and len(match["start"]) > columns.get(match["name"], MAX_BYTES)
    ]
    slid = (
        (number, match)
        for number, match in named
        if match["mark"] or _END_OF_SENTENCE.search(lines[number - 1]) or _has_parts(lines, number)
    )
    number, first = next(slid, (0, None))
    if first is None:
        return None
    found = [(at, match["name"]) for at, match in named if at >= number and match["start"] == first["start"]]
    below = range(found[-1][0] + 1, len(lines))
    end = next((at for at in below if re.match(rf" {{0,{len(first['start'])}}}[^ ]", lines[at])), len(lines)) - 1
    nth = "\n".join(lines[1:number]).count(f"{first['name']}:")
    place = entry.find(f"{first['name']}:", *field_path, nth=nth)
    distance = spaces(len(first["start"]) - columns[first["name"]])
    remedy = f"delete {distance} from the start of {line_numbers(place.line - 1, place.line - 1 + end - number)}"
    return place, [name for _, name in found], remedy


def _columns_of_absent_fields(entry: Authored[Any], field_path: FieldPath) -> dict[str, int]:
    """Return the fields that are missing in an entry around one of its texts, each with the column where it starts."""
    columns: dict[str, int] = {}
    for depth in range(len(field_path)):
        node = entry.document.node(*entry.field_path, *field_path[:depth])
        if isinstance(node, Fields) and node.items:
            absent = fields_of(model_at(type(entry.value), field_path[:depth])).keys() - as_data(node).keys()
            columns |= dict.fromkeys(absent, node.items[0][0].column)
    return columns


def _has_parts(lines: Sequence[str], number: int) -> bool:
    """Return whether the line below one holds a part of what that one begins."""
    start = len(lines[number]) - len(lines[number].lstrip())
    return re.match(rf" {{{start}}}(?:- |  +[\w-]+:)", "".join(lines[number + 1 : number + 2])) is not None


def _is_broken_early(lines: Sequence[str]) -> bool:
    """Return whether a line ends with a mark long before it is full, as nobody does who only fills lines."""
    widest = max(map(len, lines), default=0)
    return any(len(line) <= _SHORT_LINE < widest - len(line) and line[-1:] in ",.!?:}" for line in lines[:-1])


def _items_run_together(subject: Subject, *, in_list: bool) -> Iterator[Finding]:
    """An item does not swallow the one below, which happens where that starts further right, and no text a list."""
    for kind, entry in subject.entries:
        for field_path, text in entry.texts if kind != "page" else ():
            if " - " in text and not isinstance(text, model.Prose):
                written = entry.document.written(*entry.field_path, *field_path)
                runs_on = re.match(r"[^\"'|>]", written) and re.search(r"\n *- ", written)
                if runs_on and in_list is any(isinstance(step, int) for step in field_path):
                    yield entry.at(*field_path), {"name": field_path[-1]}


def _idle_actions(subject: Subject) -> Iterator[Finding]:
    """Each action helps with a cause."""
    used = {action for cause in subject.content.causes.values() for action in cause.value.actions}
    for id_, action in subject.content.actions.items():
        if id_ not in used:
            yield action.at("title"), {"id": id_}


def _idle_questions(subject: Subject) -> Iterator[Finding]:
    """Each question holds a sign of a cause, or decides whether something else is asked or considered."""
    content = subject.content
    causes = [cause.value for cause in content.causes.values()]
    used = {question for cause in causes for question in (*cause.signs, *cause.applies_if, *cause.not_if)}
    used |= {gate for question in content.questions.values() for gate in question.value.ask_if}
    for id_, question in content.questions.items():
        if id_ not in used and question.value.role != "fear":
            yield question.at("text"), {"id": id_}


def _lone_families(subject: Subject) -> Iterator[Finding]:
    """A family that one question names is not another one misspelt."""
    members: dict[str, list[Authored[model.Question]]] = defaultdict(list)
    for question in sorted(subject.content.questions.values(), key=subject.is_changed):
        if question.value.family:
            members[question.value.family].append(question)
    alone = [family for family, questions in members.items() if len(questions) == 1]
    for place, family in enumerate(alone):
        others = [other for other in members if other not in alone[place:]]
        similar = [other for other in others if is_misspelt(family, other) or sorted(family) == sorted(other)]
        for other in similar[:1]:
            blanks = {"family": family, "other": other, "id": members[other][0].id}
            yield members[family][0].at("family"), blanks


def _years_of_ids(subject: Subject) -> Iterator[Finding]:
    """The year of a source is not the one in its id with its figures in another order; others may differ."""
    for id_, source in subject.content.sources.items():
        year, named = source.value.year, _YEAR_OF_ID.search(id_)
        if named and year != named[1] and sorted(year) == sorted(named[1]):
            yield source.at("year"), {"year": year, "id": id_, "other": named[1]}


def _pictures(subject: Subject) -> Iterator[Finding]:
    """The parts of a picture make a whole that its title names, where that names several numbers."""
    for _, entry in subject.entries:
        picture = getattr(entry.value, "picture", None)
        if isinstance(picture, Picture) and entry.whole:
            numbers = [whole_number(word) for word in re.findall(r"\w+", picture.title)]
            named = [number for number in numbers if number is not None]
            total = sum(part.amount for part in picture.parts)
            if len(named) > 1 and total not in named:
                yield entry.at("picture", "parts", key=True), {"total": total, "named": " and ".join(map(str, named))}


def _same_titles(subject: Subject) -> Iterator[Finding]:
    """Two entries of a kind differ in their titles; of a copy, that which is new or called one is told so."""
    # The works in a bibliography have the titles that others gave them.
    for kind in (name for name, kind in model.KINDS.items() if not kind.in_one_file):
        entries = subject.content.entries[kind].values()
        first_with: dict[str, str] = {}
        for entry in sorted(entries, key=lambda entry: (subject.is_changed(entry), _COPY.search(entry.id) is not None)):
            title = getattr(entry.value, model.KINDS[kind].title)
            first = first_with.setdefault(title.casefold(), entry.id)
            if first != entry.id and title != model.UNREAD:
                is_copy = subject.is_changed(entry) or _COPY.search(entry.id)
                other = f"{first}.yml and delete this file" if is_copy else "the older of the two and delete the copy"
                yield entry.at(model.KINDS[kind].title), {"id": first, "other": other}


GUIDE_RULES = (
    Rule(
        "group-member",
        "this question has no answer `{answer}`",
        "{choice}",
        _group_members,
    ),
    Rule(
        "group-member",
        "`{answer}` is in the group “{label}” already",
        "delete it here or there",
        _members_of_two_groups,
    ),
    Rule(
        "no-signs",
        "this cause has no `signs`, so the quiz leaves it out",
        "write below `signs` which answers speak for it, and how many of a hundred would give them",
        _without_signs,
    ),
    Rule(
        "untold-outcome",
        "this cause has no `signs`, so the quiz can't find it where {told} turned out to be it",
        "write below `signs` which answers speak for it, or name another main cause in {places}",
        _untold_outcome,
    ),
    Rule(
        "one-of-several",
        "every case ticks one answer of `{id}`, and its shares add up to all people",
        "write `kind: pick-one`, unless several may be true of one person",
        _one_of_several,
    ),
    Rule(
        "one-answer",
        "{count} several answers of this question, which takes one",
        "write `kind: pick-any`, if several may be true of one person; if not, keep the one that fits best in {places}",
        _wrong_kinds,
    ),
    Rule(
        "left-out",
        "`{note}` stands in the place of lines that are gone",
        "put the lines back that stood here{also}, as they are in the guide, and delete the note",
        _lines_left_out,
    ),
    Rule(
        "cut-by-commas",
        "`{text}` begins in the middle of a phrase: between brackets, each comma ends one",
        "put the whole phrase into quotation marks, or leave out its commas",
        _phrases_cut,
    ),
    Rule(
        "same-work",
        "`{id}` has the same `{field}`",
        "use that source, or correct one of the two",
        _same_works,
    ),
    Rule("unknown-blank", "the text above has no blank {blank}", "{remedy}", _examples_without_blank),
    Rule(
        "unknown-blank",
        "there is no example for {text}, but one for {blank}",
        "write {blank}, as other messages do",
        _blanks_misspelt,
    ),
    Rule(
        "run-together",
        "the paragraphs of this text run together",
        "write `{name}: |` with nothing behind it: the text begins on the next line, with two spaces more",
        _paragraphs_run_together,
    ),
    Rule(
        "lines-joined",
        "the lines of this text are joined into one",
        "write `{name}: |` with nothing behind it: the text begins on the next line, with two spaces more",
        _lines_run_together,
    ),
    Rule(
        "run-together",
        "{fields} read as a part of `{name}`",
        "{remedy}",
        _fields_in_texts,
        topic=lambda blanks: Misplaced(tuple(blanks["names"])),
    ),
    Rule(
        "run-together",
        "the item below is read as a part of this one",
        "start both in the same column",
        partial(_items_run_together, in_list=True),
    ),
    Rule(
        "run-together",
        "what stands below behind hyphens is read as a part of `{name}`",
        "`{name}` is one text: write all of it on one line, without hyphens, or delete what stands below",
        partial(_items_run_together, in_list=False),
    ),
    Rule(
        "idle-action",
        "no cause leads to this action",
        "add `{id}` to the `actions` of the causes that it helps with",
        _idle_actions,
    ),
    Rule(
        "idle-question",
        "no cause has a sign in this question",
        "add `{id}` to the `signs` of the causes that it tells apart",
        _idle_questions,
    ),
    Rule(
        "lone-family",
        "no other question has the family `{family}`; that of `{id}` is `{other}`",
        "write the same in both if their answers overlap; if not, choose names that differ more",
        _lone_families,
    ),
    Rule(
        "figures-do-not-fit",
        "{year} is not the year in `{id}`",
        "write `year: {other}`; if {year} is right, correct the id here and where it is named",
        _years_of_ids,
    ),
    Rule(
        "figures-do-not-fit",
        "the amounts make {total} together, and the title names {named}",
        "count again, and correct the amounts or the title",
        _pictures,
    ),
    Rule(
        "same-title",
        "`{id}` has the same title",
        "make the titles differ, or move what is new into {other}",
        _same_titles,
    ),
)
