"""What somebody asks for: a document of a kind, in a language and a form, made of something."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import remedies
from remedies import law
from remedies.casework.exhibits import PDF
from remedies.casework.material import NOTHING, Material
from remedies.documents.guides.catalog import CATALOG, known_places
from remedies.documents.guides.kinds import Kind, Needs, Reader
from remedies.documents.guides.page import Size
from remedies.documents.guides.places import without_facts
from remedies.documents.texts.language import SOURCE, language
from remedies.documents.victims_schedule_view import VictimsSchedule
from remedies.errors import InvalidEntryError, Problem

HTML: Final = "text/html"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ICS: Final = "text/calendar"
FORMS: Final = {PDF: "pdf", HTML: "html", DOCX: "docx", ICS: "ics"}
"""The forms that documents can be had in, each with the ending of its file's name."""

EXAMPLES: Final = Path(remedies.__file__).resolve().parents[1] / "examples"
"""The project's examples, from which the handouts are worked."""

_NAMES: Final = {Reader.SURVIVOR: "guide", Reader.PUBLIC: "guide", Reader.ADVOCATE: "paper"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One document that somebody asks for; ``place`` is a key such as ``us-ca``.

    ``named``: a calendar file's entries say what each day is for.
    """

    kind: str
    language: str
    as_of: dt.date
    form: str = PDF
    size: Size = Size.ORDINARY
    place: str = ""
    named: bool = False
    material: Material = NOTHING
    examples: Path = EXAMPLES

    @property
    def name(self) -> str:
        """The name of its file, which tells nothing of anybody."""
        reader = CATALOG[self.kind].reader
        found = self.material.found
        sealed = isinstance(found, VictimsSchedule) and found.sealed
        stem = _NAMES.get(reader, f"{self.kind}-sealed" if sealed else self.kind)
        return f"{stem}.{FORMS[self.form]}"

    @property
    def is_personal(self) -> bool:
        """Whether it is made of a person's answers, a claim or a case."""
        return self.material != NOTHING or CATALOG[self.kind].needs is Needs.ANSWERS


def forms(kind: Kind) -> tuple[str, ...]:
    """Return the forms that a kind can be had in, the usual one first."""
    return tuple(form for form in FORMS if form != ICS or kind.dated)


def demand(wanted: Wanted) -> None:
    """Require what the kind needs, in a language and a form that it has.

    Raises:
        InvalidEntryError: something is missing, or is not known.
        KeyError: there is no such kind.

    """
    kind = CATALOG[wanted.kind]
    problems = []
    if wanted.language not in kind.languages:
        says = f"must be one of {', '.join(kind.languages)}"
        problems.append(Problem("lang", "not_one_of", says))
    if wanted.form not in forms(kind):
        says = f"must be one of {', '.join(FORMS[form] for form in forms(kind))}"
        problems.append(Problem("format", "not_one_of", says))
    if kind.needs is Needs.PLACE and wanted.place not in known_places(law.encoded()):
        code = "unknown_place" if wanted.place else "required"
        told = without_facts(wanted.place, law.encoded(), language(SOURCE))
        says = "must be a place whose fund for crime victims is encoded, such as us-ca"
        problems.append(Problem("place", code, f"{says}. {told}".removesuffix(". ")))
    missing = _missing(kind.needs, wanted.material)
    if missing:
        problems.append(Problem(missing, "required", _MUST[missing]))
    if problems:
        raise InvalidEntryError(problems)


_MUST: Final = {
    "answers": "must be given; it may be an empty object",
    "claim": "must be given, or a stored case and a victim of it",
    "case": "must name a stored case: this document is made of its entries",
}


def _missing(needs: Needs, material: Material) -> str:
    """Return the name of what is needed and not there; nothing where all is."""
    match needs:
        case Needs.ANSWERS if material.question is None:
            return "answers"
        case Needs.DAYS if material.question is None and material.days is None:
            return "answers"
        case Needs.CLAIM if material.claim is None:
            return "claim"
        case Needs.CASE | Needs.ASSET if material.found is None:
            return "case"
    return ""
