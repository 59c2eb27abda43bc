"""Golden cases of forfeiture: each step stands or is refused, and the proceeds are those worked by hand."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path as File
from typing import Any

import pytest

from remedies.errors import LedgerError
from remedies.facts.convictions import Statute
from remedies.ledger.assets import (
    AssetState,
    advanced,
    check_history,
    check_step,
    check_transfer,
    net_proceeds,
    untransferred,
)
from remedies.ledger.entries import (
    Asset,
    AssetStep,
    Award,
    Entry,
    Forfeiture,
    Order,
    Path,
    Stage,
    Transfer,
)

CASES = tomllib.loads(File(__file__).with_name("forfeiture.toml").read_text("utf-8"))["histories"]
BEGAN = dt.date(2010, 1, 4)


def cents(text: str | None) -> int | None:
    return None if text is None else int(Decimal(text) * 100)


def shares(told: Mapping[str, str]) -> dict[str, int]:
    return {victim: cents(text) or 0 for victim, text in told.items()}


def step_of(told: Mapping[str, Any]) -> AssetStep:
    return AssetStep(
        asset="AS-1",
        stage=Stage(told["stage"]),
        actor=told["actor"],
        document=told.get("document", ""),
        amount=cents(told.get("amount")),
        costs=cents(told.get("costs")),
        how=Forfeiture(told["how"]) if "how" in told else None,
        path=Path(told["path"]) if "path" in told else None,
        published_on=told.get("published_on"),
    )


def order_of(case: Mapping[str, Any]) -> Order | None:
    if "awards" not in case:
        return None
    statute = Statute.parse(case["award_statute"]) if "award_statute" in case else None
    awards = [
        Award(obligee=victim, amount=amount, statute=statute)
        for victim, amount in shares(case["awards"]).items()
    ]
    return Order(reference="O-1", awards=tuple(awards), liabilities=())


def posted(
    state: AssetState, body: AssetStep | Transfer, on: dt.date, order: Order | None
) -> AssetState:
    if isinstance(body, AssetStep):
        check_step(state, body, on)
    else:
        check_transfer(state, body, on, order)
    return advanced(state, Entry(seq=len(state.events) + 1, on=on, body=body))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_each_step_stands_or_is_refused_as_worked_by_hand(case: Mapping[str, Any]) -> None:
    told = case["asset"]
    asset = Asset(reference="AS-1", what=told["what"], statute=Statute.parse(told["statute"]))
    state = advanced(AssetState(), Entry(seq=1, on=BEGAN, body=asset))
    order = order_of(case)
    for number, step in enumerate(case["steps"], 1):
        body = (
            step_of(step)
            if "stage" in step
            else Transfer(
                reference=f"T-{number}",
                asset="AS-1",
                path=Path(step["path"]),
                shares=shares(step["shares"]),
            )
        )
        if "refused" not in step:
            state = posted(state, body, step["on"], order)
            continue
        with pytest.raises(LedgerError) as refused:
            posted(state, body, step["on"], order)
        [message] = [
            problem.message
            for problem in refused.value.problems
            if problem.code == step["refused"]
        ] or [str(refused.value.problems)]
        assert step["says"] in message, message
    assert net_proceeds(state) == cents(case["net_proceeds"])
    assert untransferred(state) == cents(case["untransferred"])
    check_history(state)


def test_the_cases_name_their_rule_and_their_arithmetic() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 7
    assert all(case["rule"] and case["worked"] for case in CASES)
