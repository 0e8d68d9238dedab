"""Ids: what can be one, and what to say of a name that can't."""

# ruff: noqa: RUF001 - letters of other scripts are meant to be that

import re
import unicodedata
from collections.abc import Sequence
from functools import reduce

from generator.diagnostics.diagnostic import Diagnostic, Location
from generator.diagnostics.topics import Name
from generator.model import ID_PATTERN, LONGEST_ID

ID = re.compile(ID_PATTERN)
# What people put between the items of a list that they write in one line.
BETWEEN_ITEMS = re.compile(r"\s*[,;/&+|\n]\s*|\s+(?:and|or)\s+")
# What people write where there is nothing to write.
NOTHING = frozenset(
    ("n/a", "na", "none", "nil", "null", "nothing", "no", "-", "--", "\u2013", "\u2014", "~", "n.a.", "keine", "aucun")
)
# The name of an entry's file, with or without its folder.
_FILE_NAME = re.compile(r"(?:[\w./-]*/)?([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:ya?ml|md)", re.IGNORECASE)
# Letters that are no Latin letter with an accent, as they are usually written in Latin letters.
_LATIN = str.maketrans(
    dict(
        re.findall(
            r"(.):(\w*)",
            "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ı:i ŋ:ng "
            "а:a б:b в:v г:g ґ:g д:d е:e є:ie ж:zh з:z и:i і:i к:k л:l "
            "м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch "
            "ъ: ы:y ь: э:e ю:iu я:ia ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz "
            "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o "
            "π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o",
        )
    )
)
_WHOLE_WORDS = re.compile(rf".{{1,{LONGEST_ID}}}(?!\w)|.{{{LONGEST_ID}}}")
_WORDS_OF_NAME = 3
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


def proper_id(name: str, kind: str = "entry", *, otherwise: str = "a-name") -> str:
    """Return the id that is nearest to a name or title, as `contribute/ids.js` does; an id is returned unchanged.

    Args:
        name: The name, in any script.
        kind: What the id begins with where it is a checksum, as the script has no such letters.
        otherwise: What is returned for a name without any letter or digit.
    """
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in letters if unicodedata.category(letter)[0] != "M").lower()
    words = re.findall(r"[a-z0-9]+", re.sub("['\u2019]", "", plain.translate(_LATIN)))
    if id_ := _WHOLE_WORDS.match("-".join(words)):
        return id_[0]
    return f"{kind}-{_checksum(name.strip())}" if any(map(str.isalnum, plain)) else otherwise


def distinct_names(texts: Sequence[str]) -> list[str]:
    """Return a short name for each of several texts, of the words by which it differs from the others if it has any."""
    words = [text.split() for text in texts]
    common = set.intersection(*(set(map(str.lower, of_text)) for of_text in words)) if len(words) > 1 else set[str]()
    own = [[word for word in of_text if word.lower() not in common] or of_text for of_text in words]
    names = [proper_id(" ".join(of_text[:_WORDS_OF_NAME])) for of_text in own]
    return [name if name not in names[:at] else f"{name}-{at + 1}" for at, name in enumerate(names)]


def _checksum(text: str) -> str:
    # FNV-1a
    return f"{reduce(lambda sum_, letter: (sum_ ^ ord(letter)) * 16777619 % 2**32, text, 2166136261):x}"


def is_id(name: str) -> bool:
    """Return whether a name can be an id, and with it the name of a file on every system."""
    return bool(ID.match(name)) and not is_device(name)


def letter_of_other_script(name: str) -> str:
    """Return a sentence on the first letter of a name that only looks like a Latin one, or an empty string."""
    scripts = [unicodedata.name(letter, "").partition(" ")[0] for letter in name]
    number = next((number for number, script in enumerate(scripts, 1) if script in ("CYRILLIC", "GREEK")), 0)
    if not number or "LATIN" not in scripts:
        return ""
    script = scripts[number - 1].title()
    return f"Letter {number} of it, `{name[number - 1]}`, is {script} and only looks like a Latin one."


def id_of_file(name: str) -> str:
    """Return the id of an entry whose file a text names, with or without its folder, or an empty string."""
    match = _FILE_NAME.fullmatch(name.strip())
    return match[1].lower() if match else ""


def is_device(name: str) -> bool:
    """Return whether Windows takes a file of this name for a device, whatever its ending."""
    return bool(_DEVICE.fullmatch(name))


def is_nothing(value: object) -> bool:
    """Return whether a value is one of the words that people write where there is nothing to write."""
    return isinstance(value, str) and value.strip().lower() in NOTHING


def ids_in(text: str) -> list[str]:
    """Return the ids that a text lists with commas or words between them; nothing where it holds anything else."""
    parts = BETWEEN_ITEMS.split(text.strip())
    if is_nothing(text):
        return []
    return parts if all(ID.match(part) for part in parts) else []


def bad_id(location: Location, id_: str, names: str = "") -> Diagnostic:
    """Return the diagnostic of a name that can't be an id, with one that can in its hint.

    Args:
        location: Where it is.
        id_: The name.
        names: What it should name, such as `sources`, where it is to lead to something that is there.
    """
    name, colon, rest = id_.partition(":")
    message = f"`{id_}` can't be an id{f' of `{names}`' if names else ''}"
    if colon and rest and ID.match(name) and name not in (names, names.removesuffix("s")) and not rest.startswith("//"):
        hint = f"put a space after the colon: `{name}: {rest.strip()}`"
        return Diagnostic("missing-space", location, f"`{id_}` is read as one name", hint)
    if equals := re.match(r"([\w-]+)\s*=\s*(\S.*)$", id_):
        hint = f"put a colon instead of ` =`, so that the line begins with `{equals[1]}: `"
        return Diagnostic("bad-id", location, f"there is a `=` where a colon should be, after `{equals[1]}`", hint)
    if is_device(id_):
        hint = f"choose another, such as `{id_}-1`"
        return Diagnostic("bad-id", location, f"Windows can't have a file called `{id_}`", hint)
    return Diagnostic("bad-id", location, message, _remedy(id_, rest.strip()), topic=Name(id_, names))


def _remedy(id_: str, rest: str) -> str:
    """Return what to type instead of a name that can't be an id, given what is after its colon."""
    if is_nothing(id_):
        return "delete it: where nothing fits, leave the list empty, `[]`"
    if stem := id_of_file(id_):
        return f"write `{stem}`"
    if rest.startswith("//"):
        return "write the id of the entry here; an address has a field of its own"
    if ID.match(rest):
        return f"write `{rest}`: what it is an id of is plain here"
    if len(ids := ids_in(id_)) > 1:
        return f"write `[{', '.join(ids)}]` where several can be, or else the one that counts most"
    return f"write it with small letters, digits and hyphens only, such as `{proper_id(id_)}`"
