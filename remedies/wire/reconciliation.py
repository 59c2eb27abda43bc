"""A reconciliation as JSON: what matched and by what, what differs field by field, what one side lacks."""

from remedies.ledger.reconciliation import Match, Reconciliation, Totals
from remedies.ledger.reconciliation_lines import OurLine, TheirRow
from remedies.wire.entries_fields import dollars

Json = dict[str, object]


def reconciliation_document(found: Reconciliation) -> Json:
    """Return the comparison; rows of theirs are named as their file numbers them."""
    received = found.theirs.received - found.ours.received
    paid_out = found.theirs.paid_out - found.ours.paid_out
    return {
        "agrees": found.agrees,
        "counts": {
            "matched": len(found.matched),
            "differing": len(found.differing),
            "only_theirs": len(found.only_theirs),
            "only_ours": len(found.only_ours),
            "balance_breaks": len(found.breaks),
        },
        "totals": {
            "theirs": _totals(found.theirs),
            "ours": _totals(found.ours),
            "difference": {
                "received": dollars(received),
                "paid_out": dollars(paid_out),
                "net": dollars(received - paid_out),
            },
        },
        "differing": [_pair(pair) for pair in found.differing],
        "only_theirs": [their_row(row) for row in found.only_theirs],
        "only_ours": [_ours(line) for line in found.only_ours],
        "balance_breaks": [
            {
                "row": entry.where,
                "on": entry.on.isoformat(),
                "expected": dollars(entry.expected),
                "stated": dollars(entry.stated),
                "difference": dollars(entry.difference),
            }
            for entry in found.breaks
        ],
        "matched": [
            {"row": pair.theirs.where, "seq": pair.ours.seq, "by": pair.by.value}
            for pair in found.matched
        ],
    }


def _pair(pair: Match) -> Json:
    money = {"amount"}
    return {
        "by": pair.by.value,
        "theirs": their_row(pair.theirs),
        "ours": _ours(pair.ours),
        "differences": [
            {
                "field": one.field,
                "theirs": dollars(int(one.theirs)) if one.field in money else one.theirs,
                "ours": dollars(int(one.ours)) if one.field in money else one.ours,
            }
            for one in pair.differences
        ],
    }


def _totals(totals: Totals) -> Json:
    return {
        "received": dollars(totals.received),
        "paid_out": dollars(totals.paid_out),
        "net": dollars(totals.net),
    }


def their_row(row: TheirRow) -> Json:
    """Return one row of theirs, as the file numbers it; money as decimal text."""
    return {
        "row": row.where,
        "on": row.on.isoformat(),
        "way": row.way.value,
        "amount": dollars(row.amount),
        "party": row.party,
        "receipt": row.receipt,
    }


def _ours(line: OurLine) -> Json:
    return {
        "seq": line.seq,
        "on": line.on.isoformat(),
        "kind": line.kind,
        "reference": line.reference,
        "way": line.way.value,
        "amount": dollars(line.amount),
        "party": line.party,
        "receipt": line.receipt,
    }
