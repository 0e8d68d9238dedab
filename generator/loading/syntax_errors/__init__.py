"""What is wrong with a text that is not valid YAML, in words for people who don't know YAML.

The parser says where it gave up, which is often a line or more after the mistake. Each recogniser knows one sort of
mistake, and most of them correct it. A correction counts only if it gets the parser further; with it in place the
parser goes on, so that one run finds all mistakes of a file. What no recogniser knows is said to be unknown: a wrong
hint does more harm than none.
"""

from collections.abc import Callable, Sequence

from generator.loading.syntax_errors import (
    brackets,
    colons,
    columns,
    items,
    leftovers,
    quotes,
    special_characters,
    texts,
)
from generator.loading.syntax_errors.lines import (
    Attempt,
    Mistake,
    ParseFailure,
    field_names,
    line_numbers,
    listed_lines,
    spaces,
    with_quoted_value,
)

__all__ = [
    "Mistake",
    "ParseFailure",
    "field_names",
    "first_mistake",
    "line_numbers",
    "listed_lines",
    "spaces",
    "with_quoted_value",
]

# The first that recognises the mistake decides.
_RECOGNISERS: tuple[Callable[[Sequence[str], ParseFailure, Attempt], Mistake | None], ...] = (
    leftovers.quoted_mail,
    leftovers.numbered_lines,
    leftovers.comparison,
    leftovers.chat_answer,
    leftovers.signature,
    leftovers.cut_file,
    leftovers.foreign_note,
    leftovers.reference_format,
    leftovers.citation,
    colons.json_field,
    texts.stray_text,
    colons.colon_in_name,
    colons.comma_at_end,
    special_characters.number_sign_in_list,
    quotes.backslash,
    special_characters.exclamation_mark,
    brackets.extra_bracket,
    quotes.unclosed_quote,
    quotes.curly_quotes,
    quotes.apostrophe_in_quotes,
    quotes.quotes_in_quotes,
    quotes.quotes_in_text_in_braces,
    quotes.unclosed_quote_in_brackets,
    brackets.part_below_bracket,
    brackets.doubled_bracket,
    brackets.missing_comma,
    brackets.unclosed_bracket,
    colons.wrong_separator,
    items.bullet_before_braces,
    items.no_space_after_dash,
    colons.name_without_colon,
    texts.short_line_in_block,
    items.numbered_items,
    texts.no_bar,
    colons.no_colon,
    special_characters.text_after_bar,
    special_characters.link_for_address,
    special_characters.links_in_list,
    special_characters.special_character_at_start,
    special_characters.special_character_in_list,
    brackets.round_brackets,
    brackets.missing_braces,
    columns.indented_field,
    colons.two_fields,
    items.entry_as_item,
    items.item_above_names,
    items.name_above_items,
    items.item_in_item,
    items.item_among_names,
    items.name_among_items,
    colons.colon_in_text,
    colons.colons_in_item,
    columns.out_of_line,
    texts.text_above_parts,
)

# What may be wrong where none of them recognises it, by what the parser says.
_HINTS = {
    "mapping values are not allowed": "compare the column in which it starts with the lines around it; if it is a text "
    'with a colon, put the text in "quotes"',
    "expected ',' or": 'put commas between the parts, and put a text that holds commas or colons in "quotes"',
    "unexpected end of stream": "close the quotation mark or bracket that was opened here",
}
_UNKNOWN = "compare it and the line above it with another entry, letter by letter, or write what you meant in an issue"


def first_mistake(text: str, failure: ParseFailure, attempt: Attempt) -> Mistake:
    """Return the mistake that made the parser give up.

    Args:
        text: The text that can't be parsed.
        failure: Where and why.
        attempt: Tells the same of other lines.
    """
    lines = text.split("\n")
    for recognise in _RECOGNISERS:
        mistake = recognise(lines, failure, attempt)
        if mistake and (mistake.corrected is None or _helps(mistake.corrected, failure, attempt)):
            return mistake
    hints = (hint for problem, hint in _HINTS.items() if problem in failure.problem)
    message = "this line can't be read, or the one above it"
    return Mistake(failure.line, failure.column, message, next(hints, _UNKNOWN))


def _helps(corrected: Sequence[str], failure: ParseFailure, attempt: Attempt) -> bool:
    after = attempt(corrected)
    return after is None or (after.line, after.column) > (failure.line, failure.column)
