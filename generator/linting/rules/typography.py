"""Rules on letters, marks and capitals."""

from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import ENTRIES, EVERYWHERE, READ, WRITTEN
from generator.linting.rules.traces import REMARK
from generator.model.genres import Genre

# Question marks instead of words.
_GAP = r"(?:^|[\s(])\?{2,}(?= [a-z])"
# Several words of capitals in a row, marks, pictures. They are three patterns, since each that begins with a set of
# characters is found eight times as fast as one that begins with a choice. Abbreviations in a list have commas.
_LOUD = (
    (r"([A-Z]{2,20}(?: [A-Z]{2,20}){2,})(?!\w)", ()),
    (rf"{REMARK}|{_GAP}|([!?]{{2,}})", ("![!?]", r"\?[!?]")),
    ("([\u2600-\u27bf\U0001f300-\U0001faff])", ()),
)
# Words that titles in capitals write with one too, and words that are typed twice by mistake.
_SMALL_WORDS = "A|An|And|At|By|For|In|Of|On|Or|The|To|With|Your"
# Words from which an apostrophe was left out, and which are no others.
_SHORTENED = (
    "(?:arent|cant|couldnt|didnt|doesnt|dont|hadnt|hasnt|havent|isnt|shouldnt|theyre|wasnt|werent|wouldnt|youre|youve)"
)
# Texts that begin as a sentence does.
_SENTENCES: tuple[Genre, ...] = (
    *("title", "question", "answer", "summary", "sentence", "step", "scene", "prose", "origin", "finding"),
)
_DOUBLED = ("the", "a", "to", "of", "and", "in", "is")


TYPOGRAPHY_RULES = (
    Rule(
        "garbled",
        "`{fragment}` stands for a letter that was lost",
        "type the word again",
        Pattern("([^\\s\ufffd]*\ufffd[^\\s]*)", signs=("\ufffd",)),
    ),
    Rule(
        "garbled",
        "`{fragment}` mixes letters of two scripts, which look alike and are found by no search",
        "type the word again",
        Pattern(
            "(\\w*(?:[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z])\\w*)",
            signs=("[a-z][\u0370-\u03ff\u0400-\u04ff]", "[\u0370-\u03ff\u0400-\u04ff][a-z]"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` is shown as it is typed: texts know no quotations and no rules between paragraphs",
        "delete it; where somebody is quoted, put the words in quotation marks",
        Pattern(
            r"wrote:\s*\n[\s\S]*|(?:^|\n\n)(>) \S|(?:^|\n\n)(-{3,}|\*{3,}|_{3,})(?=\n|(?![\s\S]))",
            signs=("> ", "---", r"\*\*\*", "___"),
            texts=("prose",),
            where=WRITTEN.without("page", "message"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` opens a quotation that nothing closes",
        "put ” where it ends, or delete it",
        Pattern(
            r"^(?![\s\S]*[\u0022\u201e])(?:[^\u201c]*\u201c[^\u201c\u201d]*\u201d)*[^\u201c\u201d]*(\u201c)[^\u201d]*(?![\s\S])",
            signs=("\u201c",),
            texts=("line",),
            where=WRITTEN.without("message"),
        ),
    ),
    *(
        Rule(
            "loud",
            "`{fragment}` is loud",
            "write it in small letters, without pictures, and with one full stop or question mark",
            Pattern(pattern, signs=signs, where=WRITTEN.without("counterexample")),
        )
        for pattern, signs in _LOUD
    ),
    Rule(
        "loud",
        "each word of `{fragment}` begins with a capital letter",
        "begin only the first word and names with one",
        Pattern(
            rf"^([A-Z][^\s]*(?: [A-Z][^\s]*)* (?:{_SMALL_WORDS})(?: [A-Z][^\s]*)+)(?![\s\S])",
            texts=("line",),
            where=ENTRIES.only("title", "question", "summary"),
        ),
    ),
    Rule(
        "loud",
        "this title is written in capitals",
        "begin only the first word and names with one, whatever its cover shows",
        Pattern(
            r"^([^a-z]*[A-Z]{2}[^a-z ]* [^a-z ]*[A-Z]{2}[^a-z ]* [^a-z]*[A-Z]{2}[^a-z]*)(?![\s\S])",
            texts=("line",),
            where=EVERYWHERE.only("work"),
        ),
    ),
    Rule(
        "misplaced-mark",
        "`{fragment}` is there twice, or has a space before it",
        "write it once, right after the word before it",
        Pattern(
            r"[^\s.](\.\.)(?![.\w/])|\w( +[,.;!?])(?=\s|(?![\s\S]))|(,,+|;;+|::+)(?!\w)"
            rf"|(?:^|[^\w])({'|'.join(f'{word} {word}' for word in _DOUBLED)})(?!\w)",
            signs=(r"\.\.", " [,.;!?]", ",,", ";;", "::", *(f"{word} {word}(?!\\w)" for word in _DOUBLED)),
            where=WRITTEN,
        ),
    ),
    Rule(
        "misplaced-mark",
        "there is no space after the mark in `{fragment}`",
        "write one between the two sentences",
        Pattern(
            r"\]\([^()\s]*\)|(?:^|[\s(*])([a-z]{2,40}[.?!][A-Z][a-z]{1,40})(?=[\s,])",
            signs=(r"[.?!][a-z]{2,40}[\s,]",),
            texts=("prose", "page"),
            where=READ,
        ),
    ),
    Rule(
        "misplaced-mark",
        "this question ends without a question mark",
        "put one at its end, and say it as a question if it is none",
        Pattern(r"^[\s\S]*[?\uff1f\u061f;] *(?![\s\S])|^([\s\S]+)", texts=("line",), where=EVERYWHERE.only("question")),
    ),
    Rule(
        "misplaced-mark",
        "this sentence ends without a full stop",
        "put one at its end, or write the rest of the sentence",
        Pattern(
            # A few words may be a heading rather than a sentence; an end with a comma has a message of its own.
            "^[\\s\\S]*[.,;>?!:\u2026\"\u201d\u2019')\u3002\uff1f\uff01\u061f\u0964\\]] *(?![\\s\\S])"
            # A field that slid into the text is not its end.
            r"|^[\s\S]*: \d+ *(?![\s\S])"
            r"|^((?:[^\s]+\s+){2}[\s\S]+)",
            texts=("line",),
            where=ENTRIES.only("summary", "sentence", "step", "scene"),
        ),
    ),
    Rule(
        "misplaced-mark",
        "`{fragment}` lacks its apostrophe",
        "write it as in `don't`, or as two words",
        Pattern(
            rf'(?i)(?:^|[\s(“"])({_SHORTENED})(?![\w-])',
            signs=(_SHORTENED,),
            texts=("line", "prose"),
            where=READ,
        ),
    ),
    Rule(
        "misplaced-mark",
        "`{fragment}` begins with a small letter",
        "begin with a capital letter",
        Pattern(
            r"^([a-z][a-z'\u2019-]*)(?=(?:\s+[^\s]+){3})",
            texts=("line", "prose"),
            where=ENTRIES.only(*_SENTENCES),
        ),
    ),
    Rule(
        "garbled",
        "the letters of `{fragment}` are garbled",
        "type it anew: the text was saved in one encoding and read in another",
        Pattern(
            r"([^\s]{0,30}(?:[\u00c2\u00c3][\u00a1-\u00ba\u00bc-\u00bf\u0178\u0152\u2030\u2026\u2013\u201e\u20ac]"
            r"|\u00e2\u20ac[^\s]|\u00f0\u0178)[^\s]{0,30})",
            signs=("\u00e2", "\u00e3", "\u00f0"),
        ),
    ),
    Rule(
        "garbled",
        "`{fragment}` is written as mails are sent: each `=` stands for a character, or at the end of a line for none",
        "type the words anew, without `=`, and so in the rest of this text",
        Pattern(
            # One message a text. Two bytes or more begin with a letter; no word has `=20` after it.
            r"([^\s=]{0,30}(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3}[^\s=]{0,30}|=(?:20|3D|0A|0D)(?=\s|(?![\s\S]))"
            r"|[a-z,.;]=(?=\n *[a-z]| [a-z])))[\s\S]*",
            signs=("=[c-f][0-9a-f]=[89ab]", r"=(?:20|3d|0a|0d)(?:\s|\0)", r"=[\n ](?<=[a-z,.;]=[\n ])"),
        ),
    ),
)
