"""Asks for an entry field by field, in the order of the model, and says at once what is wrong with an answer."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args, get_origin

import click
from pydantic import BaseModel

from generator.cli.new.answers import Answers
from generator.cli.new.prompts import choices, key_choices, label, one_line, several_lines
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.formatters import as_text
from generator.loading import Content
from generator.model import KINDS, UNREAD, Prose, SchemaKeyword, Text
from generator.model.types import as_model, bare, fields_of, inside, type_at
from generator.model.walk import FieldPath
from generator.scaffold import Place, Proposal, id_errors, propose, suggested_id

# Only an entry that was renamed has these.
_NOT_OF_NEW_ENTRIES = {"was"}
# What only the finished entry can get right.
_NOT_YET = {"missing-field", "idle-action", "idle-question"}
_PLACEHOLDER_ID = "not-named-yet"
_LIST_HINT = "One after the other; an empty line ends the list."
# What is wrong with a key only because its value was not asked for yet.
_OF_NO_VALUE = {"empty-field", "one-answer"}
_REQUIRED = "This can't be left out."


class Abandoned(Exception):  # noqa: N818 (what the person did, not an error)
    """The person stopped answering; the message says where the answers are kept."""


def ask_for_entry(content: Content, place: Place, draft: Path, *, force: bool) -> Proposal:
    """Ask for all fields of an entry.

    Args:
        content: The guide that it is for.
        place: Where it is to be written; without an id, that is asked for too.
        draft: The file that keeps the answers until the entry is written.
        force: Whether it may replace an entry.

    Raises:
        Abandoned: The answers ended before the entry was complete.
    """
    dialog = _Dialog(content, place, draft, force)
    try:
        return dialog.ask()
    except (click.Abort, EOFError, KeyboardInterrupt):
        raise Abandoned(dialog.last_words()) from None


class _Dialog:
    """The dialog about one entry. A draft's values come in as `begun`, and are asked for only where they end."""

    def __init__(self, content: Content, place: Place, draft: Path, force: bool) -> None:
        self.content = content
        self.place = place
        self.entry_type: type[BaseModel] = KINDS[place.kind].entry
        self.answers = Answers(self.entry_type, draft)
        self.force = force
        self.accepted: set[str] = set()

    def ask(self) -> Proposal:
        click.echo(
            f"{self.entry_type.__doc__} Leave out what is optional with an empty line; Ctrl-C keeps a draft.", err=True
        )
        if self.place.id and self._reports_bad_id():
            raise click.Abort
        begun = self._begun()
        common, rare = self._fields()
        names = [*common, *rare]
        last = max(begun, key=names.index, default="")
        self.answers.data = {name: value for name, value in begun.items() if name != last}
        # A field before the last one of a draft was answered, or left out on purpose.
        open_names = names[names.index(last) :] if begun else names
        for name in common:
            if name in open_names:
                self._ask_until_right(name, begun.get(name))
            if name == KINDS[self.place.kind].named_after[-1] and not self.place.id:
                self._ask_id()
        if last in rare or (rare and self._wants_more(rare)):
            for name in (name for name in rare if name in open_names):
                self._ask_until_right(name, begun.get(name))
        return self._proposal()

    def _fields(self) -> tuple[list[str], list[str]]:
        """Return the fields that everybody is asked for, and those that few entries have, as the form does."""
        fields = {name: field for name, field in fields_of(self.entry_type).items() if name not in _NOT_OF_NEW_ENTRIES}
        named_after = KINDS[self.place.kind].named_after
        common = [
            name
            for name, field in fields.items()
            if field.is_required() or SchemaKeyword("x-asked") in field.metadata or name in named_after
        ]
        return common, [name for name in fields if name not in common]

    def _wants_more(self, rare: list[str]) -> bool:
        names = ", ".join(label((name,)) for name in rare)
        return click.confirm(f"\nThat is all that is needed. Add more ({names})?", default=False, err=True)

    def last_words(self) -> str:
        if not self.answers.data:
            return "Nothing was written."
        return f"Not finished. Your answers are in {self.answers.draft}; run the same command to continue."

    def _ask_until_right(self, name: str, begun: Any) -> None:
        field = fields_of(self.entry_type)[name]
        while True:
            self._ask((name,), field.description or "", required=field.is_required(), begun=begun)
            diagnostics = [diagnostic for diagnostic in self._fixable(name) if _text(diagnostic) not in self.accepted]
            if not diagnostics:
                return
            click.echo(as_text(diagnostics), err=True)
            if not click.confirm(f"Answer `{name}` again?", default=True, err=True):
                self.accepted |= set(map(_text, diagnostics))
                return
            self.answers.data.pop(name, None)
            begun = None

    def _ask(self, field_path: FieldPath, description: str, *, required: bool, begun: Any = None) -> None:
        """Ask for a field of any type."""
        field_type = self._type_at(field_path)
        if as_model(field_type):
            self._ask_model(field_path, description, required=required, begun=begun)
        elif get_origin(field_type) is list:
            self._ask_list(field_path, description, required=required, begun=begun or [])
        elif get_origin(field_type) is dict:
            self._ask_mapping(field_path, description, required=required, begun=begun or {})
        elif begun is not None:
            self.answers.set(field_path, begun)
        else:
            self._ask_scalar(field_path, description, required=required)

    def _ask_model(self, field_path: FieldPath, description: str, *, required: bool, begun: Any) -> None:
        if not required and not begun:
            self._describe(field_path, description)
            if not click.confirm(f"Add `{label(field_path)}`?", default=False, err=True):
                return
        for name, field in fields_of(as_model(self._type_at(field_path))).items():
            value = begun.get(name) if isinstance(begun, Mapping) else None
            self._ask((*field_path, name), field.description or "", required=field.is_required(), begun=value)

    def _ask_list(self, field_path: FieldPath, description: str, *, required: bool, begun: list[Any]) -> None:
        count = len(begun)
        item_model = as_model(inside(self._type_at(field_path), 0))
        if begun:
            self.answers.set(field_path, list(begun))
            if item_model:
                self._ask((*field_path, count - 1), "", required=True, begun=begun[-1])
        self._describe(field_path, f"{description} {_LIST_HINT}".strip())
        while self._ask_item((*field_path, count), item_model, required=required and count == 0):
            count = len(self.answers.get(field_path))

    def _ask_item(self, field_path: FieldPath, item_model: type[BaseModel] | None, *, required: bool) -> bool:
        """Ask for an item of a list, and return whether there is one: an empty first field ends the list."""
        if item_model is None:
            return self._ask_scalar(field_path, "", required=required)
        first, *further = fields_of(item_model)
        if not self._ask_scalar((*field_path, first), "", required=required):
            return False
        for name in further:
            field = fields_of(item_model)[name]
            self._ask((*field_path, name), field.description or "", required=field.is_required())
        return True

    def _ask_mapping(
        self, field_path: FieldPath, description: str, *, required: bool, begun: Mapping[str, Any]
    ) -> None:
        if begun:
            self.answers.set(field_path, dict(begun))
            last = list(begun)[-1]
            self._ask((*field_path, last), "", required=True, begun=begun[last])
        self._describe(field_path, f"{description} {_LIST_HINT}".strip())
        while key := self._ask_key(field_path, required=required and not self.answers.get(field_path)):
            self._ask((*field_path, key), "", required=True)

    def _ask_key(self, field_path: FieldPath, *, required: bool) -> str:
        """Ask for a key of a mapping until it is right, and return it, or nothing where the mapping is to end."""
        options = key_choices(self.content, self.place.kind, field_path)
        prompt = f"{label(field_path)}, {'which one' if options else 'a short name'}"
        while True:
            key = one_line(prompt, options)
            if not key and not required:
                return ""
            if not key:
                click.echo(_REQUIRED, err=True)
            elif key in (self.answers.get(field_path) or {}):
                click.echo(f"`{key}` is there already.", err=True)
            elif diagnostics := self._wrong_with_key((*field_path, key)):
                click.echo(as_text(diagnostics), err=True)
            else:
                return key

    def _wrong_with_key(self, field_path: FieldPath) -> list[Diagnostic]:
        before = set(map(_text, self._diagnostics()))
        self.answers.set(field_path, self._placeholder(field_path))
        diagnostics = self._diagnostics_from(field_path, key=True)
        self.answers.remove(field_path)
        return [
            diagnostic
            for diagnostic in diagnostics
            if _text(diagnostic) not in before and diagnostic.code not in _OF_NO_VALUE
        ]

    def _ask_scalar(self, field_path: FieldPath, description: str, *, required: bool) -> bool:
        """Ask for a text, number or date until it is right, and return whether there is one."""
        field_type = type_at(self.entry_type, field_path)
        self._describe(field_path, description)
        default = str(datetime.now(UTC).date()) if bare(field_type) is date else ""
        is_long = bare(field_type) is Prose or field_type is Text
        options = choices(self.content, self.place.kind, field_path)
        while True:
            name = label(field_path)
            answer = several_lines(name) if is_long else one_line(name, options, default)
            if not answer and not required:
                return False
            if not answer:
                click.echo(_REQUIRED, err=True)
                continue
            self.answers.set(field_path, answer)
            diagnostics = self._diagnostics_from(field_path)
            if not diagnostics:
                self.answers.save_draft()
                return True
            click.echo(as_text(diagnostics), err=True)
            self.answers.remove(field_path)

    def _ask_id(self) -> None:
        suggestion = suggested_id(self.place.kind, self.answers.data)
        while True:
            answer = click.prompt("id, which links and the file's name use", default=suggestion, err=True)
            self.place = replace(self.place, id=str(answer).strip())
            if not self._reports_bad_id():
                return

    def _reports_bad_id(self) -> bool:
        diagnostics = id_errors(self.place, force=self.force)
        if diagnostics:
            click.echo(as_text(diagnostics), err=True)
        return bool(diagnostics)

    def _describe(self, field_path: FieldPath, description: str) -> None:
        if description:
            click.secho(f"\n{label(field_path)}: {description}", dim=True, err=True)

    def _type_at(self, field_path: FieldPath) -> Any:
        return bare(type_at(self.entry_type, field_path))

    def _proposal(self) -> Proposal:
        place = self.place if self.place.id else replace(self.place, id=_PLACEHOLDER_ID)
        return propose(self.content, place, self.answers.data)

    def _diagnostics(self) -> list[Diagnostic]:
        """Return what is wrong with the answers so far."""
        return _of_answers(self._proposal())

    def _diagnostics_from(self, field_path: FieldPath, *, key: bool = False) -> list[Diagnostic]:
        """Return what is wrong with a field, or with its key: nothing comes after it in the file as yet."""
        proposal = self._proposal()
        diagnostics = _of_answers(proposal)
        if proposal.entry is None:
            return diagnostics
        start = proposal.entry.at(*field_path, key=key)
        return [
            diagnostic
            for diagnostic in diagnostics
            if (diagnostic.location.line, diagnostic.location.column) >= (start.line, start.column)
        ]

    def _fixable(self, name: str) -> list[Diagnostic]:
        """Return what another answer to a field may fix: any error, but only warnings about the field itself."""
        about_field = self._diagnostics_from((name,)) if name in self.answers.data else []
        diagnostics = self._diagnostics()
        return [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error" or diagnostic in about_field]

    def _placeholder(self, field_path: FieldPath) -> Any:
        field_type = self._type_at(field_path)
        if get_origin(field_type) is list:
            return []
        if as_model(field_type) or get_origin(field_type) is dict:
            return {}
        return next(iter(get_args(field_type)), UNREAD)

    def _begun(self) -> dict[str, Any]:
        """Return the fields of a draft, if there is one and the person wants to continue it."""
        draft = self.answers.read_draft()
        title = next(iter(draft.values()), "")
        if draft and click.confirm(f"Continue your draft ({title})?", default=True, err=True):
            return draft
        return {}


def _of_answers(proposal: Proposal) -> list[Diagnostic]:
    return [diagnostic for diagnostic in proposal.diagnostics if diagnostic.code not in _NOT_YET]


def _text(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.code} {diagnostic.message}"
