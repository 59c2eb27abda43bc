"""Two ledgers of one synthetic case, held against each other by hand."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from remedies.ledger.entries import (
    Applied,
    Back,
    Body,
    Disbursement,
    Entry,
    Method,
    Path,
    Payment,
    Reconciled,
    Refund,
    Returned,
    Reversal,
    Transfer,
    Voided,
)
from remedies.ledger.reconciliation import (
    BalanceOf,
    By,
    Reconciliation,
    TheirRow,
    Way,
    breaks,
    reconcile,
)
from remedies.ledger.reconciliation_lines import our_lines

FIRST = dt.date(2024, 3, 1)


@dataclass
class Journal:
    entries: Sequence[Entry]


def day(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number)


def paid(reference: str, amount: int, *, receipt: str = "", obligor: str = "D-1") -> Payment:
    return Payment(
        reference=reference,
        obligor=obligor,
        amount=amount,
        method=Method.CASH,
        applied=Applied(principal={"V-1": amount}),
        receipt=receipt,
    )


def journal(*bodies: tuple[int, Body] | tuple[int, Body, int]) -> Journal:
    return Journal(
        [
            Entry(
                seq=seq, on=day(entry[0]), body=entry[1], corrects=entry[2] if entry[2:] else None
            )
            for seq, entry in enumerate(bodies, 1)
        ]
    )


def row(number: int, amount: int, **more: object) -> TheirRow:
    way = Way.RECEIVED if amount >= 0 else Way.PAID_OUT
    return TheirRow(on=day(number), amount=abs(amount), way=way, **more)  # type: ignore[arg-type]


def found(ours: Journal, *rows: TheirRow, **more: object) -> Reconciliation:
    return reconcile(ours, rows, **more)  # type: ignore[arg-type]


def test_a_receipt_matches_whatever_else_differs_and_each_difference_is_named() -> None:
    result = found(
        journal((0, paid("PAY-1", 100_00, receipt="R7"))),
        row(3, 90_00, receipt="R7", party="D-2"),
    )
    (pair,) = result.differing
    assert (pair.by, pair.ours.reference) == (By.RECEIPT, "PAY-1")
    assert [(d.field, d.theirs, d.ours) for d in pair.differences] == [
        ("on", "2024-03-04", "2024-03-01"),
        ("amount", "9000", "10000"),
        ("party", "D-2", "D-1"),
    ]
    assert (result.theirs.net, result.ours.net) == (90_00, 100_00)
    assert not result.agrees


def test_without_a_receipt_the_day_and_the_amount_match_and_the_party_decides_between_two() -> (
    None
):
    result = found(
        journal((0, paid("PAY-1", 25_00)), (0, paid("PAY-2", 25_00, obligor="D-2"))),
        row(0, 25_00, party="D-2"),
        row(0, 25_00, party="D-1"),
    )
    assert [(p.theirs.party, p.ours.reference) for p in result.matched] == [
        ("D-2", "PAY-2"),
        ("D-1", "PAY-1"),
    ]
    assert result.agrees


def test_another_party_on_the_same_day_is_another_entry() -> None:
    result = found(journal((0, paid("PAY-1", 25_00))), row(0, 25_00, party="D-9"))
    assert (len(result.only_theirs), len(result.only_ours), result.pairs) == (1, 1, ())


def test_two_receipts_are_two_entries_though_all_else_agrees() -> None:
    result = found(journal((0, paid("PAY-1", 25_00, receipt="R1"))), row(0, 25_00, receipt="R2"))
    assert (len(result.only_theirs), len(result.only_ours)) == (1, 1)


def test_a_day_nearby_matches_and_differs_and_a_distant_one_does_not() -> None:
    near = found(journal((0, paid("PAY-1", 25_00))), row(7, 25_00, party="D-1"))
    assert [(p.by, p.differences[0].field) for p in near.differing] == [(By.NEARBY_DAY, "on")]
    far = found(journal((0, paid("PAY-1", 25_00))), row(8, 25_00, party="D-1"))
    assert (len(far.only_theirs), len(far.only_ours)) == (1, 1)


def test_the_nearest_day_is_taken() -> None:
    result = found(journal((0, paid("PAY-1", 5_00)), (4, paid("PAY-2", 5_00))), row(5, 5_00))
    assert [pair.ours.reference for pair in result.pairs] == ["PAY-2"]


def test_what_was_entered_twice_by_them_stands_on_their_side_alone() -> None:
    result = found(
        journal((0, paid("PAY-1", 25_00, receipt="R1"))),
        row(0, 25_00, receipt="R1", where="row 2"),
        row(0, 25_00, receipt="R1", where="row 3"),
    )
    assert [one.where for one in result.only_theirs] == ["row 3"]
    assert (result.theirs.received, result.ours.received) == (50_00, 25_00)


def test_a_batch_under_one_receipt_is_matched_each_to_its_own() -> None:
    result = found(
        journal(
            (0, paid("PAY-1", 25_00, receipt="B1")),
            (0, paid("PAY-2", 25_00, receipt="B1", obligor="D-2")),
        ),
        row(0, 25_00, receipt="B1", party="D-2"),
        row(0, 25_00, receipt="B1", party="D-1"),
    )
    assert result.agrees


def test_every_movement_of_money_is_a_line_with_its_direction() -> None:
    ours = journal(
        (0, paid("PAY-1", 100_00, receipt="R1")),
        (1, Disbursement(reference="DIS-1", shares={"V-1": 60_00, "V-2": 30_00})),
        (2, Returned(disbursement="DIS-1", obligee="V-2", amount=30_00, why=Back.RETURNED)),
        (3, Transfer(reference="T-1", asset="AS-1", path=Path.MANDATORY, shares={"V-1": 5_00})),
        (4, Refund(reference="REF-1", payment="PAY-1", amount=10_00)),
        (5, Reversal(payment="PAY-1")),
    )
    lines = list(our_lines(ours.entries))
    assert [(x.kind, x.reference, x.signed, x.party) for x in lines] == [
        ("payment", "PAY-1", 100_00, "D-1"),
        ("disbursement", "DIS-1", -60_00, "V-1"),
        ("disbursement", "DIS-1", -30_00, "V-2"),
        ("returned", "DIS-1", 30_00, "V-2"),
        ("transfer", "T-1", 5_00, ""),
        ("refund", "REF-1", -10_00, "D-1"),
        ("reversal", "PAY-1", -100_00, "D-1"),
    ]
    result = found(ours, row(1, -60_00, party="V-1"), row(1, -30_00, party="V-2"))
    assert (len(result.matched), len(result.only_ours)) == (2, 5)
    assert (result.theirs.paid_out, result.ours.paid_out) == (90_00, 200_00)


def test_money_in_never_matches_money_out() -> None:
    result = found(journal((0, paid("PAY-1", 25_00, receipt="R1"))), row(0, -25_00, receipt="R1"))
    assert (len(result.only_theirs), len(result.only_ours)) == (1, 1)


def test_a_corrected_entry_counts_as_corrected_and_a_voided_one_not_at_all() -> None:
    ours = journal(
        (0, paid("PAY-1", 10_00)),
        (0, paid("PAY-2", 7_00)),
        (0, paid("PAY-1", 12_00), 1),
        (0, Voided(why="entered in another case"), 2),
    )
    assert [(x.seq, x.amount) for x in our_lines(ours.entries)] == [(3, 12_00)]


def test_what_lies_outside_their_period_is_left_out_of_ours() -> None:
    ours = journal((0, paid("PAY-1", 1_00)), (5, paid("PAY-2", 2_00)), (9, paid("PAY-3", 3_00)))
    result = found(ours, row(5, 2_00), begins_on=day(1), ends_on=day(8))
    assert result.agrees
    assert result.ours.received == 2_00


def test_a_running_balance_that_does_not_follow_is_named_once_by_its_row() -> None:
    rows = [
        row(0, 100_00, balance=100_00, where="row 2"),
        row(1, -30_00, balance=75_00, where="row 3"),
        row(2, 5_00, where="row 4"),
        row(3, 20_00, balance=100_00, where="row 5"),
    ]
    assert [
        (b.where, b.expected, b.stated, b.difference) for b in breaks(rows, BalanceOf.HELD)
    ] == [("row 3", 70_00, 75_00, 5_00)]
    assert list(breaks(rows[::-1], BalanceOf.HELD)) == list(breaks(rows, BalanceOf.HELD))


def test_a_balance_of_what_is_owed_falls_with_what_is_received_and_not_with_what_is_paid_out() -> (
    None
):
    rows = [
        row(0, 10_00, balance=90_00),
        row(1, -10_00, balance=90_00),
        row(2, 10_00, balance=80_00),
    ]
    assert list(breaks(rows, BalanceOf.OWED)) == []
    assert len(list(breaks(rows, BalanceOf.HELD))) == 2


def test_a_break_alone_means_that_the_ledgers_do_not_agree() -> None:
    ours = journal((0, paid("PAY-1", 10_00)), (1, paid("PAY-2", 10_00)))
    result = found(ours, row(0, 10_00, balance=10_00), row(1, 10_00, balance=21_00))
    assert (len(result.matched), result.agrees) == (2, False)


def test_the_record_of_a_comparison_has_its_counts_and_both_nets() -> None:
    result = found(
        journal(
            (0, paid("PAY-1", 10_00)), (1, Disbursement(reference="DIS-1", shares={"V-1": 4_00}))
        ),
        row(0, 10_00),
        row(30, 3_00),
    )
    assert result.entry("clerk", "sha256:00") == Reconciled(
        source="clerk",
        digest="sha256:00",
        matched=1,
        differing=0,
        only_theirs=1,
        only_ours=1,
        theirs_total=13_00,
        ours_total=6_00,
    )


_MOVES = st.lists(
    st.tuples(
        st.integers(0, 12), st.integers(1, 4), st.sampled_from(["", "R1", "R2"]), st.booleans()
    ),
    max_size=12,
)


@given(ours=_MOVES, theirs=_MOVES)
def test_every_entry_of_both_sides_stands_in_the_result_exactly_once(
    ours: list[tuple[int, int, str, bool]], theirs: list[tuple[int, int, str, bool]]
) -> None:
    book = journal(
        *(
            (on, paid(f"PAY-{n}", cents, receipt=receipt))
            for n, (on, cents, receipt, _) in enumerate(ours)
        )
    )
    rows = [
        row(on, cents, receipt=receipt, party="D-1" if named else "", where=f"row {n}")
        for n, (on, cents, receipt, named) in enumerate(theirs)
    ]
    result = reconcile(book, rows)
    assert sorted(
        [p.theirs.where for p in result.pairs] + [r.where for r in result.only_theirs]
    ) == sorted(r.where for r in rows)
    assert sorted([p.ours.seq for p in result.pairs] + [x.seq for x in result.only_ours]) == list(
        range(1, len(ours) + 1)
    )
    assert result.theirs.net - result.ours.net == (
        sum(p.theirs.signed - p.ours.signed for p in result.pairs)
        + sum(r.signed for r in result.only_theirs)
        - sum(x.signed for x in result.only_ours)
    )


@given(ours=_MOVES)
def test_a_ledger_held_against_itself_agrees(ours: list[tuple[int, int, str, bool]]) -> None:
    book = journal(
        *(
            (on, paid(f"PAY-{n}", cents, receipt=receipt))
            for n, (on, cents, receipt, _) in enumerate(ours)
        )
    )
    rows = [row(on, cents, receipt=receipt, party="D-1") for on, cents, receipt, _ in ours]
    assert reconcile(book, rows[::-1]).agrees


def test_a_row_that_states_a_balance_alone_is_matched_to_nothing_and_begins_the_balance() -> None:
    ours = journal((0, paid("PAY-1", 10_00)))
    opening = row(-1, 0, balance=50_00)
    assert found(ours, opening, row(0, 10_00, balance=60_00)).agrees
    (broken,) = found(ours, opening, row(0, 10_00, balance=10_00)).breaks
    assert broken.expected == 60_00
