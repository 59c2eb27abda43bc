"""What a guide for one place names: the program, its terms, the telephone, and the law of the place."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from remedies.documents.guides.labels import labels
from remedies.documents.guides.labels import terms as translations
from remedies.documents.texts.language import SOURCE, Language, language
from remedies.documents.texts.values import Said
from remedies.law import Law, Version

_PROGRAM: Final = "victim_compensation"
LAWS: Final = (_PROGRAM, "trafficking_restitution", "trafficking_civil_action", "wage_damages")
_TERMS: Final = ("program", "maximum", "sub_limits", "deadline", "reporting", "trafficking")
_NAME: Final = "program"
_SPEAKS: Final = {"us-pr": "es"}
"""The languages in which programs are named, where it is not the source's."""
_HOLDS: Final = {**{name: name for name in (*_TERMS, "phone", "site")}, "sub_limits": "limits"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place for a text that is written for every place: values, conditions, the law it stands for."""

    given: Mapping[str, Said]
    holds: frozenset[str]
    stand_for: Mapping[str, str]


def place(key: str, law: Law, as_of: dt.date, spoken: Language) -> Place:
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
            name: words if name == _NAME else _translated(words, spoken)
            for name, words in terms.items()
        }
        for name, term in (("phone", "phone"), ("site", "website")):
            if name not in known and term in program.terms:
                known[name] = str(program.terms[term])
    holds = {f"place.{'has' if name in known else 'no'}_{said}" for name, said in _HOLDS.items()}
    holds |= {f"place.has_{name}" for name, version in found.items() if version is not None}
    holds.add("place.known" if program is not None else "place.not_encoded")
    given = {f"place.{name}": _said(name, words, key, spoken) for name, words in known.items()}
    given["place.name"] = Said(spoken.place(key), figures=False)
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


def without_facts(key: str, law: Law, spoken: Language) -> str:
    """Return whom to ask about the fund of a place that is known while its fund is not; else nothing."""
    if key not in spoken.places or key in places(law):
        return ""
    contacts = law.register("contacts")
    return str(labels(spoken.code, "page")["place_without_facts"]).format(
        place=spoken.place(key),
        office=contacts["compensation_directory"]["phone"],
        hotline=contacts["hotline"]["phone"],
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


def _said(name: str, words: str, key: str, spoken: Language) -> Said:
    if name == _NAME:
        return _program(words, _SPEAKS.get(key, SOURCE), spoken)
    if name == "phone":
        return Said(_telephone(words, spoken))
    return Said(words, figures=name == "site")


def _program(words: str, named_in: str, spoken: Language) -> Said:
    """Return a program by the name that one asks for it by, in the language in which it is named.

    What stands after the name in brackets is said in the language of the text where it can be.
    """
    if named_in == spoken.code:
        return Said(words, figures=False)
    name, _, more = words.removesuffix(")").partition(" (")
    said = translations(spoken.code).get(more)
    after = Said(said or more, figures=False, language="" if said else named_in)
    return Said(name, figures=False, language=named_in, beside=after if more else None)


def _telephone(words: str, spoken: Language) -> str:
    """Return a number; that it answers only from its own state is said in the language."""
    source = language(SOURCE)
    for key, name in source.places.items():
        there = spoken.words["within"].format(spoken.place(key))
        words = words.replace(source.words["within"].format(name), there)
    return words


def _translated(words: str, spoken: Language) -> str:
    return words if spoken.code == SOURCE else translations(spoken.code)[words]
