"""The calculator's form: its fields, and how they become a claim and a claim becomes them again.

Each field stands for one place in a claim, so that a problem with that place marks the field. What is
left empty is left out of the claim; the claim's own reader says what is missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from api.web.fields import Field, Path
from api.web.questions import FIELDS, HOURS_WAYS, NOTHING, PAID_WAYS
from remedies.errors import Problem
from remedies.wire.fields import MISSING

WORK: Final[Path] = ("work", 0)
BLANK: Final = {"workweek_starts_on": ["sunday"], "hours_way": ["per_workweek"]}
"""What a form begins with; the calculator adds the day."""

NEEDED: Final = "this is needed"
NOT_A_DATE: Final = "this is not a date such as 2014-10-11"
_WRITTEN: Final = frozenset({"text", "date", "number"})
_ZERO: Final = "0.00"
_EVERY_DAY: Final = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
# A claim's reader speaks to programs; where the form asks otherwise, it also says otherwise.
_SAYS: Final = {
    ("paid_way", "required"): "say what reached the worker; choose Nothing when nothing did",
    ("paid_way", "exactly_one"): "choose one way that fits the amount; Nothing goes without one",
    ("days", "wrong_type"): "choose at least one day",
    ("basis", "required"): "choose one",
    ("hours_way", "required"): "choose one",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A problem, the field that it marks, if any, and that field's label."""

    message: str
    field: Field | None
    where: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with what was entered and what is wrong with it."""

    entered: Mapping[str, Sequence[str]] = field(default_factory=dict)
    problems: tuple[Marked, ...] = ()

    def value(self, name: str) -> str:
        """Return what was entered; nothing when nothing was."""
        return next(iter(self.entered.get(name, ())), "")

    def chosen(self, name: str, option: str) -> bool:
        """Return whether an option was chosen."""
        return option in self.entered.get(name, ())

    def wrong(self, name: str) -> list[str]:
        """Return what is wrong with a field."""
        return [m.message for m in self.problems if m.field is not None and m.field.name == name]


def claim(entered: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the claim that the form describes, with nothing in it that was left empty."""
    found: dict[str, Any] = {"claim": "1", "convictions": [{}], "work": [{"hours": {}, "pay": {}}]}
    for entry in FIELDS:
        values = [value.strip() for value in entered.get(entry.name, ()) if value.strip()]
        if entry.kind == "boxes":
            _put(found, entry.path, values)
        elif entry.kind == "flag":
            if values:
                _put(found, entry.path, value=True)
        elif values and entry.path:
            _put(found, entry.path, values[0])
    _put_in_its_way(found, entered)
    return found


def entered_from(document: Mapping[str, Any]) -> dict[str, list[str]] | None:
    """Return what one would enter for a claim; None when the form has no place for all of it."""
    places = {entry.path: entry for entry in FIELDS if entry.path}
    found: dict[str, list[str]] = {"days": _EVERY_DAY} | BLANK
    for path, value in _leaves(document):
        if path == ("claim",) or value is None:
            continue
        entry = places.get(path)
        if entry is not None:
            found[entry.name] = _as_entered(value)
        elif path[:-1] == (*WORK, "hours") and path[-1] in HOURS_WAYS:
            found |= {"hours_way": [str(path[-1])], "hours": [str(value)]}
        elif path[:-1] == (*WORK, "paid") and path[-1] in PAID_WAYS:
            found |= {"paid_way": [str(path[-1])], "paid": [str(value)]}
        else:
            return None
    if found.get("paid_way") == ["total"] and found["paid"] == [_ZERO]:
        found |= {"paid_way": [NOTHING], "paid": []}
    return found


def mark(problems: Sequence[Problem], entered: Mapping[str, Sequence[str]]) -> tuple[Marked, ...]:
    """Return the problems, each with the field that it is about, in the order of the form."""
    order = {entry.name: place for place, entry in enumerate(FIELDS)}
    filled = Filled(entered)
    marked = [_mark(problem, filled) for problem in problems]
    return tuple(
        sorted(marked, key=lambda m: order[m.field.name] if m.field is not None else len(order))
    )


def _mark(problem: Problem, filled: Filled) -> Marked:
    candidates = [(entry, path) for entry in FIELDS for path in entry.marks_all()]
    for entry, path in sorted(candidates, key=lambda pair: len(pair[1]), reverse=True):
        if problem.field == path or problem.field.startswith((f"{path}.", f"{path}[")):
            message = _SAYS.get((entry.name, problem.code), problem.message)
            empty = entry.kind in _WRITTEN and not filled.value(entry.name).strip()
            message = NEEDED if message == MISSING or empty else message
            return Marked(message, entry, entry.label)
    return Marked(problem.message, None, problem.field)


def _put_in_its_way(found: dict[str, Any], entered: Mapping[str, Sequence[str]]) -> None:
    filled = Filled(entered)
    hours = filled.value("hours").strip()
    way = filled.value("hours_way")
    if way in HOURS_WAYS or not hours:
        _put(found, (*WORK, "hours", way or HOURS_WAYS[0]), hours)
    paid, way = filled.value("paid").strip(), filled.value("paid_way")
    if way == NOTHING:
        _put(found, (*WORK, "paid"), {"total": _ZERO} | ({"per_hour": paid} if paid else {}))
    elif way in PAID_WAYS:
        _put(found, (*WORK, "paid"), {way: paid})
    elif paid:
        _put(found, (*WORK, "paid"), {})


def _put(document: dict[str, Any], path: Path, value: object) -> None:
    place: Any = document
    for step in path[:-1]:
        place = place[step] if isinstance(step, int) else place.setdefault(step, {})
    place[path[-1]] = value


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list) and not all(isinstance(inner, str) for inner in value):
        for place, inner in enumerate(value):
            yield from _leaves(inner, (*path, place))
    else:
        yield path, value


def _as_entered(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(inner) for inner in value]
    if isinstance(value, bool):
        return ["yes"] if value else []
    return [str(value)]
