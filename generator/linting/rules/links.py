"""Rules on links, pictures and addresses."""

from dataclasses import replace

from generator.linting.rules.pattern import Pattern
from generator.linting.rules.rule import Rule
from generator.linting.rules.scope import ENTRIES, EVERYWHERE
from generator.linting.rules.traces import COMMENT
from generator.markdown import IMAGE, LINK, LINK_WORDS, link_targets
from generator.model import KINDS

ADDRESS_OF_LINK = r"\]\([^()\s]*\)"
# What runs or opens something instead of leading to a page.
_SCRIPT = "(?:javascript|vbscript|data|file):"
_LINKED_KINDS = "|".join(name for name, kind in KINDS.items() if kind.is_linkable)
# How the target of a link begins.
_TARGET = rf"(?:https?://|mailto:|(?:{'|'.join(KINDS)}):)"
_ADDRESS = rf"{_TARGET}[^()\[\]\s]+"
_WORDS = rf"(?!{_TARGET})[^()\[\]\n]+"
# A link whose address is in the place of its words.
_SWAPPED = rf"\[{_ADDRESS}\]\({_WORDS}\)"
# A link to an entry as other programs have it, with or without words.
_LINK_OF_WIKI = rf"\[\[(?P<target>(?:{_LINKED_KINDS}):[a-z0-9-]+)\|?(?P<words>[^\[\]\n|]*)\]\]"
# What an address has for its owner alone.
_TRACKED = (
    r"(?:(?:utm_[a-z]+|fbclid|gclid|mc_[a-z]+|[Cc]oupon(?:_?[Cc]ode)?|[Rr]eferral(?:_?[Cc]ode)?|[Aa]ffiliate(?:_?[Ii]d)?"
    r"|[Pp]romo_?[Cc]ode|[Rr]ef(?:_?[Ii]d)?|aff(?:_?id)?|partner(?:_?id)?)=[^)&#\s]*"
    # As shops number those who bring them buyers; elsewhere a tag is a subject.
    r"|tag=[\w-]*-2\d(?![\w-]))"
)
_SIGNS_OF_TRACKING = (
    "utm_", "fbclid", "gclid", "mc_", "coupon", "referral", "affiliate", "promocode", "promo_code",
    "ref=", "refid=", "ref_id=", "aff=", "affid=", "aff_id=", "partner=", "partnerid=", "partner_id=", "tag=",
)  # fmt: skip
_WORDS_AND_ADDRESS = "write `[{words}]({address})`"
_FOREIGN_LINK = "`{fragment}` is how other programs link"
# `unsafe_links` gives it its pattern, in which every linkable kind of entry is named.
UNSAFE_LINK = Rule(
    "unsafe-link",
    "a link to `{target}`",
    "link with https://…, mailto:…, or an entry of this guide, such as (cause:its-id)",
)


LINK_RULES = (
    UNSAFE_LINK,
    Rule(
        "unsafe-link",
        "`{fragment}` lacks the `/` that ends the name of a site",
        "write `{site}/{rest}`",
        Pattern(
            rf"\[{LINK_WORDS}\]\(((?P<site>https?://[\w.-]+)(?P<rest>[?#][^()\s]*))\)",
            signs=(r"\]\(https?://[\w.-]+[?#]",),
            texts=("prose", "page"),
        ),
    ),
    Rule("image", "pictures are not allowed in texts", "describe it in words", Pattern(IMAGE, signs=(r"!\[",))),
    Rule(
        "tracked-link",
        "`{fragment}` tells the owner of this address where readers come from",
        "delete it: the address leads to the same page without it",
        Pattern(
            # With the mark that would be left over.
            rf"(\?{_TRACKED}(?:&{_TRACKED})*)(?![^)#\s])|\?((?:{_TRACKED}&)+)|((?:&{_TRACKED})+)",
            signs=_SIGNS_OF_TRACKING,
        ),
    ),
    Rule(
        "tracked-link",
        "`{fragment}` leads elsewhere by way of somebody who counts readers",
        "open it, and write the address at which you arrive",
        Pattern(
            r"https?://((?:www\.)?google\.[a-z.]+/(?:url\?|amp/)|(?:lm?|out)\.(?:facebook|instagram|reddit)\.com/"
            r"|[\w.-]+\.safelinks\.protection\.outlook\.com/|(?:www\.)?linkedin\.com/(?:redir|safety/go)"
            r"|(?:t\.co|bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|lnkd\.in|buff\.ly|is\.gd|t\.ly|rb\.gy|cutt\.ly"
            r"|amzn\.(?:to|eu)|shorturl\.at|tiny\.cc|bl\.ink|rebrand\.ly|trib\.al|dlvr\.it)/)",
            signs=("://",),
        ),
    ),
    Rule(
        "private-link",
        "`{fragment}` opens for nobody else, or shows everybody something different",
        "write the public address of the page itself; where there is none, name it in words",
        Pattern(
            r"(https?://[^\s/()]*(?:ezproxy|libproxy|proxy\.lib|\.idm\.oclc\.org|sharepoint\.com/)[^\s()]*"
            r"|https?://(?:(?:docs|drive|mail)\.google\.com|(?:www\.)?dropbox\.com|onedrive\.live\.com"
            r"|chat\.openai\.com|chatgpt\.com)/[^\s()]*"
            r"|https?://(?:(?:www|scholar)\.)?(?:google|bing)\.[a-z.]+/(?:search|scholar)\?[^\s()]*"
            r"|https?://[^\s()]*/(?:log|sign)-?in(?![\w-])[^\s()]*)"
            r"|(?:^|[\s\u0022'])([A-Za-z]:\\[^\s]*|\\\\[\w.-]+\\[^\s]*|/(?:Users|home)/\w+/[^\s)]*)",
            signs=("://", r"\\", "/(?:users|home)/"),
            where=ENTRIES,
        ),
    ),
    Rule(
        "malformed-link",
        _FOREIGN_LINK,
        "write [words](cause:its-id)",
        Pattern(rf"(?!{_LINK_OF_WIKI})(\[\[[^\[\]\n]*\]\])", signs=(r"\[\[",), texts=("prose", "page")),
    ),
    Rule(
        "malformed-link",
        _FOREIGN_LINK,
        "write `[{words}]({target})`",
        Pattern(rf"({_LINK_OF_WIKI})", signs=(r"\[\[",), texts=("prose", "page")),
    ),
    Rule(
        "shown-as-typed",
        "`{fragment}` by itself is not a link",
        "write `[]({fragment})`, which shows its title",
        Pattern(
            rf"\]\s?\([^()\n]*\)?|\([^()\n]*\)\s?\[|(?:^|[\s(])((?:{_LINKED_KINDS})"
            r":[a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-])",
            signs=tuple(f"{name}:" for name in KINDS),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "malformed-link",
        "`{fragment}` by itself is not a link",
        "write `[]({kind}:{id})`, which shows its title",
        Pattern(
            rf"\]\s?\([^()\n]*\)|(\((?P<kind>{_LINKED_KINDS}):\s+(?P<id>[a-z0-9]+(?:-[a-z0-9]+)+)\))(?!\s?\[)",
            signs=tuple(rf"{name}:\s" for name in KINDS),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "malformed-link",
        "the brackets of this link are the wrong way round",
        _WORDS_AND_ADDRESS,
        Pattern(
            rf"(\((?P<words>{_WORDS})\)\[(?P<address>{_TARGET}[^()\[\]\s]*)\])",
            signs=(r"\)\[",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "malformed-link",
        "the address of this link comes before its words",
        _WORDS_AND_ADDRESS,
        Pattern(
            rf"{ADDRESS_OF_LINK}"
            rf"|(\((?P<address>{_TARGET}[^()\[\]\s]*)\)\s?\[(?P<words>[^()\[\]\n]+)\])(?!\()",
            signs=(r"\)\s?\[",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "malformed-link",
        "the words and the address of this link are swapped",
        _WORDS_AND_ADDRESS,
        Pattern(rf"(\[(?P<address>{_ADDRESS})\]\((?P<words>{_WORDS})\))", signs=(r"\]\(",), texts=("prose", "page")),
    ),
    Rule(
        "malformed-link",
        "there are spaces inside this link",
        _WORDS_AND_ADDRESS,
        Pattern(
            rf"(\[(?P<words>[^\[\]\n]+)\](?:\s+\(\s*|\(\s+)(?P<address>{_TARGET}[^()\[\]\s]*)\s*\))",
            signs=(r"\]\s+\(", r"\]\(\s"),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "malformed-link",
        "this looks like a link but is not one",
        "write [words](https://…), or [words](cause:its-id), in one piece, without spaces or brackets in ()",
        Pattern(
            rf"{_SWAPPED}|\[\^[^\]\n]*\]:?|{IMAGE}|{LINK}|\[\d{{1,2}}\](?![(:])|\]\({_SCRIPT}|{COMMENT}|\](?:\s+\(\s*|\(\s+){_TARGET}[^()\[\]\s]*\s*\)|(\](?!\s?{LINK})\s?[(\[:][^\s)]*\)?)",
            signs=(r"\][(\[: \n]",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "link-in-line",
        "a link in a single line",
        "name it in plain words; links work in the longer texts",
        # What ui.yml says of a rule may show how a link is written.
        Pattern(r"\[[^\]]*\]\([^)]*\)", signs=(r"\]\(",), texts=("line",), where=EVERYWHERE.without("markup")),
    ),
    Rule(
        "bare-address",
        "an address by itself is not a link",
        "write `[words]({fragment})`, with words that say what is there",
        Pattern(
            rf"{_SWAPPED}|{ADDRESS_OF_LINK}|[\u0022'][^\u0022'\s]*[\u0022']|(https?://[^\s<>\]]*[\w/])",
            signs=("https?://",),
            texts=("prose", "page"),
        ),
    ),
    Rule(
        "bare-address",
        "an address by itself is not a link",
        "write `[words](https://{fragment})`, with words that say what is there",
        Pattern(
            rf"{_SWAPPED}|{ADDRESS_OF_LINK}|[\u0022'][^\u0022'\s]*[\u0022']|https?://[^\s<>\]]*|(?:^|[\s(])(www\.[^\s<>\]]*[\w/])",
            signs=(r"www\.",),
            texts=("prose", "page"),
        ),
    ),
)


def unsafe_links() -> Rule:
    """Return the rule on what links may lead to, which depends on the kinds of entries."""
    target = (
        rf"(?P<target>(?!https?://[\w.-]+[?#]|(?:{link_targets()})\))(?:{_SCRIPT}(?:[^()\n]|\([^()\n]*\))*|[^()\s]*))"
    )
    pattern = rf"!\[|{_SWAPPED}|\[{LINK_WORDS}(\]\({target}\))"
    return replace(UNSAFE_LINK, check=Pattern(pattern, signs=(r"\]\(",), texts=("prose", "page")))
