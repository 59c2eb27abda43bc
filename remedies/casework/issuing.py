"""Many documents at once: each printed by a worker process, each kept as soon as it is printed.

A run that is stopped loses nothing that it has written: beside the files stands a list of what each was made
of and what it is, and the next run prints only what is missing, changed or damaged.
"""

import json
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Final, TextIO

LIST: Final = "list.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A document to print: its file name, and what it is made of, as bytes."""

    name: str
    made_of: bytes

    @property
    def digest(self) -> str:
        """The digest of what the document is made of."""
        return sha256(self.made_of).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A document that is there: its file, and whether this run printed it."""

    name: str
    printed: bool


def issue(
    jobs: Sequence[Job], printed: Callable[[bytes], bytes], folder: Path, workers: int
) -> Iterator[Issued]:
    """Print what is not there yet, and yield each document when it is.

    ``printed`` is a function of a module: it makes the bytes of a document in a process of its own.

    Raises:
        OSError: the folder cannot be written.
        Exception: what ``printed`` raised, after what was printed before is kept.

    """
    folder.mkdir(parents=True, exist_ok=True)
    known = _known(folder)
    wanted = [job for job in jobs if not _there(folder, job, known)]
    open_ones = {job.name for job in wanted}
    yield from (Issued(name=job.name, printed=False) for job in jobs if job.name not in open_ones)
    with (
        (folder / LIST).open("a", encoding="utf-8") as kept,
        ProcessPoolExecutor(
            workers, mp_context=get_context("spawn"), initializer=_follow_parent
        ) as pool,
    ):
        waiting = {pool.submit(printed, job.made_of): job for job in wanted}
        try:
            for done in as_completed(waiting):
                job = waiting[done]
                _keep(folder, kept, job, done.result())
                del waiting[done]
                yield Issued(name=job.name, printed=True)
        finally:
            pool.shutdown(cancel_futures=True)
            _keep_finished(folder, kept, waiting)


def _follow_parent() -> None:
    """Leave the stopping of a run to the process that began it, and end when that one has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _keep(folder: Path, kept: TextIO, job: Job, content: bytes) -> None:
    write_whole(folder / job.name, content)
    line = {"name": job.name, "of": job.digest, "is": sha256(content).hexdigest()}
    kept.write(json.dumps(line) + "\n")
    kept.flush()


def _keep_finished(folder: Path, kept: TextIO, waiting: Mapping[Future[bytes], Job]) -> None:
    """Keep what was being printed when the run was stopped, and is finished now."""
    for future, job in waiting.items():
        if future.done() and not future.cancelled() and future.exception() is None:
            _keep(folder, kept, job, future.result())


def _known(folder: Path) -> dict[str, tuple[str, str]]:
    """Return what the list says of each file; a line that a stopped run cut short says nothing."""
    found: dict[str, tuple[str, str]] = {}
    path = folder / LIST
    if not path.is_file():
        return found
    for line in path.read_text("utf-8").splitlines():
        try:
            entry = json.loads(line)
            found[entry["name"]] = (entry["of"], entry["is"])
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _there(folder: Path, job: Job, known: dict[str, tuple[str, str]]) -> bool:
    of, what = known.get(job.name, ("", ""))
    path = folder / job.name
    return of == job.digest and path.is_file() and sha256(path.read_bytes()).hexdigest() == what


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    part = path.with_suffix(path.suffix + ".part")
    part.write_bytes(content)
    part.replace(path)
