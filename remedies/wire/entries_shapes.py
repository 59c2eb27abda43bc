"""What the fields of an entry are, read from the types of its class: one description for every form.

The journal's text (:mod:`remedies.wire.entries`) and the forms that people and programs hand in
(:mod:`remedies.wire.entries_schema`) are made from it, so that a field added to a class is on every wire.
"""

import datetime as dt
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import Enum, auto
from functools import cache
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from remedies.facts.convictions import Statute

MOST_CENTS: Final = 99_999_999_999_999
"""The greatest amount, in cents: twelve digits of dollars."""

MOST: Final = 5_000
"""The most parts that a list or a table of amounts has."""


class What(Enum):
    """What a value is."""

    TEXT = auto()
    REFERENCE = auto()
    DIGEST = auto()
    MONEY = auto()
    COUNT = auto()
    FLAG = auto()
    DAY = auto()
    STATUTE = auto()
    WORD = auto()
    AMOUNTS = auto()
    OPTIONS = auto()
    LIST = auto()
    OBJECT = auto()


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value is.

    ``of``: the words, the keys' words, the shape of a part, the class, or the most characters of a text
    where they are fewer than of any other.
    """

    what: What
    of: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A field of a class: its name, its shape, and what it is when it is left out."""

    name: str
    shape: Shape
    required: bool
    default: Callable[[], object]


_REFERENCES: Final = frozenset(
    {"reference", "obligor", "obligee", "victim", "victims", "defendants", "of"}
    | {"asset", "payment", "disbursement", "hold", "order", "judgment"}
)
_LONGEST: Final[Mapping[str, int]] = {"district": 60}
"""Texts that are kept in a column of their own, and the most characters of each."""

_DIGESTS: Final = frozenset({"digest", "claim", "result", "facts", "law"})
_OWN: Final = {("AssetStep", "claim"): Shape(What.REFERENCE)}
"""Fields that are something else in one class than their name says elsewhere."""

_COUNTS: Final = frozenset(
    {"counts", "priority", "size"} | {"matched", "differing", "only_theirs", "only_ours"}
)


def members(made: type) -> tuple[Member, ...]:
    """Return the fields of a class of the ledger in their order.

    Raises:
        TypeError: a field has a type that no form has.

    """
    return _members(made)


@cache
def _members(made: type) -> tuple[Member, ...]:
    hints = get_type_hints(made)
    return tuple(
        Member(
            name=field.name,
            shape=_OWN.get((made.__name__, field.name)) or _shape(hints[field.name], field.name),
            required=field.default is MISSING and field.default_factory is MISSING,
            default=_default(field.default, field.default_factory),
        )
        for field in fields(made)
    )


def _default(value: object, factory: Any) -> Callable[[], object]:  # noqa: ANN401 - dataclasses' own
    if factory is not MISSING:
        return factory  # type: ignore[no-any-return]
    return lambda: value


def _shape(hint: Any, name: str) -> Shape:  # noqa: ANN401 - any type
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _shape(next(kind for kind in inner if kind is not type(None)), name)
    if origin is tuple:
        return Shape(What.LIST, _shape(inner[0], name))
    if origin is Mapping:
        if inner[1] is str:
            return Shape(What.OPTIONS)
        return Shape(What.AMOUNTS, None if inner[0] is str else inner[0])
    found = _plain(hint, name)
    if found is None:
        message = f"{name} has a type that no form has: {hint}"
        raise TypeError(message)
    return found


def _plain(hint: type, name: str) -> Shape | None:
    if issubclass(hint, Enum):
        return Shape(What.WORD, hint)
    if hint is bool:
        return Shape(What.FLAG)
    if hint is int:
        return Shape(What.COUNT if name in _COUNTS else What.MONEY)
    if hint is str:
        return Shape(_of_text(name), _LONGEST.get(name))
    if hint is dt.date:
        return Shape(What.DAY)
    if hint is Statute:
        return Shape(What.STATUTE)
    return Shape(What.OBJECT, hint) if hasattr(hint, "__dataclass_fields__") else None


def _of_text(name: str) -> What:
    if name in _REFERENCES:
        return What.REFERENCE
    return What.DIGEST if name in _DIGESTS else What.TEXT
