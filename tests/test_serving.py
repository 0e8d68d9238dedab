"""What an edit changes at once is what making everything anew would have made of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.guide import EntryRef, Guide
from generator.loading import Content, load
from generator.model import KINDS
from generator.pages.publication import Publication
from generator.pages.urls import Repository
from generator.quiz.evaluation import cache
from generator.site import pipeline
from generator.site.engines import mkdocs_plugin
from generator.site.live_reload import edited_entries, entry_pages
from generator.site.pipeline import files
from tests.conftest import copied_guide, guide_of

REPOSITORY = Repository("https://example.org/guide")
PAGES = {
    "causes/dead-yeast.yml": ("The yeast was dead", "The yeast had died"),
    "actions/mark-the-bowl.yml": ("Mark the bowl", "Tape the bowl"),
    "myths/salt-kills.yml": ("Salt", "Brine"),
}


def read(folder: Path) -> Content:
    content, diagnostics = load(folder)
    assert content
    assert diagnostics == ()
    return content


def replaced(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_quick_page_equals_the_page_of_a_full_build(bread: Path, name: str) -> None:
    before = read(bread)
    replaced(bread, name, *PAGES[name])
    after = read(bread)
    entries = edited_entries(before, after)
    kind = next(kind.name for kind in KINDS.values() if kind.path(Path(name).stem) == name)
    assert entries == {EntryRef(kind, Path(name).stem)}
    made = entry_pages(Publication(Guide(after), REPOSITORY), entries)
    guide = guide_of(bread)
    assert made
    everything = files(Publication(guide, REPOSITORY))
    assert {path: everything[path] for path in made} == made


def test_a_quick_page_is_drawn_with_all_that_the_others_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied_guide(tmp_path / "guide")
    config = load_config(str(folder / "mkdocs.yml"), repo_url="https://example.org/guide")
    drawn: list[Publication] = []

    def draw(publication: Publication, *_: object) -> dict[str, bytes]:
        drawn.append(publication)
        return {"index.md": b""}

    monkeypatch.setattr(pipeline, "files", draw)
    monkeypatch.setattr(mkdocs_plugin, "entry_pages", draw)
    monkeypatch.setattr(cache, "load", lambda *_: "an examination")
    plugin = mkdocs_plugin.Plugin()
    plugin.on_startup(command="serve", dirty=True)
    for name in (None, "causes/dead-yeast.yml"):
        if name:
            replaced(folder / "content", name, *PAGES[name])
        plugin.on_pre_build(config=config)
        plugin.on_build_error(error=Exception())
    everything, page = drawn
    assert everything.examination == "an examination"
    assert everything.repository.url
    assert replace(page, guide=everything.guide) == everything
    assert page.guide.content.causes["dead-yeast"].value.title == "The yeast had died"


def test_nothing_is_made_where_nothing_changed(bread: Path) -> None:
    assert edited_entries(read(bread), read(bread)) == frozenset()


CHANGES: dict[str, Callable[[Path], object]] = {
    "texts": lambda folder: replaced(folder, "ui.yml", "ask the baker", "ask a baker"),
    "setup": lambda folder: replaced(folder, "guide.yml", "title: Mixing", "title: Stirring"),
    "source": lambda folder: replaced(folder, "sources.yml", "finding: ", "finding: Now "),
    "question": lambda folder: replaced(folder, "questions/water.yml", "text: ", "text: Now "),
    "page": lambda folder: replaced(folder, "pages/crumb.md", "summary: ", "summary: Now "),
    "entry that came": lambda folder: (folder / "actions/other.yml").write_bytes(
        (folder / "actions/mark-the-bowl.yml").read_bytes()
    ),
    "entry that went": lambda folder: (folder / "myths/salt-kills.yml").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_on_many_pages_asks_for_all(bread: Path, change: Callable[[Path], object]) -> None:
    before = read(bread)
    change(bread)
    after, _ = load(bread)
    assert after
    assert edited_entries(before, after) is None


@pytest.mark.parametrize(("old", "new"), [("stage: mixing", "stage: nowhere"), ("water:", "wather:")])
def test_an_entry_with_a_fault_waits_for_the_whole_check(bread: Path, old: str, new: str) -> None:
    before = read(bread)
    replaced(bread, "causes/dead-yeast.yml", old, new)
    after, _ = load(bread)
    assert after
    entries = edited_entries(before, after)
    assert entries
    assert entry_pages(Publication(Guide(after), REPOSITORY), entries) is None
