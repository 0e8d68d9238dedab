"""The Content-Security-Policy of a site: what its pages may load and run, and nothing else.

A page says it itself, so that it holds on any host; `_headers` says it for hosts that read that file, together with
what only a header can say.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from generator.site.postprocess.cache_busting import HASHED

Files = Mapping[str, bytes]

HEADERS = "_headers"
_RULES = (
    "default-src 'none'",
    "script-src 'self'{scripts}",
    "style-src 'self'{styles}",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
# The style that Zensical's script gives its search, by the name of that script; a browser says the hash when it refuses.
_STYLES = {"assets/javascripts/bundle.77dd0ce9.min.js": "sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k="}
# What no page can say of itself.
_FRAMES = "frame-ancestors 'none'"
_GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_FOR_EVER = "public, max-age=31536000, immutable"
# Data and the quiz are there for other sites too.
_SHARED = ("/api/*", "/assets/quiz/*", "/debrief/*.json")

_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(rb"""type=["']?application/(?:ld\+)?json""")
# The one thing in which a script of the theme differs from page to page: where the site begins.
_BEGINNING = re.compile(rb"""new URL\("[./\w%-]*",location\)""")
_CHARSET = re.compile(rb"<meta charset=[^>]*>")


@dataclass(frozen=True, slots=True)
class StrangeScript:
    """A script inside a page that is not the theme's."""

    page: str
    begins: str

    def __str__(self) -> str:
        return (
            f"{self.page} has a script inside that is not the theme's: {self.begins}\n"
            "The policy of the site can't allow it; see docs/hosting.md."
        )


def strange_scripts(files: Files) -> tuple[StrangeScript, ...]:
    """Return the scripts inside pages that the theme did not write, which the policy must not allow.

    The theme's are on every page, so they are on 404.html too, and in this one no contributed text can stand.
    """
    known = {_BEGINNING.sub(b"", script) for script in _inline(files.get("404.html", b""))}
    return tuple(
        StrangeScript(path, script[:60].decode(errors="replace"))
        for path, data in files.items()
        if path.endswith(".html")
        for script in _inline(data)
        if _BEGINNING.sub(b"", script) not in known
    )


def with_policy(files: Files) -> dict[str, bytes]:
    """Return a site's files with the policy in each page, and with `_headers`; one policy serves all pages."""
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    scripts = sorted({script for data in pages.values() for script in _inline(data)})
    policy = "; ".join(_RULES).format(
        scripts="".join(f" 'sha256-{_hash(script)}'" for script in scripts),
        styles="".join(f" '{known}'" for path, known in _STYLES.items() if path in files),
    )
    return {
        **files,
        **{path: _guarded(data, policy) for path, data in pages.items()},
        HEADERS: _headers(files, policy).encode(),
    }


def _inline(page: bytes) -> Iterator[bytes]:
    """Yield the scripts that stand inside a page; data is none."""
    for match in _SCRIPT.finditer(page):
        if b"src=" not in match[1] and not _DATA.search(match[1]):
            yield match[2]


def _hash(script: bytes) -> str:
    return b64encode(sha256(script).digest()).decode()


def _guarded(page: bytes, policy: str) -> bytes:
    """Return a page that begins with its policy; the letters' encoding has to come among the first 1,024 bytes."""
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">'
    )
    charset = _CHARSET.search(page)
    place = charset.end() if charset else page.index(b"<head>") + len(b"<head>")
    return page[:place] + metas.encode() + page[place:]


def _headers(files: Files, policy: str) -> str:
    """Return the file of headers: a path a rule, so that hosts which join all rules that fit say nothing twice."""
    guards = {"Content-Security-Policy": f"{policy}; {_FRAMES}", **_GUARDS}
    rules = {
        "/*": guards,
        **{path: {"Access-Control-Allow-Origin": "*"} for path in _SHARED},
        "/sw.js": {"Cache-Control": "no-cache"},
        **{f"/{path}": {"Cache-Control": _FOR_EVER} for path in sorted(files) if HASHED.search(path)},
    }
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in rule.items()) for path, rule in rules.items()
    )
