"""Accuracy on a network that nobody made for this engine."""

import pytest

from tests.engine.oracle.hepar import Hepar, load_hepar, log_losses
from tests.engine.process import Engine

MOST_LOG_LOSS = 0.31


@pytest.fixture(scope="module")
def hepar() -> Hepar:
    return load_hepar()


@pytest.mark.parametrize("someone_ill", [False, True])
def test_log_loss_per_disorder_with_all_findings_known(engine: Engine, hepar: Hepar, someone_ill: bool) -> None:
    losses = log_losses(engine, hepar, someone_ill=someone_ill)
    print("\n" + ", ".join(f"{name} {loss:.4f}" for name, loss in losses.items()))
    assert losses["engine"] <= MOST_LOG_LOSS
    assert losses["exact"] <= losses["engine"] <= losses["independent log odds"]
