"""The accounts of those who owe: what each defendant was ordered to pay, has paid, and owes to whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from remedies.calculators.collection.accrued import Interest
from remedies.ledger.book import Book
from remedies.ledger.derived import Standing, Terms
from remedies.ledger.entries import Defendant, Fund, Liability, Person
from remedies.ledger.owed import OwedBy
from remedies.ledger.standing import debt as award_left
from remedies.ledger.standing import standing
from remedies.ledger.state import Tally
from remedies.ledger.statement_cites import Cites
from remedies.ledger.statement_interest import (
    Collecting,
    fine_interest_owed,
    interest_owed,
    interest_sheet,
    interests,
    penalty_sheet,
)
from remedies.ledger.statement_lines import Debt, FundAccount, ObligorAccount, Sum
from remedies.ledger.terms import terms

_ORDERED = {
    Fund.SPECIAL_ASSESSMENT: "special_assessment",
    Fund.CHILD_PORNOGRAPHY_ASSESSMENT: "child_pornography_assessment",
    Fund.FINE: "fine",
    Fund.COSTS: "costs",
    Fund.JVTA_ASSESSMENT: "jvta_assessment",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Now:
    """What the accounts of all defendants share."""

    book: Book
    cites: Cites
    ordered: Terms
    standing: Standing
    on_award: Mapping[str, int]
    award_left: Mapping[str, int]
    payer_due: Mapping[str, int]


def obligor_accounts(
    book: Book, cites: Cites, shared: Collecting, only: str = ""
) -> tuple[ObligorAccount, ...]:
    """Return the account of every defendant, or of one; those not yet sentenced owe nothing."""
    ordered = terms(book)
    references = dict.fromkeys(book.versions[Defendant.kind])
    if ordered is not None:
        references |= dict.fromkeys(ordered.liabilities)
    wanted = [each for each in references if not only or each == only]
    if ordered is None:
        return tuple(ObligorAccount(obligor=each, person=_person(book, each)) for each in wanted)
    now = _now(book, cites, ordered)
    accruing = _accruing(book, ordered, shared)
    return tuple(_account(now, each, accruing) for each in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Accruing:
    """What has accrued on the debts of all defendants, and what is still owed of it."""

    shared: Collecting
    interest: Mapping[str, Interest | str]
    owed: Mapping[str, int]


def _accruing(book: Book, ordered: Terms, shared: Collecting) -> _Accruing:
    found = interests(book, ordered, shared)
    owed = interest_owed(book, ordered, found, shared)
    return _Accruing(shared=shared, interest=found, owed=owed)


def _now(book: Book, cites: Cites, ordered: Terms) -> _Now:
    found = standing(book)
    paid: defaultdict[str, int] = defaultdict(int)
    for obligor, mine in found.left.items():
        for victim, cents in ordered.liabilities[obligor].amounts.items():
            paid[victim] += cents - mine[victim]
    payers: defaultdict[str, int] = defaultdict(int)
    for (_, victim), cents in found.payer_due.items():
        payers[victim] += cents
    return _Now(
        book=book,
        cites=cites,
        ordered=ordered,
        standing=found,
        on_award=paid,
        award_left=award_left(book),
        payer_due=payers,
    )


def _person(book: Book, reference: str) -> Person:
    found = book.latest(Defendant.kind, reference)
    return found.body.person if found and isinstance(found.body, Defendant) else Person.INDIVIDUAL


def _account(now: _Now, obligor: str, accruing: _Accruing) -> ObligorAccount:
    book, liability = now.book, now.ordered.liabilities.get(obligor)
    received = Sum(book.received.get(obligor, 0), now.cites.of("received", obligor))
    if liability is None:
        return ObligorAccount(obligor=obligor, person=_person(book, obligor), received=received)
    shared = accruing.shared
    owed = shared.owed_by(book, obligor)
    tally = book.tallies.get(obligor) or Tally()
    debts = tuple(_debts(now, liability, tally))
    interest = Sum(sum(tally.interest.values()), now.cites.of("interest_by", obligor))
    funds = sum(tally.funds.values())
    principal, reimbursed = sum(tally.principal.values()), sum(tally.reimbursed.values())
    late = Sum(
        tally.funds.get(Fund.PENALTIES, 0), now.cites.of("fund", f"{obligor} {Fund.PENALTIES}")
    )
    return ObligorAccount(
        obligor=obligor,
        person=_person(book, obligor),
        judgment_on=liability.judgment_on,
        ordered=Sum(sum(liability.amounts.values()), (now.ordered.seq,)),
        cap=liability.cap,
        received=received,
        principal=principal,
        reimbursed=reimbursed,
        interest_paid=interest.cents,
        interest_to_attorney_general=tally.interest.get(Fund.ATTORNEY_GENERAL, 0),
        unapplied=received.cents - principal - reimbursed - interest.cents - funds,
        debts=debts,
        by_cap=sum(debt.owes for debt in debts) - owed.restitution,
        to_victims=sum(owed.to_victims.values()),
        to_payers=sum(owed.to_payers.values()),
        to_united_states=sum(owed.to_united_states.values()),
        to_attorney_general=sum(owed.to_attorney_general.values()),
        funds=tuple(_funds(now, liability, tally, owed, shared)),
        interest=interest_sheet(
            accruing.interest[obligor], interest, accruing.owed.get(obligor, 0)
        ),
        penalties=penalty_sheet(shared.late[obligor], late),
    )


def obligors_of(book: Book, cites: Cites, victim: str) -> tuple[ObligorAccount, ...]:
    """Return what each defendant owes on one victim's award alone; a cap over all awards is left out."""
    ordered = terms(book)
    if ordered is None:
        return ()
    now = _now(book, cites, ordered)
    return tuple(
        _on_one_award(now, liability, victim)
        for liability in ordered.liabilities.values()
        if victim in liability.amounts
    )


def _on_one_award(now: _Now, liability: Liability, victim: str) -> ObligorAccount:
    tally = now.book.tallies.get(liability.obligor) or Tally()
    alone = replace(liability, amounts={victim: liability.amounts[victim]})
    (debt,) = _debts(now, alone, tally)
    paid = set(now.cites.of("paid", victim)) & set(now.cites.of("received", liability.obligor))
    return ObligorAccount(
        obligor=liability.obligor,
        person=_person(now.book, liability.obligor),
        judgment_on=liability.judgment_on,
        ordered=Sum(debt.liable, (now.ordered.seq,)),
        received=Sum(debt.paid + debt.reimbursed, tuple(sorted(paid))),
        principal=debt.paid,
        reimbursed=debt.reimbursed,
        debts=(debt,),
        to_victims=debt.to_victim,
        to_payers=debt.to_payers,
        to_attorney_general=debt.to_attorney_general,
    )


def _debts(now: _Now, liability: Liability, tally: Tally) -> Iterator[Debt]:
    """Yield what the defendant owes on each award: ten thousand in a large case, so all is at hand."""
    due, left = now.standing.due, now.standing.left[liability.obligor]
    on_award, award_left, payer_due = now.on_award, now.award_left, now.payer_due
    reimbursed_of, relieved = tally.reimbursed, now.book.relieved
    for victim, cents in liability.amounts.items():
        own, award = left[victim], award_left.get(victim, 0)
        reimbursed = reimbursed_of.get(victim, 0) if reimbursed_of else 0
        owes = max(0, min(own, award))
        to_victim = min(owes, due.get(victim, 0))
        to_payers = min(owes - to_victim, payer_due.get(victim, 0)) if payer_due else 0
        yield Debt(
            obligee=victim,
            liable=cents,
            paid=cents - own - reimbursed,
            reimbursed=reimbursed,
            by_others=on_award[victim] - (cents - own),
            own_left=own,
            award_left=award,
            owes=owes,
            to_victim=to_victim,
            to_payers=to_payers,
            to_attorney_general=owes - to_victim - to_payers,
            relieved=relieved.get(victim, 0) if relieved else 0,
        )


def _funds(
    now: _Now, liability: Liability, tally: Tally, owed: OwedBy, shared: Collecting
) -> Iterator[FundAccount]:
    on_fine = tally.funds.get(Fund.FINE_INTEREST, 0)
    more = fine_interest_owed(now.book, liability, on_fine, shared)
    for fund in (*_ORDERED, Fund.FINE_INTEREST):
        paid = tally.funds.get(fund, 0)
        left = more if fund is Fund.FINE_INTEREST else owed.funds.get(fund, 0)
        ordered = getattr(liability, _ORDERED[fund]) if fund in _ORDERED else paid + left
        if ordered or paid:
            cited = now.cites.of("fund", f"{liability.obligor} {fund}")
            yield FundAccount(fund=fund, ordered=ordered, paid=Sum(paid, cited), owed=left)
