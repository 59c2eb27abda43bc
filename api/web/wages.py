"""The minimum wages at a place on a day, as the page shows them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from markupsafe import Markup

from api.web.law_view import FEDERAL, NOT_KNOWN, Held, ItemView, LawView, Stretch
from remedies.documents.steps import Line, Step, Stroke, steps
from remedies.documents.wording import day as long_day
from remedies.figures import Checked
from remedies.law import Begins
from remedies.law.floors import Floor, highest
from remedies.law.items import GENERAL

FEDERAL_LAW: Final = "Federal"
TIER, GROUP = "tier", "group"
LABELS: Final = {TIER: "kind of employer or work", GROUP: "federal coverage group"}
_STROKES: Final = (Stroke.DASHED, Stroke.BROAD, Stroke.THIN)  # federal, state, local


@dataclass(frozen=True, slots=True)
class FloorView:
    """One of the minimum wages at the place."""

    floor: Floor
    view: ItemView
    law: str
    held: Held | None
    on_day: dt.date

    @property
    def hole(self) -> bool:
        """Whether nothing is known, not even that this law sets none."""
        return self.held is None and not self.floor.absent

    @property
    def only_group(self) -> bool:
        """Whether the value of the day is known for some group, and no group was named."""
        return not self.floor.tier and self.view.differs(self.on_day)

    @property
    def field(self) -> str:
        """The form's field that names the group."""
        return GROUP if self.floor.item.place == FEDERAL else TIER

    @property
    def asks(self) -> str:
        """That field's label."""
        return LABELS[self.field]

    @property
    def group(self) -> str:
        """The group that the value is for, in words; nothing when it is for all."""
        return self.floor.item.tiers.get(self.floor.tier or GENERAL, "")

    @property
    def stretches(self) -> list[Stretch]:
        """The days of this wage, for the same group as the answer's."""
        return list(self.view.stretches(self.floor.tier))

    def on(self, day: dt.date) -> str:
        """The value on a day, or that none is known or set."""
        for stretch in self.stretches:
            if stretch.begins_on <= day <= stretch.ends_on:
                return stretch.held.value if stretch.held else stretch.why
        return NOT_KNOWN


class Answer:
    """The minimum wages at a place on a day."""

    def __init__(self, law: LawView, place: str, on: dt.date, found: list[Floor]) -> None:
        """Keep what was found."""
        self.law = law
        self.place = law.place(place)
        self.jurisdiction = place.partition(".")[0]
        self.state = law.place(self.jurisdiction)
        self.on = on
        self.long_day = long_day(on)
        self.found = found
        self.floors = [self._view(floor) for floor in found]
        self.highest = highest(found)

    def _view(self, floor: Floor) -> FloorView:
        view = ItemView(floor.item, self.law)
        place = floor.item.place
        tier = floor.tier or GENERAL
        groups = (tier,) if tier in floor.item.tiers else ()
        held = Held(floor.item, floor.version, self.law, groups) if floor.version else None
        name = FEDERAL_LAW if place == FEDERAL else self.law.place(place)
        return FloorView(floor, view, name, held, self.on)

    @property
    def value(self) -> str:
        """The wage that applies; nothing when it cannot be said."""
        return self.at_least if self.highest else ""

    @property
    def applies(self) -> list[FloorView]:
        """The wages that are the highest, one or several alike."""
        if not self.highest or not self.highest.version:
            return []
        top = self.highest.version.value
        return [view for view in self.floors if view.held and view.held.version.value == top]

    @property
    def sets(self) -> str:
        """Which laws set the wage that applies, in a sentence."""
        names = ["federal" if view.law == FEDERAL_LAW else view.law for view in self.applies]
        if len(names) > 1:
            return f"The same under {' and '.join(names)} law."
        alone = sum(bool(view.held) for view in self.floors) == 1
        return f"The {names[0]} minimum wage applies{'' if alone else '; it is the highest'}."

    @property
    def groups(self) -> list[str]:
        """The groups that the values are for, in words."""
        return [f"{view.law}: {view.group}" for view in self.floors if view.held and view.group]

    @property
    def at_least(self) -> str:
        """The highest of those that are known."""
        known = [floor for floor in self.found if floor.version]
        best = highest(known)
        return next((v.held.value for v in self.floors if v.held and v.floor is best), "")

    @property
    def holes(self) -> list[FloorView]:
        """The wages that are not known, so that the highest cannot be said."""
        return [view for view in self.floors if view.hole]

    @cached_property
    def cautions(self) -> list[tuple[str, str]]:
        """What is doubtful, each with the law that it is about."""
        return list(self._cautions())

    def _cautions(self) -> Iterator[tuple[str, str]]:
        for view in self.floors:
            if view.held is None:
                continue
            if view.held.doubted:
                yield view.law, view.held.checked
            version = view.held.version
            if version.begins is Begins.ABOUT:
                yield (
                    view.law,
                    f"The first day of this value is not exact: {version.effective_on}.",
                )
            elif version.begins is Begins.BY:
                yield (
                    view.law,
                    (
                        f"The value was read in force on {version.effective_on}; "
                        "from what day it applied is not established."
                    ),
                )
            if version.note and version.authority.checked is Checked.CONFLICT:
                yield view.law, version.note

    @cached_property
    def other_groups(self) -> list[tuple[str, str, bool]]:
        """The value of each group of the state's or locality's wage, and whether it is shown above."""
        rows = []
        for view in self.floors[1:]:
            item, shown = view.floor.item, view.floor.tier or GENERAL
            for tier, words in item.tiers.items():
                version = item.series[tier].on(self.on)
                value = Held(item, version, self.law).value if version else NOT_KNOWN
                rows.append((words, value, tier == shown))
        return rows if len({value for _, value, _ in rows}) > 1 else []

    @property
    def others_known(self) -> bool:
        """Whether a value of another law than the federal one is encoded for any day."""
        return any(stretch.held for view in self.floors[1:] for stretch in view.stretches)

    @property
    def chart(self) -> Markup:
        """The wages through time; the drawing escapes what it is given."""
        lines = [
            Line(label=view.law, steps=_steps(view.stretches), stroke=stroke)
            for view, stroke in zip(self.floors, _STROKES, strict=False)
        ]
        lines.sort(key=lambda line: line.stroke is not Stroke.BROAD)
        if not any(line.steps for line in lines):
            return Markup()
        about = (
            "Each line is one minimum wage, in dollars an hour; the tables below have every value."
        )
        title = f"Minimum wages in {self.place} through time"
        return Markup(steps(title, about, lines, marked=self.on, key="wages"))  # noqa: S704 - see above


def _steps(stretches: list[Stretch]) -> list[Step]:
    return [
        Step(
            begins_on=stretch.begins_on, ends_on=stretch.ends_on, value=stretch.held.version.value
        )
        for stretch in stretches
        if stretch.held and stretch.held.version.value is not None
    ]
