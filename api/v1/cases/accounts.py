"""What follows from cases' journals: a statement of account, days that come, property that waits."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from api.errors import QueryError
from api.v1.cases import printed
from api.v1.cases.answering import Answer, digested
from api.v1.cases.paging import AFTER, LIMIT, page
from api.v1.cases.records import AS_OF, KNOWN, listed_after, paged, past
from api.v1.cases.serving import Asked
from api.v1.query import flag, needed_day, one_of
from remedies.casework.cases import DueDay, Which, coming, deadlines, delays, statement
from remedies.casework.exhibits import JSON, PDF, XLSX
from remedies.ledger.coming import WITHIN as USUAL_DAYS
from remedies.ledger.delays import Waiting
from remedies.ledger.entries import Delay
from remedies.ledger.statement_lines import Statement
from remedies.wire.statement import statement_json
from remedies.wire.statement_delays import delays_json
from remedies.wire.statement_rows import due

VICTIM, DEFENDANT, WITHIN = "victim", "defendant", "within"
WHY, RESPONSIBLE, OVERDUE, NO_REASON = "why", "responsible", "overdue", "no_reason"
DELAYED: Final = (AS_OF, WHY, RESPONSIBLE, OVERDUE, NO_REASON)
STATED: Final = (AS_OF, KNOWN, VICTIM, DEFENDANT)
COMING: Final = (AS_OF, WITHIN, LIMIT, AFTER)
FORMS: Final = (JSON, PDF, XLSX, printed.HTML)
MOST_DAYS: Final = 3_660
"""How many days ahead may be looked at: ten years."""


def stated(asked: Asked, case: str) -> Answer:
    """Return the statement of account as JSON, as PDF, as a workbook or as a page."""
    query = asked.query
    _, known = past(query)
    if VICTIM in query and DEFENDANT in query:
        why = "cannot be asked together with victim: a statement is of one of them"
        raise QueryError(DEFENDANT, why, code="not_together")
    found = statement(
        asked.desk,
        case,
        as_of=needed_day(query, AS_OF),
        known=known,
        victim=query.get(VICTIM, ""),
        defendant=query.get(DEFENDANT, ""),
    )
    if asked.form == JSON:
        return digested(found, text=(statement_json(found) + "\n").encode())
    return printed.file(asked.form, "statement", partial(_STATED[asked.form], found))


def due_days(asked: Asked, case: str) -> Answer:
    """List the deadlines of a case as they stand on a day."""
    as_of = needed_day(asked.query, AS_OF)
    found = deadlines(asked.desk, case, as_of=as_of, victim=asked.query.get(VICTIM, ""))
    return digested({"as_of": as_of.isoformat(), "deadlines": [due(each) for each in found]})


def coming_days(asked: Asked) -> Answer:
    """List a page of the days to look after, across cases."""
    query, as_of, within = asked.query, needed_day(asked.query, AS_OF), _days(asked.query)
    wanted = page(query)
    found = coming(asked.desk, as_of=as_of, within=within)
    start = listed_after(wanted)
    end = start + wanted.limit
    after = str(end) if len(found) > end else None
    shown = [_coming(each) for each in found[start:end]]
    return paged("deadlines", shown, after, query, as_of=as_of.isoformat(), within=within)


def delayed(asked: Asked) -> Answer:
    """List forfeited property that has not reached the victims, across cases."""
    query, as_of = asked.query, needed_day(asked.query, AS_OF)
    why = one_of(query, WHY, Delay)
    which = Which(
        why=None if why is None else Delay(why),
        responsible=query.get(RESPONSIBLE),
        overdue=flag(query, OVERDUE),
        no_reason=flag(query, NO_REASON),
    )
    found = [each.waiting for each in delays(asked.desk, as_of=as_of, which=which)]
    if asked.form == JSON:
        return digested(found, text=(delays_json(found, as_of) + "\n").encode())
    return printed.file(asked.form, "not-transferred", partial(_DELAYED[asked.form], found, as_of))


def _days(query: Mapping[str, str]) -> int:
    text = query.get(WITHIN, str(USUAL_DAYS))
    if not (text.isascii() and text.isdigit() and int(text[:5]) <= MOST_DAYS):
        says = f"must be a whole number of days from 0 to {MOST_DAYS:,}"
        raise QueryError(WITHIN, says, code="out_of_range")
    return int(text)


def _coming(each: DueDay) -> dict[str, object]:
    day = each.coming
    return {"case": day.case, "case_id": each.case_id, "district": each.district, **due(day.due)}


_STATED: Final[Mapping[str, Callable[[Statement], bytes]]] = {
    PDF: printed.statement_pdf,
    XLSX: printed.statement_workbook,
    printed.HTML: printed.statement_page,
}
_DELAYED: Final[Mapping[str, Callable[[Sequence[Waiting], dt.date], bytes]]] = {
    PDF: printed.delays_pdf,
    XLSX: printed.delays_workbook,
    printed.HTML: printed.delays_page,
}
