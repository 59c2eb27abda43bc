"""Files that a command reads and writes."""

import sys
from collections.abc import Callable
from pathlib import Path

from remedies.errors import InvalidEntryError, Problem


def read(name: str, most: int) -> bytes:
    """Return a file's bytes, or those of standard input for ``-``; at most one byte more than is taken."""
    if name == "-":
        return sys.stdin.buffer.read(most + 1)
    with Path(name).open("rb") as file:
        return file.read(most + 1)


def beside(name: str, most: int) -> Callable[[str], bytes]:
    """Return what reads the files that a file names: those in its own folder, and no others."""
    folder = Path() if name == "-" else Path(name).parent

    def read_beside(other: str) -> bytes:
        path = folder / other
        if Path(other).name != other or not path.is_file():
            why = "must be the name of a file in the folder of the list"
            raise InvalidEntryError([Problem("file", "no_such_file", why)])
        return read(str(path), most)

    return read_beside


def write(out: Path, made: dict[str, bytes]) -> None:
    """Write files into a folder, which is made when it is missing, and print their paths."""
    out.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (out / name).write_bytes(content)
        print(out / name)  # noqa: T201 - the command's output
