"""The verbs that enter one kind each; what a verb takes are the fields of its kind."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One verb: the kind of entry that it makes, and the fields that are given by place."""

    name: str
    kind: str
    says: str
    places: tuple[str, ...] = ()


VERBS: Final = (
    Verb(
        name="defendant",
        kind="defendant",
        says="enter a defendant, or what is known since",
        places=("reference",),
    ),
    Verb(
        name="victim",
        kind="victim",
        says="enter a victim, or what is known since",
        places=("reference",),
    ),
    Verb(
        name="evidence",
        kind="evidence",
        says="enter an exhibit in the index",
        places=("reference", "basis"),
    ),
    Verb(
        name="deadline",
        kind="deadline",
        says="enter a deadline that a court set, or that it was met",
        places=("due_on", "what"),
    ),
    Verb(
        name="judgment",
        kind="judgment",
        says="enter a civil judgment for a victim",
        places=("obligor", "obligee", "amount"),
    ),
    Verb(
        name="relief",
        kind="relief",
        says="enter that interest or penalties were waived or limited",
        places=("obligor", "relief"),
    ),
    Verb(
        name="notice",
        kind="notice",
        says="enter a notice given to a defendant",
        places=("obligor", "tells"),
    ),
    Verb(
        name="pay",
        kind="payment",
        says="enter a payment received, and apply it as the law says",
        places=("obligor", "amount"),
    ),
    Verb(
        name="disburse",
        kind="disbursement",
        says="pay out what is held: all that may be, or shares",
    ),
    Verb(
        name="return",
        kind="returned",
        says="enter that a disbursement came back",
        places=("disbursement", "obligee", "amount"),
    ),
    Verb(
        name="hold",
        kind="hold",
        says="hold a payment, a transfer, an obligee's money, or everything",
        places=("why",),
    ),
    Verb(name="release", kind="released", says="end a hold", places=("hold",)),
    Verb(
        name="refund",
        kind="refund",
        says="give back what a payment had beyond all that is owed",
        places=("payment", "amount"),
    ),
    Verb(
        name="reverse",
        kind="reversal",
        says="enter that the bank took a payment back",
        places=("payment",),
    ),
    Verb(
        name="recover",
        kind="recovery",
        says="enter what a victim recovered in a civil proceeding",
        places=("victim", "same_loss"),
    ),
    Verb(
        name="compensate",
        kind="compensation",
        says="enter what an insurer or a programme paid a victim",
        places=("payer", "victim", "amount"),
    ),
    Verb(
        name="asset",
        kind="asset",
        says="enter property seized or restrained, or what is known since",
        places=("reference",),
    ),
    Verb(
        name="step",
        kind="asset_step",
        says="enter a step of an asset, from seizure to decision",
        places=("asset", "stage"),
    ),
    Verb(
        name="transfer",
        kind="transfer",
        says="send an asset's proceeds to the victims",
        places=("asset",),
    ),
    Verb(
        name="delay",
        kind="not_transferred",
        says="say why an asset has not reached the victims",
        places=("asset", "why"),
    ),
    Verb(
        name="assert",
        kind="assertion",
        says="check a balance against other books; refused where it differs",
        places=("account", "expected"),
    ),
    Verb(name="void", kind="void", says="take an entry back", places=("corrects",)),
)
"""Every verb that enters one kind; ``open``, ``claim``, ``order``, ``seal`` and ``enter`` have their own."""
