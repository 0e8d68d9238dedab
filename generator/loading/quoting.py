"""Texts in quotation marks."""


def quoted(text: str) -> str:
    """Return a text in quotation marks, so that nothing in it has a special meaning in YAML."""
    text = text.rstrip()
    if '"' in text and "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
