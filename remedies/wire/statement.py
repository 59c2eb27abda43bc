"""A statement of account as JSON: the same statement gives the same bytes.

Amounts are dollars as decimal strings. The entries behind them are named by number: equal lists of entries,
which many amounts of a large case share, stand once under ``citations``.
"""

from typing import Final

import orjson

from remedies.ledger.statement_lines import (
    FundAccount,
    InterestSheet,
    JudgmentAccount,
    ObligeeAccount,
    ObligorAccount,
    Open,
    PenaltySheet,
    PropertyAccount,
    Statement,
    Sum,
)
from remedies.ledger.statement_words import ranges
from remedies.wire import statement_rows as rows

VERSION: Final = "1"
SUMS: Final = (
    "awarded",
    "to_payers",
    "recovered",
    "transferred",
    "paid",
    "interest",
    "received",
)
"""The amounts of a victim's account that cite entries."""


def statement_json(statement: Statement) -> str:
    """Return a statement as JSON text."""
    return _Writing().text(statement)


class _Writing:
    """One statement as it is written; knows the citations so far."""

    def __init__(self) -> None:
        self._citations: dict[tuple[int, ...], int] = {}
        self._known: dict[int, tuple[tuple[int, ...], int]] = {}

    def text(self, found: Statement) -> str:
        """Return the whole document."""
        document: rows.Object = {
            "statement": VERSION,
            "case": found.case,
            "district": found.district,
            "court_number": found.court_number,
            "as_of": found.as_of.isoformat(),
            "known": found.known,
            "recorded_at": rows.instant(found.recorded_at),
            "later": found.later,
            "whose": found.whose,
            "sealed": found.sealed,
            "law": found.law,
            "victims": [self._obligee(account) for account in found.obligees],
            "payers": [self._obligee(account) for account in found.payers],
            "defendants": [self._obligor(account) for account in found.obligors],
            "judgments": [self._judgment(account) for account in found.judgments],
            "property": [self._property(account) for account in found.property],
            "equations": [
                {
                    "equation": each.key,
                    "left": rows.sides(each.left),
                    "right": rows.sides(each.right),
                    "holds": each.holds,
                }
                for each in found.equations
            ],
            "worklists": [self._open(each) for each in found.worklists],
            "deadlines": [rows.due(each) for each in found.deadlines],
            "journal": [rows.line(line) for line in found.journal],
            "notes": [
                {"text": each.text, "authority": each.authority, "unverified": each.unverified}
                for each in found.notes
            ],
            "positions": [rows.position(each) for each in found.positions],
        }
        document["citations"] = [
            {"citation": number, "entries": ranges(entries)}
            for entries, number in self._citations.items()
        ]
        return orjson.dumps(document).decode()

    def _cited(self, entries: tuple[int, ...]) -> int | None:
        """Return the number of a list of entries; None for an empty one."""
        if not entries:
            return None
        known = self._known.get(id(entries))
        if known is None:
            number = self._citations.setdefault(entries, len(self._citations) + 1)
            known = self._known[id(entries)] = entries, number
        return known[1]

    def _sum(self, found: Sum) -> rows.Object:
        return {"amount": rows.dollars(found.cents), "citation": self._cited(found.entries)}

    def _obligee(self, account: ObligeeAccount) -> rows.Object:
        return {
            "reference": account.obligee,
            "person": account.person.value,
            **{key: rows.dollars(getattr(account, key).cents) for key in SUMS},
            "advanced": rows.dollars(account.advanced),
            "owed": rows.dollars(account.owed),
            "held": rows.dollars(account.held),
            "came_back": rows.dollars(account.came_back),
            "overpaid": rows.dollars(account.overpaid),
            "on_hold": list(account.on_hold),
            "cites": {
                key: number
                for key in SUMS
                if (number := self._cited(getattr(account, key).entries)) is not None
            },
            "moves": [rows.move(move) for move in account.moves],
        }

    def _obligor(self, account: ObligorAccount) -> rows.Object:
        return {
            "reference": account.obligor,
            "person": account.person.value,
            "judgment_on": rows.day(account.judgment_on),
            "ordered": self._sum(account.ordered),
            "cap": None if account.cap is None else rows.dollars(account.cap),
            "received": self._sum(account.received),
            "applied": {
                "principal": rows.dollars(account.principal),
                "reimbursed": rows.dollars(account.reimbursed),
                "interest": rows.dollars(account.interest_paid),
                "interest_attorney_general": rows.dollars(account.interest_to_attorney_general),
                "unapplied": rows.dollars(account.unapplied),
            },
            "owes": {
                "victims": rows.dollars(account.to_victims),
                "payers": rows.dollars(account.to_payers),
                "united_states": rows.dollars(account.to_united_states),
                "attorney_general": rows.dollars(account.to_attorney_general),
                "interest": rows.dollars(account.interest.owed),
                "penalties": rows.dollars(account.penalties.owed),
                "all": rows.dollars(account.owes),
            },
            "above_cap": rows.dollars(account.by_cap),
            "funds": [self._fund(each) for each in account.funds],
            "debts": [rows.debt(debt) for debt in account.debts],
            "interest": self._interest(account.interest),
            "penalties": self._penalties(account.penalties),
            "liability": [rows.due(each) for each in account.liability],
        }

    def _fund(self, each: FundAccount) -> rows.Object:
        return {
            "fund": each.fund.value,
            "ordered": rows.dollars(each.ordered),
            "paid": self._sum(each.paid),
            "owed": rows.dollars(each.owed),
        }

    def _interest(self, sheet: InterestSheet) -> rows.Object:
        return {
            "first_day": rows.day(sheet.first_day),
            "rate": None if sheet.rate is None else rows.exact(sheet.rate),
            "week_from": rows.day(sheet.week_from),
            "week_to": rows.day(sheet.week_to),
            "days_in_year": sheet.days_in_year,
            "stretches": [rows.stretch(each) for each in sheet.stretches],
            "compounded": [rows.compounded(each) for each in sheet.compounded],
            "exact": rows.exact(sheet.exact),
            "accrued": rows.dollars(sheet.accrued),
            "paid": self._sum(sheet.paid),
            "owed": rows.dollars(sheet.owed),
            "notes": list(sheet.notes),
            "why_not": sheet.why_not,
            **rows.authority(sheet.authority),
        }

    def _judgment(self, account: JudgmentAccount) -> rows.Object:
        return {
            "reference": account.judgment,
            "victim": account.obligee,
            "defendant": account.obligor,
            "entered_on": rows.day(account.entered_on),
            "amount": self._sum(account.amount),
            "rate": None if account.rate is None else rows.exact(account.rate),
            "week_from": rows.day(account.week_from),
            "week_to": rows.day(account.week_to),
            "compounded": [rows.compounded(each) for each in account.stretches],
            "accrued": rows.dollars(account.accrued),
            "recovered": self._sum(account.recovered),
            "unpaid_judgment": rows.dollars(account.unpaid_judgment),
            "unpaid_interest": rows.dollars(account.unpaid_interest),
            "notes": list(account.notes),
            "why_not": account.why_not,
            **rows.authority(account.authority),
        }

    def _penalties(self, sheet: PenaltySheet) -> rows.Object:
        return {
            "missed": [rows.missed(each) for each in sheet.missed],
            "accrued": rows.dollars(sheet.accrued),
            "paid": self._sum(sheet.paid),
            "owed": rows.dollars(sheet.owed),
            "notes": list(sheet.notes),
            "why_not": sheet.why_not,
            **rows.authority(sheet.authority),
        }

    def _property(self, account: PropertyAccount) -> rows.Object:
        return {
            "reference": account.asset,
            "what": account.what,
            "statute": str(account.statute) if account.statute else "",
            "gross": self._sum(account.gross),
            "costs": self._sum(account.costs),
            "third_parties": self._sum(account.third_parties),
            "transferred": self._sum(account.transferred),
            "left": rows.dollars(account.left),
            "steps": [rows.step(each) for each in account.steps],
            "why": account.why,
            "responsible": account.responsible,
            "review_on": rows.day(account.review_on),
            "days": account.days,
            "note": account.note,
        }

    def _open(self, each: Open) -> rows.Object:
        return {
            "work": each.work.value,
            "of": each.of,
            "amount": rows.dollars(each.cents),
            "why": each.why,
            "since": rows.day(each.since),
            "citation": self._cited(each.entries),
        }
