"""The rows of a statement as JSON objects: amounts as decimal strings, days as ISO dates."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final

from remedies.figures import Authority, Checked
from remedies.ledger.statement_lines import (
    Compounded,
    Debt,
    Due,
    JournalLine,
    Missed,
    Move,
    PositionLine,
    StageLine,
    Stretch,
)
from remedies.worksheet import decimal_text

Object = dict[str, object]
_HUNDRED: Final = 100
_MOST_PLACES: Final = 6
_RANK: Final = {checked: rank for rank, checked in enumerate(Checked)}


@lru_cache(maxsize=1 << 16)
def dollars(cents: int) -> str:
    """Return cents as a decimal string of dollars."""
    if cents >= _HUNDRED:
        digits = str(cents)
        return f"{digits[:-2]}.{digits[-2:]}"
    whole, rest = divmod(abs(cents), _HUNDRED)
    return f"{'-' if cents < 0 else ''}{whole}.{rest:02d}"


def exact(value: Fraction) -> str:
    """Return an amount that is not yet rounded; cut after six decimals."""
    return decimal_text(value, 2, _MOST_PLACES)[0]


def sides(parts: tuple[tuple[str, int], ...]) -> Mapping[str, str]:
    """Return one side of an equation."""
    return {key: dollars(cents) for key, cents in parts}


def move(found: Move) -> Object:
    """Return one entry's share in a victim's account."""
    return {
        "entry": found.entry,
        "on": found.on.isoformat(),
        "moved": found.moved.value,
        "by": found.by,
        "owed": dollars(found.owed),
        "held": dollars(found.held),
    }


def debt(found: Debt) -> Object:
    """Return a debt on one award."""
    return {
        "victim": found.obligee,
        "liable": dollars(found.liable),
        "paid": dollars(found.paid),
        "reimbursed": dollars(found.reimbursed),
        "by_others": dollars(found.by_others),
        "own_left": dollars(found.own_left),
        "award_left": dollars(found.award_left),
        "owes": dollars(found.owes),
        "to_victim": dollars(found.to_victim),
        "to_payers": dollars(found.to_payers),
        "to_attorney_general": dollars(found.to_attorney_general),
        "relieved": dollars(found.relieved),
    }


def stretch(each: Stretch) -> Object:
    """Return a stretch of days."""
    return {
        "from": each.begins_on.isoformat(),
        "to": each.ends_on.isoformat(),
        "days": each.days,
        "principal": dollars(each.principal),
        "of_year": each.of_year,
        "amount": exact(each.amount),
    }


def compounded(each: Compounded) -> Object:
    """Return days on which one sum bore interest that is compounded."""
    return {
        "from": each.begins_on.isoformat(),
        "to": each.ends_on.isoformat(),
        "days": each.days,
        "base": exact(each.base),
        "amount": exact(each.amount),
    }


def missed(each: Missed) -> Object:
    """Return a late payment."""
    return {
        "due_on": each.due_on.isoformat(),
        "amount": dollars(each.amount),
        "of": each.of,
        "delinquent_on": day(each.delinquent_on),
        "delinquent": dollars(each.delinquent),
        "delinquency_penalty": exact(each.delinquency_penalty),
        "default_on": day(each.default_on),
        "in_default": dollars(each.in_default),
        "default_penalty": exact(each.default_penalty),
    }


def step(each: StageLine) -> Object:
    """Return a step of an asset."""
    return {
        "entry": each.entry,
        "on": each.on.isoformat(),
        "what": each.what,
        "by": each.by,
        "document": each.document,
        "amount": None if each.amount is None else dollars(each.amount),
        "costs": None if each.costs is None else dollars(each.costs),
    }


def due(each: Due) -> Object:
    """Return a day on which something is due or ends."""
    return {
        "key": each.key,
        "what": each.what,
        "of": each.of,
        "due_on": day(each.due_on),
        "days_left": each.days_left,
        "met_on": day(each.met_on),
        "status": each.status.value,
        "why": each.why,
        "entry": each.entry,
        "needs": each.needs,
        "note": each.note,
        **(
            authority(each.authority)
            if each.authority
            else {"authority": each.says_authority, "checked": None}
        ),
    }


def line(found: JournalLine) -> Object:
    """Return an entry of the journal."""
    return {
        "entry": found.entry,
        "on": found.on.isoformat(),
        "kind": found.kind,
        "reference": found.reference,
        "says": found.says,
        "amount": None if found.cents is None else dollars(found.cents),
        "corrects": found.corrects,
        "corrected_by": found.corrected_by,
        "recorded_at": instant(found.recorded_at),
    }


def position(found: PositionLine) -> Object:
    """Return a position taken."""
    return {
        "position": found.position,
        "option": found.option,
        "says": found.says,
        "chosen_by": found.chosen_by,
        "computed": found.computed,
    }


def authority(authorities: tuple[Authority, ...]) -> dict[str, str | None]:
    """Return authorities in one line, and how the weakest was checked."""
    worst = max((each.checked for each in authorities), key=_RANK.__getitem__, default=None)
    cited = "; ".join(each.citation for each in authorities)
    return {"authority": cited, "checked": None if worst is None else worst.value}


def day(on: dt.date | None) -> str | None:
    """Return a day; None when it is not known."""
    return None if on is None else on.isoformat()


def instant(at: dt.datetime | None) -> str | None:
    """Return an instant; None when it is not known."""
    return None if at is None else at.isoformat()
