"""The audit trail and the chains: read, and proved."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from remedies import law, store
from remedies.casework.books import kept
from remedies.casework.callers import Right
from remedies.casework.desk import Desk
from remedies.casework.reading import case
from remedies.errors import Problem


def audit(
    desk: Desk, *, case_id: str | None = None, after: int = 0, limit: int = 200
) -> tuple[tuple[int, store.AuditRow], ...]:
    """Return a page of the organization's audit trail, or of one case's part of it, each row's number first.

    Rows about a case that is sealed from the caller say neither which case it is nor what it was about.

    Raises:
        ForbiddenError: the caller's role does not read it.
        NotFoundError: there is no such case that the caller may see.

    """
    desk.caller.demand(Right.READ_AUDIT)
    if case_id is not None:
        case(desk, case_id)
    desk.audit("read audit trail", case_id or "")
    found = store.audit(desk.session, desk.organization, case_id=case_id, after=after, limit=limit)
    sealed = _sealed_from(desk, {row.case_id for _, row in found} - {""})
    return tuple(
        (number, replace(row, case_id="", subject="") if row.case_id in sealed else row)
        for number, row in found
    )


def _sealed_from(desk: Desk, case_ids: AbstractSet[str]) -> AbstractSet[str]:
    """Return which of these cases are sealed from the caller, who is not told of what they are."""
    if desk.caller.may(Right.READ_SEALED) or not case_ids:
        return frozenset()
    chosen = store.Chosen(sealed=True, ids=sorted(case_ids))
    found = store.cases(desk.session, desk.organization, chosen, limit=len(case_ids))
    return {row.id for row in found}


def audit_problems(desk: Desk, head: store.Head | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with the organization's audit trail; ``head`` is one published outside.

    Raises:
        ForbiddenError: the caller's role does not read it.

    """
    desk.caller.demand(Right.READ_AUDIT)
    desk.audit("verify audit trail")
    return store.audit_problems(desk.session, desk.organization, head)


def verify(desk: Desk, case_id: str, head: store.Head | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with a case's journal: nothing, when it is as it was recorded and holds together.

    The chain is proven first; then every payment is applied again as the law says, so that one that came in
    applied otherwise, from an archive or another program, is found. ``head`` is one that was published
    outside the database.

    Raises:
        ForbiddenError: the caller reads its own victims only.
        NotFoundError: there is no such case that the caller may see.

    """
    row = case(desk, case_id)
    desk.caller.demand(Right.READ_CASE)
    desk.audit("verify journal", case_id)
    broken = store.journal_problems(desk.session, desk.organization, case_id, head)
    if broken:
        return broken
    with kept(desk.session, row) as found:
        return tuple(
            Problem(f"entry {one.seq}" if one.seq else "the book", one.code, one.message)
            for one in found.book.audit(law.encoded())
        )
