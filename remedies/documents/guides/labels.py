"""The short words that the program itself says, in each language: labels of parts, pages and forms.

They stand in the tables of ``remedies/templates/languages/<code>.toml``, under the same names in every
language.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import tomli

from remedies.documents.texts.language import FOLDER

_TERMS: Final = FOLDER / "terms"


@cache
def labels(code: str, table: str) -> Mapping[str, Any]:
    """Return one table of a language's short words.

    Raises:
        KeyError: the language has no such table.

    """
    file = tomli.loads((FOLDER / f"{code}.toml").read_text("utf-8"))
    found: Mapping[str, Any] = file[table]
    return found


@cache
def terms(code: str) -> Mapping[str, str]:
    """Return the words of states' laws in a language, by the English words of the data."""
    path = _TERMS / f"{code}.toml"
    found: Mapping[str, str] = tomli.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found
