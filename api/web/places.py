"""The states and territories that a page lets one choose from, as a language names and orders them."""

from functools import cache

from remedies.documents.texts.language import listed_places


@cache
def named_places(code: str) -> tuple[tuple[str, str], ...]:
    """Return every state and territory as an answer names it, ``US-CA``, with its name, by name."""
    return tuple((key.upper(), name) for key, name in listed_places(code))


@cache
def guided_places(code: str) -> tuple[tuple[str, str], ...]:
    """Return every state and territory by key, ``us-ca``, with its name, by name.

    One whose fund for crime victims is not encoded is among them: whoever chooses it is told whom to ask.
    """
    return listed_places(code)
