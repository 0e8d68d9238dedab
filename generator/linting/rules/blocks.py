"""Rules on what Markdown makes of lines: headings, code, lists, tables, emphasis."""

from collections.abc import Iterator

from generator.diagnostics.diagnostic import plainly
from generator.linting.rules.links import ADDRESS_OF_LINK
from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule, Subject, Violation
from generator.linting.rules.scope import ENTRIES, EVERYWHERE

# One line that begins with a hyphen, below one that ends with no mark, and with no other such line after it.
_DASH_IN_SENTENCE = r"^(?![ >]|[-*+\u2010-\u2015] |\d+[.)] )[^\n]*[a-z]\n(?:- [a-z][^\n]*)(?:\n(?![-*+ ])|(?![\s\S]))"
# Signs that other programs put before the items of a list.
_BULLETS = r"\u2022\u25cf\u25aa\u25e6\u2023\u00b7"
_HEADING = Pattern(r"(?m)^( {0,3}(?P<marks>#{1,6}) (?P<words>.*))$", signs=("#",))


def _headings_of_pages(subject: Subject) -> Iterator[Violation]:
    """A heading of a page is of the second or third level, and no repetition of the title."""
    corpus = subject.texts.get("page")
    for _, page, field_path, text in corpus.possible_matches(_HEADING) if corpus else ():
        for heading, blanks, nth in _HEADING.matches(text):
            message, remedy = "a heading of this level can't stand on a page", "use ## or ### at the start of the line"
            is_title = plainly(blanks["words"].strip(" #*")) == plainly(page.value.title)
            if is_title:
                message, remedy = "this repeats the title, which is at the top of the page already", "delete this line"
            if is_title or blanks["marks"] not in ("##", "###") or heading[0] == " ":
                yield page.find(heading, *field_path, nth=nth), {"message": message, "remedy": remedy}


BLOCK_RULES = (
    Rule(
        "heading-in-text",
        "a heading inside a text",
        "begin a new paragraph with **strong words** instead",
        Pattern(r"(?m)^ {0,3}#{1,6} .*$|^ {0,3}##+[^\s#].*$", signs=("#",), texts=("line", "prose")),
    ),
    Rule(
        "heading-in-text",
        "there is no space between the marks of this heading and its words",
        "write `{marks} {words}`",
        Pattern(r"(?m)^ {0,3}((?P<marks>###?)(?P<words>[^\s#].*))$", signs=("##",), texts=("page",)),
    ),
    Rule("heading-in-text", "{message}", "{remedy}", _headings_of_pages),
    Rule(
        "heading-in-text",
        "these strong words stand where a heading would",
        "write `## {words}`, if they head what follows; if not, begin a paragraph with them",
        Pattern(r"(?:^|\n *\n)(\*\*(?P<words>[^*\n]+)\*\*) *(?=\n *\n)", signs=(r"\n\*\*", r"\0\*\*"), texts=("page",)),
    ),
    Rule(
        "heading-in-text",
        "this line would turn the one above into a heading",
        "put an empty line above it, or delete it",
        Pattern(r"(?m)\S(?=\n( {0,3}(?:=+|-+) *)$)", signs=(r"\n[ =-]",)),
    ),
    Rule(
        "code-in-text",
        "a block of code inside a text",
        "delete the lines that begin with it; for what somebody says use a quotation (`>` at the start of the line)",
        # Up to where it ends, as one block needs one message.
        Pattern(r"(?m)^ {0,3}((?:```|~~~).*)$(?:[\s\S]*?^ {0,3}(?:```|~~~) *$)?", signs=("```", "~~~")),
    ),
    Rule(
        "code-in-text",
        "four spaces more than the text around it show this as code",
        "start the line in the same column as the rest of the text",
        Pattern(
            r"(?:^|\n)(?:[-*+]|\d+[.)]) [^\n]*(?:\n(?: [^\n]*)?(?=\n|(?![\s\S])))*|\n[ ]*\n( {4,}[^\s][^\n]*)",
            signs=("\n    ",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` makes no list",
        "begin each item with a hyphen and a space, or with `1. `, and put an empty line above the first",
        Pattern(
            r"(?:^|\n) *([\u2022\u25cf\u25aa\u25e6\u2023\u00b7]|(?:[0-9]{1,2}|[a-z])\)(?= ))"
            r"[^\n]*(?:\n *(?:[\u2022\u25cf\u25aa\u25e6\u2023\u00b7]|(?:[0-9]{1,2}|[a-z])\) )[^\n]*)*"
            r"|(?:^|\n *\n|:\n)([\u2010-\u2015](?= ))"
            # A dash in the column of the items above it is no dash inside one of them.
            r"|(?:^|\n)[-*+] (?:(?!\n *\n|\n[\u2010-\u2015] )[\s\S])*\n([\u2010-\u2015](?= ))"
            r"|[^\s] +([\u2022\u25cf\u25aa\u25e6\u2023])(?= )",
            signs=(
                r"\)(?<=\d\)) ",
                r"\)(?<=[\s\0][a-z]\)) ",
                *"\u2022\u25cf\u25aa\u25e6\u2023\u00b7",
                "\0[\u2010-\u2015] ",
                "\n[\u2010-\u2015] ",
            ),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "the columns of `{fragment}` run together",
        "write a list, one line an item, or whole sentences",
        Pattern(
            r"(?:^|\n)([^\t\n]*[^\s]\t+[^\s][^\n]*)(?:\n[^\n]*\t[^\n]*)*",
            signs=("\t",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "the asterisks of `{fragment}` are shown",
        "delete them: single lines have no emphasis",
        Pattern(
            r"(?:^|[\s(])(\*\*[^*\n]+\*\*|\*[^\s*][^*\n]*\*)(?!\w)",
            signs=(r"\*",),
            texts=("line",),
            where=EVERYWHERE.without("markup", "message"),
        ),
    ),
    Rule(
        "shown-as-typed",
        "the marks around `{fragment}` are shown",
        "delete them: single lines have no emphasis, no code and no crossed-out words",
        Pattern(
            r"(?:^|[\s(])(__[^\s_][^_\n]*__|~~[^\s~][^~\n]*~~|==[^\s=][^=\n]*==|`[^\s`][^`\n]*`)(?!\w)",
            signs=("__", "~~", "==", "`"),
            texts=("line",),
            where=ENTRIES.without("markup", "message"),
        ),
    ),
    Rule(
        "list-in-text",
        "a list right below a line of text is shown as part of that text",
        "put an empty line above the list",
        Pattern(
            rf"(?m){_DASH_IN_SENTENCE}|^(?![ >]|[-*+\u2010-\u2015] |[{_BULLETS}]|\d+[.)] )[^\n]+\n"
            r"((?:[-*+]|1\.) [^\]\n]*)",
            signs=(r"\n[-*+] ", r"\n1\. "),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "list-in-text",
        "a sentence right below the last item of a list is shown as part of that item",
        "put an empty line above it; if it is part of the item, begin the line with two spaces",
        Pattern(
            r"(?:^|\n)(?:[-*+]|\d{1,2}[.)]) [^\n]*\n([A-Z][^\n]*)",
            signs=(r"\n[-*+] ", r"\0[-*+] ", r"\n\d{1,2}[.)] ", r"\0\d{1,2}[.)] "),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "list-in-text",
        "`{fragment}` at the start of a paragraph makes a list of it, and is shown as another number",
        "put a word before it, such as `In`",
        Pattern(
            r"(?:^|\n *\n) *(\d{3,4}[.)])(?= )",
            signs=(r"\0 *\d{3,4}[.)] ", r"\n *\d{3,4}[.)] "),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "list-in-text",
        "there is no space after the hyphens of this list",
        "put one after each, and an empty line above the first",
        Pattern(
            r"(?:^|\n)(-[A-Za-z][^\n]*)(?:\n-[A-Za-z][^\n]*)+",
            signs=(r"\n-[a-z]", r"\0-[a-z]"),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "list-in-text",
        "this line begins with a hyphen, in the middle of a sentence",
        "join it to the line above; if it is the item of a list, put an empty line above it",
        Pattern(rf"(?m){_DASH_IN_SENTENCE.replace('(?:- ', '(- ', 1)}", signs=(r"\n- [a-z]",), texts=("prose", "page")),
    ),
    Rule(
        "open-emphasis",
        "the spaces inside `{fragment}` let its asterisks be shown",
        "write `**{words}**`",
        Pattern(
            r"\*\*[^\s*](?:(?:(?!\*\*|\n *\n)[\s\S])*[^\s*])?\*\*|(\*\* *(?P<words>[^*\s](?:[^*\n]*[^*\s])?) *\*\*)",
            signs=(r"\*\* ", r" \*\*"),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "open-emphasis",
        "the strong words that begin here do not end",
        "put ** at their end too",
        Pattern(
            # Each paragraph and each item by itself.
            rf"{ADDRESS_OF_LINK}|\*\*(?:(?!\*\*|\n\n|\n *(?:[-*+{_BULLETS}]|\d{{1,2}}[.)]) )[\s\S])*\*\*"
            r"|(\*\*[^\]\n]*)",
            signs=(r"\*\*",),
            texts=("prose", "page"),
        ),
    ),
)
