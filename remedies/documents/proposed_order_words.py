"""The words of a proposed order that follow from amounts alone."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from remedies.calculators.choices import ChosenBy
from remedies.calculators.proposed_order_parts import Awarded, Open, Part
from remedies.documents.wording import day
from remedies.ledger.entries import InterestTerms
from remedies.worksheet import dollars

_LIMITS: Final = "18 U.S.C. § 3612(f)(3)"
ORDINAL: Final = {15: "fifteenth"}
CHOSEN: Final = {
    ChosenBy.CLAIM: "It was chosen for this proposal.",
    ChosenBy.CIRCUIT: "It is what the circuit decided.",
    ChosenBy.DEFAULT: "It is the default; the Court may choose otherwise.",
}


def usd(cents: int) -> str:
    """Return cents as documents print dollars."""
    return dollars(Fraction(cents, 100))


def listed(names: Sequence[str]) -> str:
    """Return names in a row: ``D-1, D-2 and D-3``."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def grouped(found: Iterable[tuple[str, str]]) -> Iterator[tuple[list[str], str]]:
    """Yield, for pairs of who and what, those of whom the same is said, together."""
    groups: dict[str, list[str]] = {}
    for who, says in found:
        groups.setdefault(says, []).append(who)
    for says, names in groups.items():
        yield names, says


def verb(found: Sequence[object]) -> str:
    """Return the verb for one, or for several."""
    return "is" if len(found) == 1 else "are"


def split(parts: Sequence[Part]) -> tuple[str, str]:
    """Return the mandatory and the discretionary part, printed."""
    mandatory = sum(part.amount for part in parts if part.ground.mandatory)
    return usd(mandatory), usd(sum(part.amount for part in parts) - mandatory)


def joint_with(award: Awarded, defendant: str) -> str:
    """Return with whom a defendant owes an award jointly."""
    others = [owed.defendant for owed in award.by if owed.defendant != defendant]
    return listed(others) if award.joint and others else "nobody"


def owed_by(award: Awarded) -> str:
    """Return who owes an award, and how."""
    names = listed([owed.defendant for owed in award.by])
    if len(award.by) == 1:
        return names
    return f"{names}, jointly" if award.joint else f"{names}, each in part"


def jointly(victims: Sequence[str], award: Awarded) -> Iterator[str]:
    """Yield who is liable for the awards of some victims, whose defendants answer alike."""
    who, whom = listed([owed.defendant for owed in award.by]), listed(victims)
    awards = "award" if len(victims) == 1 else "awards"
    if len(award.by) == 1:
        yield f"{who} alone is liable for the {awards} of {whom}."
    elif not award.joint:
        each = listed([f"{owed.defendant} for {usd(owed.amount)}" for owed in award.by])
        yield f"For the {awards} of {whom}, {each} are liable, each for that part alone."
    else:
        yield (
            f"{who} are jointly and severally liable for the {awards} of {whom} "
            "(18 U.S.C. § 3664(h))."
        )
        for owed in award.by:
            if owed.amount < award.amount:
                most = usd(owed.amount)
                yield f"Of the award of {whom}, {owed.defendant} is liable for no more than {most}."


def limits(terms: InterestTerms) -> str:
    """Return how the court limits interest; nothing where it does not."""
    if terms.limit is not None:
        return (
            f"The total of interest is limited to {usd(terms.limit)} (18 U.S.C. § 3612(f)(3)(B))."
        )
    if terms.ends_on is not None:
        return f"Interest accrues through {day(terms.ends_on)} only ({_LIMITS}(C))."
    return ""


def about(entry: Open) -> str:
    """Return whom an open point is about."""
    return " and ".join(filter(None, (entry.victim, entry.defendant))) or "the order"
