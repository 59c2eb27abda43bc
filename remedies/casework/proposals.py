"""The restitution order that a case's assessments and convictions support, before a court has made one."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from remedies import law, store
from remedies.calculators.measures import Regime
from remedies.calculators.proposed_order import amounts_under, liability_choice, proposed_order
from remedies.calculators.proposed_order_parts import Assessed as Loss
from remedies.calculators.proposed_order_parts import ProposedOrder
from remedies.casework.desk import Desk
from remedies.casework.reading import book
from remedies.documents.proposed_order_view import Caption, ProposalView
from remedies.errors import NotFoundError, refuse
from remedies.ledger.book import Book
from remedies.ledger.entries import Assessed, Asset, CaseOpened, Defendant, Losses, Order, Victim
from remedies.ledger.proposing import Stated, answering, by_claims, with_days
from remedies.ledger.stated import case_stated
from remedies.ledger.statement_days import deadlines
from remedies.ledger.statement_interest import collecting
from remedies.wire import read_claim, read_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposed order, the day as of which it is made, and what the case was opened as.

    ``convicted`` are the statutes of each defendant's convictions; ``assets`` are those to be forfeited
    under 18 U.S.C. § 1594. ``ordered`` is an order that the case already has, by its reference and day.
    """

    order: ProposedOrder
    opened: CaseOpened
    as_of: dt.date
    convicted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    assets: tuple[str, ...] = ()
    ordered: tuple[str, dt.date] | None = None


def proposal(
    desk: Desk,
    case_id: str,
    *,
    as_of: dt.date,
    stated: Mapping[str, Stated] | None = None,
    option: str | None = None,
) -> Proposal:
    """Return the restitution order that the victims' latest assessments and the convictions support.

    Args:
        desk: whose transaction it is, with keys.
        case_id: the case.
        as_of: the day at whose end the entries stand, and from which days are counted.
        stated: for what defendants answer, beside their convictions; those who are left out answer for the
            whole loss of every victim whose claim names them, or names no defendant.
        option: of the position ``joint_several``; the circuit's or the default one when left out.

    Raises:
        FactsError: a reference is unknown, or a share is missing.
        ForbiddenError: the caller reads its own victims only.
        LedgerError: nothing was entered up to that day.
        NotFoundError: there is no such case that the caller may see, or a claim's paper was destroyed.

    """
    encoded = law.encoded()
    with book(desk, case_id, as_of=as_of) as found:
        read = [_loss(desk, case_id, found, victim) for _, victim in found.bodies(Victim)]
        losses = [loss for loss, _ in read]
        attributed, not_named = by_claims(
            found, stated, {loss.victim: names for loss, names in read}
        )
        defendants = answering(found, attributed)
        days = deadlines(found, collecting(found, encoded, as_of))
        opened = case_stated(found)
        convicted = dict(_convicted(found))
        assets = tuple(_assets(found))
        ordered = _ordered(found)
    if not opened.reference:
        refuse("as_of", "before_opening", "The case was not opened by that day.")
    desk.audit("read proposal", case_id)
    choice = liability_choice(encoded, option=option, circuit=opened.circuit)
    order = with_days(proposed_order(losses, defendants, choice), days)
    order = replace(order, open=(*order.open, *not_named))
    return Proposal(
        order=order,
        opened=opened,
        as_of=as_of,
        convicted=convicted,
        assets=assets,
        ordered=ordered,
    )


def proposal_view(found: Proposal) -> ProposalView:
    """Return a proposed order as its papers show it, under the caption of its case."""
    opened = found.opened
    return ProposalView(
        proposed=found.order,
        law=law.encoded(),
        caption=Caption(
            case=opened.reference, district=opened.district, court_number=opened.court_number
        ),
        on=found.as_of,
        convicted=found.convicted,
        assets=found.assets,
        ordered_before=found.ordered,
    )


def _convicted(found: Book) -> Iterator[tuple[str, tuple[str, ...]]]:
    for _, body in found.bodies(Defendant):
        yield body.reference, tuple(dict.fromkeys(str(one.statute) for one in body.convictions))


def _assets(found: Book) -> Iterator[str]:
    """Yield the assets whose transfer 18 U.S.C. § 1594(f) commands once they are forfeited."""
    for _, body in found.bodies(Asset):
        statute = body.statute
        if statute is not None and (statute.title, statute.section) == (18, "1594"):
            yield body.reference


def _ordered(found: Book) -> tuple[str, dt.date] | None:
    made = [(e.body.reference, e.on) for e in found.live if isinstance(e.body, Order)]
    return made[-1] if made else None


def _loss(desk: Desk, case_id: str, found: Book, victim: Victim) -> tuple[Loss, frozenset[str]]:
    """Return a victim's loss, and the defendants whom the claim behind it names."""
    unknown = victim.losses is Losses.NOT_YET_KNOWN
    made = [e.body for e in found.live if isinstance(e.body, Assessed)]
    latest = next((each for each in reversed(made) if each.victim == victim.reference), None)
    if latest is None:
        return Loss(victim=victim.reference, unknown=unknown), frozenset()
    stored = store.get_paper(
        desk.session, desk.needed_keys(), desk.organization, case_id, latest.claim
    )
    if stored is None:
        message = f"the claim behind assessment {latest.reference} was destroyed: assess it anew"
        raise NotFoundError(message)
    desk.audit("read paper", case_id, latest.claim)
    encoded = law.encoded()
    claim = read_claim(read_json(stored[1]), encoded)
    loss = Loss(
        victim=victim.reference,
        total=latest.total,
        amounts=amounts_under(claim, encoded, Regime),
        assessment=latest.reference,
        unknown=unknown,
    )
    return loss, frozenset(each.defendant for each in claim.convictions if each.defendant)
