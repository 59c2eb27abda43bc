"""The positions that may be taken in a case: of collection or forfeiture, registered, and computed."""

from collections.abc import Iterator
from typing import Final

from remedies import law
from remedies.errors import Problem
from remedies.ledger.entries import Body, CaseOpened
from remedies.wire.claim_schema import CIRCUITS

SCOPES: Final = frozenset({"collection", "forfeiture"})
"""The scopes of the register's positions that a case's own computations rest on."""


def unknown_positions(body: Body) -> Iterator[Problem]:
    """Yield a problem for each position or option of a case that is not registered, or not computed.

    Likewise for a circuit that is none: its decisions are followed where no option is stated.
    """
    if not isinstance(body, CaseOpened):
        return
    if body.circuit and body.circuit not in CIRCUITS:
        yield Problem("circuit", "not_one_of", f"must be one of {', '.join(CIRCUITS)}")
    if not body.positions:
        return
    register = {
        key: each for key, each in law.encoded().all_positions().items() if each.scope in SCOPES
    }
    for key, option in body.positions.items():
        field = f"positions.{key}"
        if key not in register:
            why = f"is not a position of collection or forfeiture; those are {', '.join(register)}"
            yield Problem(field, "unknown_position", why)
        elif option not in register[key].options:
            why = f"must be one of {', '.join(register[key].options)}"
            yield Problem(field, "unknown_option", why)
        elif not register[key].options[option].computed:
            computed = ", ".join(each.key for each in register[key].alternatives)
            why = f"nothing can be computed by this option yet; it can by {computed or 'none'}"
            yield Problem(field, "option_not_computed", why)
