"""The register of positions as its page shows it: by scope, with authorities and circuits in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from api.web.law_words import web_address
from remedies.documents.wording import CHECKED, circuit
from remedies.law import Law, Option, Position
from remedies.law.positions import Holding

_SCOPES: Final = {
    "figure": ("The figure", "Each moves the total of a claim."),
    "order": ("The order", "Decided when the order of restitution is written."),
    "assessment": ("Assessments", "They decide which special assessments are owed."),
    "civil": ("Civil claims", "They matter where the victim sues."),
    "collection": ("Collection", "They matter once money is owed under an order."),
    "compensation": ("Compensation", "They matter to what a victim is paid from a fund."),
    "forfeiture": ("Forfeiture", "They matter where forfeited property is to reach victims."),
    "tax": ("Tax", "They decide how an award is taxed."),
    "wages": ("Wages", "They decide which wage the law guaranteed for the work."),
}


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position."""

    position: Position

    @property
    def authority_count(self) -> int:
        """How many authorities are named."""
        return sum(len(option.authorities) for option in self.position.options.values())

    @property
    def default(self) -> Option:
        """The option taken where nobody chooses."""
        return self.position.options[self.position.default]

    def circuits(self) -> Iterator[tuple[str, str, str]]:
        """Yield each circuit's name, the option taken for it if one is, and what was seen of it."""
        named = dict.fromkeys([*self.position.circuits, *self.position.circuit_notes])
        for name in named:
            taken = self.position.circuits.get(name, "")
            yield circuit(name), taken, self.position.circuit_notes.get(name, "")

    def words(self, held: Holding) -> str:
        """When and where an authority was decided, and how it was checked."""
        where = f"{circuit(held.circuit)}. " if held.circuit else ""
        when = f"Decided on {held.decided_on}. " if held.decided_on else ""
        return f"{where}{when}{CHECKED[held.checked]}"

    def url(self, held: Holding) -> str:
        """Where an authority can be read."""
        return web_address(held.url)


@dataclass(frozen=True, slots=True)
class Scope:
    """Positions that matter to one thing."""

    key: str
    title: str
    says: str
    positions: list[PositionView]


class Register:
    """The whole register."""

    def __init__(self, law: Law) -> None:
        """Read the register."""
        self._positions = law.all_positions().values()
        self.count = len(self._positions)

    def scopes(self) -> Iterator[Scope]:
        """Yield the scopes in the order of the register."""
        for key in dict.fromkeys(position.scope for position in self._positions):
            title, says = _SCOPES.get(key, (key.capitalize(), ""))
            found = [PositionView(p) for p in self._positions if p.scope == key]
            yield Scope(key, title, says, found)
