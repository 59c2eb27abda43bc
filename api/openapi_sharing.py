"""What an OpenAPI document says many times, said once: in its components, to which each place refers.

:func:`whole` puts all of it back in its places: a document that was shared has lost nothing.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from api.problems import KINDS
from remedies.wire.entries_fields import MONEY, REFERENCE
from remedies.wire.json_schema import range_of

Part = dict[str, Any]
Place = tuple[Any, Any]
"""A part's holder, an object or a list, and the key under which it stands there."""

_TYPES: Final[Mapping[str, Part]] = {
    "Figure": {
        "type": "string",
        "pattern": r"^-?[0-9]+(?:\.[0-9]{1,6})?$",
        "examples": ["545905.92"],
    },
    "Dollars": {"type": "string", "pattern": f"^{MONEY.pattern}$", "examples": ["7.25"]},
    "Reference": {"type": "string", "maxLength": 60, "pattern": f"^{REFERENCE.pattern}$"},
    "RangeOfDollars": range_of(f"^{MONEY.pattern}$"),
    "RangeOfNumbers": range_of(r"^[0-9]{1,12}(?:\.[0-9]{1,4})?$"),
}
"""Kinds of text, and of ranges, that many fields are."""

_ENVELOPE: Final = "Envelope"
_ENVELOPED: Final = ("PaymentRecord", ("seq", "on", "recorded_at", "actor", "corrects"))
"""A schema that has what every entry has, and the fields that are it."""

_LIKE: Final = {"Theory": "Claim", "Case": "CaseOpenedForm"}
"""Schemas whose fields are those of another, beside records, whose fields are those of their forms."""

_SAYS: Final = "description"
_SCHEMAS: Final = "#/components/schemas/"
_OF_TITLE: Final = {kind.title: name for name, kind in KINDS.items()}


def shared(document: Part) -> Part:
    """Return a document in which parts that stand in several places stand once, among its components."""
    made: Part = json.loads(json.dumps(document))
    for item in made["paths"].values():
        _without_overridden(item)
    _share_types(made)
    for kind, places, named in (
        ("headers", _headers, lambda place: str(place[1])),
        ("parameters", _parameters, _parameter_name),
        ("responses", _responses, _response_name),
    ):
        made["components"][kind] = _moved(kind, list(places(made["paths"])), named)
    return made


def whole(document: Mapping[str, Any]) -> Part:
    """Return a document that was shared with every part in its places again."""
    components = document["components"]
    kept = {
        name: schema
        for name, schema in components["schemas"].items()
        if name not in _TYPES and name != _ENVELOPE
    }
    moved = {"headers", "parameters", "responses"}
    rest = {kind: parts for kind, parts in components.items() if kind not in moved}
    made: Part = _put_back({**document, "components": {**rest, "schemas": kept}}, components)
    return made


def _put_back(value: Any, components: Part) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, list):
        return [_put_back(part, components) for part in value]
    if not isinstance(value, dict):
        return value
    found = {key: _put_back(part, components) for key, part in value.items()}
    target = found.get("$ref")
    if not isinstance(target, str) or not _is_moved(target):
        return found
    part: Any = {"components": components}
    for step in target.removeprefix("#/").split("/"):
        part = part[step]
    del found["$ref"]
    return {**_put_back(part, components), **found}


def _is_moved(target: str) -> bool:
    if not target.startswith(_SCHEMAS):
        return True
    name = target.removeprefix(_SCHEMAS)
    return name in _TYPES or "/" in name


def _without_overridden(item: Part) -> None:
    """Take out a path's bare parameters, each of which every operation describes for itself."""
    bare = item.pop("parameters", [])
    for operation in item.values():
        own = {each["name"] for each in operation.get("parameters", ())}
        lacking = [each for each in bare if each["name"] not in own]
        if lacking:
            operation["parameters"] = [*lacking, *operation.get("parameters", ())]


def _share_types(made: Part) -> None:
    schemas = made["components"]["schemas"]
    of, names = _ENVELOPED
    envelope = {name: dict(schemas[of]["properties"][name]) for name in names}
    for name, schema in schemas.items():
        _refer_fields(schema, envelope, _ENVELOPE)
        like = _LIKE.get(name, f"{name.removesuffix('Record')}Form")
        if like != name and like in schemas:
            _refer_fields(schema, schemas[like]["properties"], like)
    for holder in (schemas, made["paths"]):
        _refer(holder)
    schemas.update(json.loads(json.dumps(_TYPES)))
    schemas[_ENVELOPE] = {
        "type": "object",
        "description": "What every entry has beside the fields of its kind.",
        "properties": envelope,
    }


def _refer_fields(schema: Part, others: Part, of: str) -> None:
    """Let the fields of a schema that are as another's refer to it, where that is shorter."""
    fields = schema.get("properties", {})
    for name in fields.keys() & others.keys():
        own, other = fields[name], others[name]
        says = {key: text for key, text in own.items() if key == _SAYS and other.get(key) != text}
        referring = {"$ref": f"{_SCHEMAS}{of}/properties/{name}", **says}
        if {**other, **says} == own and len(str(referring)) < len(str(own)):
            fields[name] = referring


def _refer(value: Any) -> None:  # noqa: ANN401 - JSON of any shape
    """Replace every kind of text that is one of the shared ones."""
    if isinstance(value, list):
        for part in value:
            _refer(part)
    if not isinstance(value, dict):
        return
    for name, core in _TYPES.items():
        if core.items() <= value.items():
            for key in core:
                del value[key]
            value["$ref"] = _SCHEMAS + name
    for part in value.values():
        _refer(part)


def _moved(kind: str, places: list[Place], named: Callable[[Place], str]) -> Part:
    """Move the parts that stand in several places to a component, and return those by their names."""
    texts = [json.dumps(holder[key], sort_keys=True) for holder, key in places]
    often = Counter(texts)
    names: dict[str, str] = {}
    components: Part = {}
    for (holder, key), text in zip(places, texts, strict=True):
        if often[text] > 1:
            if text not in names:
                names[text] = _free(named((holder, key)), components)
                components[names[text]] = holder[key]
            holder[key] = {"$ref": f"#/components/{kind}/{names[text]}"}
    return components


def _free(name: str, taken: Part) -> str:
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}.{number}", number + 1
    return free


def _operations(paths: Part) -> Iterator[Part]:
    for item in paths.values():
        yield from item.values()


def _headers(paths: Part) -> Iterator[Place]:
    for operation in _operations(paths):
        for response in operation["responses"].values():
            yield from ((response["headers"], name) for name in response.get("headers", ()))


def _parameters(paths: Part) -> Iterator[Place]:
    for operation in _operations(paths):
        found = operation.get("parameters", [])
        yield from ((found, place) for place in range(len(found)))


def _responses(paths: Part) -> Iterator[Place]:
    for operation in _operations(paths):
        yield from ((operation["responses"], status) for status in operation["responses"])


def _parameter_name(place: Place) -> str:
    part = place[0][place[1]]
    return (
        f"{part['name']}.required" if part["in"] == "query" and part["required"] else part["name"]
    )


def _response_name(place: Place) -> str:
    """Return the first of the kinds of problem that a response is of, or its status."""
    title = place[0][place[1]][_SAYS].partition("; or: ")[0]
    return _OF_TITLE.get(title, f"status.{place[1]}")
