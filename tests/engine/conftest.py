"""One engine process for all tests of a module."""

from collections.abc import Iterator

import pytest

from tests.engine.process import Engine


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    running = Engine()
    yield running
    running.close()
