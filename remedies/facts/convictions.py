"""Convictions: the statutes that decide which measure of restitution applies."""

import datetime as dt
import re
from dataclasses import dataclass

_CITATION = re.compile(
    r"^(?P<title>[0-9]{1,2}) U\.?S\.?C\.?(?: §{1,2})? ?(?P<section>[0-9]{1,5}[A-Z]{0,2})"
    r"(?P<paragraph>(?:\([0-9A-Za-z]{1,4}\)){0,6})\Z"
)


@dataclass(frozen=True, slots=True, order=True)
class Statute:
    """A section of the United States Code: ``18 U.S.C. § 1589``."""

    title: int
    section: str
    paragraph: str = ""

    @classmethod
    def parse(cls, text: str) -> "Statute | None":
        """Read ``18 USC 1589`` or ``18 U.S.C. § 1591(a)(1)``; None when it is neither."""
        found = _CITATION.match(text)
        if found is None:
            return None
        return cls(int(found["title"]), found["section"], found["paragraph"])

    @property
    def number(self) -> int:
        """The section's number without its letters."""
        return int(self.section.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))

    def __str__(self) -> str:
        """Cite the section as a brief does."""
        return f"{self.title} U.S.C. § {self.section}{self.paragraph}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conviction:
    """The statute of conviction, which decides the measure, and the dates of the offense."""

    statute: Statute
    defendant: str = ""
    begins_on: dt.date | None = None
    ends_on: dt.date | None = None
