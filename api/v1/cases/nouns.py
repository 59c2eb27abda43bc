"""The nouns of a case: one line for each makes its routes, its schemas and its documentation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """One kind of record: where it stands, and what may be done with it.

    ``path`` is its place under a case, ``kind`` the kind of its entries. A record is found by its reference,
    or by the number of its entry where it has none (``numbered``). ``amended``: a later version of it may
    be put in its place. ``entered``: it is posted as its entry's fields; the others have a view of their
    own that computes, or takes files.
    """

    path: str
    kind: str
    one: str
    says: str
    numbered: bool = False
    amended: bool = False
    entered: bool = True

    @property
    def name(self) -> str:
        """Return the name that the operations of this noun carry, as ``AssetStep``."""
        return "".join(word.capitalize() for word in self.kind.split("_"))


_FOUND: Final = (
    Noun(
        path="defendants",
        kind="defendant",
        one="a defendant",
        says="Who was charged or convicted, by reference; with statutes of conviction and offense dates.",
        amended=True,
    ),
    Noun(
        path="victims",
        kind="victim",
        one="a victim",
        says="Who was harmed, by reference and never by name; the identity is kept apart, encrypted.",
        amended=True,
    ),
    Noun(
        path="assessments",
        kind="assessment",
        one="an assessment",
        says="A stored computation of what a victim is owed: immutable, superseded by the victim's "
        "next one.",
        entered=False,
    ),
    Noun(
        path="evidence",
        kind="evidence",
        one="an exhibit",
        says="The index of exhibits: what each is, for whom, and which paper holds it.",
        amended=True,
    ),
    Noun(
        path="documents",
        kind="document",
        one="a document",
        says="The case's papers; their bytes are stored encrypted and known by their SHA-256.",
        entered=False,
    ),
    Noun(
        path="court-deadlines",
        kind="deadline",
        one="a deadline that a court set",
        says="Deadlines set by a court or an agreement, besides those that follow from the law.",
        amended=True,
    ),
    Noun(
        path="orders",
        kind="order",
        one="the restitution order",
        says="The order and its amendments, each a whole version in force from its day.",
        amended=True,
    ),
    Noun(
        path="judgments",
        kind="judgment",
        one="a civil judgment",
        says="Civil judgments of federal courts for a victim; their interest is that of 28 U.S.C. § 1961.",
    ),
    Noun(
        path="relief",
        kind="relief",
        one="relief from interest or penalties",
        says="Interest or penalties waived or limited after sentencing (18 U.S.C. § 3612(f)(3), (h)).",
        numbered=True,
    ),
    Noun(
        path="notices",
        kind="notice",
        one="a notice to a defendant",
        says="Notices of delinquency, default and lien (18 U.S.C. § 3612(d), (e)).",
        numbered=True,
    ),
    Noun(
        path="payments",
        kind="payment",
        one="a payment",
        says="Money received toward what a defendant owes, with what it was applied to.",
    ),
    Noun(
        path="disbursements",
        kind="disbursement",
        one="a disbursement",
        says="Money paid out to those it was held for.",
    ),
    Noun(
        path="returned",
        kind="returned",
        one="a disbursement that came back",
        says="What was disbursed and came back; it is held for the same obligee again.",
        numbered=True,
    ),
    Noun(
        path="holds",
        kind="hold",
        one="a hold",
        says="What keeps money from being disbursed, and why.",
    ),
    Noun(
        path="releases",
        kind="released",
        one="the end of a hold",
        says="Ends of holds.",
        numbered=True,
    ),
    Noun(
        path="refunds",
        kind="refund",
        one="a refund",
        says="Money given back that was applied to nothing.",
    ),
    Noun(
        path="reversals",
        kind="reversal",
        one="a payment that the bank took back",
        says="Payments taken back wholly: the debt revives, and who was paid of it stays paid.",
        numbered=True,
    ),
    Noun(
        path="recoveries",
        kind="recovery",
        one="a later civil recovery",
        says="What victims later recovered for the same loss, which reduces restitution "
        "(18 U.S.C. § 3664(j)(2)).",
    ),
    Noun(
        path="compensation",
        kind="compensation",
        one="compensation of a victim by others",
        says="What insurers and programs paid victims; they are paid after every victim "
        "(18 U.S.C. § 3664(j)(1)).",
    ),
    Noun(
        path="assets",
        kind="asset",
        one="an asset",
        says="Property seized or restrained.",
        amended=True,
    ),
    Noun(
        path="asset-steps",
        kind="asset_step",
        one="a step of an asset",
        says="The steps of each asset on its way from seizure to the victims; only lawful ones are entered.",
        numbered=True,
    ),
    Noun(
        path="transfers",
        kind="transfer",
        one="a transfer of proceeds",
        says="Proceeds sent to satisfy the order: they lower what victims are owed; those of property "
        "forfeited under § 1594 do not lower what a defendant owes (18 U.S.C. § 1594(f)(3)).",
    ),
    Noun(
        path="delays",
        kind="not_transferred",
        one="why an asset has not reached the victims",
        says="Recorded reasons, with who must act and when to look again.",
        numbered=True,
    ),
    Noun(
        path="assertions",
        kind="assertion",
        one="a balance assertion",
        says="What other books say a balance is; one that differs from ours is refused with the difference.",
        numbered=True,
    ),
    Noun(
        path="reconciliations",
        kind="reconciliation",
        one="a reconciliation",
        says="Comparisons with the clerk's or an agency's ledger.",
        numbered=True,
        entered=False,
    ),
    Noun(
        path="voids",
        kind="void",
        one="an entry taken back",
        says="Entries that take back another, named in corrects, and put nothing in its place.",
        numbered=True,
    ),
    Noun(
        path="seals",
        kind="seal",
        one="a sealing or unsealing",
        says="While a case is sealed, advocates and auditors do not see it.",
        numbered=True,
    ),
    Noun(
        path="purges",
        kind="purge",
        one="a purge",
        says="Identity data or papers destroyed under the documented rule, and by which authority.",
        numbered=True,
    ),
)
NOUNS: Final[Mapping[str, Noun]] = {noun.path: noun for noun in _FOUND}
"""Every noun by its place under a case; the case itself is apart."""
