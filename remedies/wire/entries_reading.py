"""Reading the journal's values: straight from JSON into the entries' classes, checked for their types."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, NoReturn

from remedies.facts.convictions import Statute
from remedies.wire.entries_shapes import MOST_CENTS, Shape, What, members

Value = Any
"""A value of an entry, or of its JSON: whatever the field's shape says."""

_WHOLE: Final = frozenset({int})


class MalformedError(Exception):
    """A value is not of its field's shape; the path grows, innermost first, as it is raised."""

    def __init__(self, why: str) -> None:
        """Say what the value must be."""
        super().__init__(why)
        self.path: list[str] = []


def _malformed(why: str) -> NoReturn:
    raise MalformedError(why) from None


@cache
def reader(shape: Shape, *, proven: bool = False) -> Callable[[Value], Value]:
    """Return what reads the JSON of a shape; it raises :class:`MalformedError`.

    ``proven``: the text is as it was written here, as its digest proves; of the amounts in a table, which
    are millions in a long journal, it is then only seen to that they add up.
    """
    match shape.what:
        case What.MONEY | What.COUNT:
            return whole
        case What.FLAG:
            return _flag
        case What.DAY:
            return _day
        case What.STATUTE:
            return _statute
        case What.WORD:
            return lambda value: _word(shape.of, value)
        case What.AMOUNTS | What.OPTIONS:
            return _table(shape, proven=proven)
        case What.LIST:
            inner = reader(shape.of, proven=proven)
            return lambda value: _list(inner, value)
        case What.OBJECT:
            return _object(shape.of, proven=proven)
        case _:
            return text_of


def _object(made: type, *, proven: bool) -> Callable[[Value], Value]:
    known = {member.name: reader(member.shape, proven=proven) for member in members(made)}
    needed = frozenset(member.name for member in members(made) if member.required)

    def read(value: Value) -> Value:
        if type(value) is not dict:
            _malformed("must be an object")
        if not needed <= value.keys() <= known.keys():
            _malformed("has other fields than its kind")
        return made(**{name: _member(known[name], name, part) for name, part in value.items()})

    return read


def _member(read: Callable[[Value], Value], name: str, value: Value) -> Value:
    try:
        return read(value)
    except MalformedError as error:
        error.path.append(name)
        raise


def whole(value: Value) -> int:
    """Return a whole number within bounds."""
    if type(value) is not int or not -MOST_CENTS <= value <= MOST_CENTS:
        _malformed("must be a whole number within bounds")
    return value


def text_of(value: Value) -> str:
    """Return a text."""
    if type(value) is not str:
        _malformed("must be text")
    return value


def _flag(value: Value) -> bool:
    if type(value) is not bool:
        _malformed("must be true or false")
    return value


def _day(value: Value) -> dt.date:
    try:
        day = dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        _malformed("must be a date")
    if day.isoformat() != value:
        _malformed("must be a date as it is written here")
    return day


def _statute(value: Value) -> Statute:
    found = Statute.parse(text_of(value))
    if found is None:
        _malformed("must be a statute")
    return found


def _word(words: Callable[[Value], Value], value: Value) -> Value:
    try:
        return words(value)
    except ValueError:
        _malformed("must be one of its words")


def _amounts(value: Value) -> Mapping[str, int]:
    if type(value) is not dict:
        _malformed("must be amounts by name")
    found = value.values()
    if found and not (
        set(map(type, found)) == _WHOLE and max(found) <= MOST_CENTS and min(found) >= -MOST_CENTS
    ):
        _malformed("must have whole numbers of cents within bounds")
    return value


def _options(value: Value) -> Mapping[str, str]:
    if type(value) is not dict:
        _malformed("must be options by position")
    return {key: text_of(option) for key, option in value.items()}


def _table(shape: Shape, *, proven: bool) -> Callable[[Value], Value]:
    if shape.what is What.OPTIONS:
        return _options
    if shape.of is not None:
        return lambda value: _by_word(shape.of, value)
    return _summable if proven else _amounts


def _summable(value: Value) -> Value:
    try:
        added = sum(value.values())
    except (AttributeError, TypeError):
        _malformed("must be amounts by name")
    if type(added) is not int:
        _malformed("must have whole numbers of cents")
    return value


def _by_word(words: Callable[[Value], Value], value: Value) -> Mapping[Value, int]:
    return {_word(words, key): amount for key, amount in _amounts(value).items()}


def _list(read: Callable[[Value], Value], value: Value) -> tuple[Value, ...]:
    if type(value) is not list:
        _malformed("must be a list")
    return tuple(_member(read, str(place), part) for place, part in enumerate(value))
