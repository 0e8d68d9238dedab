"""What becomes of broken contributions: each error is found, at its line, with the words to type, and nothing else is.

`fixtures/contributions.yml` lists them: what was done to the tiny guide, and `path:line: code: help` of each error.
"""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics.diagnostic import Diagnostic
from generator.linting.linter import check
from tests.conftest import FIXTURES

TABLE = FIXTURES / "contributions.yml"
BROKEN = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
DAY = date(2026, 3, 1)


def edit(content: Path, change: Mapping[str, str]) -> None:
    path = content / change["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if "replace" in change:
        assert change["replace"] in text
        text = text.replace(change["replace"], change["by"], 1)
    path.write_text(text + change.get("append", "") if "write" not in change else change["write"], encoding="utf-8")


def in_a_line(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    return f"{place.path.removeprefix('content/')}:{place.line}: {diagnostic.code}: {diagnostic.hint}"


@pytest.mark.parametrize("contribution", BROKEN, ids=lambda each: each["name"])
def test_a_broken_contribution_is_told_what_to_type(contribution: Mapping[str, Any], bread: Path) -> None:
    for change in contribution["edits"]:
        edit(bread, change)
    found = [in_a_line(diagnostic) for diagnostic in check(bread, DAY).diagnostics]
    if os.environ.get("ACCEPT"):
        contribution["diagnostics"][:] = found
        TABLE.write_text(yaml.safe_dump(BROKEN, allow_unicode=True, sort_keys=False, width=110), encoding="utf-8")
    assert found == contribution["diagnostics"]
    assert found


def test_there_are_many_kinds_of_broken_contributions() -> None:
    assert len({each["name"] for each in BROKEN}) >= 150


def test_a_fault_that_many_files_share_is_reported_where_it_is_and_nowhere_else(bread: Path) -> None:
    (bread / "sources.yml").write_text(
        (bread / "sources.yml").read_text(encoding="utf-8").replace("baker-2001:", "Baker 2001:"), encoding="utf-8"
    )
    assert [diagnostic.code for diagnostic in check(bread, DAY).diagnostics] == ["bad-id"]
