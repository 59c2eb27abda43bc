"""Publishing: the heads of all chains, to be kept where who can write to the database cannot.

Numbers and digests only: whoever reads them learns how many cases there are and how long, and no more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from remedies.errors import Problem
from remedies.store.audit import audit_head, audit_problems
from remedies.store.chain import Head
from remedies.store.journal import journal_problems
from remedies.store.tables import cases, organizations


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The heads of one organization: of its audit trail, and of its cases' journals by their ids."""

    audit: Head
    cases: Mapping[str, Head] = field(default_factory=dict)


def heads(session: Session) -> dict[str, Published]:
    """Return the heads of every organization, by its id."""
    found: dict[str, Published] = {}
    for organization in session.scalars(select(organizations.c.id).order_by(organizations.c.id)):
        query = (
            select(cases.c.id, cases.c.seq, cases.c.digest)
            .where(cases.c.organization == organization)
            .order_by(cases.c.id)
        )
        own = {made: Head(seq=seq, digest=digest) for made, seq, digest in session.execute(query)}
        trail = audit_head(session, organization)
        if trail is not None:
            found[organization] = Published(audit=trail, cases=own)
    return found


def problems(session: Session, published: Mapping[str, Published]) -> tuple[Problem, ...]:
    """Return what is wrong with any chain, as it stands or against the heads that were published."""
    now = heads(session)
    gone = [_gone(name, "organization") for name in sorted(published.keys() - now.keys())]
    checked = [
        problem
        for organization, own in now.items()
        for problem in _of_one(session, organization, own, published.get(organization))
    ]
    return (*gone, *checked)


def _of_one(
    session: Session, organization: str, now: Published, before: Published | None
) -> Iterator[Problem]:
    head = before.audit if before else None
    for problem in audit_problems(session, organization, head):
        yield replace(problem, field=f"{organization}.{problem.field}")
    known = before.cases if before else {}
    for case_id in sorted(known.keys() - now.cases.keys()):
        yield _gone(f"{organization}.{case_id}", "case")
    for case_id in now.cases:
        for problem in journal_problems(session, organization, case_id, known.get(case_id)):
            yield replace(problem, field=f"{organization}.{case_id}.{problem.field}")


def _gone(name: str, what: str) -> Problem:
    return Problem(name, "missing", f"this {what} was published, and is not in the database")
