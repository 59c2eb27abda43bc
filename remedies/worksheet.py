"""A figure laid out as numbered lines: the one view that every document shares."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from remedies.calculators.spread import line_name
from remedies.figures import Authority, Checked, Entry, Evidence, Figure, given, total
from remedies.operations import Op, Unit

_SIGN = {Op.PRODUCT: " × ", Op.QUOTIENT: " ÷ ", Op.TOTAL: " + ", Op.EXCESS: " − "}
_UNIT = {
    Unit.HOUR: " h",
    Unit.USD_PER_HOUR: " an hour",
    Unit.USD_PER_DAY: " a day",
    Unit.USD_PER_ACT: " an act",
    Unit.HOUR_PER_DAY: " h a day",
    Unit.DAY: " days",
    Unit.ACT: " acts",
    Unit.ACT_PER_DAY: " acts a day",
    Unit.WEEK: " weeks",
    Unit.MONTH: " months",
    Unit.YEAR: " years",
    Unit.USD_PER_MONTH: " a month",
    Unit.RATIO: "",
    Unit.PERCENT_PER_YEAR: " percent a year",
    Unit.USD: "",
}
_MONEY = frozenset(
    {Unit.USD, Unit.USD_PER_HOUR, Unit.USD_PER_DAY, Unit.USD_PER_ACT, Unit.USD_PER_MONTH}
)
LEAST_PLACES = dict.fromkeys(
    (Unit.DAY, Unit.ACT, Unit.ACT_PER_DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.RATIO), 0
)
_DOUBT = {
    Checked.SECONDARY: " (secondary source only)",
    Checked.SINGLE_SOURCE: " (one source only)",
    Checked.PARTIAL: " (read in part)",
    Checked.CONFLICT: " (sources disagree)",
    Checked.UNVERIFIED: " (unverified)",
}
_CONTINUED = 3
_CENT_PLACES = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One numbered line: what a reader sees and the figure behind it."""

    number: int
    figure: Figure
    operands: tuple[int, ...]

    @property
    def name(self) -> str:
        """The line's name; that of a fact that is a range says so."""
        return line_name(self.figure)

    @property
    def amount(self) -> str:
        """The value as printed, with its unit."""
        return amount(self.figure.value, self.figure.unit)

    @property
    def how(self) -> str:
        """How the value follows, in the numbers of the lines it cites."""
        return _how(self.figure, self.operands)

    @property
    def authority(self) -> str:
        """The line's authorities, with a mark where one is not confirmed."""
        return cite(self.figure.authority)

    @property
    def source(self) -> str:
        """The exhibit, and how strong the evidence is."""
        evidence = self.figure.evidence
        return "; ".join(part for part in (self.figure.source, evidence or "") if part)


def rows(figure: Figure) -> list[Row]:
    """Return the lines, numbered so that each cites only lines above it."""
    return [Row(*numbered_line) for numbered_line in numbered(figure)]


def numbered(figure: Figure) -> Iterator[tuple[int, Figure, tuple[int, ...]]]:
    """Yield each line's number, figure and the numbers of the lines that it cites."""
    if figure.operands and not any(operand.operands for operand in figure.operands):
        yield from _flat(figure)
        return
    numbers: dict[int, int] = {}
    for number, line in enumerate(figure.lines(), start=1):
        numbers[id(line)] = number
        cites = tuple([numbers[id(operand)] for operand in line.operands]) if line.operands else ()
        yield number, line, cites


def _flat(figure: Figure) -> Iterator[tuple[int, Figure, tuple[int, ...]]]:
    """Number a figure that follows at once from its givens, as most cells do."""
    distinct = {id(operand): operand for operand in figure.operands}
    numbers = {key: number for number, key in enumerate(distinct, start=1)}
    for number, operand in enumerate(distinct.values(), start=1):
        yield number, operand, ()
    yield len(distinct) + 1, figure, tuple([numbers[id(operand)] for operand in figure.operands])


def spelled(figure: Figure) -> Figure:
    """Return a record as the total of its dates, each a given of its own; any other line as it is."""
    if figure.op is not Op.RECORDED:
        return figure
    fact = partial(given, unit=figure.unit, source=figure.source, evidence=figure.evidence)
    dates = [fact(_entered(entry, figure.unit), entry.value) for entry in figure.entries]
    return dates[0] if len(dates) == 1 else total(figure.name, *dates)


def cite(authorities: Iterable[Authority]) -> str:
    """Return authorities in one line; one that is not confirmed says so."""
    return "; ".join(
        authority.citation + _DOUBT.get(authority.checked, "") for authority in authorities
    )


def amount(value: Fraction, unit: Unit) -> str:
    """Return a value as documents print it: ``$1,234.56``, ``100.00 h``, ``$7.25 an hour``."""
    most = 2 if unit is Unit.USD else 4
    text, _ = decimal_text(value, LEAST_PLACES.get(unit, 2), most, grouped=True, mark=True)
    if unit in _MONEY:
        text = f"−${text[1:]}" if text.startswith("-") else f"${text}"
    return text + _UNIT[unit]


def dollars(value: Fraction) -> str:
    """Return dollars as documents print them."""
    return amount(value, Unit.USD)


def decimal_text(
    value: Fraction, least: int, most: int, *, grouped: bool = False, mark: bool = False
) -> tuple[str, bool]:
    """Return ``value`` with ``least`` to ``most`` decimals, and whether that is exact.

    What does not fit is cut, never rounded; ``mark`` shows the cut with an ellipsis.
    """
    numerator, denominator = value.as_integer_ratio()
    return ratio_text(numerator, denominator, least, most, grouped=grouped, mark=mark)


def ratio_text(  # noqa: PLR0913 - the ratio and how to print it
    numerator: int,
    denominator: int,
    least: int,
    most: int,
    *,
    grouped: bool = False,
    mark: bool = False,
) -> tuple[str, bool]:
    """Return what :func:`decimal_text` does for a ratio that need not be in lowest terms."""
    if least == _CENT_PLACES and not grouped and numerator >= 0:
        cents, rest = divmod(numerator * 100, denominator)
        if not rest:
            return f"{cents // 100}.{cents % 100:02d}", True
    scaled, rest = divmod(abs(numerator) * 10**most, denominator)
    digits = str(scaled).zfill(most + 1)
    text, decimals = digits[: len(digits) - most], digits[len(digits) - most :]
    if not rest:
        decimals = decimals[:least] + decimals[least:].rstrip("0")
    if grouped:
        text = f"{int(text):,}"
    if decimals:
        text += f".{decimals}"
    if numerator < 0:
        text = f"-{text}"
    return (text + "…" if rest and mark else text), not rest


def evidence_words(evidence: Evidence | None) -> str:
    """Return how documents name a strength of evidence."""
    return evidence.value if evidence else "not stated"


def _how(figure: Figure, operands: tuple[int, ...]) -> str:
    refs = [f"line {n}" for n in operands]
    match figure.op:
        case Op.GIVEN | Op.LAW:
            return "given" if figure.op is Op.GIVEN else "by law"
        case Op.RECORDED:
            return _of_dates(figure)
        case Op.GREATER | Op.LESSER:
            return f"{'greatest' if figure.op is Op.GREATER else 'least'} of {_listed(refs)}"
        case Op.TO_CENTS:
            return f"{refs[0]}, to the cent, half up"
        case Op.COLUMN_TOTAL:
            key = figure.addends.key if figure.addends else ""
            return f"total of the schedule's column “{key.replace('_', ' ')}”"
        case Op.TOTAL if len(operands) > _CONTINUED and _consecutive(operands):
            return f"lines {operands[0]} to {operands[-1]}, added"
        case Op.TOTAL if len(operands) == 1:
            return refs[0]
        case Op.EXCESS:
            return f"{refs[0]} above {refs[1]}"
        case _:
            return _SIGN[figure.op].join(refs)


def _entered(entry: Entry, unit: Unit) -> str:
    name = f"{unit}s on {entry.on.isoformat()}"
    return f"{name} ({entry.note})" if entry.note else name


def _of_dates(figure: Figure) -> str:
    dates = [entry.on.isoformat() for entry in figure.entries]
    if len(dates) == 1:
        return f"{figure.unit}s of {dates[0]}"
    return f"{figure.unit}s of {len(dates)} dates, added"


def _consecutive(numbers: tuple[int, ...]) -> bool:
    return list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


def _listed(refs: list[str]) -> str:
    return ", ".join(refs[:-1]) + f" and {refs[-1]}" if len(refs) > 1 else refs[0]
