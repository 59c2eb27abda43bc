"""Accounts: who tells of the same work differently, and which periods of work each tells of."""

from collections.abc import Iterable, Iterator, Mapping

from remedies.errors import Problem
from remedies.facts.work import WorkPeriod


def accounts(work: Iterable[WorkPeriod]) -> tuple[str, ...]:
    """Return the accounts that periods of work name, in the order in which they are first named."""
    return tuple(dict.fromkeys(period.account for period in work if period.account))


def told_by(account: str, work: Mapping[int, WorkPeriod]) -> dict[int, WorkPeriod]:
    """Return the periods of one account, by their places; those that name none belong to all."""
    return {i: period for i, period in work.items() if period.account in {"", account}}


def each_account(work: Mapping[int, WorkPeriod]) -> list[Mapping[int, WorkPeriod]]:
    """Return the periods of each account in turn; all of them at once when fewer than two are named."""
    names = accounts(work.values())
    return [told_by(name, work) for name in names] if len(names) > 1 else [work]


def problems(used: str, work: Mapping[int, WorkPeriod]) -> Iterator[Problem]:
    """Yield what is wrong with the account that a claim says is used; empty when it says none."""
    names = accounts(work.values())
    if used and used not in names:
        yield Problem("account", "unknown_account", "is the account of no period of work")
    elif not used and len(names) > 1:
        why = "periods of work name more than one account; say which of them is used"
        yield Problem("account", "required", why)
