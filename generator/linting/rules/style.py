"""Rules on how a guide is written: advice, by the measures that its guide.yml sets under `style`.

A measure that guide.yml leaves out is not taken.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

from generator.diagnostics.diagnostic import Location, nearest
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Paragraph, Rule, Subject, Violation, words_of
from generator.linting.rules.scope import READ
from generator.loading import Authored
from generator.model import KINDS, Case, Prose, Style

# How many words in a row make a phrase that two texts hardly share by chance.
PHRASE_WORDS = 8
# Only every so many phrases of a paragraph are kept: who shares a longer run of words with it shares one of these.
PHRASES_PER_KEPT = 4
# From which share of its phrases on a paragraph counts as one that is elsewhere too.
SAME_SHARE = 0.4
# An entry of so many paragraphs or more is a copy where over half of them stand in another too.
LEAST_OF_COPY = 2
_NO_COPY = "if it was left from a copy, write here what is true of this case, in words of its own"
LINK_INSTEAD = "say it in one place, and link to it from here"
# Where neither of two is known to be the newer.
_IN_ONE_OF_TWO = "say it here or there, and link to it from the other"
# A text shorter than this tells too little of how hard it is to read.
LEAST_WORDS = 100

# Of fewer words than these none may be English, and two have to be among the commonest of the other language.
FEW_WORDS = 8
LEAST_WORDS_OF_LANGUAGE = 3
LEAST_SHARE_OF_LANGUAGE = 0.25
_COMMON_WORDS = {
    language: frozenset(re.findall(r"\w+", words))
    for language, words in {
        "English": "the and to of a in is it you that for on with as are or not be at this they have an by if i he she "
        "we was were has had do did but so no yes your my their his her our what when who how one all can "
        "will would more",
        "German": "der und nicht ist das ein eine einen einem einer mit zu den von für auf sich auch wenn dass sie wir "
        "im dem des als bei oder wird weil ich es er ihr ihre ihren man mehr nur noch schon sehr wie war aber "
        "kann können haben hat hatte werden worden sind zum zur um über nach vor aus keine kein zwischen bis "
        "wer warum manchmal an du dich dir dein deine mir mich uns bist soll dann bevor",
        "French": "le la les des et est une dans que pour pas vous qui sur du un au ce avec nous il elle son par plus "
        "je ne se sont été aux cette mais ou où leur leurs votre vos être avoir avez ont comme trop très "
        "quand sans",
        "Spanish": "el la los las una que por para con del es un su al lo como más pero y de no en se sus usted muy "
        "mucho cuando está este esta sin sobre también son fue ser hay o porque le les nos",
        "Italian": "il lo la gli le che di e è un una per con non del della dei delle nel sono si come più anche ma al "
        "da dal questo questa ha hanno quando perché molto troppo",
        "Dutch": "de het een en van is niet dat op te voor met zijn ook als aan door maar om bij je u ik wij naar dan "
        "nog wordt worden hebben heeft kan geen meer deze over",
        "Portuguese": "o os as um uma de do da dos das que e é em no na por para com não se mais como mas ao foi "
        "são você muito quando sem também ou seu sua",
    }.items()
}
_REST_OF_PARAGRAPH = r"(?:(?!\n\s*\n)[\s\S])*"
_TO_SOURCE = r"\]\((?:source|https):"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a hundred)"
# A source that is linked anywhere in a paragraph counts for all figures in it; the first figure is pointed to.
_FIGURE = (
    rf"\d+(?:[.,]\d+)?\s?(?:%|percent|per cent)|{_NUMBER} (?:in|out of) (?:every )?{_NUMBER}(?!\w)"
    r"|(?:studies|research) (?:(?:has|have) )?(?:shows?|showed|shown|found|finds?|suggests?)(?!\w)(?! no)"
    r"|in (?:a|an|another|one|two|three|several|many) (?:[\w-]+ )?(?:stud(?:y|ies)|experiments?)(?!\w)"
    r"|(?:twice|(?:three|four|five|ten) times) as (?:many|likely|often)(?!\w)"
    r"|every (?:second|third|fourth|fifth|tenth) "
    r"(?:letter|application|person|firm|company|woman|man|cv|one|\w+(?:cant|date|er|view))"
    r"(?!\w)|[A-Z][a-z]+ study (?:found|finds|shows?|showed|proves?|proved)(?!\w)"
    r"|(?:it is|it has been|it was)(?: \w+)? (?:proven|proved) that(?!\w)|\([^\W\d_]+ et al\.?,? (?:19|20)\d\d[a-z]?\)"
    r"|(?:according to|as shown by|found by|as) [^\W\d_]+(?:,? (?:and|&) [^\W\d_]+| et al\.?)? \((?:19|20)\d\d[a-z]?\)"
    r"|(?:was|were|is|are) \*{0,2}(?:always|consistently|never)\*{0,2} (?:preferred|ranked|rated|scored)(?!\w)"
)
# Words of English that are words of another language too.
_SHARED_WORDS = frozenset(("a", "all", "as", "do", "he", "in", "is", "me", "no", "on", "so", "was", "will"))
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u2e80-\ud7ff]")
# Numbers with a comma for the decimals, or a point for the thousands.
_FOREIGN_NUMBER = Pattern(
    r"(?:^|[^\w.,])(\d{1,3},\d{1,2}(?= ?%| (?:percent|per cent|million|euros|points|hours|years))"
    r"|[1-9]\d{0,2}(?:\.\d{3})+(?! times| points)(?= [a-z]{3,}s(?!\w)| (?:people|men|women)(?!\w)))",
    signs=(r",\d\d? ?(?:%|[a-z])", r"\.\d{3} [a-z]"),
    where=READ,
)

_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.?!:][\"”)*]*\s+|\n\s*(?:\n|- )")

Phrase = tuple[str, ...]


def reading_ease(words: Sequence[str], sentences: int) -> float:
    """Return Flesch's reading ease of an English text: 100 is very easy, 60 plain, 30 very hard.

    Source: Flesch (1948), 206.835 - 1.015 per word of a sentence - 84.6 per syllable of a word. Syllables are
    counted by a rule of thumb.
    """
    syllables = sum(_syllables(word) for word in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)


def review_months(style: Style) -> dict[str, int]:
    """Return after how many months a review is old, for the kinds of entries that have such a limit."""
    limits = {name: [style.review_months, kind.review_months] for name, kind in KINDS.items()}
    return {name: min(filter(None, months)) for name, months in limits.items() if any(months)}


def _long_sentences(subject: Subject) -> Iterator[Violation]:
    most = _style(subject).sentence_words
    passages = (passage for passages in subject.passages.values() for passage in passages)
    for passage in passages if most else ():
        if passage.word_count <= (most or 0):
            continue
        for sentence in _sentences(passage.plain):
            if sentence.count(" ") < (most or 0) // 2:  # saves counting the words of most sentences
                continue
            count = len(words_of(sentence))
            if count > (most or 0):
                start = " ".join(sentence.split()[:3])
                yield passage.find(start), {"count": count, "start": start, "most": most}


def _hard_to_read(subject: Subject) -> Iterator[Violation]:
    least = _style(subject).reading_ease
    if least is None or not subject.content.setup.value.is_english:
        return
    for kind, entry in subject.entries:
        prose = [passage for passage in subject.passages.get(entry, ()) if isinstance(passage.text, Prose)]
        words = [word for passage in prose for paragraph in passage.paragraphs for word in paragraph.words]
        if len(words) < LEAST_WORDS:
            continue
        sentences = [sentence for passage in prose for sentence in _sentences(passage.plain)]
        ease = reading_ease(words, sum(1 for sentence in sentences if _LETTER.search(sentence)))
        if ease < least:
            yield entry.at(KINDS[kind].title_field), {"ease": f"{ease:.0f}", "least": f"{least:.0f}"}


def _said_twice(subject: Subject) -> Iterator[Violation]:
    known: dict[Phrase, tuple[Authored[Any], Paragraph]] = {}
    for entry, passages in sorted(subject.passages.items(), key=lambda item: subject.is_changed(item[0])):
        if not entry.whole:  # it may be a copy in the wrong place
            continue
        shared = defaultdict[Authored[Any], list[tuple[Location, Paragraph]]](list)
        count = 0
        for passage in passages:
            for paragraph in passage.paragraphs:
                phrases = _phrases(paragraph)
                count += bool(phrases)
                for other, earlier in dict.fromkeys(known[phrase] for phrase in phrases if phrase in known):
                    if other.document.path != entry.document.path and _is_mostly_in(phrases, earlier):
                        shared[other].append((passage.find(paragraph.start), earlier))
                for phrase in phrases[::PHRASES_PER_KEPT]:
                    known.setdefault(phrase, (entry, paragraph))
        for other, places in shared.items():
            if count >= LEAST_OF_COPY and len(places) > count / 2:
                yield _copy(subject, entry, other)
            else:  # one paragraph tells enough
                place, earlier = places[0]
                there = _place_of(subject, other, earlier)
                remedy = LINK_INSTEAD if subject.is_changed(entry) else _IN_ONE_OF_TWO
                remedy = _NO_COPY if isinstance(entry.value, Case) else remedy
                yield place, {"what": "this paragraph", "path": there, "remedy": remedy}


def _place_of(subject: Subject, entry: Authored[Any], paragraph: Paragraph) -> str:
    """Return the file of an entry and the line in which a paragraph of it begins."""
    passage = next(passage for passage in subject.passages[entry] if paragraph in passage.paragraphs)
    return f"{entry.document.path}:{passage.find(paragraph.start).line}"


def _copy(subject: Subject, entry: Authored[Any], other: Authored[Any]) -> Violation:
    """Return what is wrong with two entries that say the same, at the one that nobody names where one is new."""
    if not subject.is_changed(entry):
        entry, other = sorted((entry, other), key=lambda entry: entry.id in subject.named)
    path = other.document.path
    remedy = f"write here what is different, in words of its own, or change {path} and delete this file"
    return entry.at(key=True), {"what": "this entry", "path": path, "remedy": remedy}


def _phrases(paragraph: Paragraph) -> list[Phrase]:
    """Return the runs of words of a paragraph that are long enough not to be shared by chance."""
    return list(zip(*(paragraph.words[start:] for start in range(PHRASE_WORDS)), strict=False))


def _is_mostly_in(phrases: Sequence[Phrase], earlier: Paragraph) -> bool:
    distinct = set(phrases)
    return len(distinct.intersection(_phrases(earlier))) > SAME_SHARE * len(distinct)


def _lengths(subject: Subject, *, is_wrong: Callable[[int, int, int], bool]) -> Iterator[Violation]:
    limits = _style(subject).page_words
    for kind, entry in subject.entries:
        if kind in limits:
            least, most = limits[kind]
            count = sum(passage.word_count for passage in subject.passages[entry])
            if is_wrong(count, least, most):
                yield entry.at(KINDS[kind].title_field), {"count": count, "least": least, "most": most}


def _old_reviews(subject: Subject) -> Iterator[Violation]:
    most, today = review_months(_style(subject)), subject.today
    for kind, entry in subject.entries:
        reviewed = getattr(entry.value, "reviewed", None)
        if reviewed and kind in most:
            months = (today.year - reviewed.year) * 12 + today.month - reviewed.month - (today.day < reviewed.day)
            if months >= most[kind]:
                yield entry.at("reviewed"), {"months": months}


def _causes_without_case(subject: Subject) -> Iterator[Violation]:
    if not _style(subject).every_cause_has_a_case:
        return
    outcomes = [case.value.turned_out for case in subject.content.cases.values()]
    told = {cause for outcome in outcomes for cause in (outcome.main, *outcome.also)}
    for id_, cause in subject.content.causes.items():
        if id_ not in told:
            yield cause.at(KINDS["cause"].title_field), {"id": id_}


def _other_languages(subject: Subject) -> Iterator[Violation]:
    """No paragraph of an English guide is in another language, judging by the commonest words."""
    passages = (passage for passages in subject.passages.values() for passage in passages)
    for passage in passages if subject.content.setup.value.is_english else ():
        for paragraph in passage.paragraphs:
            if language := _language_of(paragraph):
                yield passage.find(paragraph.start), {"language": language}


def _language_of(paragraph: Paragraph) -> str:
    """Return the language of a paragraph where it is not English, or an empty string."""
    if not paragraph.text.isascii() and 2 * len(_OTHER_SCRIPT.findall(paragraph.text)) > sum(map(len, paragraph.words)):
        return "another script"
    words, least = paragraph.words, LEAST_SHARE_OF_LANGUAGE * len(paragraph.words)
    is_short = len(words) < FEW_WORDS
    english = sum(word in _COMMON_WORDS["English"] and not (is_short and word in _SHARED_WORDS) for word in words)
    if len(words) < LEAST_WORDS_OF_LANGUAGE or english > (0 if is_short else least):
        return ""
    counts = {language: sum(word in common for word in words) for language, common in _COMMON_WORDS.items()}
    language = max(counts, key=lambda language: counts[language])
    return language if language != "English" and counts[language] > max(english, least, 1) else ""


def _foreign_numbers(subject: Subject) -> Iterator[Violation]:
    """No number of an English guide is written as in another language."""
    corpora = subject.texts.values() if subject.content.setup.value.is_english else ()
    for _, entry, field_path, text in (text for corpus in corpora for text in corpus.possible_matches(_FOREIGN_NUMBER)):
        for number, _, nth in _FOREIGN_NUMBER.matches(text):
            right = number.translate(str.maketrans(",.", ".,"))
            yield entry.find(number, *field_path, nth=nth), {"number": number, "right": right}


def _synonyms_of_nothing(subject: Subject) -> Iterator[Violation]:
    """The words that synonyms stand for are words of the guide, or they lead to no page of it."""
    setup = subject.content.setup
    ids = {word for _, entry in subject.entries for word in entry.id.split("-")}
    for name in setup.value.search.synonyms:
        for word in words_of(name.lower()):
            if word not in ids and not any(corpus.has(word) for corpus in subject.texts.values()):
                words = {
                    word
                    for passages in subject.passages.values()
                    for passage in passages
                    for part in passage.paragraphs
                    for word in part.words
                }
                guess = nearest(word, words)
                remedy = "write a word that it uses" + (f", perhaps `{guess}`" if guess else "")
                yield setup.at("search", "synonyms", name, key=True), {"word": word, "remedy": remedy}


STYLE_RULES = (
    Rule(
        "long-sentence",
        "a sentence of {count} words, which begins with “{start}”",
        "make two or three of it; {most} words are the most",
        _long_sentences,
    ),
    Rule(
        "figure-without-source",
        "`{fragment}` names a work, and does not lead to it",
        "add a link such as [](source:an-id) with an id from sources.yml in its place",
        Pattern(
            r"\]\([^()\n]*\)|(\([A-Z][^\W\d_]+ (?:and|&) (?:others|colleagues)(?:,? (?:19|20)\d\d[a-z]?)?\))",
            signs=(r" (?:and|&) (?:others|colleagues)",),
            texts=("prose",),
            where=READ.without("witness", "finding"),
            unless="references",
        ),
    ),
    Rule(
        "figure-without-source",
        "a share or a finding without a source in its paragraph",
        "add a link such as [](source:an-id) with an id from sources.yml, or leave it out",
        Pattern(
            rf"(?i){_TO_SOURCE}{_REST_OF_PARAGRAPH}"
            rf"|(?:^|[^\w])({_FIGURE})(?!{_REST_OF_PARAGRAPH}{_TO_SOURCE}){_REST_OF_PARAGRAPH}",
            signs=(
                "%",
                "per ?cent",
                r"studies (?:(?:has|have) )?(?:show|find|found|suggest)",
                r"in (?:a|an|another|one|two|three|several|many) (?:[\w-]+ )?(?:stud(?:y|ies)|experiments?)",
                *(
                    " as many",
                    " as likely",
                    " as often",
                    "every (?:second|third|fourth|fifth|tenth) ",
                    " study ",
                    "pro(?:ven|ved) that",
                ),
                r" et al\.?,? (?:19|20)\d\d",
                r"\((?:19|20)\d\d[a-z]?\)",
                r"research (?:(?:has|have) )?(?:show|find|found|suggest)",
                r"(?:always|consistently|never)\*{0,2} (?:preferred|ranked|rated|scored)",
                rf" (?:in|out of) (?:every )?{_NUMBER}",
            ),
            texts=("prose",),
            where=READ.without("witness", "finding"),
            unless="references",
        ),
    ),
    Rule(
        "said-twice",
        "much of {what} is in {path} too",
        "{remedy}",
        _said_twice,
    ),
    Rule(
        "other-language",
        "this paragraph seems to be in {language}",
        "write it in the language of the guide, or leave it out",
        _other_languages,
    ),
    Rule(
        "other-language",
        "`{number}` is written as in another language",
        "write `{right}`, if that is meant",
        _foreign_numbers,
    ),
    Rule(
        "odd-setting",
        "no text of this guide has the word `{word}`, so this finds nothing",
        "{remedy}",
        _synonyms_of_nothing,
    ),
    Rule(
        "hard-to-read",
        "hard to read: a reading ease of {ease}, where {least} is the least",
        "use shorter sentences and shorter words",
        _hard_to_read,
    ),
    Rule(
        "page-too-short",
        "a page that is too short: {count} words",
        "aim at {least} to {most} words",
        partial(_lengths, is_wrong=lambda count, least, _: count < least),
    ),
    Rule(
        "page-too-long",
        "a page that is too long: {count} words",
        "aim at {least} to {most} words",
        partial(_lengths, is_wrong=lambda count, _, most: count > most),
    ),
    Rule(
        "old-review",
        "last reviewed {months} months ago",
        "check every sentence and source, then write the day on which you did so",
        _old_reviews,
    ),
    Rule(
        "cause-without-case",
        "in no case was this cause the true one",
        "write one in cases/ with `turned_out: {main: {id}}`, or name it under `also` where it fits",
        _causes_without_case,
    ),
)


def _style(subject: Subject) -> Style:
    return subject.content.setup.value.style


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence and sentence.strip()]


@lru_cache(maxsize=100_000)
def _syllables(word: str) -> int:
    lower = word.lower().replace("'", "")
    groups = len(re.findall(r"[aeiouy]+", lower))
    silent = lower.endswith("e") and not lower.endswith(("le", "ee", "ie")) and groups > 1
    silent_past = lower.endswith("ed") and not lower.endswith(("ted", "ded")) and groups > 1
    return max(1, groups - (silent or silent_past))
