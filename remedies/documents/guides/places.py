"""What a guide for one place names: the program, its terms, the telephone, and the law of the place."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import tomli

from remedies.documents.texts.language import FOLDER, SOURCE, Language
from remedies.documents.texts.values import Said
from remedies.law import Law, Version

_PROGRAM: Final = "victim_compensation"
LAWS: Final = (_PROGRAM, "trafficking_restitution", "trafficking_civil_action", "wage_damages")
_TERMS: Final = ("program", "maximum", "sub_limits", "deadline", "reporting", "trafficking")
_HOLDS: Final = {**{name: name for name in (*_TERMS, "phone", "site")}, "sub_limits": "limits"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place for a text that is written for every place: values, conditions, the law it stands for."""

    given: Mapping[str, Said]
    holds: frozenset[str]
    stand_for: Mapping[str, str]


def place(key: str, law: Law, as_of: dt.date, language: Language) -> Place:
    """Return what is known of a place, such as ``us-ca``, on a day or on the last day that is known.

    Raises:
        KeyError: there is no such place, or a term is not translated into the language.

    """
    found = {name: _version(law, f"{key}.{name}", as_of) for name in LAWS}
    program = found[_PROGRAM]
    known = dict(_contact(law, key))
    if program is not None:
        terms = {name: str(program.terms[name]) for name in _TERMS if name in program.terms}
        known |= {
            name: words if name == "program" else _translated(words, language)
            for name, words in terms.items()
        }
        for name, term in (("phone", "phone"), ("site", "website")):
            if name not in known and term in program.terms:
                known[name] = str(program.terms[term])
    holds = {f"place.{'has' if name in known else 'no'}_{said}" for name, said in _HOLDS.items()}
    holds |= {f"place.has_{name}" for name, version in found.items() if version is not None}
    if program is not None:
        holds.add("place.known")
    given = {
        f"place.{name}": Said(words, figures=name in ("phone", "site"))
        for name, words in known.items()
    }
    given["place.name"] = Said(str(law.register("jurisdictions")[key]), figures=False)
    return Place(
        given=given,
        holds=frozenset(holds),
        stand_for={f"place.{name}": f"{key}.{name}" for name in LAWS},
    )


def places(law: Law) -> tuple[str, ...]:
    """Return every place whose compensation program is encoded, by key."""
    keys = sorted(str(key) for key in law.register("jurisdictions") if str(key).startswith("us-"))
    return tuple(
        key for key in keys if _version(law, f"{key}.{_PROGRAM}", dt.date.max) is not None
    )


def _version(law: Law, key: str, as_of: dt.date) -> Version | None:
    """Return the last version that is in force by the day, whatever its tier; None where none is encoded."""
    if key not in _keys(law):
        return None
    item = law.item(key)
    day = min(as_of, item.known_through)
    standing = [
        version for version in item.versions if version.effective_on <= day and not version.none
    ]
    return standing[-1] if standing else None


@cache
def _keys(law: Law) -> frozenset[str]:
    return frozenset(law.keys())


def _contact(law: Law, key: str) -> Mapping[str, str]:
    """Return the program's telephone and site as the register of contacts has them."""
    found = law.register("contacts").get(f"compensation_{key.replace('-', '_')}", {})
    return {name: str(found[name]) for name in ("phone", "site") if name in found}


def _translated(words: str, language: Language) -> str:
    return words if language.code == SOURCE else _words(language.code)[words]


@cache
def _words(code: str) -> Mapping[str, str]:
    """Return the words of states' programs in a language, by the English words of the data."""
    found: Mapping[str, str] = tomli.loads((FOLDER / "terms" / f"{code}.toml").read_text("utf-8"))
    return found
