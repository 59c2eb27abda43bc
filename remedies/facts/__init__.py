"""Facts: what the record shows about one victim, frozen and validated at birth.

A :class:`Claim` is the aggregate: constructing one checks everything in it and raises
:class:`remedies.errors.FactsError` with every problem, each named by its field.
"""

from remedies.facts.claim import Claim
from remedies.facts.convictions import Conviction, Statute
from remedies.facts.gains import CommercialSex, Expenses, Gain, MarketValue, Receipts
from remedies.facts.losses import Category, Loss
from remedies.facts.pay import (
    HOURS_ALL,
    Hourly,
    NoPay,
    Paid,
    PaidPerHour,
    PaidPerMonth,
    PaidPerWorkweek,
    PaidRecords,
    PaidTotal,
    Pay,
    Payment,
    PayPeriod,
    Salary,
)
from remedies.facts.work import (
    DAYS,
    Away,
    Coverage,
    Daily,
    Hours,
    PerDay,
    PerWorkweek,
    Record,
    Records,
    WorkPeriod,
)

__all__ = [
    "DAYS",
    "HOURS_ALL",
    "Away",
    "Category",
    "Claim",
    "CommercialSex",
    "Conviction",
    "Coverage",
    "Daily",
    "Expenses",
    "Gain",
    "Hourly",
    "Hours",
    "Loss",
    "MarketValue",
    "NoPay",
    "Paid",
    "PaidPerHour",
    "PaidPerMonth",
    "PaidPerWorkweek",
    "PaidRecords",
    "PaidTotal",
    "Pay",
    "PayPeriod",
    "Payment",
    "PerDay",
    "PerWorkweek",
    "Receipts",
    "Record",
    "Records",
    "Salary",
    "Statute",
    "WorkPeriod",
]
