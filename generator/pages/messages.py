"""Messages to fill in: in the quotations of hand-written pages, and as HTML."""

import re
from collections.abc import Iterator

from generator.markdown import escape
from generator.model import Message

_BLANK = re.compile(r"\{([^{}]*)\}")
# On a hand-written page, a quotation with blanks such as {name: Ann} is a message to fill in.
_MESSAGE = re.compile(r"(?m)^>[^\n{}]*(?:\n>[^\n{}]*)*\{[^\n]*(?:\n>[^\n]*)*$")


def passages(page: str) -> Iterator[str | Message]:
    """Yield the texts of a hand-written page, and between them the messages that its quotations hold."""
    end = 0
    for quotation in _MESSAGE.finditer(page):
        yield page[end : quotation.start()]
        yield _message(quotation[0])
        end = quotation.end()
    yield page[end:]


def as_html(message: Message) -> str:
    """Return a message as HTML: each blank filled in with its example, or with its name, and line breaks kept."""
    # Plain text at even indexes, names of blanks at odd ones.
    segments = _BLANK.split(message.text.strip())
    parts = [
        _blank_html(segment, message.examples.get(segment, "")) if index % 2 else escape(segment)
        for index, segment in enumerate(segments)
    ]
    return "".join(parts).replace("\n", "<br>")


def _message(quotation: str) -> Message:
    """Return the message in a quotation, whose blanks hold their examples: {name: Ann}."""
    lines = [line.removeprefix(">").strip() for line in quotation.split("\n")]
    paragraphs = "\n".join(lines).split("\n\n")
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    blanks = [blank.partition(":") for blank in _BLANK.findall(text)]
    examples = {name.strip(): example.strip() for name, _, example in blanks if example.strip()}
    template = _BLANK.sub(lambda blank: "{" + blank[1].partition(":")[0].strip() + "}", text)
    return Message.model_construct(for_="", text=template, examples=examples)


def _blank_html(name: str, example: str) -> str:
    state = "" if example else " blank--open"
    text = escape(example or f"[{name}]")
    return f'<span class="blank{state}" data-blank="{escape(name)}">{text}</span>'
