"""What to type where an author wrote the title, the label or the file of something instead of its id."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import PurePosixPath

from generator.diagnostics.diagnostic import Diagnostic, instead, is_misspelt, nearest, plainly
from generator.loading import BETWEEN_ITEMS, Content, proper_id
from generator.model import KINDS, NAMES_OF_THE_WORLD, SECTIONS, WORD_LISTS, Question, Scales, by_plural, vocabulary

_NO_WORD = re.compile(r"[^\w\s-]")
# In a hint they stand for what is still to be named.
_OPEN_QUESTION = "the-question:"
_OPEN_IDS = re.compile(
    r"`(?P<field>[^`:]+): \[(?P<items>…|“[^`]*”)\]` with an id(?: of `(?P<kinds>\w+)`)? in the place of (?:…|each)"
)
_OPEN_NAME = re.compile(r"(?P<indent>\n *)the-(?P<kind>action|cause|source):(?P<value>.*)")
# How people part several ids or titles, some of which hold commas.
_SPLITS: tuple[Callable[[str], list[str]], ...] = (
    lambda text: [text],
    lambda text: re.split(r"\s*;\s*", text),
    lambda text: re.split(r"\s*[,;]\s*|\s+and\s+", text),
    BETWEEN_ITEMS.split,
)
_OPEN_ANSWERS = re.compile(r"(?P<question>[a-z0-9-]+):(?: \[…\]|\n +…:)")
_AN_ANSWER = re.compile(r"(?:for `[\w-]+` )?an id of `answers`")
# How alike a title and what was written have to be, from 0 to 1, for the one to be taken for the other.
_ALIKE = 0.85
_CODES = ("bad-id", "empty-field", "malformed-link", "unknown-word", "unsafe-link", "wrong-type")
_KEYS = re.compile(r"[\w-]+(?=:)")
_NAMES = re.compile(r"^`(?P<wrong>.*)` can't be an id of `(?P<names>[\w-]+)`$")
_OF_SCALE = re.compile(r"^`.*` is not a word of the scale `(?P<names>[\w-]+)`$")
# Said where a word is defined, and not where one is used.
_LOST = re.compile(r"^there is no `")
_WORD_OF_SCALE = re.compile(r"a word of `(?P<scale>\w+)` in guide\.yml")
# A word that is still to be chosen, and below it a text that begins with a word and a comma.
_OPEN_ABOVE_TEXT = re.compile(
    r"(?m)^(?P<indent> *)(?P<field>\w+): …\n(?P=indent)(?P<text>\w+): (?P<word>[a-z-]+)[,;.:] +(?P<rest>\S.*)$"
)
_DENIED = re.compile(r"(?i:not?|!|-|except|without|all but|anything but|other than)[ -]?(?P<answer>[a-z0-9-]+)")
# A note behind an id, with a mark between them.
_NOTE = re.compile(r"(?P<id>[a-z0-9-]+)(?:\s+(?://|<!--|--|-|\u2013)\s|\s*[;(?])\s*\S")
_MOST_LISTED = 12
_LINK = re.compile(r"\]\((?:(?P<kind>\w+):\s*)?(?P<target>[^)]*)\)?")
_WIKI_LINK = re.compile(r"\[\[(?:\w+:)?(?P<target>[^\[\]|]*)[^\[\]]*\]\]")
# What stands around an id in the name of a file or an address.
_AROUND_ID = re.compile(r"^.*?([a-z0-9-]+)(?:\.ya?ml|\.md|/)?(?:[#?].*)?$")

# The name of a kind, a section, a word list or a question, and the id or word there.
_Named = tuple[str, str]


def with_ids_for_titles(content: Content, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics whose hints name the id where an author wrote the title of what it belongs to."""
    diagnostics = [_with_kind(content, _with_words(content, diagnostic)) for diagnostic in diagnostics]
    if not any(diagnostic.code in _CODES for diagnostic in diagnostics):
        return diagnostics
    titles: dict[str, set[_Named]] = defaultdict(set)
    for title, named in _titles(content):
        titles[plainly(title)].add(named)
    diagnostics = _with_commas(content, titles, diagnostics)
    return [_with_open_answers(content, _with_id(content, titles, diagnostic)) for diagnostic in diagnostics]


def _with_commas(
    content: Content, titles: Mapping[str, set[_Named]], diagnostics: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """Return diagnostics, one where commas cut a title or a reference between brackets into several items."""
    whole: list[Diagnostic] = []
    for diagnostic in diagnostics:
        place = diagnostic.location
        last = whole[-1].location if whole else place
        if (
            whole
            and (place.path, place.line) == (last.path, last.line)
            and last.column < place.column < last.end_column
        ):
            continue
        rest = re.match(r"[^\[\]{}:]*(?=[\]:])", place.source[place.column - 1 :])
        if diagnostic.code == "bad-id" and rest and (named := _cut_by_commas(content, titles, diagnostic, rest[0])):
            text, ids = named
            end = place.column + len(text)
            message = f"commas cut “{text}” into several items"
            hint = f"write `{ids}` in its place"
            whole.append(Diagnostic("bad-id", replace(place, end_column=end), message, hint))
            continue
        whole.append(diagnostic)
    return whole


def _cut_by_commas(
    content: Content, titles: Mapping[str, set[_Named]], diagnostic: Diagnostic, rest: str
) -> tuple[str, str] | None:
    """Return the longest text with a comma at the start of the rest of a list that names something, and the ids."""
    names = (_NAMES.search(diagnostic.message) or {"names": ""})["names"]
    ends = [match.start() for match in re.finditer(r",|$", rest)][1:]
    for end in reversed(ends):
        text = rest[:end].rstrip()
        before = diagnostic.location.source[: diagnostic.location.column - 1]
        if plainly(text) in titles and (named := _meant(text, titles, before, diagnostic.location.path)):
            return text, named[1]
        works = [_work(content, part) for part in re.split(r"\s*;\s*", text)] if names == "sources" else []
        if works and all(works):
            return text, ", ".join(work[1] for work in works if work)
    return None


def _with_words(content: Content, diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic that lists the words to choose from instead of the place where they stand."""
    if "in guide.yml" not in diagnostic.hint:
        return diagnostic
    words = vocabulary(content.setup.value)

    def listed(match: re.Match[str]) -> str:
        known = list(words.get(match["scale"], ()))
        return " or ".join(f"`{word}`" for word in known) if 0 < len(known) <= _MOST_LISTED else match[0]

    return replace(diagnostic, hint=_with_first_word(_WORD_OF_SCALE.sub(listed, diagnostic.hint)))


def _with_kind(content: Content, diagnostic: Diagnostic) -> Diagnostic:
    """Return the diagnostic of the kind of a question with the one that it must be, as cases tick several answers."""
    id_ = PurePosixPath(diagnostic.location.path).stem
    if diagnostic.code != "unknown-word" or "`pick-any`" not in diagnostic.hint or id_ not in content.questions:
        return diagnostic
    count = sum(len(case.value.answers.get(id_, ())) > 1 for case in content.cases.values())
    hint = f"write `kind: pick-any`, as several answers may be true: {count} cases tick more than one"
    return replace(diagnostic, hint=hint, label="") if count > 1 else diagnostic


def _with_first_word(hint: str) -> str:
    """Return a hint with a word that is open filled in, where the text below it begins with one of those to choose."""
    match = _OPEN_ABOVE_TEXT.search(hint)
    wish = match and re.search(rf"for `{match['field']}` (?P<words>`[^;\n]*`)(?:; )?", hint)
    if not match or not wish or f"`{match['word']}`" not in wish["words"]:
        return hint
    rest = match["rest"][:1].upper() + match["rest"][1:]
    lines = f"{match['indent']}{match['field']}: {match['word']}\n{match['indent']}{match['text']}: {rest}"
    head, gap, block = hint.replace(wish[0], "", 1).replace(match[0], lines, 1).partition("\n\n")
    return (head if "…" in block else head.partition(",")[0]) + gap + block


def _titles(content: Content) -> Iterator[tuple[str, _Named]]:
    """Yield everything that has an id or a word, by each text that it is called by."""
    setup = content.setup.value
    lists = {name: getattr(setup, name) for name in WORD_LISTS}
    for name, words in (*lists.items(), *((name, getattr(setup.scales, name)) for name in Scales.model_fields)):
        for word, item in words.items():
            texts = [item] if isinstance(item, str) else [getattr(item, part, "") for part in ("title", "label")]
            yield from ((text, (name, word)) for text in texts if text)
    for name, kind in KINDS.items():
        for id_, entry in content.entries[name].items():
            yield str(getattr(entry.value, kind.title, "")), (name, id_)
    for question in content.questions.values():
        for id_, answer in question.value.answers.items():
            yield answer.text, (question.id, id_)


def _with_id(content: Content, titles: Mapping[str, set[_Named]], diagnostic: Diagnostic) -> Diagnostic:
    if diagnostic.code not in _CODES or not diagnostic.location.source or diagnostic.label:
        return diagnostic
    if diagnostic.code == "bad-id" and "can't be an id" not in diagnostic.message:
        return diagnostic
    if diagnostic.code == "wrong-type" and _OPEN_QUESTION in diagnostic.hint:
        return _with_answers(content, diagnostic)
    if diagnostic.code == "wrong-type":
        return _with_item(content, titles, diagnostic)
    is_name = diagnostic.code in ("bad-id", "unknown-word")
    return (_with_named if is_name else _with_link)(content, titles, diagnostic)


def _with_named(content: Content, titles: Mapping[str, set[_Named]], diagnostic: Diagnostic) -> Diagnostic:
    """Return the diagnostic of an id or a word with the one that was meant, or with those that there are."""
    place = diagnostic.location
    wrong = place.source[place.column - 1 : place.end_column - 1].strip("\"' ")
    if diagnostic.hint.startswith("delete it") or _LOST.match(diagnostic.message):
        return diagnostic
    linked = re.fullmatch(r"\[[^\]]*\]\(\w+:([a-z0-9-]+)\)", wrong)
    if linked and any(linked[1] in ids for ids in content.known.values()):
        return replace(diagnostic, hint=f"write `{linked[1]}`, the id in this link", label="")
    before = place.source[: place.column - 1]
    if BETWEEN_ITEMS.search(wrong) and (listed := _listed(content, titles, diagnostic, wrong)):
        is_in_list = before.rstrip().endswith("[") or before.rstrip().endswith(",")
        joined = ", ".join(listed)
        return replace(diagnostic, hint=f"write `{joined if is_in_list else f'[{joined}]'}`", label="")
    match = _NAMES.search(diagnostic.message) or _OF_SCALE.search(diagnostic.message)
    wanted = match["names"] if match and match["names"] != "answers" else ""
    kind = by_plural(wanted)
    options = (_meant(wrong, titles, before, place.path), _by_stem(content, wrong), _work(content, wrong))
    named = next((option for option in options if option and wanted in ("", option[0])), None)
    if match and match["names"] == "answers":
        named = next((option for option in options if option and option[0] in content.questions), None)
    if kind:
        named = next((option for option in options if option and option[0] == kind.name), None)
    if " " in wrong and any(ids.issuperset(wrong.split()) for ids in content.known.values()):
        return replace(diagnostic, hint=f"put commas between them: `{', '.join(wrong.split())}`", label="")
    if not named or named[1] == wrong:
        return _with_choice(content, diagnostic)
    return replace(diagnostic, hint=f"write `{named[1]}`, the id of “{wrong}”", label="")


def _with_item(content: Content, titles: Mapping[str, set[_Named]], diagnostic: Diagnostic) -> Diagnostic:
    """Return the diagnostic of a text in the place of a list of ids with the ids of what it names."""
    place = diagnostic.location
    wrong = place.source[place.column - 1 : place.end_column - 1].strip("\"' ")
    wish = re.search(r"for `(?P<field>\w+)` an id of `(?P<kinds>\w+)`$", diagnostic.hint.partition("\n")[0])
    if wish and (kind := by_plural(wish["kinds"])):
        named = _meant(wrong, titles, f"{kind.name}:")
        if not named or named[0] != kind.name:
            return diagnostic
        block = diagnostic.hint.partition("\n\n")[2].replace(f"{wish['field']}: …", f"{wish['field']}: {named[1]}")
        return replace(diagnostic, hint=f"write this\n\n{block}")
    open_list = _OPEN_IDS.search(diagnostic.hint)
    open_name = _OPEN_NAME.search(diagnostic.hint)
    if open_name:
        names = f"{open_name['kind']}s"
        ids = _ids_of(content, titles, names, wrong)
        lines = "".join(f"{open_name['indent']}{id_}:{open_name['value']}" for id_ in ids)
        hint = diagnostic.hint.replace(f"; for `the-{open_name['kind']}` an id of `{names}`", "")
        return replace(diagnostic, hint=hint.replace(open_name[0], lines)) if all(ids) else diagnostic
    return _with_listed(content, titles, diagnostic, open_list) if open_list else diagnostic


def _with_listed(
    content: Content, titles: Mapping[str, set[_Named]], diagnostic: Diagnostic, open_list: re.Match[str]
) -> Diagnostic:
    """Return the diagnostic of a text in the place of a list, which is open in its hint, with the ids that it names."""
    place = diagnostic.location
    wrong = place.source[place.column - 1 : place.end_column - 1].strip("\"' ")
    written = re.findall("“([^”]*)”", open_list["items"])
    names = open_list["kinds"] or (
        "answers" if open_list["field"] in content.questions else PurePosixPath(place.path).stem
    )
    names = open_list["field"] if names == "answers" else names
    if (denied := _DENIED.fullmatch(wrong)) and denied["answer"] in (answers := _answers(content, names)):
        others = ", ".join(answer for answer in answers if answer != denied["answer"])
        hint = f"nothing here says “not”: name the answers that are meant, such as `{names}: [{others}]`"
        return replace(diagnostic, hint=hint)
    ids = [id_ for text in written or [wrong] for id_ in _ids_of(content, titles, names, text)]
    if not any(ids):
        return diagnostic
    listed = f"`{open_list['field']}: [{', '.join(id_ or '…' for id_ in dict.fromkeys(ids))}]`"
    rest = open_list[0].partition("`")[2].partition("`")[2].replace("each", "…") if not all(ids) else ""
    return replace(diagnostic, hint=diagnostic.hint.replace(open_list[0], listed + rest))


def _ids_of(content: Content, titles: Mapping[str, set[_Named]], names: str, text: str) -> list[str]:
    """Return the ids that a text names, of those of a kind or a question; empty strings where it names none."""
    kind = by_plural(names)
    owner = kind.name if kind else names
    known = content.known[owner] if kind else _answers(content, owner)

    def id_of(part: str) -> str:
        if (id_ := proper_id(part)) in known:
            return id_
        work = _work(content, part) if owner == "source" and " " in part.replace("//", " ") else None
        longer = [title for title in titles if title.startswith(plainly(part))]
        named = work or _meant(longer[0] if len(longer) == 1 else part, titles, f"{owner}:")
        if named and named[0] == owner:
            return named[1]
        # An id of which the text has at least half of its words.
        inside = [name for name in known if f"-{name}-" in f"-{id_}-" and 2 * name.count("-") >= id_.count("-") - 1 > 0]
        guess = inside[0] if len(inside) == 1 else nearest(id_, known)
        return guess if inside or is_misspelt(id_, guess) else ""

    options = [[id_of(part) for part in split(text)] for split in _SPLITS]
    return max(options, key=lambda ids: (all(ids), sum(map(bool, ids)), -len(ids)))


def _with_answers(content: Content, diagnostic: Diagnostic) -> Diagnostic:
    """Return the diagnostic of words in the place of a question and its answers with those that they name."""
    place = diagnostic.location
    words = _hyphened(place.source[place.column - 1 :])
    named = {id_: _named_answers(question.value, words) for id_, question in content.questions.items()}
    # One word may stand in any sentence.
    meant = {id_: answers for id_, answers in named.items() if f"-{id_}-" in words or any("-" in a for a in answers)}
    if not meant:
        root = place.path.split("/")[0]
        where = f"the ids of questions and answers stand in {root}/{KINDS['question'].location}/"
        head, gap, lines = diagnostic.hint.partition("\n\n")
        return replace(diagnostic, hint=f"{head}; {where}{gap}{lines}")

    def listed(match: re.Match[str]) -> str:
        return "".join(f"{match[1]}{id_}: [{', '.join(answers or ('…',))}]" for id_, answers in meant.items())

    def worded(match: re.Match[str]) -> str:
        below, word = match[2], match[3]
        lines = {id_: [f"{below}{answer}: {word}" for answer in answers or ("…",)] for id_, answers in meant.items()}
        return "".join(f"{match[1]}{id_}:{''.join(answers)}" for id_, answers in lines.items())

    hint = re.sub(r"(\n +)the-question: \[[^\]]*\]", listed, diagnostic.hint)
    hint = re.sub(r"(\n +)the-question:(\n +)the-answer: (.*)", worded, hint)
    head, gap, lines = hint.partition("\n\n")
    return replace(diagnostic, hint=hint if "…" in lines else f"{head.partition(',')[0]}{gap}{lines}")


def _with_open_answers(content: Content, diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic whose hint lists the answers to each question that it names without any."""
    names = [match["question"] for match in _OPEN_ANSWERS.finditer(diagnostic.hint)]
    asked = [content.questions[name] for name in names if name in content.questions]
    if not asked:
        return diagnostic
    choices = {question.id: " or ".join(f"`{id_}`" for id_ in question.value.answers) for question in asked}
    head, gap, lines = diagnostic.hint.partition("\n\n")
    if not _AN_ANSWER.search(head):
        head = f"{head.partition(',')[0]}, and put in the place of each …: an id of `answers`"
    wishes = "; ".join(f"for `{name}` {choice}" for name, choice in choices.items()) if lines else choices[names[0]]
    return replace(diagnostic, hint=_AN_ANSWER.sub(wishes, head, count=1) + gap + lines)


def _named_answers(question: Question, words: str) -> list[str]:
    """Return the answers to a question that words name by their id or their text, all words between hyphens."""
    return [
        id_
        for id_, answer in question.answers.items()
        if _hyphened(id_) in words or _hyphened(answer.text) in words or _hyphened(answer.text).startswith(words)
    ]


def _hyphened(text: str) -> str:
    """Return the words of a text in small letters, each between two hyphens."""
    return f"-{plainly(re.sub(_NO_WORD, ' ', text)).strip('-')}-"


def _listed(content: Content, titles: Mapping[str, set[_Named]], diagnostic: Diagnostic, text: str) -> list[str]:
    """Return the answers that a text with commas between them names, or nothing where one of them is unknown."""
    before = diagnostic.location.source[: diagnostic.location.column - 1]
    answers = {answer for name in _KEYS.findall(before) for answer in _answers(content, name)}
    parts = BETWEEN_ITEMS.split(text.strip())
    ids = [proper_id(part) for part in parts]
    meant = [None if id_ in answers else _meant(part, titles, before) for id_, part in zip(ids, parts, strict=True)]
    ids = [named[1] if named else id_ for id_, named in zip(ids, meant, strict=True)]
    return ids if answers.issuperset(ids) else []


def _answers(content: Content, question: str) -> Collection[str]:
    """Return the answers to a question, or nothing where there is no question of that name."""
    asked = content.questions.get(question)
    return asked.value.answers if asked else ()


def _with_link(content: Content, titles: Mapping[str, set[_Named]], diagnostic: Diagnostic) -> Diagnostic:
    """Return the diagnostic of a link with the target that was meant, if that is known."""
    place = diagnostic.location
    link = _LINK.search(place.source, max(0, place.column - 2))
    if wiki := _WIKI_LINK.match(place.source, place.column - 1):
        target = _meant(wiki["target"], titles, "") or _by_stem(content, wiki["target"])
        is_known = target is not None and target[0] in KINDS and KINDS[target[0]].is_linkable
        return replace(diagnostic, hint=f"write `[]({target[0]}:{target[1]})`") if target and is_known else diagnostic
    if link and link["kind"] in KINDS and not KINDS[link["kind"]].is_linkable:
        return replace(diagnostic, hint=f"delete the link: a {link['kind']} has no page of its own")
    named = (_meant(link["target"], titles, "") or _by_stem(content, link["target"])) if link else None
    if link and link["kind"] in KINDS and proper_id(link["target"]) in content.known[link["kind"]]:
        named = link["kind"], proper_id(link["target"])
    if link and not named:
        named = _work(content, link["target"])
    if not named or named[0] not in {**KINDS, **SECTIONS}:
        return diagnostic
    return replace(diagnostic, hint=f"write ({named[0]}:{named[1]}) behind the words in brackets")


def _with_choice_of_answers(content: Content, diagnostic: Diagnostic, wrong: str) -> Diagnostic:
    """Return a diagnostic of a name that is no answer with those of its question, where that is known."""
    before = diagnostic.location.source[: diagnostic.location.column - 1]
    asked = [content.questions[name] for name in _KEYS.findall(before) if name in content.questions]
    answers = asked[-1].value.answers if asked else {}
    if denied := _DENIED.fullmatch(wrong):
        others = ", ".join(answer for answer in answers if answer != denied["answer"])
        return replace(diagnostic, hint=f"nothing here says “not”: name the answers that are meant, such as `{others}`")
    return (
        replace(diagnostic, hint=instead(nearest(proper_id(wrong), answers), answers, "use one of "))
        if answers
        else diagnostic
    )


def _with_choice_of_members(content: Content, diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic of what is no id in a group of answers with the answers to the question of its file."""
    place = diagnostic.location
    answers = _answers(content, PurePosixPath(place.path).stem)
    before, rest = place.source[: place.column - 1], place.source[place.end_column - 1 :]
    if diagnostic.code != "bad-id" or not answers or rest.lstrip().startswith(":") or "was:" in before:
        return diagnostic
    wrong = place.source[place.column - 1 : place.end_column - 1].strip("\"' ")
    meant = {proper_id(wrong)} & {*answers}
    return replace(diagnostic, hint=f"write `{meant.pop()}`" if meant else instead("", answers, "use one of "))


def _remedy_of_note(known: Collection[str], wrong: str) -> str:
    """Return what to type where a note stands behind an id, or an empty string where it may be another id."""
    note = _NOTE.match(wrong)
    if not note or note["id"] not in known or proper_id(wrong[note.end() - 1 :]) in known:
        return ""
    return f"write `{note['id']}` and nothing else; a note can stand in a line of its own above it, behind a `#`"


def _remedy_of_words(words: Collection[str], wrong: str) -> str:
    """Return what to type where several words stand in the place of one, or an empty string."""
    parts = [proper_id(part) for part in BETWEEN_ITEMS.split(wrong)]
    is_several = len(parts) > 1 and all(part in words for part in parts)
    return f"write one of them and nothing else: {' or '.join(f'`{part}`' for part in parts)}" if is_several else ""


def _with_choice(content: Content, diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic of a name that leads to nothing with what it could be, where that is known."""
    match = _NAMES.search(diagnostic.message)
    if not match:
        return _with_choice_of_members(content, diagnostic)
    id_ = proper_id(match["wrong"])
    words = vocabulary(content.setup.value).get(match["names"], ())
    if match["names"] == "answers":
        return _with_choice_of_answers(content, diagnostic, match["wrong"])
    kind = by_plural(match["names"])
    known = content.known[kind.name] if kind else words
    if hint := _remedy_of_note(known, match["wrong"]) or _remedy_of_words(words, match["wrong"]):
        return replace(diagnostic, hint=hint)
    if words:
        is_open = match["names"] in NAMES_OF_THE_WORLD
        hint = instead("" if is_open else nearest(id_, words), words, "use one of ")
        hint += f"; if it is none of them, add it to `{match['names']}` in guide.yml" * is_open
        return replace(diagnostic, hint=hint)
    if not kind or id_ in content.known[kind.name]:
        return diagnostic
    root = diagnostic.location.path.split("/")[0]
    hint = f"write the id of an entry in {root}/{kind.location}; if it is not there yet, add it"
    return replace(diagnostic, hint=hint)


def _meant(wrong: str, titles: Mapping[str, set[_Named]], before: str, path: str = "") -> _Named | None:
    """Return what has a title, as far as that is one thing; `before` is what stands before it on its line of a file."""
    name = plainly(wrong)
    longer = [title for title in titles if title.startswith((f"{name}-", f"{name},"))]
    close = get_close_matches(name, titles, n=1, cutoff=_ALIKE) or longer
    options = {
        named for title in close for named in titles[title] if title == name or named[0] not in NAMES_OF_THE_WORLD
    }
    names = set(_KEYS.findall(before))
    beside = {named for named in options if named[0].rstrip("s") in {name.rstrip("s") for name in names}}
    own = {named for named in options if named[0] == PurePosixPath(path).stem}  # a question names answers of its own
    chosen = beside or own or options
    return next(iter(chosen)) if len(chosen) == 1 else None


def _work(content: Content, wrong: str) -> _Named | None:
    """Return the source that an address, a DOI, or an author and a year name, as far as that is one."""
    year = re.search(r"\b\d{4}[a-z]?\b", wrong)
    named = f"{proper_id(wrong.split(maxsplit=1)[0])}-{year[0]}" if year and "/" not in wrong else ""
    sources = content.sources.items()
    ids = [id_ for id_, source in sources if id_ == named or _is_address(wrong, source.value.doi, source.value.url)]
    return ("source", ids[0]) if len(ids) == 1 else None


def _is_address(text: str, *addresses: str | None) -> bool:
    return any(address and text.casefold().endswith(address.casefold()) for address in addresses)


def _by_stem(content: Content, wrong: str) -> _Named | None:
    """Return the entry whose id stands in the name of a file or in an address, as far as that is one."""
    match = _AROUND_ID.match(wrong)
    kinds = [name for name in KINDS if match and match[1] in content.known[name]]
    return (kinds[0], match[1]) if match and len(kinds) == 1 else None
