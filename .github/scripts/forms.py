"""The issue forms, and what somebody filled in: GitHub hands it over as Markdown, `### Label` above each answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from untrusted import readable

TEMPLATES = Path(__file__).parent.parent / "ISSUE_TEMPLATE"
_EMPTY = ("", "_No response_", "None")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A form: the name of its file, and its fields, each by the label above it."""

    name: str
    fields: Mapping[str, str]

    def label(self, id_: str) -> str:
        """Return the label of a field."""
        return next(label for label, field in self.fields.items() if field == id_)


def load_forms(folder: Path = TEMPLATES) -> tuple[Form, ...]:
    """Return every form of a folder."""
    paths = sorted(path for path in folder.glob("*.yml") if path.name != "config.yml")
    return tuple(_form(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths)


def _form(name: str, template: Mapping[str, list[dict[str, dict[str, str]]]]) -> Form:
    return Form(name, {item["attributes"]["label"]: str(item["id"]) for item in template["body"] if "id" in item})


def form_of(body: str, forms: Iterable[Form]) -> Form | None:
    """Return the form that was filled in, or None where it was none: the one of which most fields are there."""
    lines = set(readable(body).splitlines())
    there = {form: sum(f"### {label}" in lines for label in form.fields) / len(form.fields) for form in forms}
    form = max(there, key=lambda form: there[form])
    return form if there[form] > 1 / 2 else None


def answers(body: str, form: Form) -> dict[str, str]:
    """Return what was filled in, by field; what was left empty is left out.

    The fields stand in the form's order. So a line inside an answer that looks like the label of an earlier field is a
    line of that answer, and nothing else.
    """
    labels = list(form.fields)
    found: dict[str, list[str]] = {}
    current: list[str] = []
    next_ = 0
    for line in readable(body).splitlines():
        label = line.removeprefix("### ").rstrip()
        if line.startswith("### ") and label in labels[next_:]:
            next_ = labels.index(label) + 1
            current = found[form.fields[label]] = []
        else:
            current.append(line)
    texts = {id_: "\n".join(lines).strip() for id_, lines in found.items()}
    return {id_: text for id_, text in texts.items() if text not in _EMPTY}
