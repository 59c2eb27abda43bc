"""What keeps the law current, for a reader at a terminal: what is stale, and what a file would add."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.columns import Columns
from rich.console import Group, RenderableType

from remedies.documents.law_text import heading, indented, section
from remedies.documents.wording import count
from remedies.law import Law
from remedies.law.currency import Kind, Stale
from remedies.law.importing import Weeks

_KINDS = {
    Kind.ENDED: "Past the day through which it is encoded",
    Kind.STEP_DUE: "Took effect, by what was recorded ahead, after the last source was read",
    Kind.UNCONFIRMED: "Last confirmed more than a year before",
}
_SHOWN = 8


def check(law: Law, as_of: dt.date, found: Sequence[Stale]) -> RenderableType:
    """Return what is stale on a day: by kind, then by what to do, family and what was last known."""
    if not found:
        return f"Nothing is stale as of {as_of}."
    keys = len({entry.key for entry in found})
    parts: list[RenderableType] = [heading(f"As of {as_of}: {count(keys, 'item')} to look up")]
    for kind in Kind:
        own = [entry for entry in found if entry.kind is kind]
        if own:
            parts += section(f"{_KINDS[kind]}: {len(own)}")
            parts += _by_work(law, own)
    return Group(*parts)


def _by_work(law: Law, entries: Sequence[Stale]) -> Iterator[RenderableType]:
    """Yield what is to be done, and for each family the items for which it is to be done."""
    families = law.register("families")
    order = list(families)

    def group(entry: Stale) -> tuple[str, int, str]:
        family = law.item(entry.key).family
        place = order.index(family) if family in order else len(order)
        return entry.do, place, entry.what if entry.kind is Kind.ENDED else ""

    found = sorted(entries, key=group)
    for do, of_work in groupby(found, key=lambda entry: entry.do):
        yield indented(f"To do: {do}.")
        for (_, place, what), alike in groupby(of_work, key=group):
            own = list(alike)
            name = families[order[place]]["name"] if place < len(order) else "Other"
            words = ", ".join(part for part in (name, what) if part)
            yield indented(indented(f"{words}: {len(own)}"))
            labels = [entry.key if what else f"{entry.key} {entry.since}" for entry in own]
            yield indented(indented(indented(Columns(labels, padding=(0, 2), column_first=True))))


def weeks(found: Weeks) -> RenderableType:
    """Return what a file of Treasury yields has, before the difference that it makes."""
    parts = [f"{count(found.agreeing, 'week')} agree with what is recorded; none contradicts it."]
    if found.new:
        first, last = found.new[0].friday, found.new[-1].friday
        span = f"ending {first}" if first == last else f"ending {first} to {last}"
        parts.append(f"{count(len(found.new), 'new week')}, {span}, from {found.source}.")
    rest = len(found.remarks) - _SHOWN
    parts += [f"Note: {remark}." for remark in found.remarks[:_SHOWN]]
    if rest > 0:
        parts.append(f"Note: {count(rest, 'remark')} more.")
    return "\n".join(parts)
