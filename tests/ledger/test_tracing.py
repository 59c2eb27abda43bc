"""Every dollar from asset to victim and back: nothing appears from nowhere, and nothing is lost."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from remedies.ledger.entries import (
    Applied,
    Award,
    Back,
    Body,
    Disbursement,
    Entry,
    Fund,
    Hold,
    HoldWhy,
    Method,
    Order,
    Path,
    Payment,
    Released,
    Returned,
    Reversal,
    Transfer,
)
from remedies.ledger.tracing import trace

FIRST = dt.date(2025, 1, 6)
ORDER = Order(
    reference="O-1",
    awards=tuple(Award(obligee=f"V-{n}", amount=10_000) for n in (1, 2)),
    liabilities=(),
)


def entries(*bodies: Body) -> list[Entry]:
    return [
        Entry(seq=seq, on=FIRST + dt.timedelta(seq), body=body)
        for seq, body in enumerate(bodies, 1)
    ]


def sent(reference: str, asset: str, **shares: int) -> Transfer:
    named = {victim.replace("_", "-"): cents for victim, cents in shares.items()}
    return Transfer(reference=reference, asset=asset, path=Path.MANDATORY, shares=named)


def paid(reference: str, amount: int, applied: Applied) -> Payment:
    return Payment(
        reference=reference, obligor="D-1", amount=amount, method=Method.CASH, applied=applied
    )


def out(reference: str, **shares: int) -> Disbursement:
    return Disbursement(
        reference=reference,
        shares={victim.replace("_", "-"): cents for victim, cents in shares.items()},
    )


def test_a_dollar_is_followed_from_the_asset_to_the_victim_and_back() -> None:
    found = trace(
        entries(ORDER, sent("T-1", "AS-1", V_1=700, V_2=300), out("DIS-1", V_1=500, V_2=300))
    )
    forward = [
        (flow.source.reference, flow.source.order, flow.obligee, flow.disbursement, flow.cents)
        for flow in found.of_asset("AS-1")
    ]
    assert forward == [
        ("T-1", "O-1", "V-1", "DIS-1", 500),
        ("T-1", "O-1", "V-1", "", 200),
        ("T-1", "O-1", "V-2", "DIS-1", 300),
    ]
    assert sum(flow.cents for flow in found.of_obligee("V-1")) == 700
    assert found.made_up == {}


def test_the_oldest_dollars_go_out_first_whether_paid_or_transferred() -> None:
    payment = paid("PAY-1", 400, Applied(principal={"V-1": 400}))
    found = trace(entries(ORDER, payment, sent("T-1", "AS-1", V_1=500), out("DIS-1", V_1=600)))
    amounts = {(flow.source.reference, flow.disbursement): flow.cents for flow in found.flows}
    assert amounts == {("PAY-1", "DIS-1"): 400, ("T-1", "DIS-1"): 200, ("T-1", ""): 300}


def test_dollars_on_hold_go_out_last() -> None:
    payment = paid("PAY-1", 400, Applied(principal={"V-1": 400}))
    hold = Hold(reference="H-1", why=HoldWhy.PAYMENT_CLEARING, of="PAY-1")
    bodies = [ORDER, payment, hold, sent("T-1", "AS-1", V_1=500), out("DIS-1", V_1=500)]
    held = {
        flow.source.reference for flow in trace(entries(*bodies)).flows if not flow.disbursement
    }
    assert held == {"PAY-1"}
    bodies.insert(3, Released(hold="H-1"))
    held = {
        flow.source.reference for flow in trace(entries(*bodies)).flows if not flow.disbursement
    }
    assert held == {"T-1"}


def test_what_comes_back_is_held_again_as_what_it_was() -> None:
    returned = Returned(disbursement="DIS-1", obligee="V-1", amount=150, why=Back.RETURNED)
    found = trace(entries(ORDER, sent("T-1", "AS-1", V_1=500), out("DIS-1", V_1=500), returned))
    assert {flow.disbursement: flow.cents for flow in found.of_asset("AS-1")} == {
        "DIS-1": 350,
        "": 150,
    }


def test_a_reversed_payment_is_made_up_by_what_comes_next() -> None:
    payment = paid("PAY-1", 400, Applied(principal={"V-1": 400}))
    bodies = [ORDER, payment, out("DIS-1", V_1=300), Reversal(payment="PAY-1")]
    assert trace(entries(*bodies)).made_up == {"V-1": 300}
    found = trace(entries(*bodies, sent("T-1", "AS-1", V_1=500)))
    assert found.made_up == {}
    assert [(flow.disbursement, flow.cents) for flow in found.of_asset("AS-1")] == [
        ("DIS-1", 300),
        ("", 200),
    ]


def test_what_the_attorney_general_is_reimbursed_is_the_attorney_generals() -> None:
    applied = Applied(reimbursed={"V-1": 90, "V-2": 10}, funds={Fund.FINE: 25})
    found = trace(entries(ORDER, paid("PAY-1", 125, applied)))
    assert {flow.obligee: flow.cents for flow in found.flows} == {
        "attorney_general": 100,
        "fine": 25,
    }


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("tpdr"), st.integers(1, 500)), max_size=30))
def test_every_dollar_that_came_in_is_held_or_paid_out(moves: list[tuple[str, int]]) -> None:
    bodies: list[Body] = [ORDER]
    held, came, out_of = 0, 0, {}
    for number, (kind, drawn) in enumerate(moves):
        cents = drawn
        if kind == "t":
            bodies.append(sent(f"T-{number}", "AS-1", V_1=cents))
        elif kind == "p":
            bodies.append(paid(f"PAY-{number}", cents, Applied(principal={"V-1": cents})))
        elif kind == "d" and held:
            cents = min(cents, held)
            out_of[f"DIS-{number}"] = cents
            bodies.append(out(f"DIS-{number}", V_1=cents))
        elif kind == "r" and out_of:
            reference, paid_out = next(iter(out_of.items()))
            del out_of[reference]
            cents = min(cents, paid_out)
            returned = Returned(
                disbursement=reference, obligee="V-1", amount=cents, why=Back.STOPPED
            )
            bodies.append(returned)
        else:
            continue
        came += cents if kind in "tp" else 0
        held += -cents if kind == "d" else cents
    found = trace(entries(*bodies))
    assert found.made_up == {}
    assert sum(flow.cents for flow in found.flows) == came
    assert sum(flow.cents for flow in found.flows if not flow.disbursement) == held
    assert all(flow.cents > 0 for flow in found.flows)
