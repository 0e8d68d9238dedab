"""A time is told in minutes, hours or days alike on the pages of the guide and in the debrief."""

import json
import re
import shutil
import subprocess

from jinja2 import Environment

from tests.conftest import ROOT

MOST_MINUTES = 3000
SCRIPT = f"""
import {{ formatDuration }} from "./browser/formats.js";
const durations = Array.from({{ length: {MOST_MINUTES} }}, (_, minutes) => formatDuration("en", minutes));
console.log(JSON.stringify(durations));
"""


def unit(duration: str) -> str:
    [name] = re.findall(r"minute|hour|day", duration)
    return name


def test_the_debrief_tells_a_time_in_the_unit_of_the_pages() -> None:
    parts = (ROOT / "generator/pages/templates/_parts.md").read_text(encoding="utf-8")
    macros = re.findall(r"\{% macro minutes\(.*?\{% endmacro %\}", parts, re.DOTALL)
    template = Environment(autoescape=True).from_string("".join(macros) + "{{ minutes(number) }}")
    ui = {"minutes": "minute", "hours": "hour", "days": "day"}
    pages = [template.render(number=minutes, ui=ui, fill=lambda text, **_: text) for minutes in range(MOST_MINUTES)]
    node = shutil.which("node")
    assert node
    command = [node, "--input-type=module", "--eval", SCRIPT]
    debrief = json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    assert [unit(duration) for duration in debrief] == [unit(duration) for duration in pages]
