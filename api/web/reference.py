"""The OpenAPI document as a page shows it: operations, schemas and their fields, in words."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from api.openapi_sharing import whole

_REFS: Final = "#/components/schemas/"
_LIMITS: Final = {
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minItems": "at least {} entries",
    "maxItems": "at most {} entries",
    "minimum": "at least {}",
    "maximum": "at most {}",
    "default": "{} when left out",
}
_DECIMAL: Final = re.compile(r"\^(?:-\?)?\[0-9\].*\{1,(?P<places>\d)\}\)\?\$")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field of a schema, in words."""

    name: str
    type: str
    refers_to: str
    required: bool
    says: str
    limits: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemaView:
    """One schema: what it is and its fields."""

    name: str
    says: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One media type of a body: the schema it follows and an example."""

    media_type: str
    schema: str
    says: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One status that an operation answers with."""

    status: str
    says: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one path."""

    id: str
    method: str
    path: str
    summary: str
    says: str
    parameters: tuple[FieldView, ...]
    takes: str
    forms: tuple[Form, ...]
    answers: tuple[Answer, ...]


class Reference:
    """An OpenAPI document, ready to be shown."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        """Read the document, with what is shared in it at every place that refers to it."""
        document = whole(document)
        self.title: str = document["info"]["title"]
        self.version: str = document["info"]["version"]
        self.says: str = document["info"]["description"]
        self.operations = tuple(_operations(document["paths"]))
        self.schemas = tuple(
            SchemaView(name, schema.get("description", ""), tuple(_fields(schema)))
            for name, schema in _ordered(document["components"]["schemas"])
        )


def _ordered(schemas: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the claim and what is in it, then the result and what is in it, then the rest."""
    left = dict(schemas)
    for start in ("Claim", "Result", "Problem"):
        waiting = [start]
        while waiting:
            name = waiting.pop(0)
            if name in left:
                schema = left.pop(name)
                yield name, schema
                waiting = [*_referred(schema), *waiting]
    yield from left.items()


def _referred(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner.removeprefix(_REFS)
            else:
                yield from _referred(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _referred(inner)


def _operations(paths: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in paths.items():
        shared = _named(methods.get("parameters", ()))
        for method, found in methods.items():
            if method == "parameters":
                continue
            body = found.get("requestBody", {})
            yield Operation(
                id=found["operationId"],
                method=method.upper(),
                path=path,
                summary=found["summary"],
                says=found["description"],
                parameters=tuple(
                    _field(
                        entry["name"],
                        entry["schema"] | {"description": entry.get("description", "")},
                        required=entry.get("required", False),
                    )
                    for entry in (shared | _named(found.get("parameters", ()))).values()
                ),
                takes=body.get("description", ""),
                forms=tuple(_forms(body.get("content", {}))),
                answers=tuple(
                    Answer(
                        status=str(status),
                        says=answer["description"],
                        forms=tuple(_forms(answer.get("content", {}))),
                    )
                    for status, answer in sorted(found["responses"].items())
                ),
            )


def _named(parameters: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {entry["name"]: entry for entry in parameters}


def _forms(content: Mapping[str, Any]) -> Iterator[Form]:
    for media_type, entry in content.items():
        schema = entry.get("schema", {})
        examples = [example["value"] for example in entry.get("examples", {}).values()]
        yield Form(
            media_type=media_type,
            schema=schema.get("$ref", "").removeprefix(_REFS),
            says=schema.get("description", ""),
            example=json.dumps(examples[0], indent=2, ensure_ascii=False) if examples else "",
        )


def _fields(schema: Mapping[str, Any]) -> Iterator[FieldView]:
    required = schema.get("required", ())
    for name, entry in schema.get("properties", {}).items():
        yield _field(name, entry, required=name in required)


def _field(name: str, entry: Mapping[str, Any], *, required: bool = False) -> FieldView:
    kind, refers_to = _type(entry)
    limits = [words.format(entry[key]) for key, words in _LIMITS.items() if key in entry]
    pattern = entry.get("pattern", "")
    if decimal := _DECIMAL.fullmatch(pattern):
        kind = "decimal string"
        limits.append(f"at most {decimal['places']} decimals")
    elif pattern:
        limits.append(f"pattern {pattern}")
    words = tuple(str(word) for word in entry.get("enum", ()) if word is not None)
    return FieldView(
        name=name,
        type=kind,
        refers_to=refers_to,
        required=required,
        says=entry.get("description", ""),
        limits=tuple(limits),
        words=words,
    )


def _type(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Return a type in words, and the schema that it refers to, if any."""
    for option in entry.get("anyOf", ()):
        if "$ref" in option:
            entry = option
    if "$ref" in entry:
        return "", entry["$ref"].removeprefix(_REFS)
    found = entry.get("type", "any")
    kinds = [kind for kind in (found if isinstance(found, list) else [found]) if kind != "null"]
    if kinds == ["array"]:
        inner, refers_to = _type(entry["items"])
        return f"list of {inner}".strip(), refers_to
    said = entry.get("format", kinds[0])
    return said if said == "date" else kinds[0], ""
