"""Broken contributions: each mistake is reported at its line, with a hint on what to type, and nothing else is.

`fixtures/contributions.yml` lists them: changes of the tiny guide, and each diagnostic as `path:line: code: hint`.
A line such as `+0` counts from the first line that has changed.
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
from tests.conftest import FIXTURES, edit, line_from_change

TABLE = FIXTURES / "contributions.yml"
BROKEN = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
DAY = date(2026, 3, 1)


def in_a_line(diagnostic: Diagnostic, content: Path) -> str:
    path, line = diagnostic.location.path, diagnostic.location.line
    place = f"{path.removeprefix('content/')}:{line_from_change(content, path, line)}"
    return f"{place}: {diagnostic.code}: {diagnostic.hint}"


@pytest.mark.parametrize("contribution", BROKEN, ids=lambda contribution: contribution["name"])
def test_a_broken_contribution_is_told_what_to_type(contribution: Mapping[str, Any], bread: Path) -> None:
    for change in contribution["edits"]:
        edit(bread, change)
    lines = [in_a_line(diagnostic, bread) for diagnostic in check(bread, DAY).diagnostics]
    if os.environ.get("ACCEPT"):
        contribution["diagnostics"][:] = lines
        TABLE.write_text(yaml.safe_dump(BROKEN, allow_unicode=True, sort_keys=False, width=110), encoding="utf-8")
    assert lines == contribution["diagnostics"]
    assert lines


def test_there_are_many_kinds_of_broken_contributions() -> None:
    assert len({contribution["name"] for contribution in BROKEN}) >= 150


def test_a_mistake_that_many_files_depend_on_is_reported_once(bread: Path) -> None:
    (bread / "sources.yml").write_text(
        (bread / "sources.yml").read_text(encoding="utf-8").replace("baker-2001:", "Baker 2001:"), encoding="utf-8"
    )
    assert [diagnostic.code for diagnostic in check(bread, DAY).diagnostics] == ["bad-id"]
