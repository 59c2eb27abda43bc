"""Everything that can go wrong, in the domain's words.

No HTTP here: ``api/errors.py`` alone maps a class to a status. Messages say what is wrong, why it
matters and what to do; they name a field and never repeat what a victim told.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, NoReturn


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with a claim.

    ``field`` is the path as the claim writes it (``work[0].hours.per_workweek``); ``code`` is stable.
    """

    field: str
    code: str
    message: str


def _again(
    kind: type["RemediesError"], message: str, state: Mapping[str, object]
) -> "RemediesError":
    made = kind.__new__(kind)
    Exception.__init__(made, message)
    made.__dict__.update(state)
    return made


class RemediesError(Exception):
    """The base of every error that this program raises on purpose; one crosses from process to process."""

    code: ClassVar[str] = "error"

    def __reduce__(self) -> tuple[object, ...]:
        """Return what makes the same error again, whatever it was made from."""
        return _again, (type(self), str(self), dict(self.__dict__))


class UnitMismatchError(RemediesError):
    """Figures of units that do not combine were combined."""

    code = "unit_mismatch"


class AuditError(RemediesError):
    """A line does not follow from the lines that it cites."""

    code = "audit_failed"


class LawNotEncodedError(RemediesError):
    """The law asked for is not encoded: before its first version, in a gap, or past its end."""

    code = "law_not_encoded"

    def __init__(self, key: str, why: str, *, on: dt.date | None = None, how: str = "") -> None:
        """Say which item lacks what, on which day, and how it can be added."""
        self.key = key
        self.on = on
        self.why = why
        self.how = how
        day = f" on {on.isoformat()}" if on else ""
        super().__init__(f"{key}{day}: {why}")


class TierRequiredError(LawNotEncodedError):
    """The value depends on a tier, and the question names none."""


class LawAbsentError(LawNotEncodedError):
    """The law is known to provide nothing on that day: none was enacted, it lapsed, or was repealed."""

    code = "no_law"


class LawDataError(RemediesError):
    """A law file contradicts itself; nothing is computed from it."""

    code = "law_data_invalid"


class ImportRefusedError(RemediesError):
    """A file cannot be added to the encoded law: it cannot be read, or contradicts what is recorded."""

    code = "import_refused"

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in their order; a field names a line, or what is contradicted."""
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.field}: {p.message}" for p in self.problems[:3]))


def refuse_import(where: str, code: str, message: str) -> NoReturn:
    """Refuse a file for one problem; ``where`` names the line and field, or what is contradicted.

    Raises:
        ImportRefusedError: always.

    """
    raise ImportRefusedError([Problem(where, code, message)]) from None


class FactsError(RemediesError):
    """The claim's facts cannot be used; all problems are reported at once."""

    code = "invalid_claim"

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of their fields."""
        self.problems = tuple(sorted(set(problems)))
        named = ", ".join(f"{problem.field} {problem.code}" for problem in self.problems[:5])
        super().__init__(f"{len(self.problems)} problem(s) in the claim: {named}")


class InvalidEntryError(FactsError):
    """A form's fields cannot be used; all problems are reported at once."""

    code = "invalid_entry"


class UnreadableError(RemediesError):
    """What was handed in is not a JSON document that this program reads."""

    code = "unreadable"

    def __init__(
        self, message: str, *, code: str = "unreadable", problems: Iterable[Problem] = ()
    ) -> None:
        """Say why it could not be read, and in which fields where fields are at fault."""
        self.problems = tuple(problems) or (Problem("", code, message),)
        super().__init__(message)


class LedgerError(RemediesError):
    """The law or the book forbids an entry; nothing was entered."""

    code = "refused"

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of their fields; each says what forbids it and what to do."""
        self.problems = tuple(sorted(set(problems)))
        named = ", ".join(f"{problem.field} {problem.code}" for problem in self.problems[:5])
        super().__init__(f"the entry is refused: {named}")


class ConflictError(LedgerError):
    """Somebody else's entry came first: the version is stale, or the money has gone out already."""

    code = "conflict"


class ChangedError(ConflictError):
    """What is to be amended is no longer as it was when the amendment was made."""

    code = "changed"


class NotFoundError(RemediesError):
    """There is no such case or record, or it is another organization's: nobody is told which."""

    code = "no_such_record"


class ForbiddenError(RemediesError):
    """The caller's role may not do this; the message says what the role is for."""

    code = "forbidden"


def refuse(field: str, code: str, message: str) -> NoReturn:
    """Refuse an entry for one reason.

    Raises:
        LedgerError: always.

    """
    raise LedgerError([Problem(field, code, message)])
