"""What people save in place of an entry: files of other programs, by how they begin."""

import re

# How files begin that people save instead of an entry.
_FORMATS = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"%PDF-": "a PDF document",
    b"{\\rtf": "a document of a word processor (RTF)",
    b"\xd0\xcf\x11\xe0": "a document of an old version of Word or Excel",
    b"\x1f\x8b": "a packed file (gzip)",
    b"7z\xbc\xaf": "a packed file (7z)",
}
_PACKED = {
    b"word/": "a Word document",
    b"xl/": "a spreadsheet (Excel)",
    b"ppt/": "a set of slides (PowerPoint)",
    b"opendocument.text": "a document of a word processor (OpenDocument)",
    b"Index/": "a document of Pages, Numbers or Keynote",
}
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype html|html|head|body|div|p)\b", re.IGNORECASE)
_FORM = re.compile(rb"\s*### [^\n]*\n\s*\n")
_MAIL = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|Cc|Reply-To|MIME-Version): ", re.MULTILINE
)


def foreign_format(data: bytes) -> str | None:
    """Return what sort of file something is that another program wrote, or None where it may be a text."""
    head = data[:1024]
    if head.startswith(b"PK\x03\x04"):
        return next((name for part, name in _PACKED.items() if part in data), "a packed folder (ZIP)")
    if name := next((name for start, name in _FORMATS.items() if head.lstrip().startswith(start)), None):
        return name
    if _FORM.match(head):
        return "what somebody wrote into a form for an issue"
    if _WEB_PAGE.match(head):
        return "a web page (HTML)"
    return "an e-mail" if len(_MAIL.findall(head)) > 1 else None
