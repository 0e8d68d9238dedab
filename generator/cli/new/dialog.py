"""Asks for an entry field by field, in the order of the model, and says at once what is wrong with an answer."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args, get_origin

import click

from generator.cli.new.answers import Answers
from generator.cli.new.choices import choices
from generator.cli.new.prompts import label, one_line, several_lines
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.formatters import as_text
from generator.loading.loader import Content
from generator.model import KINDS, Prose, Text
from generator.model.types import as_model, bare, fields_of, inside, type_at
from generator.model.walk import FieldPath
from generator.scaffold.new_entry import Place, Proposal, id_errors, propose, suggested_id

# What only an entry that was renamed can tell.
_NOT_OF_NEW_ENTRIES = {"was"}
_UNNAMED = "not-named-yet"
_LIST = "One after the other; an empty line ends the list."


class Abandoned(Exception):  # noqa: N818 (what someone did, not a diagnostic)
    """Someone broke off; the message says where the answers are kept."""


def ask_for_entry(content: Content, place: Place, draft: Path, *, force: bool) -> Proposal:
    """Ask for all fields of an entry.

    Args:
        content: The guide that it is for.
        place: Where it is to stand; without an id, that is asked for too.
        draft: Where answers are kept until the entry is written.
        force: Whether it may take the place of an entry that is there.

    Raises:
        Abandoned: The answers ended before the entry did.
    """
    asker = _Asker(content, place, draft, force)
    try:
        return asker.entry()
    except (click.Abort, EOFError, KeyboardInterrupt):
        raise Abandoned(asker.farewell()) from None


class _Asker:
    """The answers to one entry, as they come in."""

    def __init__(self, content: Content, place: Place, draft: Path, force: bool) -> None:
        self.content = content
        self.place = place
        self.answers = Answers(KINDS[place.kind].entry, draft)
        self.force = force
        self.accepted: set[str] = set()

    def entry(self) -> Proposal:
        entry_type = KINDS[self.place.kind].entry
        click.echo(
            f"{entry_type.__doc__} An empty line leaves out what may be left out; Ctrl-C keeps a draft.", err=True
        )
        if self.place.id:
            self._refuse_bad_id()
        begun = self._draft()
        last = next(reversed(begun), "")
        self.answers.data = {name: value for name, value in begun.items() if name != last}
        fields = [name for name in fields_of(entry_type) if name not in _NOT_OF_NEW_ENTRIES]
        for name in fields:
            # A draft says nothing of what was left out on purpose before its last field.
            if not begun or fields.index(name) >= fields.index(last):
                self._field(name, begun.get(name))
            if name == KINDS[self.place.kind].named_after[-1] and not self.place.id:
                self._name()
        return self._proposal()

    def farewell(self) -> str:
        if not self.answers.data:
            return "Nothing was written."
        return f"Not finished. Your answers are in {self.answers.draft}; the same command goes on with them."

    def _field(self, name: str, begun: Any) -> None:
        entry_type = KINDS[self.place.kind].entry
        field = fields_of(entry_type)[name]
        required = field.is_required()
        while True:
            self._value((name,), field.description or "", required=required, begun=begun)
            found = [each for each in self._faults_after(name) if self._told(each) not in self.accepted]
            if not found:
                return
            click.echo(as_text(found), err=True)
            if not click.confirm(f"Answer `{name}` again?", default=True, err=True):
                self.accepted |= {self._told(each) for each in found}
                return
            self.answers.data.pop(name, None)
            begun = None

    def _value(self, steps: FieldPath, help_: str, *, required: bool, begun: Any = None) -> None:
        """Ask for the value at a place, and put it there unless it was left out."""
        wanted = bare(type_at(KINDS[self.place.kind].entry, steps))
        if as_model(wanted):
            self._named_fields(steps, help_, required=required, begun=begun)
        elif get_origin(wanted) is list:
            self._list(steps, help_, required=required, begun=begun or [])
        elif get_origin(wanted) is dict:
            self._mapping(steps, help_, required=required, begun=begun or {})
        elif begun is not None:
            self.answers.put(steps, begun)
        else:
            self._scalar(steps, help_, required=required)

    def _named_fields(self, steps: FieldPath, help_: str, *, required: bool, begun: Any) -> None:
        owner = as_model(type_at(KINDS[self.place.kind].entry, steps))
        if not required and not begun:
            self._explain(steps, help_)
            if not click.confirm(f"Add `{label(steps)}`?", default=False, err=True):
                return
        for name, field in fields_of(owner).items():
            given = begun.get(name) if isinstance(begun, Mapping) else None
            self._value((*steps, name), field.description or "", required=field.is_required(), begun=given)

    def _list(self, steps: FieldPath, help_: str, *, required: bool, begun: list[Any]) -> None:
        items = list(begun)
        item_type = bare(inside(type_at(KINDS[self.place.kind].entry, steps), 0))
        if items:
            self.answers.put(steps, items)
            if as_model(item_type):
                self._value((*steps, len(items) - 1), "", required=True, begun=items[-1])
        self._explain(steps, f"{help_} {_LIST}".strip())
        while True:
            place = (*steps, len(items))
            needed = required and not items
            owner = as_model(item_type)
            first = (*place, next(iter(fields_of(owner)))) if owner else place
            if not self._scalar(first, "", required=needed):
                return
            if owner:
                for name, field in list(fields_of(owner).items())[1:]:
                    self._value((*place, name), field.description or "", required=field.is_required())
            items = self.answers.at(steps)

    def _mapping(self, steps: FieldPath, help_: str, *, required: bool, begun: Mapping[str, Any]) -> None:
        if begun:
            self.answers.put(steps, dict(begun))
            last = list(begun)[-1]
            self._value((*steps, last), "", required=True, begun=begun[last])
        self._explain(steps, f"{help_} {_LIST}".strip())
        while key := self._key(steps, required=required and not self.answers.at(steps)):
            self._value((*steps, key), "", required=True)

    def _key(self, steps: FieldPath, *, required: bool) -> str:
        """Ask for a name at a place that holds names with something each."""
        known = choices(self.content, self.place.kind, (*steps, ""))
        while True:
            answer = one_line(f"{label(steps)}, {'which one' if known else 'a short name'}", known)
            if not answer and not required:
                return ""
            if not answer:
                click.echo("This can't be left out.", err=True)
                continue
            if answer in (self.answers.at(steps) or {}):
                click.echo(f"`{answer}` stands there already.", err=True)
                continue
            before = set(map(self._told, self._faults()))
            self.answers.put((*steps, answer), self._stand_in((*steps, answer)))
            about = self._faults((*steps, answer), key=True)
            found = [each for each in about if self._told(each) not in before and each.code != "empty-field"]
            self.answers.take((*steps, answer))
            if not found:
                return answer
            click.echo(as_text(found), err=True)

    def _scalar(self, steps: FieldPath, help_: str, *, required: bool) -> bool:
        """Ask for a text, number or day until it is right; return whether there is one."""
        wanted = type_at(KINDS[self.place.kind].entry, steps)
        self._explain(steps, help_)
        default = str(datetime.now(UTC).date()) if bare(wanted) is date else ""
        long = bare(wanted) is Prose or wanted is Text
        known = choices(self.content, self.place.kind, steps)
        while True:
            answer = several_lines(label(steps)) if long else one_line(label(steps), known, default)
            if not answer:
                if not required:
                    return False
                click.echo("This can't be left out.", err=True)
                continue
            self.answers.put(steps, answer)
            found = self._faults(steps)
            if not found:
                self.answers.keep()
                return True
            click.echo(as_text(found), err=True)
            self.answers.take(steps)

    def _name(self) -> None:
        known = suggested_id(self.place.kind, self.answers.data)
        while True:
            answer = str(click.prompt("id, as links and the file will call it", default=known, err=True)).strip()
            self.place = replace(self.place, id=answer)
            found = id_errors(self.place, force=self.force)
            if not found:
                return
            click.echo(as_text(found), err=True)

    def _refuse_bad_id(self) -> None:
        if found := id_errors(self.place, force=self.force):
            click.echo(as_text(found), err=True)
            raise click.Abort

    def _explain(self, steps: FieldPath, help_: str) -> None:
        if help_:
            click.secho(f"\n{label(steps)}: {help_}", dim=True, err=True)

    def _proposal(self) -> Proposal:
        place = self.place if self.place.id else replace(self.place, id=_UNNAMED)
        return propose(self.content, place, self.answers.data)

    def _faults(self, steps: FieldPath | None = None, *, key: bool = False) -> list[Diagnostic]:
        """Return what is wrong with the answers, or with the one at a place; what is still to come is not missing."""
        proposal = self._proposal()
        found = [
            each for each in proposal.diagnostics if each.code not in ("missing-field", "idle-action", "idle-question")
        ]
        if steps is None or proposal.entry is None:
            return found
        # Nothing stands behind an answer yet, since they are given in the order of the file.
        place = proposal.entry.at(*steps, key=key)
        begins = (place.line, place.column)
        return [each for each in found if (each.location.line, each.location.column) >= begins]

    def _faults_after(self, name: str) -> list[Diagnostic]:
        """Return what another answer to a field may mend: all errors, but advice only on what stands in the field."""
        inside = self._faults((name,)) if name in self.answers.data else []
        return [each for each in self._faults() if each.severity == "error" or each in inside]

    def _told(self, diagnostic: Diagnostic) -> str:
        return f"{diagnostic.code} {diagnostic.message}"

    def _stand_in(self, steps: FieldPath) -> Any:
        wanted = bare(type_at(KINDS[self.place.kind].entry, steps))
        if get_origin(wanted) is list:
            return []
        return {} if as_model(wanted) or get_origin(wanted) is dict else next(iter(get_args(wanted)), "unread")

    def _draft(self) -> dict[str, Any]:
        """Return the answers of an earlier time, if someone wants to go on with them."""
        kept = self.answers.kept()
        named = next(iter(kept.values()), "")
        return kept if kept and click.confirm(f"Go on with your draft ({named})?", default=True, err=True) else {}
