"""Doubt in plain text, as the terminal shows it: ranges, strength of evidence, accounts and theories."""

from collections.abc import Iterator
from fractions import Fraction

from rich import box
from rich.table import Table

from remedies.calculators.accounts import differing
from remedies.calculators.assessment import Assessment
from remedies.calculators.measures import MEASURES
from remedies.calculators.spread import Mover, Spread
from remedies.documents import doubt
from remedies.documents.plain_text import INDENT, WIDTH, row, wrapped
from remedies.documents.wording import count
from remedies.operations import ZERO, Unit
from remedies.worksheet import amount, dollars

_MONEY = 12
_BELOW, _AT, _ABOVE = "-", "|", "="
_BAR = WIDTH - 2 * len(INDENT) - 1


def spread(assessment: Assessment) -> Iterator[str]:
    """Yield the three totals, then each fact that is a range with a bar from its low to its high."""
    found = assessment.spread
    if not found.movers:
        return
    for words, total in (
        ("lowest", found.low),
        ("on the likely facts", found.likely),
        ("highest", found.high),
    ):
        yield row(words, dollars(total))
    yield f"{INDENT}What moves it most, alone, first; {_AT} is the likely total:"
    for mover in found.movers:
        yield from wrapped(f"{mover.fact.name} ({doubt.range_text(mover)})")
        yield f"{INDENT}  {_bar(mover, found)}"
        ends = f"{dollars(mover.total_low)} at its low, {dollars(mover.total_high)} at its high"
        yield row(f"  {ends}", dollars(mover.swing))


def strength(assessment: Assessment) -> Iterator[str]:
    """Yield the dollars that rest on each strength of evidence."""
    if assessment.total.value:
        for words, worth in doubt.strength(assessment):
            yield row(words, worth)


def accounts(assessment: Assessment) -> Iterator[str]:
    """Yield each account with its exhibits and its figure."""
    own = assessment.total.value
    for side in assessment.accounts:
        whole, total = side.whole, side.outcome.total.value
        used = " (used)" if side.used else f" ({doubt.change(total - own)})"
        yield row(f"{side.account}{used}", dollars(total))
        told = f"{amount(whole.hours, Unit.HOUR)} worked, {dollars(whole.unpaid)} unpaid"
        yield from wrapped(f"{told}; {doubt.exhibits(side)}")
    if assessment.accounts:
        differ = count(len(differing(assessment.accounts)), "workweek")
        yield from wrapped(f"they tell of {differ} differently; the result lists each")


def theories(assessment: Assessment) -> Iterator[str]:
    """Yield each theory with its total and what it decides otherwise."""
    for held in assessment.theories:
        yield row(held.name or "the claim's own positions", dollars(held.outcome.total.value))
        if held.name:
            change = doubt.change(held.outcome.total.value - assessment.total.value)
            yield from wrapped(f"{doubt.differs(held)}: {change}")


def theory_table(assessment: Assessment) -> Table:
    """Return the theories as a table: what each decides otherwise, its measures and its total."""
    measures = MEASURES[assessment.governing]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("Theory")
    table.add_column("Decided otherwise")
    for name in (
        "Losses",
        *(measure.value.replace("_", " ").capitalize() for measure in measures),
    ):
        table.add_column(name, justify="right", min_width=_MONEY)
    table.add_column("Restitution", justify="right", min_width=_MONEY)
    for held in assessment.theories:
        arms = (held.outcome.arms[measure] for measure in measures)
        table.add_row(
            held.name or doubt.OWN,
            doubt.differs(held) if held.name else "",
            dollars(held.outcome.losses.value),
            *(dollars(arm.value) if arm else "—" for arm in arms),
            dollars(held.outcome.total.value),
        )
    return table


def _bar(mover: Mover, of: Spread) -> str:
    """Return a bar from the lower to the higher total, on the line from the lowest to the highest."""
    low = min(mover.total_low, mover.total_high, of.likely)
    high = max(mover.total_low, mover.total_high, of.likely)
    begins, likely, ends = (_place(total, of) for total in (low, of.likely, high))
    bar = _BELOW * (likely - begins) + _AT + _ABOVE * (ends - likely)
    return f"{' ' * begins}{bar}"


def _place(total: Fraction, of: Spread) -> int:
    width = of.high - of.low
    return round((total - of.low) / width * (_BAR - 1)) if width else int(ZERO)
