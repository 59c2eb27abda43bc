"""A payer of compensation after the order was amended (18 U.S.C. § 3664(j)(1)); synthetic, all of it."""

import pytest

from tests.api.offices import ORDER, Office, ordered

PAID = {
    "on": "2019-06-04",
    "reference": "P-1",
    "payer": "insurer",
    "victim": "V-2",
    "amount": "237.00",
    "order": "O-1",
    "document": "Doc. 2",
}


@pytest.mark.parametrize(
    ("award", "owed"), [("", "0.00"), ("100.00", "100.00"), ("1000.00", "237.00")]
)
def test_a_payer_is_owed_no_more_than_the_award_in_force(
    office: Office, award: str, owed: str
) -> None:
    """Of $237.00 that an insurer paid V-2: nothing where V-2 is left out, $100.00 of an award of $100.00."""
    who = office.someone()
    case = ordered(who)
    assert who.post(f"{case}/compensation", PAID).status_code == 201
    awards, (liability,) = ORDER["awards"][:1], ORDER["liabilities"]
    amounts = {"V-1": "3000.00"} | ({"V-2": award} if award else {})
    if award:
        awards = [*awards, {**ORDER["awards"][1], "amount": award}]
    lower = {"awards": awards, "liabilities": [{**liability, "amounts": amounts}]}
    before = who.get(f"{case}/orders/O-1").headers["ETag"]
    amended = {**ORDER, "on": "2019-07-02", **lower}
    assert who.put(f"{case}/orders/O-1", amended, If_Match=before).status_code == 200
    found = who.get(f"{case}/statement?as_of=2019-12-31").json
    (payer,) = found["payers"]
    assert payer["owed"] == owed
    assert {victim["overpaid"] for victim in found["victims"]} == {"0.00"}
    assert all(equation["holds"] for equation in found["equations"])
