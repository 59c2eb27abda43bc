"""Cases and what hangs from them: stored, journaled, behind tokens and roles."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask_smorest import Blueprint  # type: ignore[import-untyped]

from api.v1.cases import (
    accounts_operations,
    opening,
    papers_operations,
    property_operations,
    records,
    trails_operations,
)
from api.v1.cases.nouns import NOUNS, Noun
from api.v1.cases.operations import CASE_OPERATIONS, Operations, operations
from api.v1.cases.serving import View, reads, writes

blueprint = Blueprint(
    "cases",
    __name__,
    url_prefix="/v1",
    description="Cases: their parties, orders, money, property and papers, as entries of a journal.",
)


def _route(rule: str, name: str, method: str, view: View, said: Mapping[str, Any]) -> None:
    blueprint.add_url_rule(
        rule, endpoint=name, view_func=blueprint.doc(**said)(view), methods=[method]
    )


def _routes(noun: Noun) -> None:
    said: Operations = operations(noun)
    many, each = (
        f"/cases/<string:case>/{noun.path}",
        f"/cases/<string:case>/{noun.path}/<string:name>",
    )
    listed = reads(partial(records.listed, noun=noun), *records.LISTED)
    _route(many, f"list_{noun.kind}", "GET", listed, said.listed)
    one = reads(partial(records.one, noun=noun), *records.READ)
    _route(each, f"read_{noun.kind}", "GET", one, said.one)
    if noun.entered:
        entered = writes(partial(records.entered, noun=noun), records.taken_json)
        _route(many, f"enter_{noun.kind}", "POST", entered, said.entered)
    if noun.amended:
        amended = writes(partial(records.amended, noun=noun), records.taken_json)
        _route(each, f"amend_{noun.kind}", "PUT", amended, said.amended)


_CASE = CASE_OPERATIONS
_route("/cases", "list_cases", "GET", reads(opening.listed, *opening.LISTED), _CASE.listed)
_route("/cases", "open_case", "POST", writes(opening.opened, records.taken_json), _CASE.entered)
_route("/cases/<string:case>", "read_case", "GET", reads(opening.one, *opening.READ), _CASE.one)
_route(
    "/cases/<string:case>",
    "amend_case",
    "PUT",
    writes(opening.amended, records.taken_json),
    _CASE.amended,
)
for _noun in NOUNS.values():
    _routes(_noun)
for _operations in (
    papers_operations,
    accounts_operations,
    property_operations,
    trails_operations,
):
    for _each in _operations.operations():
        _route(_each.rule, _each.says["operationId"], _each.method, _each.view, _each.says)
