"""Names of people as they stand in texts."""

import re

# Names of people, each of two words or more, with `and` or a comma between them.
_PERSON = r"[A-Z][\w.'\u2019-]*(?: (?:[A-Z][\w.'\u2019-]*|v[ao]n|de[rnl]?|d[aiu]|l[ae]|bin|ten))+"
PEOPLE = re.compile(rf"{_PERSON}(?:(?:,| and|, and) {_PERSON})+")
# A name with initials before the last name. A first name and a last one alone may be those of a firm.
FIRST_NAMES_FIRST = (
    r"(?P<first>(?:[A-Z]\.-? ?)*[A-Z]\.|[A-Z][^\W\d_]+ (?:[A-Z]\. ?)*[A-Z]\.) ?"
    r"(?P<last>(?:(?:[Vv][ao]n|[Dd]e[rn]?|[Dd][aiu]|[Ll][ae]|[Tt]en) )*[A-Z][^\s,;.&-]+(?:-[A-Z][^\s,;.&-]+)?)"
)
BETWEEN_PEOPLE = re.compile(r",? and |, ")


def last_name_first(name: str) -> str:
    """Return the name of a person with the last name first, where initials tell which that is."""
    match = re.fullmatch(FIRST_NAMES_FIRST, name)
    return f"{match['last']}, {match['first']}" if match else name
