"""What is wrong with a text that is not valid YAML, in words for people who don't know YAML.

The parser says where it gave up, which is often a line or more after the mistake. Each recogniser knows one sort of
mistake, and most of them correct the line. With that line in its place the parser goes on, so that one run finds all
mistakes of a file.
"""

from collections.abc import Callable, Sequence

from generator.loading.syntax_errors import indentation, punctuation
from generator.loading.syntax_errors.lines import Mistake, ParseFailure, quoted, with_quoted_value

__all__ = ["Mistake", "ParseFailure", "first_mistake", "quoted", "with_quoted_value"]

# The first that recognises the mistake decides.
_RECOGNISERS: tuple[Callable[[Sequence[str], ParseFailure], Mistake | None], ...] = (
    punctuation.code_fence,
    punctuation.unclosed_quote,
    punctuation.curly_quotes,
    punctuation.apostrophe_in_quotes,
    punctuation.unclosed_quote_in_brackets,
    punctuation.unclosed_bracket,
    indentation.no_space_after_dash,
    punctuation.no_colon,
    indentation.unindented_text,
    punctuation.text_after_bar,
    punctuation.special_character_at_start,
    punctuation.special_character_in_list,
    punctuation.colon_in_text,
    indentation.first_field_out_of_line,
    indentation.out_of_line,
)

# What to type for mistakes that none of them recognises, by what the parser says.
_HINTS = {
    "mapping values are not allowed": 'if the text holds a colon followed by a space, put it all in "quotes"; '
    "otherwise check that the line starts in the same column as its neighbours",
    "expected ',' or": 'put commas between the items, and put a text that holds commas or colons in "quotes"',
    "unexpected end of stream": "close the quotation mark or bracket that was opened here",
    "did not find expected": "start the line in the same column as its neighbours; put a text that holds quotation "
    "marks in quotes of the other kind",
    "could not find expected ':'": "put a colon and a space after the name; indent the lines of a longer text",
}


def first_mistake(text: str, failure: ParseFailure) -> Mistake:
    """Return the mistake that made the parser give up."""
    lines = text.split("\n")
    for recognise in _RECOGNISERS:
        if mistake := recognise(lines, failure):
            return mistake
    hints = (hint for problem, hint in _HINTS.items() if problem in failure.problem)
    hint = next(hints, "compare it with a file that works")
    return Mistake(failure.line, failure.column, f"this is not valid YAML: {failure.problem}", hint)
