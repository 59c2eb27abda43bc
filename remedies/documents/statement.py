"""The statement of account on paper: what each victim is owed, what each defendant owes, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from remedies.documents import pdf as printing
from remedies.documents import statement_accounts as accounts
from remedies.documents import statement_interest as accruing
from remedies.documents import statement_judgments as civil
from remedies.documents import statement_parts as parts
from remedies.documents.pages import alone
from remedies.documents.statement_names import CAPTIONS, NAMES
from remedies.documents.statement_obligees import obligees
from remedies.documents.statement_table import Table
from remedies.documents.wording import count, day
from remedies.ledger.statement_lines import (
    InterestSheet,
    JudgmentAccount,
    Note,
    ObligorAccount,
    PropertyAccount,
    Statement,
)
from remedies.ledger.statement_words import money
from remedies.worksheet import cite

_TEMPLATE: Final = "statement/en.html"
_LISTED: Final = "The workbook and the JSON of this statement list every row."
_OWED_TO: Final = (
    "Still owed is the award less what was recovered elsewhere for the same loss (18 U.S.C. § 3664(j)(2)), "
    "what came from forfeited property, and what was applied from payments. Held is what came in for a "
    "victim and was not yet received."
)
_OWED_BY: Final = (
    "What one defendant pays lowers what all owe on the same award; each pays until their own amount is "
    "reached or the award is paid (18 U.S.C. § 3664(h)). A transfer of property forfeited under 18 U.S.C. "
    "§ 1594 lowers what the victim is owed and not what a defendant owes: that part is owed on, to the "
    "Attorney General (18 U.S.C. § 1594(f)(3)). A restoration or remission lowers both, as read here: no "
    "authority was found."
)
_LEFT: Final = (
    "Left is what the property brought less the government’s costs, what third parties were granted, and "
    "what was sent to the victims."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the statement: its heading, sentences and tables, and parts of its own."""

    heading: str
    says: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    sections: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The statement as its template prints it."""

    title: str
    heading: str
    summary: tuple[str, ...]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]


def statement_html(statement: Statement) -> str:
    """Return the statement as the page that is printed."""
    return printing.html(_TEMPLATE, s=statement, page=_page(statement), day=day)


def statement_page(statement: Statement) -> str:
    """Return the statement as a page that stands alone: its styles are in it, and it loads nothing."""
    return alone(statement_html(statement))


def statement_pdf(statement: Statement) -> bytes:
    """Return the statement as a PDF; the same statement gives the same bytes."""
    return printing.pdf(statement_html(statement))


def _page(statement: Statement) -> Page:
    whose = f", {statement.whose}" if statement.whose else ""
    return Page(
        title=f"Statement of account: case {statement.case}{whose}",
        heading=f"Statement of account: case {statement.case}{whose}",
        summary=tuple(_summary(statement)),
        parts=tuple(_parts(statement)),
        notes=statement.notes,
    )


def _summary(statement: Statement) -> Iterator[str]:
    if statement.sealed:
        yield "This case is sealed. Show this statement to nobody who may not see the case."
    if statement.obligees:
        found = accounts.at_a_glance(statement.obligees)
        yield (
            f"Of {money(found['awarded'].cents)} awarded, {money(found['paid'].cents)} was paid by "
            f"defendants, {money(found['transferred'].cents)} came from forfeited property and "
            f"{money(found['recovered'].cents)} was recovered elsewhere. "
            f"{money(found['owed'].cents)} is still owed, interest apart (18 U.S.C. § 3612(f)). "
            f"{money(found['received'].cents)} has been received, and {money(found['held'].cents)} is held "
            "and not yet paid out."
        )
    back = sum(account.came_back for account in statement.obligees)
    if back:
        yield (
            f"Of what is held, {money(back)} was sent, came back, and waits to be sent again: it is listed "
            "under “What waits”."
        )
    on_it, in_all = (" on this award", " on it") if statement.obligees else ("", " in all")
    for account in statement.obligors if statement.whose else ():
        yield (
            f"{account.obligor} was ordered to pay {money(account.ordered.cents)} in restitution"
            f"{on_it}, has paid {money(account.received.cents)}{in_all}, and still owes "
            f"{money(account.owes)}, of which {money(account.to_attorney_general)} is owed to the "
            "Attorney General."
        )
    if statement.whose and statement.obligees and len(statement.obligors) > 1:
        yield (
            "What several of them owe on this award is one debt: what one pays, the others do not owe "
            "(18 U.S.C. § 3664(h))."
        )
    failed = [each.key for each in statement.equations if not each.holds]
    if failed:
        yield f"The account does not add up: see the proof ({', '.join(failed)})."


def _parts(statement: Statement) -> Iterator[Part]:
    if statement.obligees:
        yield _obligees(statement)
    if statement.obligors:
        yield _obligors(statement)
    if statement.judgments:
        yield _judgments(statement.judgments)
    if statement.property:
        yield _property(statement.property)
    if statement.equations:
        yield _proof(statement)
    if statement.worklists:
        yield Part(heading="What waits", tables=(parts.worklists(statement.worklists),))
    shown = {each for account in statement.obligors for each in account.liability}
    others = [each for each in statement.deadlines if each not in shown]
    if others:
        table = parts.days(others, "Deadlines, the earliest first")
        yield Part(heading="Deadlines", tables=(table,))
    if statement.journal:
        says = f"{count(len(statement.journal), 'entry')} up to this day."
        if len(statement.journal) > parts.MOST:
            says += f" Payments and disbursements stand by month. {_LISTED}"
        yield Part(heading="The journal", says=(says,), tables=(parts.journal(statement.journal),))


def _obligees(statement: Statement) -> Part:
    tables = [*obligees(statement.obligees, "Victim")]
    if statement.payers:
        tables += obligees(statement.payers, "Payer")
    moved = [account for account in statement.obligees if account.moves]
    listed = sum(len(account.moves) for account in moved) <= parts.MOST or statement.whose
    return Part(
        heading="What is owed to each victim" if not statement.whose else "What is owed",
        says=(_OWED_TO,),
        tables=tuple(tables) + tuple(accounts.moves(account) for account in moved if listed),
    )


def _obligors(statement: Statement) -> Part:
    several = not statement.whose and len(statement.obligors) > 1
    rows = sum(len(account.debts) for account in statement.obligors)
    return Part(
        heading="What each defendant owes, and to whom",
        says=(
            _OWED_BY,
            *(
                (f"Debts on each award are many and left out here. {_LISTED}",)
                if rows > parts.MOST
                else ()
            ),
        ),
        tables=(accounts.defendants(statement.obligors),) if several else (),
        sections=tuple(_obligor(a, listed=rows <= parts.MOST) for a in statement.obligors),
    )


def _obligor(account: ObligorAccount, *, listed: bool) -> Part:
    tables = [accounts.received(account)] if account.received.cents else []
    tables.append(accounts.owed(account))
    if listed and account.debts:
        tables.append(accounts.debts(account))
    says = [_ordered(account)]
    if account.by_cap:
        says.append(
            f"The debts below add up to {money(account.by_cap)} more than what is left under that "
            "limit; that part is not owed by this defendant."
        )
    says += [*_interest(account.interest), *_penalties(account)]
    if account.interest.stretches or account.interest.compounded:
        tables.append(accruing.interest(account))
    if account.penalties.missed:
        tables.append(accruing.penalties(account))
    if account.liability:
        tables.append(
            parts.days(
                account.liability, f"{account.obligor}: deadlines, and how long this is owed"
            )
        )
    return Part(heading=f"Defendant {account.obligor}", says=tuple(says), tables=tuple(tables))


def _ordered(account: ObligorAccount) -> str:
    judgment = f" by the judgment of {day(account.judgment_on)}" if account.judgment_on else ""
    binds = account.cap is not None and account.cap < account.ordered.cents
    cap = f", of which at most {money(account.cap or 0)} is owed" if binds else ""
    return f"Ordered{judgment}: {money(account.ordered.cents)} in restitution{cap}."


def _interest(sheet: InterestSheet) -> Iterator[str]:
    if sheet.why_not:
        yield f"Interest: {sheet.why_not}"
        return
    if sheet.first_day is not None:
        week = f", the yield of the week of {sheet.week_from} to {sheet.week_to}"
        yield (
            f"Interest runs from {day(sheet.first_day)} at {accruing.rate(sheet)}"
            f"{week if sheet.week_from else ''}, {_how(sheet)}. It comes to "
            f"{money(sheet.accrued)}; {money(sheet.paid.cents)} was paid and {money(sheet.owed)} is "
            f"owed ({cite(sheet.authority)})."
        )
    yield from sheet.notes


def _how(sheet: InterestSheet) -> str:
    if sheet.compounded:
        return (
            "each day after that one, and is added to the principal once a year: what is unpaid × rate × "
            "days ÷ 365 (position restitution_interest_rate)"
        )
    years = sheet.days_in_year and f" ({sheet.days_in_year})"
    return (
        f"each day, without compounding: unpaid principal × rate × days ÷ days of the year{years}"
    )


def _penalties(account: ObligorAccount) -> Iterator[str]:
    sheet = account.penalties
    if sheet.why_not:
        yield f"Penalties: {sheet.why_not}"
    yield from sheet.notes


def _judgments(found: tuple[JudgmentAccount, ...]) -> Part:
    return Part(
        heading="Civil judgments",
        says=(civil.SAYS,),
        tables=(civil.judgments(found),),
        sections=tuple(
            Part(
                heading=f"Judgment {each.judgment}",
                says=tuple(civil.sentences(each)),
                tables=(civil.days(each),) if each.stretches else (),
            )
            for each in found
        ),
    )


def _property(found: tuple[PropertyAccount, ...]) -> Part:
    return Part(
        heading="Property",
        says=(_LEFT,),
        tables=(
            parts.properties(found),
            *(parts.steps(account) for account in found if account.steps),
        ),
    )


def _proof(statement: Statement) -> Part:
    return Part(
        heading="Proof",
        says=("Both sides of each table must be the same, to the cent.",),
        tables=tuple(
            parts.proof(each, CAPTIONS.get(each.key, each.key), NAMES)
            for each in statement.equations
        ),
    )
