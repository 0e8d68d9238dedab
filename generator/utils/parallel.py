"""Lets idle cores work ahead: they begin at the last of many things to do, this process at the first.

Whatever they have not come to, this process does itself, so that nothing but time depends on them: there are none where
a process can't be forked safely, which is on other systems than Linux, or beside other threads.
"""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from types import TracebackType
from typing import Generic, Self, TypeVar

Key = TypeVar("Key")
Result = TypeVar("Result")

# To fork takes about as long as to make five pages.
_WORTHWHILE = 50
# Each is started by this process, which also takes in all that they find.
_MOST_HELPERS = 3


class Ahead(Generic[Key, Result]):
    """What a function returns for some keys, as far as idle cores have come with it from the last key on."""

    def __init__(self, function: Callable[[Key], Result], keys: Sequence[Key]) -> None:
        """Let idle cores begin.

        Args:
            function: What is to be done for a key. It changes nothing; its result goes through a pipe.
            keys: The keys, in the order in which their results will be asked for.
        """
        self._found: dict[Key, Result] = {}
        self._pipes: list[Connection] = []
        self._workers: list[multiprocessing.process.BaseProcess] = []
        others = idle_cores() if len(keys) >= _WORTHWHILE else 0
        with suppress(OSError):  # where no more processes or files may be opened, there are fewer helpers
            for number in range(others):
                self._start(function, keys[::-1][number::others])

    def _start(self, function: Callable[[Key], Result], keys: Sequence[Key]) -> None:
        pipe, end = Pipe(duplex=False)
        self._pipes.append(pipe)
        with end:
            work = (function, keys, end, tuple(self._pipes))
            worker = multiprocessing.get_context("fork").Process(target=_work, args=work, daemon=True)
            worker.start()
            self._workers.append(worker)

    def take(self, key: Key) -> Result | None:
        """Return the result for a key, once, or None where nobody has come to it yet."""
        for pipe in [*self._pipes]:
            self._empty(pipe)
        return self._found.pop(key, None)

    def _empty(self, pipe: Connection) -> None:
        """Take all that stands in a pipe. It can't be left there: who writes to a full one has to wait."""
        try:
            while pipe.poll():
                key, result = pipe.recv()
                self._found[key] = result
        except (EOFError, OSError):
            pipe.close()
            self._pipes.remove(pipe)

    def close(self) -> None:
        """End the work; what was not asked for is given up."""
        for worker in self._workers:
            worker.kill()
            worker.join()
        for pipe in self._pipes:
            pipe.close()
        self._pipes.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def results(function: Callable[[Key], Result], keys: Sequence[Key]) -> Iterator[Result]:
    """Yield what a function returns for each key, in their order; idle cores help."""
    with Ahead(function, keys) as ahead:
        for key in keys:
            found = ahead.take(key)
            yield function(key) if found is None else found


def idle_cores() -> int:
    """Return how many cores may work ahead."""
    safe = sys.platform == "linux" and threading.active_count() == 1
    return min(len(os.sched_getaffinity(0)) - 1, _MOST_HELPERS) if safe else 0


def _work(
    function: Callable[[Key], Result], keys: Sequence[Key], end: Connection, inherited: Sequence[Connection]
) -> None:
    """Send a key with its result at a time; where something fails, whoever asks will see it for themselves."""
    # With these open here, nobody would notice that the process which reads from them has ended.
    for pipe in inherited:
        pipe.close()
    try:
        for key in keys:
            end.send((key, function(key)))
    except BaseException:  # noqa: BLE001 (an interrupt as well)
        os._exit(1)
