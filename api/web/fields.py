"""Fields of a form, and how each stands for a place in a claim."""

from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[str | int, ...]
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its name and label, how it is filled in, and the place in a claim it stands for.

    ``kind`` is ``text``, ``date``, ``number``, ``choice``, ``radio``, ``boxes`` or ``flag``; ``grouped``
    are further options of a choice under headings; ``marks`` are further places whose problems are
    about this field.
    """

    name: str
    label: str
    path: Path = ()
    kind: str = "text"
    hint: str = ""
    options: Options = ()
    grouped: tuple[tuple[str, Options], ...] = ()
    required: bool = False
    only_for: str = ""
    marks: tuple[str, ...] = ()

    def marks_all(self) -> Iterator[str]:
        """Yield every place whose problems are about this field, as problems write it."""
        if self.path:
            yield written(self.path)
        yield from self.marks

    @property
    def described_by(self) -> str:
        """The id of the hint, when there is one."""
        return f"{self.name}-hint" if self.hint else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields that belong together, under one heading."""

    name: str
    title: str
    says: str
    fields: tuple[Field, ...]


def written(path: Path) -> str:
    """Return a place as a problem writes it: ``work[0].hours``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
