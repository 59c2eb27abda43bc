"""The query of a request: only parts that are known, each once."""

import datetime as dt
from collections.abc import Iterable, Mapping

from flask import request

from api.errors import QueryError
from remedies.wire.fields import FIRST_YEAR, LAST_YEAR, plain_day


def parts(*known: str) -> dict[str, str]:
    """Return the parts of the query: what is misspelled would otherwise change an answer in silence.

    Raises:
        QueryError: a part is not known, or is given twice.

    """
    for name in request.args:
        if name not in known:
            why = f"is not known; what is: {', '.join(known)}"
            raise QueryError(name, why, code="unknown_parameter")
        if len(request.args.getlist(name)) > 1:
            raise QueryError(name, "is given more than once", code="duplicate_key")
    return request.args.to_dict()


def day(
    query: Mapping[str, str], name: str, *, wrong: type[QueryError] = QueryError
) -> dt.date | None:
    """Return the day that a part names; None when it is left out.

    Raises:
        QueryError: it names none; ``wrong`` is the kind of error, where it is a form's field.

    """
    if name not in query:
        return None
    found = plain_day(query[name])
    if found is None:
        says = f"must be a date such as 2014-10-11, of the years {FIRST_YEAR} to {LAST_YEAR}"
        raise wrong(name, says, code="not_a_date")
    return found


def needed_day(query: Mapping[str, str], name: str) -> dt.date:
    """Return the day that a part names.

    Raises:
        QueryError: it names none, or is left out.

    """
    found = day(query, name)
    if found is None:
        raise QueryError(name, "must be given: a date such as 2014-10-11", code="required")
    return found


def one_of(query: Mapping[str, str], name: str, words: Iterable[str]) -> str | None:
    """Return the word that a part is; None when it is left out.

    Raises:
        QueryError: it is none of the words.

    """
    known = list(words)
    if name in query and query[name] not in known:
        raise QueryError(name, f"must be one of {', '.join(known)}", code="not_one_of")
    return query.get(name)


def flag(query: Mapping[str, str], name: str) -> bool:
    """Return whether a part says ``true``; it does not when it is left out.

    Raises:
        QueryError: it says neither ``true`` nor ``false``.

    """
    return one_of(query, name, ("true", "false")) == "true"
