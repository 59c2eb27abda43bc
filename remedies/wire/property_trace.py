"""Where the money of forfeited property went, and who acts next, as JSON; amounts are decimal strings."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from remedies.ledger.asset_requests import Acts
from remedies.ledger.tracing import Flow, Source, Trace
from remedies.wire.property import next_step, of_case
from remedies.wire.statement_rows import Object, day, dollars


def trace_document(trace: Trace, *, case: str, as_of: dt.date, known: int) -> Object:
    """Return where money came from and went, forward from each source and back from each obligee."""
    flows = sorted(trace.flows, key=lambda flow: flow.source.seq)
    by_source = [(source, list(of)) for source, of in groupby(flows, key=_source)]
    assets = dict.fromkeys(source.asset for source, _ in by_source if source.asset)
    obligees = dict.fromkeys([*(flow.obligee for flow in flows), *trace.made_up])
    return {
        **of_case(case, as_of, known),
        "sources": [_from(source, of) for source, of in by_source],
        "assets": [_of_asset(asset, trace.of_asset(asset)) for asset in assets],
        "obligees": [
            _of_obligee(who, trace.of_obligee(who), trace.made_up.get(who, 0)) for who in obligees
        ],
    }


def next_document(found: Sequence[Acts], *, case: str, as_of: dt.date, known: int) -> Object:
    """Return what must be done next about each asset of a case."""
    return {
        **of_case(case, as_of, known),
        "assets": [
            {
                "asset": each.asset,
                "what": each.what,
                "stage": each.stage.value if each.stage else None,
                "left": dollars(each.left),
                "next": [next_step(step) for step in each.next],
            }
            for each in found
        ],
    }


def _source(flow: Flow) -> Source:
    return flow.source


def _sums(flows: Iterable[Flow]) -> tuple[int, int]:
    """Return what was paid out of these flows and what is held, in cents."""
    out = held = 0
    for flow in flows:
        if flow.disbursement:
            out += flow.cents
        else:
            held += flow.cents
    return out, held


def _from(source: Source, flows: Sequence[Flow]) -> Object:
    out, held = _sums(flows)
    by_obligee = {
        who: [flow for flow in flows if flow.obligee == who]
        for who in dict.fromkeys(flow.obligee for flow in flows)
    }
    return {
        "reference": source.reference,
        "entry": source.seq,
        "on": source.on.isoformat(),
        "asset": source.asset or None,
        "path": source.path.value if source.path else None,
        "order": source.order or None,
        "amount": dollars(out + held),
        "disbursed": dollars(out),
        "held": dollars(held),
        "to": [_to(who, of) for who, of in by_obligee.items()],
    }


def _to(obligee: str, flows: Sequence[Flow]) -> Object:
    out, held = _sums(flows)
    return {
        "obligee": obligee,
        "amount": dollars(out + held),
        "held": dollars(held),
        "disbursements": [
            {
                "disbursement": flow.disbursement,
                "on": day(flow.paid_on),
                "amount": dollars(flow.cents),
            }
            for flow in flows
            if flow.disbursement
        ],
    }


def _of_asset(asset: str, flows: Sequence[Flow]) -> Object:
    out, held = _sums(flows)
    return {
        "asset": asset,
        "transferred": dollars(out + held),
        "disbursed": dollars(out),
        "held": dollars(held),
        "transfers": list(dict.fromkeys(flow.source.reference for flow in flows)),
    }


def _of_obligee(obligee: str, flows: Sequence[Flow], made_up: int) -> Object:
    out, held = _sums(flows)
    return {
        "obligee": obligee,
        "amount": dollars(out + held),
        "disbursed": dollars(out),
        "held": dollars(held),
        "made_up": dollars(made_up),
        "came": [
            {
                "source": flow.source.reference,
                "asset": flow.source.asset or None,
                "amount": dollars(flow.cents),
                "disbursement": flow.disbursement or None,
                "paid_on": day(flow.paid_on),
            }
            for flow in flows
        ],
    }
