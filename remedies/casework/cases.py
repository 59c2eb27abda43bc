"""Everything that the faces do with stored cases, under one roof.

Every function takes a :class:`Desk` (session, caller, instant, keys), commits nothing, asks no clock, checks
the caller's role, and notes what was read or written in the audit trail.
"""

from remedies.casework.archive import ZIP, export_case, import_case
from remedies.casework.callers import RIGHTS, Caller, Right, Rights, Role
from remedies.casework.claims import assess_claim
from remedies.casework.coming import DueDay, coming
from remedies.casework.delays import Delayed, Which, delays
from remedies.casework.desk import Desk, Draft
from remedies.casework.entering import enter, open_case
from remedies.casework.forms import draft_of
from remedies.casework.identities import get_identity, identified, purge, put_identity
from remedies.casework.loading import VERSIONED, enter_all, load_case
from remedies.casework.money import disburse, entered, receive
from remedies.casework.opened import opening
from remedies.casework.papers import add_document, document, paper
from remedies.casework.property import Read, next_steps, remission, restoration, traced
from remedies.casework.proposals import proposal, proposal_view
from remedies.casework.reading import (
    Record,
    book,
    case,
    cases,
    journal,
    record,
    records,
)
from remedies.casework.reconciling import reconciled, record_reconciliation
from remedies.casework.seen_by import names
from remedies.casework.statements import deadlines, statement
from remedies.casework.trail import audit, audit_problems, verify
from remedies.casework.victims_schedule import victims_schedule
from remedies.casework.warned import warning

__all__ = [
    "RIGHTS",
    "VERSIONED",
    "ZIP",
    "Caller",
    "Delayed",
    "Desk",
    "Draft",
    "DueDay",
    "Read",
    "Record",
    "Right",
    "Rights",
    "Role",
    "Which",
    "add_document",
    "assess_claim",
    "audit",
    "audit_problems",
    "book",
    "case",
    "cases",
    "coming",
    "deadlines",
    "delays",
    "disburse",
    "document",
    "draft_of",
    "enter",
    "enter_all",
    "entered",
    "export_case",
    "get_identity",
    "identified",
    "import_case",
    "journal",
    "load_case",
    "names",
    "next_steps",
    "open_case",
    "opening",
    "paper",
    "proposal",
    "proposal_view",
    "purge",
    "put_identity",
    "receive",
    "reconciled",
    "record",
    "record_reconciliation",
    "records",
    "remission",
    "restoration",
    "statement",
    "traced",
    "verify",
    "victims_schedule",
    "warning",
]
