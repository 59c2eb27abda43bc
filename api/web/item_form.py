"""The question what one item of law provides on a day, and its answer."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from api.web.fields import Field
from api.web.form import NEEDED, NOT_A_DATE, Filled, Marked
from api.web.law_view import Held, ItemView
from remedies.errors import LawAbsentError, LawNotEncodedError
from remedies.law import Considered
from remedies.law.items import GENERAL
from remedies.wire.fields import plain_day

ON, TIER = "on", "tier"
BY_GROUP: Final = "what the law provides on that day depends on the group; choose one"


@dataclass(frozen=True, slots=True)
class Told:
    """What an item provides on a day, or that it provides nothing; and why each version does or does not."""

    on: dt.date
    held: Held | None
    nothing: str
    considered: list[tuple[Held, Considered]]


@dataclass(frozen=True, slots=True)
class Asked:
    """The form as it was filled in, with what is wrong with it, and the answer."""

    fields: tuple[Field, ...]
    filled: Filled
    status: HTTPStatus = HTTPStatus.OK
    told: Told | None = None


class Inquiry:
    """What a query asks about an item."""

    def __init__(self, view: ItemView, query: Mapping[str, str]) -> None:
        """Read the query; what it has beyond the fields is left alone."""
        self.view = view
        self.entered = {name: [query[name].strip()] for name in (ON, TIER) if name in query}
        self.filled = Filled(self.entered)
        self.on = plain_day(self.filled.value(ON))
        self.tier = self.filled.value(TIER) or None
        self.fields = tuple(self._fields())

    def asked(self) -> Asked:
        """Return the answer, or what is wrong; nothing yet when nothing was asked."""
        if ON not in self.entered:
            return Asked(self.fields, self.filled)
        wrong = dict(self._wrong())
        if wrong or self.on is None:
            return self._refused(HTTPStatus.BAD_REQUEST, wrong)
        held, nothing = None, ""
        try:
            held = self.view.answer(self.on, self.tier)
        except LawAbsentError as error:
            nothing = error.why
        except LawNotEncodedError as error:
            if self.tier is None and self.view.item.tiers and GENERAL not in self.view.item.tiers:
                return self._refused(HTTPStatus.BAD_REQUEST, {TIER: BY_GROUP})
            return self._refused(HTTPStatus.NOT_FOUND, {ON: error.why}, self._told(None, ""))
        return Asked(self.fields, self.filled, told=self._told(held, nothing))

    def _told(self, held: Held | None, nothing: str) -> Told | None:
        if self.on is None:
            return None
        return Told(self.on, held, nothing, self.view.considered(self.on, self.tier))

    def _refused(
        self, status: HTTPStatus, wrong: Mapping[str, str], told: Told | None = None
    ) -> Asked:
        named = {field.name: field for field in self.fields}
        marked = tuple(Marked(why, named[name], named[name].label) for name, why in wrong.items())
        return Asked(self.fields, Filled(self.entered, marked), status, told)

    def _wrong(self) -> Iterator[tuple[str, str]]:
        if self.on is None:
            yield ON, NOT_A_DATE if self.filled.value(ON) else NEEDED
        if self.tier and self.tier not in self.view.item.tiers:
            yield TIER, "there is no such group; choose one of the list, or none"

    def _fields(self) -> Iterator[Field]:
        yield Field(name=ON, label="Day", hint="Such as 2014-10-11.", required=True)
        tiers = self.view.item.tiers
        if tiers or self.tier:
            yield Field(
                name=TIER, label="Group", kind="choice", options=options(tiers), required=True
            )


def options(tiers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the groups as options; the general one is what applies when none is named."""
    others = tuple((key, words) for key, words in tiers.items() if key != GENERAL)
    general = tiers.get(GENERAL)
    return (("", f"General: {general}" if general else "Not stated"), *others)
