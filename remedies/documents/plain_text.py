"""Lines of plain text: a name with its value to the right, and sentences wrapped under a dash."""

import textwrap
from collections.abc import Iterator

WIDTH = 88
INDENT = "  "
_VALUE = 16


def row(words: str, value: str) -> str:
    """Return a name with its value to the right."""
    return f"{INDENT}{words:<{WIDTH - len(INDENT) - _VALUE - 2}}{value:>{_VALUE}}"


def wrapped(text: str) -> Iterator[str]:
    """Yield a sentence in lines, under a dash."""
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=f"{INDENT}- ", subsequent_indent=f"{INDENT}  "
    )
