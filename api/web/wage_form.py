"""The question for a minimum wage: its fields, and what is wrong with what was entered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from api.web.fields import Field, Options
from api.web.form import NEEDED, NOT_A_DATE, Filled, Marked
from api.web.item_form import options
from api.web.law_view import FEDERAL, LawView
from api.web.wages import GROUP, LABELS, TIER, Answer
from remedies.errors import LawNotEncodedError
from remedies.law import Item
from remedies.law.floors import FEDERAL as FEDERAL_WAGE
from remedies.law.floors import floor_keys, floors
from remedies.wire.fields import plain_day

PLACE, ON = "place", "on"
NAMES = (PLACE, ON, TIER, GROUP)
Wrong = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """The form as it was filled in, with what is wrong with it, or the answer."""

    fields: tuple[Field, ...]
    filled: Filled
    status: HTTPStatus = HTTPStatus.OK
    answer: Answer | None = None


class Question:
    """What a query asks."""

    def __init__(self, law: LawView, query: Mapping[str, Sequence[str]]) -> None:
        """Read the query; what it has beyond the fields is left alone."""
        self.law = law
        self.entered = {name: [query[name][0].strip()] for name in NAMES if query.get(name)}
        self.filled = Filled(self.entered)
        self.on = plain_day(self.filled.value(ON))
        place = self.filled.value(PLACE)
        known = place != FEDERAL and (place in law.jurisdictions or place in law.localities)
        self.place = place if known else ""
        self.items = self._items()
        self.fields = tuple(self._fields())

    def asked(self) -> Asked:
        """Return the answer, or what is wrong at each field; nothing yet when nothing was asked."""
        if ON not in self.entered:
            return Asked(self.fields, self.filled)
        wrong = list(self._wrong())
        if wrong or self.on is None:
            return self._refused(HTTPStatus.BAD_REQUEST, wrong)
        tier, group = self.filled.value(TIER) or None, self.filled.value(GROUP) or None
        try:
            found = floors(self.law.law, self.place, self.on, group=group, tier=tier)
        except LawNotEncodedError as error:
            why = f"no minimum wage is encoded for this place: {error.why}"
            return self._refused(HTTPStatus.NOT_FOUND, [(PLACE, why)])
        answer = Answer(self.law, self.place, self.on, found)
        if all(view.hole and not view.only_group for view in answer.floors):
            told = "; ".join(f"{view.law}: {view.floor.why}" for view in answer.floors)
            return self._refused(
                HTTPStatus.NOT_FOUND, [(ON, f"nothing is encoded for it. {told}")]
            )
        return Asked(self.fields, self.filled, answer=answer)

    def _refused(self, status: HTTPStatus, wrong: list[Wrong]) -> Asked:
        named = {field.name: field for field in self.fields}
        marked = tuple(Marked(why, named[name], named[name].label) for name, why in wrong)
        return Asked(self.fields, Filled(self.entered, marked), status)

    def _wrong(self) -> Iterator[Wrong]:
        """Yield what is wrong, in the order of the fields."""
        place, on, tier, group = (self.filled.value(name) for name in NAMES)
        if not self.place:
            yield PLACE, "this is not a place in the list" if place else NEEDED
        if self.on is None:
            yield ON, NOT_A_DATE if on else NEEDED
        if self.place and tier and not any(tier in item.tiers for item in self.items):
            yield TIER, "the place has no such group; choose one of the list, or none"
        if group and group not in self.law.item(FEDERAL_WAGE).item.tiers:
            yield GROUP, "there is no such group; choose one of the list, or none"

    def _items(self) -> list[Item]:
        """Return the minimum wages of the place beside the federal one."""
        if not self.place:
            return []
        try:
            keys = list(floor_keys(self.law.law, self.place))
        except LawNotEncodedError:
            return []
        return [self.law.law.item(key) for key in keys if key != FEDERAL_WAGE]

    def _fields(self) -> Iterator[Field]:
        yield Field(
            name=PLACE,
            label="Place of work",
            kind="choice",
            required=True,
            options=(("", "Choose a place"), *self._states.items()),
            grouped=tuple(self._within()),
        )
        yield Field(name=ON, label="Day of work", hint="Such as 2014-10-11.", required=True)
        tiers = {key: words for item in self.items for key, words in item.tiers.items()}
        if tiers or self.filled.value(TIER):
            yield Field(
                name=TIER,
                label=LABELS[TIER].capitalize(),
                kind="choice",
                hint="The place’s minimum wage differs by this on some days.",
                options=options(tiers),
                required=True,
            )
        federal = self.law.item(FEDERAL_WAGE)
        if self.filled.value(GROUP) or (self.on and federal.differs(self.on)):
            yield Field(
                name=GROUP,
                label=LABELS[GROUP].capitalize(),
                kind="choice",
                hint="Before 1978 the federal rate may depend on which act first covered the work.",
                options=options(federal.item.tiers),
                required=True,
            )

    @property
    def _states(self) -> dict[str, str]:
        return {key: name for key, name in self.law.jurisdictions.items() if key != FEDERAL}

    def _within(self) -> Iterator[tuple[str, Options]]:
        """Yield the places within each state, by name."""
        for state, name in self._states.items():
            found = [e for e in self.law.localities.items() if e[0].startswith(f"{state}.")]
            if found:
                yield f"Places in {name}", tuple(sorted(found, key=lambda entry: entry[1]))
