"""The two papers of forfeited property as JSON: the request for restoration, the worksheet for remission.

Amounts are dollars as decimal strings; the same facts give the same document.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from remedies.figures import Authority
from remedies.ledger.asset_next import NextStep, next_steps
from remedies.ledger.asset_requests import Remission
from remedies.ledger.asset_state import Taken
from remedies.ledger.remission import Line, Outcome
from remedies.ledger.restoration import RestorationRequest, ScheduleLine, Statement
from remedies.wire.property_schema import LOSSES
from remedies.wire.statement_rows import Object, day, dollars

_WORDS: Final = {loss: word for word, loss in LOSSES.items()}


def restoration_document(request: RestorationRequest, *, case: str, known: int) -> Object:
    """Return the request for an asset's proceeds; ``case`` is the case's reference."""
    return {
        **of_case(case, request.as_of, known),
        "path": request.path.value,
        "asset": _property(request),
        "proceeds": _proceeds(request),
        "order": _order(request),
        "schedule": [_schedule_line(line) for line in request.schedule],
        "outside": list(request.outside),
        "requested": dollars(request.requested),
        "left": dollars(request.available - request.requested),
        "statements": [_statement(each) for each in request.statements],
        "missing": [each.key for each in request.missing],
        "ready": not request.missing,
        "steps": [_step(taken) for taken in request.state.taken()],
        "next": [
            next_step(step)
            for step in next_steps(
                request.state, request.as_of, request.ordered_on, request.outstanding
            )
        ],
    }


def remission_document(found: Remission, *, case: str, known: int) -> Object:
    """Return the worksheet of petitions for remission; ``case`` is the case's reference."""
    worksheet = found.worksheet
    compensated = {
        each.petitioner.victim: sum(
            line.item.compensated
            for line in worksheet.lines
            if line.item.victim == each.petitioner.victim
        )
        for each in worksheet.outcomes
    }
    return {
        **of_case(case, found.as_of, known),
        "asset": found.asset,
        "mandatory": found.mandatory,
        "positions": {
            "remission_of_torts": worksheet.torts.value,
            "remission_shares": worksheet.division.value,
        },
        "available": dollars(worksheet.net),
        "lines": [_line(line) for line in worksheet.lines],
        "petitioners": [
            _outcome(each, compensated[each.petitioner.victim], found.had)
            for each in worksheet.outcomes
        ],
        "divided": dollars(worksheet.divided),
        "left": dollars(worksheet.net - worksheet.divided),
        "authorities": [_rule(each) for each in worksheet.rules.values()],
    }


def of_case(case: str, as_of: dt.date, known: int) -> Object:
    """Return what every paper says of its case."""
    return {"case": case, "as_of": as_of.isoformat(), "known": known}


def _rule(authority: Authority) -> Object:
    return {
        "citation": authority.citation,
        "quote": authority.quote,
        "checked": authority.checked.value,
    }


def next_step(step: NextStep) -> Object:
    """Return what must be done next."""
    return {
        "act": step.act.value,
        "office": step.office.value,
        "since": step.since.isoformat(),
        "days": step.days,
        "authority": step.authority,
    }


def _property(request: RestorationRequest) -> Object:
    state, asset = request.state, request.state.asset
    return {
        "reference": state.reference,
        "what": asset.what if asset else "",
        "agency": asset.agency if asset else "",
        "number": asset.number if asset else "",
        "statute": str(state.statute or ""),
        "how": state.how.value if state.how else None,
        "stage": state.stage.value if state.stage else None,
    }


def _proceeds(request: RestorationRequest) -> Object:
    return {
        "gross": dollars(request.gross),
        "costs": dollars(request.costs),
        "third_parties": dollars(request.granted),
        "net": dollars(request.net),
        "transferred": dollars(request.transferred),
        "available": dollars(request.available),
    }


def _order(request: RestorationRequest) -> Object | None:
    order = request.order
    if order is None:
        return None
    return {
        "reference": order.reference,
        "first_on": day(request.ordered_on),
        "distribution": order.distribution.value,
        "document": order.document,
    }


def _schedule_line(line: ScheduleLine) -> Object:
    return {
        "victim": line.victim,
        "awarded": dollars(line.awarded),
        "outstanding": dollars(line.outstanding),
        "share": dollars(line.share),
        "left": dollars(line.outstanding - line.share),
    }


def _statement(each: Statement) -> Object:
    return {
        "key": each.key,
        "says": each.says,
        "shown": each.shown.value,
        "by_entries": each.by_entries,
        "authority": _rule(each.authority),
    }


def _step(taken: Taken) -> Object:
    step = taken.step
    return {
        "on": taken.on.isoformat(),
        "entry": taken.seq,
        "stage": step.stage.value,
        "actor": step.actor,
        "document": step.document,
        "amount": _known(step.amount),
        "costs": _known(step.costs),
    }


def _known(cents: int | None) -> str | None:
    return None if cents is None else dollars(cents)


def _line(line: Line) -> Object:
    item = line.item
    return {
        "victim": item.victim,
        "what": item.what,
        "kind": _WORDS[item.kind],
        "amount": dollars(item.amount),
        "on": day(item.on),
        "market_value": _known(item.market_value),
        "compensated": dollars(item.compensated),
        "documents": list(item.documents),
        "directly_caused": item.directly_caused,
        "by_illegal_act": item.by_illegal_act,
        "shown": dollars(line.shown),
        "to_show": dollars(line.to_show),
        "grounds": [
            {"says": each.says, "open": each.open, "authority": _rule(each.authority)}
            for each in line.grounds
        ],
    }


def _outcome(each: Outcome, compensated: int, had: Mapping[str, int]) -> Object:
    who = each.petitioner
    return {
        "victim": who.victim,
        "contributed": who.contributed,
        "interest": dollars(who.interest),
        "priority": who.priority,
        "claimed": dollars(each.claimed),
        "shown": dollars(each.shown),
        "to_show": dollars(each.to_show),
        "compensated": dollars(compensated),
        "had_by_entries": dollars(had.get(who.victim, 0)),
        "as_owner": dollars(each.as_owner),
        "as_victim": dollars(each.as_victim),
        "share": dollars(each.as_owner + each.as_victim),
    }
