"""What the two sides of a statement's proofs are called, on paper and in the workbook."""

from typing import Final

CAPTIONS: Final = {
    "money": "Money in, and where it is",
    "transfers": "What the defendants owe above what the victims are owed",
    "award": "The award, and where it stands",
    "account": "The money, and where it is",
}
NAMES: Final = {
    "payments": "Payments received",
    "reversed": "Payments taken back by the bank",
    "transfers": "Transferred from forfeited property",
    "shortfall": "Advanced by the court for payments taken back",
    "disbursed": "Paid out, less what came back",
    "held": "Held",
    "refunded": "Given back",
    "debts": "Left of all awards: not recovered, paid or reimbursed",
    "owed": "Still owed to the victims (taken off)",
    "reimbursed": "Reimbursed to the Attorney General (taken off)",
    "relieved": "Restored or remitted, which lowers the debt too (taken off)",
    "covered": "Beyond what was left of an award (taken off)",
    "owed_to_payers": "Still owed to those who compensated victims (taken off)",
    "awarded": "Awarded",
    "overpaid": "Beyond the loss",
    "to_payers": "Owed instead to those who compensated the victim",
    "recovered": "Recovered elsewhere for the same loss",
    "transferred": "From forfeited property",
    "paid": "Paid by defendants, restitution",
    "outstanding": "Still owed",
    "interest": "Paid by defendants, interest",
    "advanced": "Advanced by the court",
    "received": "Received",
}
