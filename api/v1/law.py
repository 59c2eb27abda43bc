"""The law: what is encoded, what it provides on a day, its history, and the register of positions.

Open to anyone and cacheable: the ETag is a digest of the law that an answer tells.
"""

import json
from typing import Final

from flask import Response, request
from flask_smorest import Blueprint  # type: ignore[import-untyped]

from api.errors import QueryError, problem
from api.problems import document
from api.v1.law_operations import ANSWER, HISTORY, LIST, POSITIONS
from api.v1.query import day, needed_day, one_of, parts
from remedies.casework import JSON
from remedies.errors import LawAbsentError, LawNotEncodedError, TierRequiredError
from remedies.law import Law, encoded
from remedies.wire import law as wire

blueprint = Blueprint(
    "law",
    __name__,
    url_prefix="/v1",
    description="The encoded law: open, dated, quoted, cacheable.",
)

ON, TIER, RECORDED = "on", "tier", "as_recorded_on"
MAX_AGE: Final = 300
"""Seconds for which an answer may be used without asking whether it is still the same."""


def items() -> Response:
    """List the items of law."""
    query = parts("family", "jurisdiction", RECORDED)
    law = _law(query)
    for name, register in (("family", "families"), ("jurisdiction", "jurisdictions")):
        known = law.register(register)
        one_of(query, name, known)
    return _answered(wire.items(law, **query))


def answer(key: str) -> Response:
    """Say what the law provides on a day."""
    query = parts(ON, TIER, RECORDED)
    law = _law(query)
    item = law.item(key)
    on, tier = needed_day(query, ON), query.get(TIER)
    if tier is not None and tier not in item.tiers:
        known = ", ".join(item.tiers)
        says = f"must be one of {known}" if known else "is not known: this item has none"
        raise QueryError(TIER, says, code="unknown_tier")
    found = wire.answer(item, on, tier)
    return _answered({**found, "sources": wire.sources(law, [item.on(on, tier)])})


def history(key: str) -> Response:
    """List every version of an item."""
    law = _law(parts(RECORDED))
    item = law.item(key)
    return _answered({**wire.history(item), "sources": wire.sources(law, item.versions)})


def positions() -> Response:
    """List the register of positions."""
    law = _law(parts(RECORDED))
    return _answered(wire.positions(law))


for rule, view, says in (
    ("/law", items, LIST),
    ("/law/<string:key>", answer, ANSWER),
    ("/law/<string:key>/history", history, HISTORY),
    ("/positions", positions, POSITIONS),
):
    blueprint.add_url_rule(rule, view_func=blueprint.doc(**says)(view))


@blueprint.errorhandler(LawNotEncodedError)  # type: ignore[untyped-decorator]
def _not_encoded(error: LawNotEncodedError) -> Response:
    field = "key" if error.on is None else TIER if isinstance(error, TierRequiredError) else ON
    message = f"{error.why}; {error.how}" if error.how else error.why
    code = LawAbsentError.code if isinstance(error, LawAbsentError) else error.code
    wrong = {"field": field, "code": code, "message": message}
    return problem(document("no-such-law", str(error), (wrong,)))


def _answered(found: object) -> Response:
    """Return what was found, or only that it is still what was sent before."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"
    response = Response(text, mimetype=JSON)
    response.add_etag()
    response.cache_control.public = True
    response.cache_control.max_age = MAX_AGE
    response.make_conditional(request)
    return response


def _law(query: dict[str, str]) -> Law:
    """Return the law as the query wants it recorded, and take that part out of the query."""
    recorded_on = day(query, RECORDED)
    query.pop(RECORDED, None)
    return encoded() if recorded_on is None else encoded().as_recorded_on(recorded_on)
