"""Lets idle cores compute results from the last of many keys on, while this process begins at the first.

Whatever they have not come to, this process computes itself, so that nothing but time depends on them: there are none
where a process can't be forked safely, which is on systems other than Linux, and beside other threads.
docs/decisions/idle-cores.md says why.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

Key = TypeVar("Key")
Result = TypeVar("Result")

# To fork takes about as long as to render five pages.
_WORTHWHILE = 50
# This process starts each of them and reads all of their results.
_MOST_HELPERS = 3

# What a helper computes. Set in helpers alone: a forked process inherits the function, which need not be picklable.
_function: Callable[[Any], Any]


class ParallelResults(Generic[Key, Result]):
    """The results of a function by key, which idle cores compute in advance."""

    def __init__(self, function: Callable[[Key], Result], keys: Sequence[Key]) -> None:
        """Start the helpers.

        Args:
            function: Has no side effects. What it returns is pickled.
            keys: In the order in which their results will be asked for; each is pickled.
        """
        self._futures: dict[Key, Future[Result]] = {}
        self._pool: ProcessPoolExecutor | None = None
        helpers = idle_cores() if len(keys) >= _WORTHWHILE else 0
        if helpers:
            context = multiprocessing.get_context("fork")
            self._pool = ProcessPoolExecutor(helpers, context, initializer=_begin, initargs=(function,))
            self._submit(self._pool, keys)

    def _submit(self, pool: ProcessPoolExecutor, keys: Sequence[Key]) -> None:
        try:
            for key in reversed(keys):
                self._futures[key] = pool.submit(_compute, key)
        except OSError:  # no more processes or files may be opened
            self._futures.clear()
            for helper in multiprocessing.active_children():
                helper.kill()

    def take(self, key: Key) -> Result | None:
        """Return the result for a key, once, or None where no helper has it in hand or it failed there."""
        future = self._futures.pop(key, None)
        # Not cancelled, as a pool one of whose helpers was killed can't tell that to futures that were.
        if future is None or not (future.running() or future.done()):
            return None
        try:
            return future.result()
        except Exception:  # noqa: BLE001 (whoever computes it instead will meet the same error, if it is one of theirs)
            return None

    def close(self) -> None:
        """End the helpers; results that were not asked for are given up."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def parallel_map(function: Callable[[Key], Result], keys: Sequence[Key]) -> Iterator[Result]:
    """Yield what a function returns for each key, in their order; idle cores help."""
    with ParallelResults(function, keys) as results:
        for key in keys:
            result = results.take(key)
            yield function(key) if result is None else result


def idle_cores() -> int:
    """Return how many cores may help."""
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return min(len(os.sched_getaffinity(0)) - 1, _MOST_HELPERS) if is_safe else 0


def _begin(function: Callable[[Any], Any]) -> None:
    """Prepare a helper: an interrupt is for the process that started it, and with that process it ends too."""
    global _function  # noqa: PLW0603 (a pool hands its helpers nothing else that need not be pickled)
    _function = function
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os._exit(1)


def _compute(key: Any) -> Any:
    return _function(key)
