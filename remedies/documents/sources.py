"""What a figure rests on: the facts by exhibit and evidence, and every authority cited."""

from collections.abc import Iterator
from dataclasses import dataclass

from remedies.calculators.assessment import Assessment
from remedies.documents.wording import count, exact
from remedies.figures import Authority, Evidence, Figure
from remedies.operations import Op, Unit
from remedies.worksheet import amount, evidence_words, spelled

_FACTS_NAMED = 8  # an exhibit that supports more facts than this has the rest counted


@dataclass(frozen=True, slots=True)
class Support:
    """The facts that rest on one exhibit with one strength of evidence."""

    exhibit: str
    evidence: str
    facts: tuple[str, ...]

    @property
    def named(self) -> str:
        """The facts, as far as a table can name them."""
        shown = "; ".join(self.facts[:_FACTS_NAMED])
        rest = len(self.facts) - _FACTS_NAMED
        return f"{shown}; and {count(rest, 'more fact')}" if rest > 0 else shown


def support(total: Figure) -> list[Support]:
    """Return the given facts beneath a figure by exhibit, the strongest evidence first."""
    groups: dict[tuple[Evidence | None, str], dict[str, None]] = {}
    for fact in (fact for leaf in total.leaves() for fact in spelled(leaf).leaves()):
        if _is_fact(fact):
            text = f"{fact.name}: {exact(fact.value, fact.unit)}"
            groups.setdefault((fact.evidence, fact.source), {})[text] = None
    order = [*Evidence, None]
    return [
        Support(source, evidence_words(strength), tuple(facts))
        for (strength, source), facts in sorted(
            groups.items(), key=lambda item: (order.index(item[0][0]), item[0][1])
        )
    ]


def _is_fact(leaf: Figure) -> bool:
    """Return whether a leaf is a fact of the claim rather than a count of days or a constant."""
    if leaf.op is not Op.GIVEN:
        return False
    if leaf.source or leaf.evidence is not None:
        return True
    counted = leaf.unit is Unit.RATIO or (leaf.unit is Unit.DAY and leaf.name != "days")
    return bool(leaf.value) and not counted


def authorities(assessment: Assessment, *also: Authority) -> list[Authority]:
    """Return every authority that the figure's lines and the schedule's columns cite, each once."""
    cited = dict.fromkeys(
        authority for figure in _figures(assessment) for authority in figure.authority
    )
    columns = assessment.schedule.columns if assessment.schedule else ()
    for column in columns:
        cited.update(dict.fromkeys(column.authority))
    cited.update(dict.fromkeys(also))
    return sorted(cited, key=lambda a: _in_order(a.citation))


def without_words(assessment: Assessment) -> dict[Authority, str]:
    """Return what stands for the words of each authority of which none are quoted: its values, and by whom.

    A rate may be known from a publication that prints it; the reader then sees the rate and who prints it.
    """
    found: dict[Authority, dict[str, None]] = {}
    for figure in _figures(assessment):
        for authority in figure.authority if figure.op is Op.LAW else ():
            if not authority.quote:
                found.setdefault(authority, {})[_printed(figure, authority, assessment)] = None
    return {
        authority: "No words quoted. " + "; ".join(values) for authority, values in found.items()
    }


def _printed(figure: Figure, authority: Authority, assessment: Assessment) -> str:
    value = f"{figure.name}: {amount(figure.value, figure.unit)}"
    versions = (v for key in assessment.law_keys for v in assessment.law.item(key).versions)
    for version in versions:
        if (version.authority, version.value) == (authority, figure.value):
            names = dict.fromkeys(name for name in (version.source, *version.printed) if name)
            sources = assessment.law.register("sources")
            cites = "; ".join(sources[name]["cites"] for name in names)
            return f"{value}, from {version.effective_on}, as in {cites}" if cites else value
    return value


def _figures(assessment: Assessment) -> Iterator[Figure]:
    yield from assessment.total.lines()
    schedule = assessment.schedule
    seen: set[int] = set()
    for line in schedule.lines() if schedule else ():
        for cell in line.cells:
            if id(cell) not in seen:
                seen.add(id(cell))
                yield from cell.lines()


def _in_order(citation: str) -> tuple[object, ...]:
    """Return a key that sorts 18 U.S.C. before 29 U.S.C. and § 206 before § 1593."""
    words = citation.replace("§", " ").replace("(", " (").split()
    return tuple((0, int(w), "") if w.isdecimal() else (1, 0, w) for w in words)
