"""The cases that a caller may see, one after another, however many pages of them there are."""

from collections.abc import Iterator
from dataclasses import replace

from remedies import store
from remedies.casework.desk import Desk
from remedies.casework.reading import cases


def every_case(
    desk: Desk, chosen: store.Chosen | None = None, *, kind: str | None = None
) -> Iterator[store.CaseRow]:
    """Yield every case that is chosen; with ``kind`` only those that have an entry of it."""
    chosen, after = replace(chosen or store.Chosen(), kind=kind), None
    while page := cases(desk, chosen, after=after):
        yield from page
        after = page[-1].id
