"""A synthetic proposed order: three victims, three defendants, one of them limited, losses not yet known."""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction

from remedies import law
from remedies.calculators.measures import Regime
from remedies.calculators.proposed_order import liability_choice, proposed_order
from remedies.calculators.proposed_order_parts import Answering, Assessed, Offense
from remedies.documents.proposed_order_view import Caption, ProposalView, Terms
from remedies.facts import Conviction, Statute
from remedies.ledger.proposing import with_days
from remedies.ledger.statement_lines import Due

LAW = law.encoded()
ON = dt.date(2024, 3, 4)


def offense(cited: str, *victims: str) -> Offense:
    statute = Statute.parse(cited)
    assert statute is not None
    return Offense(conviction=Conviction(statute=statute), victims=victims or None)


def loss(victim: str, trafficking: int, general: int) -> Assessed:
    return Assessed(
        victim=victim,
        total=trafficking,
        amounts={Regime.TRAFFICKING: trafficking, Regime.GENERAL: general},
        assessment=f"A-{victim}",
    )


def view(
    option: str = "full", terms: Terms | None = None, assets: Sequence[str] = ()
) -> ProposalView:
    share = Fraction(1)
    found = proposed_order(
        [
            loss("V-1", 100_000_00, 12_000_00),
            loss("V-2", 40_000_00, 2_000_00),
            Assessed(victim="V-3", unknown=True),
        ],
        [
            Answering(defendant="D-1", offenses=(offense("18 USC 1589"),), share=share),
            Answering(
                defendant="D-2",
                offenses=(offense("18 USC 1589", "V-1"), offense("18 USC 371", "V-2")),
                up_to={"V-1": 50_000_00},
                cap=51_000_00,
                share=share,
            ),
            Answering(defendant="D-3", offenses=(offense("18 USC 371", "V-2"),), share=share),
        ],
        liability_choice(LAW, option=option),
    )
    due = Due(
        key="losses_determined",
        what="the court finally determines the losses",
        due_on=dt.date(2024, 6, 3),
        authority=(LAW.rule("unascertained_losses_3664_d5"),),
    )
    return ProposalView(
        proposed=with_days(found, [due]),
        law=LAW,
        caption=Caption(case="EX-1", district="example", court_number="1:24-cr-1"),
        on=ON,
        terms=terms or Terms(),
        assets=assets,
    )
