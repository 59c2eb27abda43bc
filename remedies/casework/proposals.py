"""The restitution order that a case's assessments and convictions support, before a court has made one."""

from collections.abc import Sequence

from remedies import law, store
from remedies.calculators.measures import Regime
from remedies.calculators.proposed_order import amounts_under, liability_choice, proposed_order
from remedies.calculators.proposed_order_parts import Answering, Offense, ProposedOrder
from remedies.calculators.proposed_order_parts import Assessed as Loss
from remedies.casework.desk import Desk
from remedies.casework.reading import book
from remedies.errors import NotFoundError
from remedies.facts import Conviction
from remedies.ledger.book import Book
from remedies.ledger.entries import Assessed, CaseOpened, Defendant, Losses, Victim
from remedies.wire import read_claim, read_json


def proposal(
    desk: Desk,
    case_id: str,
    *,
    attribution: Sequence[Answering] | None = None,
    option: str | None = None,
) -> ProposedOrder:
    """Return the restitution order that the victims' latest assessments and the convictions support.

    Args:
        desk: whose transaction it is, with keys.
        case_id: the case.
        attribution: for what each defendant answers; when left out, for the whole loss of every victim.
        option: of the position ``joint_several``; the circuit's or the default one when left out.

    Raises:
        FactsError: a reference is unknown, or a share is missing.
        ForbiddenError: the caller reads its own victims only.
        NotFoundError: there is no such case that the caller may see, or a claim's paper was destroyed.

    """
    encoded = law.encoded()
    with book(desk, case_id) as found:
        defendants = answering(found) if attribution is None else list(attribution)
        losses = [_loss(desk, case_id, found, victim) for _, victim in found.bodies(Victim)]
        circuit = [opened.circuit for _, opened in found.bodies(CaseOpened)][-1]
    choice = liability_choice(encoded, option=option, circuit=circuit)
    return proposed_order(losses, defendants, choice)


def answering(found: Book) -> list[Answering]:
    """Return every defendant of a book as answering for the whole loss of every victim."""
    return [_of(defendant) for _, defendant in found.bodies(Defendant)]


def _of(defendant: Defendant) -> Answering:
    return Answering(
        defendant=defendant.reference,
        offenses=tuple(
            Offense(
                conviction=Conviction(
                    statute=each.statute,
                    defendant=defendant.reference,
                    begins_on=each.begins_on,
                    ends_on=each.ends_on,
                )
            )
            for each in defendant.convictions
        ),
    )


def _loss(desk: Desk, case_id: str, found: Book, victim: Victim) -> Loss:
    unknown = victim.losses is Losses.NOT_YET_KNOWN
    made = [e.body for e in found.live if isinstance(e.body, Assessed)]
    latest = next((each for each in reversed(made) if each.victim == victim.reference), None)
    if latest is None:
        return Loss(victim=victim.reference, unknown=unknown)
    stored = store.get_paper(
        desk.session, desk.needed_keys(), desk.organization, case_id, latest.claim
    )
    if stored is None:
        message = f"the claim behind assessment {latest.reference} was destroyed: assess it anew"
        raise NotFoundError(message)
    desk.audit("read paper", case_id, latest.claim)
    encoded = law.encoded()
    claim = read_claim(read_json(stored[1]), encoded)
    return Loss(
        victim=victim.reference,
        total=latest.total,
        amounts=amounts_under(claim, encoded, Regime),
        assessment=latest.reference,
        unknown=unknown,
    )
