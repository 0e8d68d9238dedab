"""The search finds in this guide what people mean, in the words in which they say it."""

import json
import random
import shutil
import subprocess
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.exports.search_index import MOST_BYTES, search_index
from generator.linting.linter import check
from tests.conftest import ROOT

Results = Callable[[Sequence[str]], list[list[str]]]

HERE = Path(__file__).parent
SEED = 7
LETTERS = "aeilnorst"
# Of a word that is mistyped.
LEAST_LENGTH = 5

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")


@pytest.fixture(scope="module")
def data() -> bytes:
    """Return the data of this guide's search."""
    guide = check(ROOT / "content", advise=False).guide
    assert guide is not None
    return search_index(guide)


@pytest.fixture(scope="module")
def results(data: bytes) -> Results:
    """Return what returns the addresses of the results of each of many queries."""

    def look_for(queries: Sequence[str]) -> list[list[str]]:
        request = json.dumps({"data": json.loads(data), "queries": list(queries)})
        command = ["node", str(HERE / "results.mjs")]
        run = subprocess.run(command, input=request, capture_output=True, text=True, encoding="utf-8", check=True)
        answer: list[list[str]] = json.loads(run.stdout)
        return answer

    return look_for


def phrases(name: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of a file, each with the addresses, or their beginnings, of which one has to be found."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.split("|") for line in lines if line and not line.startswith("#")]
    return {said: tuple(f"{page.rstrip('/')}/" for page in pages.split()) for said, pages in pairs}


@pytest.mark.parametrize("name", ["phrases.txt", "more_phrases.txt"])
def test_what_people_type_finds_the_page_among_three_and_mostly_first(results: Results, name: str) -> None:
    wanted = phrases(name)
    ranks = {
        said: next((rank for rank, address in enumerate(addresses) if address.startswith(wanted[said])), 99)
        for said, addresses in zip(wanted, results(tuple(wanted)), strict=True)
    }
    assert {said: rank for said, rank in ranks.items() if rank > 2} == {}
    assert sum(rank == 0 for rank in ranks.values()) >= 0.8 * len(ranks)


def test_one_mistyped_letter_hides_no_page(results: Results) -> None:
    draw = random.Random(SEED)
    wanted = phrases("phrases.txt")
    long = {said: pages for said, pages in wanted.items() if max(map(len, said.split())) >= LEAST_LENGTH}
    typed = [(mistyped(said, draw), pages) for said, pages in long.items() for _ in range(4)]
    answers = results([said for said, _ in typed])
    missed = [
        said
        for (said, pages), addresses in zip(typed, answers, strict=True)
        if not any(address.startswith(pages) for address in addresses[:3])
    ]
    assert len(missed) <= len(typed) * 0.05, missed


def mistyped(said: str, draw: random.Random) -> str:
    """Return a phrase with one letter of its longest word wrong, missing, doubled or swapped with the next."""
    word = max(said.split(), key=len)
    at = draw.randrange(1, len(word) - 2)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    forms = (
        before + draw.choice(LETTERS) + after,
        before + after,
        before + letter + letter + after,
        before + after[0] + letter + after[1:],
    )
    return said.replace(word, draw.choice(forms), 1)


def test_every_page_is_reached_by_all_of_its_names(data: bytes, results: Results) -> None:
    names = [
        (name, address)
        for address, kind, title, names, _, _ in json.loads(data)["pages"]
        for name in (title, *names)
        if kind != "source"
    ]
    missed = [
        (name, address, addresses[:3])
        for (name, address), addresses in zip(names, results([name for name, _ in names]), strict=True)
        # Names may be shared, by the rules of several countries above all.
        if address not in addresses[: 2 + sum(other == name for other, _ in names)]
    ]
    assert missed == []


def test_every_synonym_stands_for_something_in_the_guide(data: bytes, results: Results) -> None:
    meanings = list(json.loads(data)["synonyms"])
    assert [meaning for meaning, addresses in zip(meanings, results(meanings), strict=True) if not addresses] == []


def test_the_shelf_of_sources_comes_last(results: Results) -> None:
    for addresses in results(("structured interview", "discrimination", "negotiation", "anxiety")):
        kinds = [address.startswith("evidence/#") for address in addresses]
        assert kinds == sorted(kinds)


def test_what_has_to_be_fetched_is_small(data: bytes) -> None:
    assert len(zlib.compress(data)) <= MOST_BYTES <= 250_000
