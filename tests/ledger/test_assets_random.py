"""Random histories of one asset reach no unlawful state, and spend no more than what came in."""

import datetime as dt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remedies.errors import LedgerError
from remedies.facts.convictions import Statute
from remedies.ledger.assets import (
    AssetState,
    advanced,
    allowed,
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

FIRST = dt.date(2020, 1, 6)
STATUTES = [Statute.parse(text) for text in ("18 U.S.C. § 1594", "18 U.S.C. § 981(a)(1)(C)")]
FORCED_LABOR = Statute.parse("18 U.S.C. § 1589")
ORDER = Order(
    reference="O-1",
    awards=tuple(Award(obligee=f"V-{n}", amount=500, statute=FORCED_LABOR) for n in (1, 2)),
    liabilities=(),
)
OF_PATH = {Stage.REQUESTED, Stage.GRANTED, Stage.DENIED}
SEEDS = st.integers(0, 2**32)


def drawn(rng: Random, stages: list[Stage]) -> AssetStep | Transfer:
    if not stages or rng.random() < 0.25:
        shares = {victim: rng.randint(1, 300) for victim in rng.sample(["V-1", "V-2"], 1)}
        return Transfer(reference="T", asset="AS-1", path=rng.choice(list(Path)), shares=shares)
    stage = rng.choice(stages)
    return AssetStep(
        asset="AS-1",
        stage=stage,
        actor="office",
        document="order" if stage is Stage.CLAIMED else "",
        amount=rng.choice([None, rng.randint(1, 300)]),
        costs=rng.randint(0, 50) if stage is Stage.LIQUIDATED else None,
        how=rng.choice(list(Forfeiture)) if stage is Stage.FORFEITED else None,
        path=rng.choice(list(Path)) if stage in OF_PATH else None,
    )


def posted(state: AssetState, entry: Entry) -> AssetState:
    """The state after the entry, checked as a book does: on its day, and with all that follows."""
    if isinstance(entry.body, AssetStep):
        check_step(state, entry.body, entry.on)
    elif isinstance(entry.body, Transfer):
        check_transfer(state, entry.body, entry.on, ORDER)
    after = advanced(state, entry)
    check_history(after)
    return after


def begun(statute: Statute | None) -> AssetState:
    asset = Asset(reference="AS-1", what="vehicle", statute=statute)
    return advanced(AssetState(), Entry(seq=1, on=FIRST, body=asset))


def lived(seed: int, statute: Statute | None) -> AssetState:
    """The state after random entries, most of them possible on their day and some dated back."""
    rng, state, latest = Random(seed), begun(statute), FIRST  # noqa: S311  # no secret
    for seq in range(2, 32):
        latest += dt.timedelta(rng.randint(0, 60))
        on = max(FIRST, latest - dt.timedelta(rng.choice([0, 0, 0, 30, 200])))
        stages = [stage for stage in allowed(state, on) if stage is not Stage.RETURNED_TO_OWNER]
        try:
            state = posted(state, Entry(seq=seq, on=on, body=drawn(rng, stages)))
        except LedgerError:
            continue
    return state


@settings(max_examples=100, deadline=None)
@given(SEEDS, st.sampled_from(STATUTES))
def test_proceeds_are_never_overspent_on_any_day(seed: int, statute: Statute) -> None:
    state = lived(seed, statute)
    for transfer in state.transfers:
        then = state.as_of(transfer.on)
        assert 0 < then.transferred <= net_proceeds(then)
        assert then.forfeited is not None
        assert then.is_money
    paths = {event.body.path for event in state.transfers if isinstance(event.body, Transfer)}
    discretionary = {Path.RESTORATION, Path.REMISSION}
    assert paths <= ({Path.MANDATORY} if statute == STATUTES[0] else discretionary)
    assert untransferred(state) >= 0


@pytest.mark.parametrize("statute", STATUTES, ids=str)
def test_random_histories_do_reach_transfers(statute: Statute) -> None:
    reached = [state for seed in range(60) if (state := lived(seed, statute)).transfers]
    assert reached


@settings(max_examples=100, deadline=None)
@given(SEEDS, st.sampled_from(STATUTES))
def test_the_steps_said_to_be_possible_are_those_that_are_not_barred(
    seed: int, statute: Statute
) -> None:
    rng, state, on = Random(seed), begun(statute), FIRST  # noqa: S311  # no secret
    for seq in range(2, 32):
        on += dt.timedelta(rng.randint(0, 40))
        body = drawn(rng, list(Stage))
        try:
            after = posted(state, Entry(seq=seq, on=on, body=body))
        except LedgerError as refused:
            barred = {problem.field for problem in refused.problems} == {"stage"}
            if isinstance(body, AssetStep):
                assert barred == (body.stage not in allowed(state, on))
            continue
        if isinstance(body, AssetStep):
            assert body.stage in allowed(state, on)
        state = after
