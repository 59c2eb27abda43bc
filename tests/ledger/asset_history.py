"""One made-up vehicle from its seizure to a transfer, and the ways to say more of it."""

import datetime as dt

from remedies.facts.convictions import Statute
from remedies.ledger.assets import (
    asset_state,
)
from remedies.ledger.entries import (
    Asset,
    AssetStep,
    Award,
    Entry,
    Forfeiture,
    NotTransferred,
    Order,
    Path,
    Stage,
    Transfer,
)

TRAFFICKING = Statute.parse("18 U.S.C. § 1594(d)")
FRAUD = Statute.parse("18 U.S.C. § 981(a)(1)(C)")
ORDER = Order(
    reference="O-1",
    awards=(Award(obligee="V-1", amount=500_000, statute=Statute.parse("18 U.S.C. § 1589")),),
    liabilities=(),
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def entry(seq: int, on: str, body: Asset | AssetStep | Transfer | NotTransferred) -> Entry:
    return Entry(seq=seq, on=day(on), body=body)


def asset(statute: Statute | None = TRAFFICKING) -> Asset:
    return Asset(reference="AS-1", what="vehicle", statute=statute)


def step(stage: str, **said: object) -> AssetStep:
    return AssetStep(asset="AS-1", stage=Stage(stage), actor="office", **said)  # type: ignore[arg-type]


def sent(cents: int, path: Path = Path.MANDATORY) -> Transfer:
    return Transfer(reference="T-1", asset="AS-1", path=path, shares={"V-1": cents})


NOTICED = step("noticed", published_on=day("2024-06-03"))
HISTORY = [
    entry(1, "2024-05-01", asset()),
    entry(2, "2024-05-02", step("seized")),
    entry(3, "2024-05-20", NOTICED),
    entry(4, "2024-08-01", step("forfeited", how=Forfeiture.CRIMINAL)),
    entry(5, "2024-10-01", step("liquidated", amount=100_000, costs=10_000)),
    entry(6, "2024-12-02", sent(60_000)),
]
FORFEITED, SOLD, SENT = asset_state(HISTORY[:4]), asset_state(HISTORY[:5]), asset_state(HISTORY)
