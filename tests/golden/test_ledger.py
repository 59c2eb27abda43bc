"""Every history of tests/golden/ledger*.toml: what was entered, and each amount worked by hand."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from remedies import law
from remedies.errors import LedgerError
from remedies.ledger.entries import (
    Back,
    Compensation,
    Court,
    Defendant,
    Payer,
    Recovery,
    Refund,
    Released,
    Returned,
    Reversal,
)
from tests.ledger.bookkeeping import Case, applied, cents, dollars, order

COMPARED = {"owed_to", "owed_by", "book", "payable", "accrued"}
HERE = Path(__file__).parent


def _histories() -> Iterator[Any]:
    for path in sorted(HERE.glob("ledger*.toml")):
        for history in tomllib.loads(path.read_text())["histories"]:
            yield pytest.param(history, id=f"{path.stem}: {history['name']}")


@pytest.mark.parametrize("history", list(_histories()))
def test_every_amount_is_the_one_worked_by_hand(history: dict[str, Any]) -> None:
    assert history["authority"]
    victims = history.get("victims", ["V-1", "V-2"])
    case = Case(tuple(victims), tuple(history.get("defendants", ["D-1"])))
    if history.get("accrues"):
        case.law = law.encoded()
    case.enter(_order(history["order"]), history.get("ordered_on"))
    for asset, amount in history.get("cash", {}).items():
        case.cash(asset, amount)
    for step in history["steps"]:
        refused = step.get("refused")
        if refused is None:
            _take(case, dict(step))
        else:
            with pytest.raises(LedgerError) as raised:
                _take(case, dict(step))
            assert refused in {problem.code for problem in raised.value.problems}
    assert case.book.audit(case.law) == ()


def _order(said: dict[str, Any]) -> Any:  # noqa: ANN401 - a body
    said = dict(said)
    awards, liabilities = said.pop("awards"), said.pop("liabilities")
    if "child_pornography" in said:
        said["child_pornography"] = tuple(said["child_pornography"])
    return order(awards, liabilities, **said)


def _take(case: Case, step: dict[str, Any]) -> None:
    """Enter one step, or compare with what it expects."""
    case.on = step.pop("on", case.on)
    if COMPARED & step.keys():
        _compare(case, step)
        return
    reference = step.get("as", "")
    if "pay" in step:
        case.pay(step["pay"], step["amount"], reference)
        assert case.book.entries[-1].body.applied == applied(step["applied"])  # type: ignore[union-attr]
    elif "disburse" in step:
        sent = step["disburse"]
        case.disburse(None if sent == "all" else sent, reference)
    elif "order" in step:
        case.enter(_order(step["order"]))
    elif "transfer" in step:
        case.transfer(step["asset"], step["transfer"], reference)
    elif "hold" in step:
        case.hold(step["hold"], reference)
    else:
        case.enter(_body(step, reference))


def _body(step: dict[str, Any], reference: str) -> Any:  # noqa: ANN401 - a body
    if "died" in step:
        return Defendant(reference=step["died"], died_on=step["died_on"])
    if "release" in step:
        return Released(hold=step["release"])
    if "reverse" in step:
        return Reversal(payment=step["reverse"])
    if "refund" in step:
        return Refund(reference=reference, payment=step["refund"], amount=cents(step["amount"]))
    if "back" in step:
        return Returned(
            disbursement=step["back"],
            obligee=step["from"],
            amount=cents(step["amount"]),
            why=Back.RETURNED,
        )
    if "compensate" in step:
        return Compensation(
            reference=step["payer"],
            payer=Payer.INSURER,
            victim=step["compensate"],
            amount=cents(step["amount"]),
            order=step.get("by", "O-1"),
            document=step.get("document", "Doc. 2"),
        )
    return Recovery(
        reference=reference,
        victim=step["recover"],
        same_loss=cents(step.get("same_loss", "0")),
        liquidated=cents(step.get("liquidated", "0")),
        liquidated_in_award=cents(step.get("liquidated_in_award", "0")),
        other=cents(step.get("other", "0")),
        court=Court(step.get("court", "federal")),
        state_law_provides=step.get("state_law_provides", False),
    )


def _compare(case: Case, step: dict[str, Any]) -> None:
    book = case.book
    for obligee, expected in step.get("owed_to", {}).items():
        found = book.owed_to(obligee)
        ours = {name: dollars(getattr(found, name)) for name in _fields(expected)}
        assert ours == _fields(expected), obligee
    for obligor, expected in step.get("owed_by", {}).items():
        assert _owed_by(case, obligor) == expected, obligor
    for obligor, expected in step.get("accrued", {}).items():
        accrued = book.owed_by(obligor, case.on, case.law).accrued
        assert not accrued.unknown
        ours = {name: dollars(getattr(accrued, name)) for name in expected}
        assert ours == expected, obligor
    if "payable" in step:
        ours = {str(name): dollars(amount) for name, amount in book.payable(case.on).items()}
        assert ours == step["payable"]
    for name, expected in step.get("book", {}).items():
        assert dollars(getattr(book, name)) == expected, name


def _fields(expected: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"outstanding": expected} if isinstance(expected, str) else expected


def _owed_by(case: Case, obligor: str) -> dict[str, str]:
    """What a defendant owes, as the history writes it."""
    owed = case.book.owed_by(obligor, case.on)
    found = {**owed.to_victims, **owed.to_payers, **owed.to_united_states}
    found |= {f"AG:{victim}": amount for victim, amount in owed.to_attorney_general.items()}
    found |= {str(fund): amount for fund, amount in owed.funds.items()}
    return {name: dollars(amount) for name, amount in found.items()}
