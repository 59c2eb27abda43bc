"""The states and territories that a page lets one choose from."""

from functools import cache
from typing import Final

from remedies.documents.guides.catalog import known_places
from remedies.facts.civil import STATES
from remedies.law import encoded

_ELSEWHERE: Final = {"AS": "American Samoa", "MP": "Northern Mariana Islands"}
"""Territories of which no law is encoded."""


@cache
def named_places() -> tuple[tuple[str, str], ...]:
    """Return every state and territory as an answer names it, ``US-CA``, with its name, by name."""
    names = encoded().register("jurisdictions")
    found = (
        (f"US-{code}", str(names.get(f"us-{code.lower()}", _ELSEWHERE.get(code, code))))
        for code in sorted(STATES)
    )
    return tuple(sorted(found, key=lambda entry: entry[1]))


@cache
def guided_places() -> tuple[tuple[str, str], ...]:
    """Return every place that has a guide of its own by key, ``us-ca``, with its name, by name."""
    names = encoded().register("jurisdictions")
    found = ((key, str(names[key])) for key in known_places(encoded()))
    return tuple(sorted(found, key=lambda entry: entry[1]))
