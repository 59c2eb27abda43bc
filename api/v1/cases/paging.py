"""Long lists, in pages: ``limit`` of them, ``after`` the last one seen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import quote, urlencode

from api.errors import QueryError

LIMIT, AFTER = "limit", "after"
MOST: Final = 200
"""How many records one page has at most."""

USUAL: Final = 50
_LONGEST: Final = 80
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which part of a list is asked for; ``after`` empty: from the beginning."""

    limit: int = USUAL
    after: str = ""

    def of(self, records: Sequence[Record], name: Callable[[Record], str]) -> list[Record]:
        """Return the part of a whole list that this page is, and one more where there is more.

        Raises:
            QueryError: no record has the name that ``after`` gives.

        """
        start = 0
        if self.after:
            names = (place for place, found in enumerate(records) if name(found) == self.after)
            start = next(names, -1) + 1
            if not start:
                raise unknown_after()
        return list(records[start : start + self.limit + 1])


def page(query: Mapping[str, str]) -> Page:
    """Return the page that a query asks for.

    Raises:
        QueryError: a part of it is not what it takes.

    """
    text = query.get(LIMIT, str(USUAL))
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:5]) <= MOST):
        says = f"must be a whole number from 1 to {MOST}"
        raise QueryError(LIMIT, says, code="out_of_range")
    after = query.get(AFTER, "")
    if len(after) > _LONGEST or not after.isprintable():
        raise unknown_after()
    return Page(limit=int(text), after=after)


def unknown_after() -> QueryError:
    """Return the error of an ``after`` that no record of the list has."""
    return QueryError(AFTER, "names no record of this list", code="invalid")


def next_address(path: str, query: Mapping[str, str], after: str) -> str:
    """Return the address of the page after a record."""
    return f"{quote(path)}?{urlencode({**query, AFTER: after})}"
