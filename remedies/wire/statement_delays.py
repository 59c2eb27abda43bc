"""Property that has not reached the victims, across cases, as JSON; amounts are decimal strings."""

import datetime as dt
import json
from collections.abc import Sequence

from marshmallow import fields

from remedies.ledger.asset_next import Act, NextStep, Office
from remedies.ledger.delays import Reason, Waiting
from remedies.ledger.entries import Delay, Stage
from remedies.wire import shapes
from remedies.wire.shapes import Exact, many, one_of
from remedies.wire.statement_rows import Object, day, dollars


def delays_json(found: Sequence[Waiting], as_of: dt.date) -> str:
    """Return the list as JSON text, in the order given; the same rows give the same bytes."""
    document = {
        "as_of": as_of.isoformat(),
        "assets": [waiting_object(each) for each in found],
        "untransferred": dollars(sum(each.untransferred for each in found)),
        "without_reason": sum(1 for each in found if each.no_reason),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def waiting_object(each: Waiting) -> Object:
    """Return one asset that waits."""
    return {
        "case": each.case,
        "asset": each.asset,
        "what": each.what,
        "stage": each.stage.value if each.stage else None,
        "statute": str(each.statute) if each.statute else "",
        "mandatory": each.mandatory,
        "forfeited_on": day(each.forfeited_on),
        "days_since_forfeiture": each.days_since_forfeiture,
        "net_proceeds": dollars(each.net_proceeds),
        "untransferred": dollars(each.untransferred),
        "no_reason": each.no_reason,
        "reason": _reason(each.reason) if each.reason else None,
        "next": [_next(step) for step in each.next],
    }


def _reason(reason: Reason) -> Object:
    return {
        "why": reason.why.value,
        "responsible": reason.responsible,
        "recorded_on": day(reason.recorded_on),
        "days": reason.days,
        "review_on": day(reason.review_on),
        "overdue_days": reason.overdue_days,
        "outdated": reason.outdated,
        "note": reason.note,
    }


def _next(step: NextStep) -> Object:
    return {
        "act": step.act.value,
        "office": step.office.value,
        "since": day(step.since),
        "days": step.days,
        "authority": step.authority,
    }


class ReasonSchema(Exact):
    """The latest recorded reason why an asset was not transferred."""

    why = one_of(Delay)
    responsible = shapes.text()
    recorded_on = shapes.text(format="date")
    days = fields.Integer(required=True, metadata={"description": "since it was recorded"})
    review_on = shapes.text(format="date")
    overdue_days = fields.Integer(required=True)
    outdated = fields.Boolean(
        required=True, metadata={"description": "the entries show that it no longer holds"}
    )
    note = shapes.text()


class NextStepSchema(Exact):
    """What must be done next, by whom, since when, and under what law."""

    act = one_of(Act)
    office = one_of(Office)
    since = shapes.text(format="date")
    days = fields.Integer(required=True)
    authority = shapes.text()


class WaitingSchema(Exact):
    """One asset that has not, or not wholly, reached the victims."""

    case = shapes.text()
    asset = shapes.text()
    what = shapes.text()
    stage = one_of(Stage, null=True)
    statute = shapes.text()
    mandatory = fields.Boolean(
        required=True, metadata={"description": "forfeited under 18 U.S.C. § 1594"}
    )
    forfeited_on = shapes.text(null=True, format="date")
    days_since_forfeiture = fields.Integer(required=True, allow_none=True)
    net_proceeds = shapes.amount()
    untransferred = shapes.amount()
    no_reason = fields.Boolean(
        required=True,
        metadata={"description": "forfeited, and no reason that still holds is recorded"},
    )
    reason = fields.Nested(ReasonSchema, required=True, allow_none=True)
    next = many(NextStepSchema)


class DelaysSchema(Exact):
    """Every asset that waits, the longest since forfeiture first."""

    as_of = shapes.text(format="date")
    assets = many(WaitingSchema)
    untransferred = shapes.amount("net proceeds not yet transferred, all assets together")
    without_reason = fields.Integer(required=True)
