"""Awards that are lowered after payers of compensation were provided for (18 U.S.C. § 3664(j)(1))."""

from collections.abc import Callable
from dataclasses import replace

from remedies import law, store
from remedies.casework.cases import book, statement
from remedies.ledger.book import Book
from remedies.ledger.entries import Body, Compensation
from tests.casework.clerks import AT, VICTIMS, Clerks

SEEDS = range(100, 112)
STEPS = 25
PAYERS = ("P-1", "P-2")


class Lowering(Clerks):
    """A clerk to whom courts give lower awards too, and orders that leave a victim out."""

    def _amend(self, found: Book) -> Body:
        super()._amend(found)
        self.awards = {
            victim: max(1, cents // self.rng.choice([1, 1, 2, 50]))
            for victim, cents in self.awards.items()
            if victim == "V-1" or self.rng.random() < 0.8
        }
        return self._order()

    def _hold(self, found: Book) -> Body:
        """Payers come oftener than holds."""
        made = self._compensate(found)
        assert isinstance(made, Compensation)
        return replace(made, order="O-1", document="Doc. 2")

    def _release(self, found: Book) -> Body:
        return self._hold(found)


def check_payers(found: Book) -> int:
    """What payers are owed lies within what the order in force leaves beside what the victims got."""
    awards = {} if found.terms is None else found.terms.awards
    room = 0
    for victim in VICTIMS:
        now = found.owed_to(victim)
        assert now.debt <= (awards[victim].amount if victim in awards else 0)
        if victim in awards:
            room += max(0, awards[victim].amount - now.received - now.transferred)
    owed = sum(found.owed_to(payer).outstanding for payer in PAYERS)
    assert owed <= room
    return owed


def test_no_payer_is_owed_more_than_the_award_in_force(
    sessions: Callable[[], store.Session],
) -> None:
    with sessions() as session:
        organization = store.add_organization(session, name="Example office", at=AT).id
        session.commit()
    owed = 0
    for seed in SEEDS:
        clerks = Lowering(seed, sessions, organization)
        try:
            for _ in range(STEPS):
                clerks.act()
                with clerks.process(0) as desk, book(desk, clerks.case_id) as found:
                    owed += check_payers(found) > 0
            with clerks.process(0) as desk:
                said = statement(desk, clerks.case_id, as_of=clerks.last)
                assert all(each.holds for each in said.equations)
                assert found.audit(law.encoded()) == ()
        except BaseException as error:
            error.add_note(f"the history of seed {seed}")
            raise
    assert owed > len(SEEDS)
