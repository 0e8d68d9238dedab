"""Locks that keep processes apart which write the same folder. A lock ends with the process that holds it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

# What is written by one process at a time: the site, the folder of pages, and the pages while they are being edited.
SITE, DOCS, SERVE = "site", "docs", "serve"


class Lock:
    """A lock of the guide in a folder. Its file stays behind and says nothing by itself."""

    def __init__(self, base: Path, name: str) -> None:
        """Prepare the lock's file without taking the lock."""
        folder = base.absolute() / ".cache" / "locks"
        folder.mkdir(parents=True, exist_ok=True)
        # While a site is served, one thread takes the lock and another may release it.
        self._file = FileLock(folder / f"{name}.lock", thread_local=False)

    def acquire(self, wait: Callable[[], None]) -> None:
        """Take the lock; where another process has it, call `wait` once and wait until that one releases it."""
        if not self.try_acquire():
            wait()
            self._file.acquire()

    def try_acquire(self) -> bool:
        """Take the lock unless another process has it, and return whether it was taken."""
        try:
            self._file.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Let others take the lock; nothing happens where this process does not hold it."""
        self._file.release(force=True)


@contextmanager
def locked(base: Path, name: str, wait: Callable[[], None]) -> Iterator[None]:
    """Hold a lock while a block runs; see `Lock.acquire`."""
    lock = Lock(base, name)
    lock.acquire(wait)
    try:
        yield
    finally:
        lock.release()
