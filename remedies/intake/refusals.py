"""What is said of a file that was handed in: why it is refused, and what is worth a look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar, NoReturn

from remedies.errors import Problem, UnreadableError

MOST_PROBLEMS = 200
"""How many problems of a file are listed; the rest are counted."""


class TableError(UnreadableError):
    """A table cannot be used; problems stand in the order of their rows."""

    code: ClassVar[str] = "invalid_table"

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order given."""
        found = tuple(problems)
        super().__init__(found[0].message, code=found[0].code, problems=found)


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should look at, though nothing is wrong with it; ``field`` may name a row."""

    field: str
    code: str
    message: str


def refuse(where: str, code: str, message: str) -> NoReturn:
    """Refuse a file for one problem; ``where`` names its cell, row or option, or nothing.

    Raises:
        TableError: always.

    """
    raise TableError([Problem(where, code, message)]) from None


def first(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield as many problems as are listed, and then how many there are besides."""
    rest = iter(problems)
    yield from islice(rest, MOST_PROBLEMS)
    more = sum(1 for _ in rest)
    if more:
        why = f"{more} more problems are not listed; mend these and hand the file in again"
        yield Problem("", "too_many_problems", why)
