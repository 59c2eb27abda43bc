"""The store: the only place that speaks SQL.

Functions take a session (:func:`sessions` makes them) and the organization whose rows they see, and never
commit. What writes makes the session's transaction a writing one by itself.
``remedies.store.migrations`` makes the tables.
"""

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError as DatabaseError
from sqlalchemy.orm import Session

from remedies.store.audit import (
    AuditRow,
    audit,
    audit_head,
    audit_problems,
    audited,
    sessions,
)
from remedies.store.backup import BackupError, back_up
from remedies.store.cases import CaseRow, Chosen, amend_case, case, cases, lock_case, open_case
from remedies.store.chain import Head
from remedies.store.connection import answers, away, engine, try_again, writing
from remedies.store.identities import (
    get_identity,
    purge_identity,
    put_identity,
    victims_identified,
)
from remedies.store.journal import (
    JournalRow,
    append,
    head_of,
    journal,
    journal_problems,
    kinds,
)
from remedies.store.keys import Keys, KeysError, TamperedError, new_key
from remedies.store.organizations import Organization, add_organization, organizations
from remedies.store.papers import (
    PaperRow,
    get_paper,
    paper_digest,
    papers,
    purge_paper,
    put_paper,
)
from remedies.store.requests import Answer, KeyReusedError, answered, forget, remember
from remedies.store.rotation import key_uses, rotate
from remedies.store.scrubbing import scrub
from remedies.store.tokens import Token, admit, exclude, make_token, revoke, token, tokens
from remedies.store.trying import Patience, tried

__all__ = [
    "Answer",
    "AuditRow",
    "BackupError",
    "CaseRow",
    "Chosen",
    "DatabaseError",
    "Engine",
    "Head",
    "JournalRow",
    "KeyReusedError",
    "Keys",
    "KeysError",
    "Organization",
    "PaperRow",
    "Patience",
    "Session",
    "TamperedError",
    "Token",
    "add_organization",
    "admit",
    "amend_case",
    "answered",
    "answers",
    "append",
    "audit",
    "audit_head",
    "audit_problems",
    "audited",
    "away",
    "back_up",
    "case",
    "cases",
    "engine",
    "exclude",
    "forget",
    "get_identity",
    "get_paper",
    "head_of",
    "journal",
    "journal_problems",
    "key_uses",
    "kinds",
    "lock_case",
    "make_token",
    "new_key",
    "open_case",
    "organizations",
    "paper_digest",
    "papers",
    "purge_identity",
    "purge_paper",
    "put_identity",
    "put_paper",
    "remember",
    "revoke",
    "rotate",
    "scrub",
    "sessions",
    "token",
    "tokens",
    "tried",
    "try_again",
    "victims_identified",
    "writing",
]
