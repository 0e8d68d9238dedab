"""The form of this guide's site, and of one that knows its repository."""

from typing import Any

import pytest
from playwright.sync_api import Page

from generator.site.engines.registry import build_site
from tests.browser.conftest import served
from tests.conftest import copied_guide


@pytest.fixture
def form(page: Page, home: str) -> Page:
    page.goto(f"{home}contribute/")
    return page


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Yield the address of the tiny guide's site, which knows its repository."""
    folder = copied_guide(tmp_path_factory.mktemp("hosted") / "bread")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "\nrepo_url: https://github.com/example/bread\n")
    assert build_site(config, folder / "site") == (0, ())
    with served(folder / "site") as home:
        yield home
