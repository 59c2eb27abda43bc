"""A case's book as what a proposed restitution order is made of: who was convicted of what, and from when.

Authority:
    18 U.S.C. § 3664(d)(5), (h), as in :mod:`remedies.calculators.proposed_order`.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from remedies.calculators.proposed_order_parts import Answering, Offense, Open, ProposedOrder
from remedies.facts import Conviction
from remedies.figures import Authority
from remedies.ledger.entries import Convicted, Defendant
from remedies.ledger.state import State
from remedies.ledger.statement_lines import Due

_SECTION: Final = "18 U.S.C. § 3664(d)(5)"
_NOT_NAMED: Final = (
    "the victim's claim does not name this defendant among its convictions; as proposed, the defendant does "
    "not answer for this victim. State it otherwise only with the facts that connect them"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What is stated of one defendant beside the convictions; amounts in cents.

    ``victims`` are those of the defendant's offenses; None: those whose claims name the defendant or nobody.
    ``up_to``, ``cap``, ``agreed``, ``described_3663A``, ``share`` and ``shares`` are those of ``Answering``.
    """

    victims: tuple[str, ...] | None = None
    up_to: Mapping[str, int] = field(default_factory=dict)
    cap: int | None = None
    agreed: Mapping[str, int] = field(default_factory=dict)
    described_3663A: bool | None = None  # noqa: N815 - the section's own letter
    share: Fraction | None = None
    shares: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawDay:
    """A day that the law sets for losses not yet known."""

    key: str
    due_on: dt.date | None
    what: str
    authority: Authority


def answering(book: State, stated: Mapping[str, Stated] | None = None) -> tuple[Answering, ...]:
    """Return every defendant with the convictions that the book has and what is stated beside them."""
    return tuple(_answering(book, stated or {}))


def by_claims(
    book: State, stated: Mapping[str, Stated] | None, named: Mapping[str, Collection[str]]
) -> tuple[dict[str, Stated], tuple[Open, ...]]:
    """Return for what each defendant answers, and what a lawyer must look at of it.

    A claim names the defendants of its convictions: a victim whose claim names some is answered for by
    those, unless it is stated otherwise of a defendant.

    Args:
        book: the case.
        stated: what is stated of defendants.
        named: the defendants whom a victim's claim names, by victim; nobody where it names none.

    """
    made, found = dict(stated or {}), list[Open]()
    for name in (body.reference for _, body in book.bodies(Defendant)):
        more = made.get(name, Stated())
        said = {*more.up_to, *more.agreed, *more.shares}
        others = [v for v, names in named.items() if names and name not in names and v not in said]
        if more.victims is not None or more.share is not None or not others:
            continue
        made[name] = replace(more, victims=tuple(each for each in named if each not in others))
        found += [
            Open(code="not_named", says=_NOT_NAMED, victim=v, defendant=name) for v in others
        ]
    return made, tuple(found)


def with_days(proposed: ProposedOrder, dues: Iterable[Due]) -> ProposedOrder:
    """Return a proposal whose victims with losses not yet known have their days under § 3664(d)(5).

    A deadline of one victim is that victim's; one of the whole case is everybody's.
    """
    found = [
        (due.of, LawDay(key=due.key, due_on=due.due_on, what=due.what, authority=due.authority[0]))
        for due in dues
        if due.authority and due.authority[0].citation.startswith(_SECTION)
    ]
    pending = (
        replace(one, days=tuple(day for of, day in found if of in {"", one.victim}))
        for one in proposed.pending
    )
    return replace(proposed, pending=tuple(pending))


def _answering(book: State, stated: Mapping[str, Stated]) -> Iterator[Answering]:
    known = {body.reference: body for _, body in book.bodies(Defendant)}
    for name in dict.fromkeys((*known, *stated)):
        more = stated.get(name, Stated())
        convictions = known[name].convictions if name in known else ()
        yield Answering(
            defendant=name,
            offenses=tuple(
                Offense(conviction=_conviction(one), victims=more.victims) for one in convictions
            ),
            up_to=more.up_to,
            cap=more.cap,
            agreed=more.agreed,
            described_3663A=more.described_3663A,
            share=more.share,
            shares=more.shares,
        )


def _conviction(one: Convicted) -> Conviction:
    return Conviction(statute=one.statute, begins_on=one.begins_on, ends_on=one.ends_on)
