"""A victim's claim assessed and kept: the entry, with the claim and its result as encrypted papers."""

import datetime as dt

from remedies import law
from remedies.calculators.assessment import Assessment, assess
from remedies.casework import papers
from remedies.casework.desk import Desk, Draft
from remedies.casework.entering import working
from remedies.casework.exhibits import JSON
from remedies.errors import refuse
from remedies.ledger.entries import Assessed, Entry, Victim
from remedies.store import paper_digest
from remedies.wire import read_claim, read_json, result_json


def assess_claim(
    desk: Desk, case_id: str, content: bytes, on: dt.date, *, reference: str = ""
) -> tuple[Entry, Assessment]:
    """Assess a claim as it was handed in and keep it: claim, result, and the entry that names both.

    The claim's ``reference`` is the victim's in the case. The entry stands until the victim's next one.

    Args:
        desk: whose transaction it is, with keys.
        case_id: the case.
        content: the claim's JSON.
        on: the day of the assessment.
        reference: the assessment's own; the next ``A-n`` when it is empty.

    Raises:
        FactsError: the claim's facts cannot be used.
        ForbiddenError: the caller's role assesses no claims.
        LedgerError: the case has no such victim, or the book refuses it.
        LawNotEncodedError: the law of a day that the claim needs is not encoded.
        NotFoundError: there is no such case that the caller may see.
        UnreadableError: the content is not a JSON object that can be read.

    """
    desk.caller.demand_entering(Assessed.kind)
    encoded = law.encoded()
    assessment = assess(read_claim(read_json(content), encoded), encoded)
    result = result_json(assessment).encode()
    with working(desk, case_id) as work:
        if work.book.latest(Victim.kind, assessment.claim.reference) is None:
            refuse(
                "reference",
                "unknown_victim",
                "The claim's reference is none of this case's victims: enter the victim first.",
            )
        body = _body(assessment, content, result, reference)
        entry = work.enter(Draft(body=body, on=on))
    for paper in (content, result):
        papers.put(desk, case_id, paper, JSON)
    return entry, assessment


def _body(assessment: Assessment, content: bytes, result: bytes, reference: str) -> Assessed:
    receipt = assessment.receipt
    return Assessed(
        reference=reference,
        victim=assessment.claim.reference,
        total=int(assessment.total.value * 100),
        measure=str(assessment.measure or ""),
        claim=paper_digest(content),
        result=paper_digest(result),
        facts=receipt.facts,
        law=receipt.law,
        software=receipt.software,
    )
