"""A clerk's ledger as files have it: shown, confirmed, read. All rows are synthetic."""

import datetime as dt

import pytest

from remedies.intake.clerk_ledger import ClerkLedger, Looked, Said, looked_at
from remedies.intake.clerk_ledger_answers import proposal_json
from remedies.intake.clerk_ledger_ways import stated
from remedies.intake.refusals import TableError
from remedies.intake.values import DateOrder, NumberForm
from remedies.ledger.reconciliation_lines import BalanceOf, Way
from tests.intake.files import book, csv, header, row, value

HEADER = "Date,Receipt No.,Type,Amount,Payer,Balance"
COLUMNS = "on=Date,receipt=Receipt No.,direction=Type,amount=Amount,party=Payer,balance=Balance"


def look(*lines: str, head: str = HEADER, **said: object) -> Looked:
    return looked_at(csv(head, *lines), Said(**said))  # type: ignore[arg-type]


def read(*lines: str, head: str = HEADER, columns: str = COLUMNS, **said: object) -> ClerkLedger:
    found = look(*lines, head=head, columns=columns, **said).read
    assert found is not None
    return found


def problems(*lines: str, head: str = HEADER, **said: object) -> list[tuple[str, str]]:
    with pytest.raises(TableError) as refused:
        look(*lines, head=head, **{"columns": COLUMNS, **said})
    return [(p.field, p.code) for p in refused.value.problems]


def test_nothing_is_read_until_the_columns_are_confirmed() -> None:
    found = look("2024-03-01,R1,Receipt,100.00,D-1,100.00")
    assert found.read is None
    assert dict(found.proposal.columns) == {
        "on": 0,
        "amount": 3,
        "direction": 2,
        "party": 4,
        "receipt": 1,
        "balance": 5,
    }
    shown = proposal_json(found, Said())
    assert shown["confirmed"] is False
    assert shown["missing"] == []
    assert shown["reading"]["columns"] == (  # type: ignore[index]
        "on=Date,amount=Amount,direction=Type,party=Payer,receipt=Receipt No.,balance=Balance"
    )
    assert shown["rows"] == [
        {
            "row": 2,
            "record": {
                "row": "row 2",
                "on": "2024-03-01",
                "way": "received",
                "amount": "100.00",
                "party": "D-1",
                "receipt": "R1",
                "balance": "100.00",
            },
        }
    ]


def test_a_table_headed_by_the_names_of_fields_needs_no_confirmation() -> None:
    found = look("2024-03-01,5.00", head="on,amount").read
    assert found is not None
    assert [(r.on, r.amount, r.way) for r in found.rows] == [
        (dt.date(2024, 3, 1), 5_00, Way.RECEIVED)
    ]


def test_directions_are_read_by_their_words_and_an_unknown_word_is_a_problem() -> None:
    found = read(
        "2024-03-01,R1,Receipt,100.00,D-1,100.00",
        "2024-03-02,,Disbursement,60.00,V-1,40.00",
        "2024-03-03,R1,NSF,40.00,D-1,0.00",
    )
    assert [r.signed for r in found.rows] == [100_00, -60_00, -40_00]
    assert problems("2024-03-01,R1,Adjustment,100.00,D-1,") == [
        ("row 2, column Type", "unknown_direction")
    ]


@pytest.mark.parametrize(
    "word", ["Payment", "PAYMENTS", "Deposit", "received", "Pmt.", "Receipt", "Remittance"]
)
def test_the_words_that_clerks_use_for_money_that_came_in_are_known(word: str) -> None:
    assert read(f"2024-03-01,R1,{word},100.00,D-1,").rows[0].way is Way.RECEIVED


@pytest.mark.parametrize(
    "word", ["Paid", "Check", "Payout", "Pay-out", "Disbursement", "Payment to victim", "Refund"]
)
def test_the_words_that_clerks_use_for_money_that_went_out_are_known(word: str) -> None:
    assert read(f"2024-03-01,R1,{word},100.00,V-1,").rows[0].way is Way.PAID_OUT


def test_how_each_word_was_read_is_shown_with_its_rows() -> None:
    lines = (
        "2024-03-01,R1,Payment,100.00,D-1,",
        "2024-03-02,R2,payment,50.00,D-1,",
        "2024-03-03,,Check,60.00,V-1,",
    )
    (note,) = (n for n in read(*lines).notes if n.code == "words_of_direction")
    assert "“payment” as received (2), “check” as paid out (1)" in note.message
    assert note in look(*lines).proposal.notes


def test_a_word_of_the_clerks_own_is_explained_and_never_repeated() -> None:
    line = "2024-03-01,R1,Bond Smith,100.00,D-1,"
    (open_point,) = look(line).proposal.missing
    assert (open_point.field, open_point.code) == ("ways", "choose")
    assert "row 2" in open_point.message
    with pytest.raises(TableError) as refused:
        read(line)
    assert "Smith" not in str(refused.value.problems) + open_point.message
    ways = stated("Bond Smith=received, payment = paid_out")
    assert read(line, ways=ways).rows[0].way is Way.RECEIVED
    assert read("2024-03-01,R1,Payment,1.00,V-1,", ways=ways).rows[0].way is Way.PAID_OUT


@pytest.mark.parametrize(
    "text", ["", "Bond", "Bond=in", "=received", "Bond=received,bond=paid_out"]
)
def test_an_explanation_that_explains_nothing_is_refused(text: str) -> None:
    with pytest.raises(TableError) as refused:
        stated(text)
    assert refused.value.problems[0].field == "ways"


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("60.00", 60_00),
        ("-60.00", -60_00),
        ("(60.00)", -60_00),
        ("60.00-", -60_00),
        ("-$60", -60_00),
        ("$-60.5", -60_50),
        ("($60.00)", -60_00),
        ("\u221260.00", -60_00),
    ],
)
def test_a_sign_is_the_direction_where_no_column_says_it(cell: str, cents: int) -> None:
    found = read(f"2024-03-01,{cell}", head="Date,Amount", columns="on=Date,amount=Amount")
    assert [r.signed for r in found.rows] == [cents]
    suggestion = look(f"2024-03-01,{cell}", head="Date,Amount").proposal
    assert "sign_is_direction" in {note.code for note in suggestion.notes}


@pytest.mark.parametrize(
    "cell", ["--5", "(5", "5)", "1e3", "NaN", "5.001", "-", "()", "5 00", "\u0665"]
)
def test_what_is_no_amount_is_refused_by_its_cell(cell: str) -> None:
    lines = (f"2024-03-01,{cell}",)
    assert [
        field for field, _ in problems(*lines, head="Date,Amount", columns="on=Date,amount=Amount")
    ] == ["row 2, column Amount"]


def test_two_columns_of_money_are_one_for_each_direction() -> None:
    head, columns = "Date,Received,Disbursed", "on=Date,received=Received,paid_out=Disbursed"
    found = read(
        "2024-03-01,100.00,",
        "2024-03-02,,60.00",
        "2024-03-03,0.00,5.00",
        head=head,
        columns=columns,
    )
    assert [r.signed for r in found.rows] == [100_00, -60_00, -5_00]
    assert problems("2024-03-01,1.00,2.00", head=head, columns=columns) == [
        ("row 2, column Disbursed", "exactly_one")
    ]
    assert problems("2024-03-01,,", head=head, columns=columns)[0][1] == "required"
    both = look("2024-03-01,1.00,,1.00", head="Date,Received,Disbursed,Amount").proposal
    assert set(both.columns) == {"on", "received", "paid_out"}


def test_how_dates_and_numbers_are_written_must_be_said_where_it_is_open() -> None:
    found = look('03/04/2024,R1,Receipt,"1,234.56",D-1,')
    assert {p.field for p in found.proposal.missing} == {"dates", "numbers"}
    ledger = read(
        '03/04/2024,R1,Receipt,"1,234.56",D-1,', dates=DateOrder.MDY, numbers=NumberForm.POINT
    )
    assert (ledger.rows[0].on, ledger.rows[0].amount) == (dt.date(2024, 3, 4), 1_234_56)


def test_a_label_that_is_no_reference_is_not_kept_and_can_be_given_one() -> None:
    line = '2024-03-01,R1,Receipt,100.00,"Doe, Sam",'
    found = read(line)
    assert found.rows[0].party == ""
    assert ("party_unknown" in {n.code for n in found.notes}) is True
    assert "Doe" not in repr(found)
    named = read(line, parties={"DOE  SAM": "D-1"})
    assert named.rows[0].party == "D-1"
    assert "Doe" not in str(proposal_json(look(line), Said()))


def test_totals_are_not_read_and_a_balance_alone_is_a_row_without_an_amount() -> None:
    found = read(
        "2024-02-29,,,,,50.00",
        "2024-03-01,R1,Receipt,100.00,D-1,150.00",
        "Total,,,100.00,,",
    )
    assert [(r.amount, r.balance) for r in found.rows] == [(0, 50_00), (100_00, 150_00)]
    assert ("row 4", "total") in {(n.field, n.code) for n in found.notes}
    assert problems("2024-03-01,R1,Receipt,,D-1,") == [("row 2, column Amount", "required")]


def test_what_a_balance_counts_is_seen_from_the_rows_and_said() -> None:
    owed = read(
        "2024-03-01,R1,Receipt,100.00,D-1,900.00",
        "2024-03-02,R2,Receipt,100.00,D-1,800.00",
        "2024-03-03,,Disbursement,200.00,V-1,800.00",
    )
    assert owed.balance_of is BalanceOf.OWED
    assert "balance_of" in {n.code for n in owed.notes}
    stated = read("2024-03-01,R1,Receipt,100.00,D-1,900.00", balance_of=BalanceOf.OWED)
    assert "balance_of" not in {n.code for n in stated.notes}


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ("on=Date", "required"),
        ("amount=Amount", "required"),
        ("on=Date,amount=Amount,received=Balance", "exactly_one"),
        ("on=Date,amount=Nothing", "unknown_column"),
        ("on=Date,wages=Amount", "unknown_field"),
        ("on=Date,on=Amount", "duplicate_key"),
        ("on=Date,amount=@A", "duplicate_key"),
    ],
)
def test_columns_that_are_wrong_are_refused(columns: str, code: str) -> None:
    assert problems("2024-03-01,R1,Receipt,1.00,D-1,", columns=columns)[0] == ("columns", code)


def test_all_problems_are_named_by_row_and_column() -> None:
    assert problems(
        "soon,R1,Receipt,1.00,D-1,",
        "2024-03-01,R1,Receipt,many,D-1,",
        "2024-03-01,R1,Receipt,1.00,D-1,x",
    ) == [
        ("row 2, column Date", "not_a_date"),
        ("row 3, column Amount", "not_a_plain_decimal"),
        ("row 4, column Balance", "not_a_plain_decimal"),
    ]


def test_a_workbook_is_read_as_a_text_table_is() -> None:
    content = book(
        header("Date", "Amount") + row(2, value("A2", "45352", 1), value("B2", "-60.5", 5))
    )
    found = looked_at(content, Said(columns="on=Date,amount=Amount")).read
    assert found is not None
    assert [(r.on, r.signed) for r in found.rows] == [(dt.date(2024, 3, 1), -60_50)]
