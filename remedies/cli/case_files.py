"""Files that a command reads and writes."""

import sys
from pathlib import Path


def read(name: str, most: int) -> bytes:
    """Return a file's bytes, or those of standard input for ``-``; at most one byte more than is taken."""
    if name == "-":
        return sys.stdin.buffer.read(most + 1)
    with Path(name).open("rb") as file:
        return file.read(most + 1)


def write(out: Path, made: dict[str, bytes]) -> None:
    """Write files into a folder, which is made when it is missing, and print their paths."""
    out.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (out / name).write_bytes(content)
        print(out / name)  # noqa: T201 - the command's output
