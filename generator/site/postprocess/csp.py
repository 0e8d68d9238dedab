"""The Content-Security-Policy of a site: what its pages may load and run, and nothing else.

Each page carries it, so that it holds on any host; `_headers` repeats it for hosts that read that file, together with
what only a header can set.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from generator.site.postprocess.cache_busting import HASHED
from generator.utils.fs import Files

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
# The style that Zensical's script gives its search, by the script's name; a browser that refuses it logs the hash.
_STYLES = {"assets/javascripts/bundle.77dd0ce9.min.js": "sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k="}
# What a page can't set for itself.
_ANCESTORS = "frame-ancestors 'none'"
_SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_IMMUTABLE = "public, max-age=31536000, immutable"
# Other sites may load data and the quiz.
_SHARED = ("/api/*", "/assets/browser/*", "/assets/quiz/*", "/debrief/*.json")

_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(rb"""type=["']?application/(?:ld\+)?json""")
# The one part of a script of the theme that differs from page to page: the site's root.
_ROOT = re.compile(rb"""new URL\("[^"\\<]*",location\)""")
_CHARSET = re.compile(rb"<meta charset=[^>]*>")


@dataclass(frozen=True, slots=True)
class UnknownScript:
    """A script inside a page that is not the theme's."""

    page: str
    beginning: str

    def __str__(self) -> str:
        return (
            f"{self.page} has a script inside that is not the theme's: {self.beginning}\n"
            "The site's policy can't allow it; see docs/hosting.md."
        )


def unknown_scripts(files: Files) -> tuple[UnknownScript, ...]:
    """Return the scripts inside pages that are not the theme's, which the policy must not allow.

    The theme's are on every page, so they are on 404.html too, and that page holds no contributed text.
    """
    scripts_of_theme = {_ROOT.sub(b"", script) for script in _inline(files.get("404.html", b""))}
    return tuple(
        UnknownScript(path, script[:60].decode(errors="replace"))
        for path, data in files.items()
        if path.endswith(".html")
        for script in _inline(data)
        if _ROOT.sub(b"", script) not in scripts_of_theme
    )


def with_policy(files: Files) -> dict[str, bytes]:
    """Return a site's files with the policy in each page and with `_headers`; one policy serves all pages."""
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    scripts = sorted({script for data in pages.values() for script in _inline(data)})
    policy = "; ".join(_RULES).format(
        scripts="".join(f" 'sha256-{_hash(script)}'" for script in scripts),
        styles="".join(f" '{style}'" for path, style in _STYLES.items() if path in files),
    )
    return {
        **files,
        **{path: _with_metas(data, policy) for path, data in pages.items()},
        HEADERS: _headers(files, policy).encode(),
    }


def _inline(page: bytes) -> Iterator[bytes]:
    """Yield the scripts inside a page, without data."""
    for match in _SCRIPT.finditer(page):
        if b"src=" not in match[1] and not _DATA.search(match[1]):
            yield match[2]


def _hash(script: bytes) -> str:
    return b64encode(sha256(script).digest()).decode()


def _with_metas(page: bytes, policy: str) -> bytes:
    """Return a page with its policy right after the encoding, which has to stand in the first 1,024 bytes."""
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">'
    )
    charset = _CHARSET.search(page)
    offset = charset.end() if charset else page.index(b"<head>") + len(b"<head>")
    return page[:offset] + metas.encode() + page[offset:]


def _headers(files: Files, policy: str) -> str:
    """Return the file of headers, with no header in two rules that match one path: some hosts send all that match."""
    security = {"Content-Security-Policy": f"{policy}; {_ANCESTORS}", **_SECURITY_HEADERS}
    rules = {
        "/*": security,
        **{path: {"Access-Control-Allow-Origin": "*"} for path in _SHARED},
        "/sw.js": {"Cache-Control": "no-cache"},
        **{f"/{path}": {"Cache-Control": _IMMUTABLE} for path in sorted(files) if HASHED.search(path)},
    }
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in rule.items()) for path, rule in rules.items()
    )
