"""Helper processes change how long it takes, and nothing else."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from generator.utils import parallel
from generator.utils.parallel import ParallelResults, idle_cores, parallel_map

ROOT = Path(__file__).parent.parent
KEYS = range(200)

Test = TypeVar("Test", bound=Callable[..., None])


def several_cores(test: Test) -> Test:
    """Mark a test that needs helpers."""
    skipped = pytest.mark.skipif(idle_cores() == 0, reason="there is no core to spare here")
    # Later versions of Python warn of what `alone` makes possible.
    ignored = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
    marked: Test = skipped(ignored(pytest.mark.usefixtures("alone")(test)))
    return marked


def until(true: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def runs(process: int) -> bool:
    """Return whether a process is at work; one that has ended may be listed until somebody asks how."""
    try:
        return "(zombie)" not in Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return False


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it look as if no other test had left a thread behind; what is done in these tests needs none of them."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("others", [0, 1, 3] if sys.platform == "linux" else [0])
def test_the_results_are_those_of_the_function_in_the_order_of_the_keys(
    monkeypatch: pytest.MonkeyPatch, others: int
) -> None:
    monkeypatch.setattr(parallel, "idle_cores", lambda: others)
    assert list(parallel_map(lambda key: key**2, KEYS)) == [key**2 for key in KEYS]


@several_cores
def test_helpers_begin_at_the_last_key_and_this_process_at_the_first() -> None:
    def process_of(key: int) -> int:
        time.sleep(0.2 if key == 0 else 0)
        return os.getpid()

    processes = list(parallel_map(process_of, KEYS))
    assert processes[0] == os.getpid()
    assert processes[-1] != os.getpid()


@several_cores
def test_results_larger_than_a_pipe_arrive_whole() -> None:
    assert [len(each) for each in parallel_map(lambda _: "x" * 300_000, KEYS)] == [300_000] * 200


@several_cores
def test_what_fails_elsewhere_is_done_here() -> None:
    here = os.getpid()

    def only_here(key: int) -> int:
        if os.getpid() != here:
            raise ValueError(key)
        return key

    assert list(parallel_map(only_here, KEYS)) == list(KEYS)


@several_cores
def test_a_helper_that_is_killed_is_done_without() -> None:
    here = os.getpid()

    def dying(key: int) -> int:
        if os.getpid() != here and key == 150:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.001)
        return key

    assert list(parallel_map(dying, KEYS)) == list(KEYS)


@several_cores
def test_where_no_process_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert list(parallel_map(lambda key: key, KEYS)) == list(KEYS)


def test_a_fault_is_raised_where_the_result_is_asked_for() -> None:
    def failing(key: int) -> int:
        return 1 // (key - 100)

    asked = parallel_map(failing, KEYS)
    with pytest.raises(ZeroDivisionError):
        list(asked)


@several_cores
@pytest.mark.parametrize(("cores", "helpers"), [(1, 0), (2, 1), (4, 3), (64, 3)])
def test_one_core_is_left_for_this_process_and_few_helpers_are_enough(
    monkeypatch: pytest.MonkeyPatch, cores: int, helpers: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(cores))
    assert idle_cores() == helpers


@pytest.mark.skipif(sys.platform != "linux", reason="there are no helpers on other systems")
def test_no_process_is_forked_beside_another_thread() -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        assert idle_cores() == 0
    finally:
        over.set()
        other.join()


@several_cores
def test_helpers_end_with_the_process_even_if_it_is_killed(tmp_path: Path) -> None:
    script = f"""
import os, sys, time
sys.path.insert(0, {str(ROOT)!r})
from generator.utils import parallel
from generator.utils.parallel import ParallelResults
parallel.idle_cores = lambda: 3
def work(key):
    open({str(tmp_path)!r} + "/" + str(os.getpid()), "w").close()
    time.sleep(0.01)
    return key
working = ParallelResults(work, range(100_000))
time.sleep(60)
"""
    process = subprocess.Popen([sys.executable, "-c", script])
    until(lambda: len(list(tmp_path.iterdir())) == 3)
    process.kill()
    process.wait()
    helpers = [int(path.name) for path in tmp_path.iterdir()]
    until(lambda: not any(map(runs, helpers)))


@several_cores
def test_closing_ends_the_helpers(tmp_path: Path) -> None:
    def work(key: int) -> int:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(0.01)
        return key

    with ParallelResults(work, range(100_000)):
        until(lambda: any(tmp_path.iterdir()))
    assert not any(runs(int(path.name)) for path in tmp_path.iterdir())
