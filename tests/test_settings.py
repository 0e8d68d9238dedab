"""Whatever stands in guide.yml and ui.yml, `check` says what is wrong with it and never raises."""

import copy
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.linting.linter import check
from generator.model import Setup
from generator.model.ui_text import UiText
from tests.conftest import BREAD

DAY = date(2026, 3, 1)
Path_ = tuple[str | int, ...]
# Fields of guide.yml that the tiny guide leaves out.
LEFT_OUT = """
regions: {kent: Kent}
topics: {weight: The weight}
shelves: {of-yeast: On yeast}
debrief:
  how_far: {how-flat: {a-stone: proving}}
  in_any_case: [wait-longer]
  blanks: {the loaf: {how-flat: {a-stone: the stone}}}
  floors: {first: 0.1, in_three: 0.2, typical_in_three: 0.3, cases_first: 0.1, cases_in_three: 0.2, pages: 9}
  telling:
    list: {told: 0.8, stray: 0.03}
    asked: {told: 0.9, stray: 0.02}
    scene: {told: 0.3, stray: 0.012}
    first_scene: {told: 0.35, stray: 0.004}
    standing_out: 0.6
  stopping: {least_pages: 1, least_change: 0.2}
style:
  groups: [bakers]
  every_cause_has_a_case: true
search: {synonyms: {bread: [loaf, loaf]}}
"""
CHANGES: Mapping[str, Callable[[Any], Any]] = {
    "a wrong key": lambda value: {**value, "no-such-key": 1} if isinstance(value, dict) else {"no-such-key": value},
    "another key": lambda value: (
        dict(zip(["no-such-key", *value][: len(value)], value.values(), strict=True))
        if isinstance(value, dict)
        else value
    ),
    "a list": lambda value: [value],
    "a text": lambda _: "some words",
    "a number": lambda _: -1.5,
    "nothing": lambda _: None,
}


def guide_data() -> dict[str, Any]:
    """Return guide.yml of the tiny guide with all fields that there are."""

    def merge(data: dict[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
        merged = {**data}
        for name, value in more.items():
            merged[name] = merge(data[name], value) if isinstance(data.get(name), dict) else value
        return merged

    data = yaml.safe_load((BREAD / "content/guide.yml").read_text(encoding="utf-8"))
    return merge(data, yaml.safe_load(LEFT_OUT))


def places(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, bool]]:
    """Yield the path of each value in some data, and whether there are others inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    parts = [*inside]
    yield path, bool(parts)
    for step, part in parts:
        yield from places(part, (*path, step))


def changed(data: Any, path: Path_, change: Callable[[Any], Any]) -> Any:
    """Return data in which one value is another."""
    if not path:
        return change(data)
    data = copy.copy(data)
    data[path[0]] = changed(data[path[0]], path[1:], change)
    return data


def write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")


def test_the_data_has_every_field_of_guide_yml() -> None:
    data = guide_data()
    Setup.model_validate(data)
    assert data.keys() == Setup.model_fields.keys()
    for name in ("debrief", "style", "scales", "search"):
        owner: Any = Setup.model_fields[name].annotation
        assert data[name].keys() == owner.model_fields.keys()


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
def test_a_wrong_setting_is_told_and_never_raises(change: str, bread: Path) -> None:
    data = guide_data()
    for path, _ in places(data):
        write(bread / "guide.yml", changed(data, path, CHANGES[change]))
        for diagnostic in check(bread, DAY).diagnostics:
            assert diagnostic.message, path
            assert "such as ," not in diagnostic.hint, path


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
def test_a_wrong_text_of_the_interface_is_told_and_never_raises(change: str, bread: Path) -> None:
    """Those of a group are wrong at once, as there are hundreds."""
    data = UiText().model_dump()
    data["contribute"]["rules"] = {"raw-html": "No HTML"}
    for path, has_parts in places(data):
        if has_parts:
            write(bread / "ui.yml", changed(data, path, CHANGES[change]))
            check(bread, DAY)
            texts = {step: part for step, part in _at(data, path) if not isinstance(part, (dict, list))}
            write(bread / "ui.yml", changed(data, path, lambda value, new=texts: _all_changed(value, new, change)))
            assert check(bread, DAY).diagnostics or change == "another key" or not texts, path


def _at(data: Any, path: Path_) -> list[tuple[str | int, Any]]:
    for step in path:
        data = data[step]
    return [*(data.items() if isinstance(data, dict) else enumerate(data))]


def _all_changed(value: Any, texts: Mapping[str | int, Any], change: str) -> Any:
    value = copy.copy(value)
    for step, text in texts.items():
        value[step] = CHANGES[change](text)
    return value
