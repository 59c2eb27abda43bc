"""The facts of a claim in words: each kind of fact, in each language, with its exhibit, and nothing else."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from remedies.documents.guides.exhibits import facts
from remedies.documents.guides.table_words import TableWords
from remedies.documents.texts import language
from remedies.facts import (
    HOURS_ALL,
    Bonus,
    BonusKind,
    BonusPer,
    Category,
    Claim,
    CommercialSex,
    Conviction,
    Daily,
    DayRate,
    Deduction,
    DeductionKind,
    Expenses,
    Facility,
    FacilityKind,
    FacilityMeasure,
    Fluctuating,
    Gain,
    Guaranteed,
    Hourly,
    Hours,
    JobRate,
    Keeper,
    Loss,
    MarketValue,
    Meals,
    NoPay,
    Paid,
    PaidPerDay,
    PaidPerHour,
    PaidPerMonth,
    PaidPerWorkweek,
    PaidRecords,
    PaidTotal,
    Pay,
    Payment,
    PayPeriod,
    PerDay,
    PerWorkweek,
    Piece,
    RateOfHours,
    Receipts,
    Record,
    Records,
    Salary,
    SeveralRates,
    Statute,
    Tips,
    WorkPeriod,
)
from remedies.facts.ranges import Likely
from remedies.figures import Evidence

FIRST, LAST, ON = dt.date(2020, 1, 6), dt.date(2020, 1, 19), dt.date(2020, 1, 8)
SPANISH, ENGLISH = TableWords(language("es")), TableWords(language("en"))
WHEN = "January 6, 2020 to January 19, 2020"
CUANDO = "del 6 de enero de 2020 al 19 de enero de 2020"
CONVICTION = Conviction(statute=Statute(18, "1589"), begins_on=FIRST, ends_on=LAST)
WORK = WorkPeriod(
    begins_on=FIRST,
    ends_on=LAST,
    hours=PerWorkweek(Fraction(40)),
    exhibit="Ex. 1",
    evidence=Evidence.TESTIMONY,
)


def told(
    words: TableWords,
    *work: WorkPeriod,
    gains: Sequence[Gain] = (),
    losses: Sequence[Loss] = (),
) -> list[tuple[str, str]]:
    """What is said, each with its exhibit."""
    claim = Claim(
        reference="V-1",
        as_of=dt.date(2026, 1, 1),
        convictions=(CONVICTION,),
        work=work,
        gains=tuple(gains),
        losses=tuple(losses),
    )
    return [(fact.says, fact.exhibit) for fact in facts(claim, words)]


@pytest.mark.parametrize(
    ("hours", "english", "spanish"),
    [
        (
            PerWorkweek(Fraction(40)),
            "40 hours in a full workweek",
            "40 horas en una semana de trabajo completa",
        ),
        (PerDay(Fraction(1)), "1 hour on each day of work", "1 hora cada día de trabajo"),
        (
            PerDay(Fraction(25, 2)),
            "12.5 hours on each day of work",
            "12.5 horas cada día de trabajo",
        ),
        (
            Daily(
                (
                    Fraction(8),
                    Fraction(8),
                    Fraction(0),
                    Fraction(8),
                    Fraction(8),
                    Fraction(8),
                    Fraction(5),
                )
            ),
            "Monday to Tuesday 8 hours, Thursday to Saturday 8 hours, Sunday 5 hours",
            "de lunes a martes 8 horas, de jueves a sábado 8 horas, domingo 5 horas",
        ),
        (
            Records(
                (
                    Record(FIRST, Fraction(4), "", 0, 240),
                    Record(FIRST, Fraction(13, 3), "", 300, 560),
                    Record(ON, Fraction(8)),
                )
            ),
            "2 days recorded, 16 1/3 hours in all",
            "2 días en el registro, 16 1/3 horas en total",
        ),
        (
            PerWorkweek(Likely(Fraction(60), Fraction(50), Fraction(70))),
            "60 hours (from 50 to 70) in a full workweek",
            "60 horas (de 50 a 70) en una semana de trabajo completa",
        ),
        (
            Records(
                (
                    Record(FIRST, Likely(Fraction(9), Fraction(8), Fraction(10))),
                    Record(ON, Fraction(8)),
                )
            ),
            "2 days recorded, 17 hours (from 16 to 18) in all",
            "2 días en el registro, 17 horas (de 16 a 18) en total",
        ),
    ],
)
def test_hours_are_said_as_the_claim_states_them(hours: Hours, english: str, spanish: str) -> None:
    work = replace(WORK, hours=hours)
    assert told(ENGLISH, work) == [(f"Hours of work, {WHEN}: {english}", "Ex. 1")]
    assert told(SPANISH, work) == [(f"Horas de trabajo, {CUANDO}: {spanish}", "Ex. 1")]


@pytest.mark.parametrize(
    ("pay", "spanish"),
    [
        (Hourly(Fraction(31, 2)), "$15.50 por hora"),
        (Salary(Fraction(1300), PayPeriod.MONTH), "$1,300.00 por mes"),
        (
            Salary(Fraction(500), PayPeriod.WEEK, Fraction(40)),
            "$500.00 por semana, por 40 horas a la semana",
        ),
        (
            Salary(Fraction(500), PayPeriod.TWO_WEEKS, HOURS_ALL),
            "$500.00 cada dos semanas, por todas las horas",
        ),
        (Salary(Fraction(500), PayPeriod.HALF_MONTH), "$500.00 cada medio mes"),
        (Fluctuating(Fraction(24000), PayPeriod.YEAR), "$24,000.00 por año, por todas las horas"),
        (DayRate(Fraction(80)), "$80.00 por día"),
        (
            JobRate(Fraction(30), Fraction(5)),
            "$30.00 por encargo, 5 encargos en una semana de trabajo completa",
        ),
        (Piece(Fraction(200)), "$200.00 en una semana de trabajo completa, por pieza"),
        (
            Guaranteed(Fraction(10), Fraction(50), Fraction(550), irregular_hours=True),
            "$550.00 por semana, por 50 horas como máximo, a $10.00 por hora",
        ),
        (
            SeveralRates(
                (RateOfHours(Fraction(8), Fraction(30)), RateOfHours(Fraction(9), Fraction(10)))
            ),
            "$8.00 por hora por 30 horas a la semana, $9.00 por hora por 10 horas a la semana",
        ),
    ],
)
def test_every_basis_of_pay_is_said(pay: Pay, spanish: str) -> None:
    work = replace(WORK, pay=pay, paid=PaidTotal(amount=Fraction(9)))
    found = told(SPANISH, work)
    assert found[1:-1] == [(f"Pago acordado, {CUANDO}: {spanish}", "Ex. 1")]
    assert len(told(ENGLISH, work)) == len(found)


def test_work_for_which_nothing_was_agreed_says_no_pay() -> None:
    assert len(told(SPANISH, replace(WORK, pay=NoPay()))) == 1


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        (PaidPerHour(amount=Fraction(2)), [("$2.00 por hora", "Ex. 1")]),
        (PaidPerDay(amount=Fraction(20), exhibit="Ex. 2"), [("$20.00 por día", "Ex. 2")]),
        (
            PaidPerWorkweek(amount=Fraction(75)),
            [("$75.00 en una semana de trabajo completa", "Ex. 1")],
        ),
        (PaidPerMonth(amount=Fraction(325)), [("$325.00 por mes", "Ex. 1")]),
        (PaidTotal(amount=Fraction(1900)), [("$1,900.00 en total", "Ex. 1")]),
        (
            PaidRecords(
                payments=(
                    Payment(on=ON, amount=Fraction(10), for_work_on=ON, exhibit="Ex. 3"),
                    Payment(on=ON, amount=Fraction(20), for_work_on=ON),
                    Payment(on=LAST, amount=Fraction(30), for_work_on=LAST),
                ),
                exhibit="Ex. 4",
            ),
            [
                ("$10.00 en total, pagos en el registro: 1", "Ex. 3"),
                ("$50.00 en total, pagos en el registro: 2", "Ex. 4"),
            ],
        ),
    ],
)
def test_what_was_received_is_said_with_its_exhibit(
    paid: Paid, expected: list[tuple[str, str]]
) -> None:
    found = [each for each in told(SPANISH, replace(WORK, paid=paid)) if "recibido" in each[0]]
    assert found == [(f"Pago recibido, {CUANDO}: {says}", exhibit) for says, exhibit in expected]


def test_what_was_taken_given_and_promised_besides_is_said() -> None:
    work = replace(
        WORK,
        meals=Meals(hours_per_day=Fraction(1, 2)),
        deductions=(
            Deduction(kind=DeductionKind.FINE, amount=Fraction(5)),
            Deduction(
                kind=DeductionKind.RECRUITMENT,
                amount=Fraction(1500),
                begins_on=FIRST,
                out_of_pocket=True,
                exhibit="Ex. 9",
            ),
        ),
        bonuses=(
            Bonus(
                kind=BonusKind.COMMISSION,
                amount=Fraction(12),
                per=BonusPer.DATES,
                begins_on=FIRST,
                ends_on=LAST,
            ),
        ),
        facilities=(
            Facility(
                kind=FacilityKind.BOARD,
                amount=Fraction(20),
                measure=FacilityMeasure.REASONABLE_COST,
            ),
        ),
        tips=Tips(amount=Fraction(40), kept_by=Keeper.EMPLOYER),
    )
    week = "en una semana de trabajo completa"
    assert told(SPANISH, work)[1:] == [
        (f"Comidas dentro de esas horas, {CUANDO}: 0.5 horas por día", "Ex. 1"),
        (f"Comisión, {CUANDO}: $12.00 en total", "Ex. 1"),
        (f"Lo que se quitó del pago (multa): $5.00 {week}", "Ex. 1"),
        (f"Comida que dio el empleador, por el valor que se dijo: $20.00 {week}", "Ex. 1"),
        (f"Propinas con las que se quedó el empleador: $40.00 {week}", "Ex. 1"),
        (
            "Lo que pagó quien trabajaba (costos de reclutamiento), 6 de enero de 2020: $1,500.00",
            "Ex. 9",
        ),
    ]


def test_gains_are_said_and_what_the_defense_says_was_spent_is_not() -> None:
    gains: list[Gain] = [
        Receipts(amount=Fraction(7200), begins_on=FIRST, ends_on=LAST, exhibit="Ex. 7"),
        CommercialSex(
            begins_on=FIRST,
            ends_on=LAST,
            days=Fraction(10),
            acts_per_day=Likely(Fraction(4), Fraction(3), Fraction(6)),
            price=Fraction(80),
        ),
        MarketValue(hours=Fraction(520), rate=Fraction(18)),
        Expenses(amount=Fraction(999), exhibit="Ex. 99"),
    ]
    assert told(SPANISH, gains=gains) == [
        (f"Servicios por dinero, {CUANDO}: 10 días, 4 (de 3 a 6) por día, $80.00 cada vez", ""),
        ("El mismo trabajo en el mercado: 520 horas a $18.00 por hora", ""),
        (f"Dinero recibido por el trabajo o los servicios, {CUANDO}: $7,200.00", "Ex. 7"),
    ]


def test_the_strongest_evidence_comes_first() -> None:
    losses = [
        Loss(category=Category.OTHER, amount=Fraction(1)),
        Loss(
            category=Category.MEDICAL, amount=Fraction(2), evidence=Evidence.ESTIMATE, future=True
        ),
        Loss(
            category=Category.CHILD_CARE,
            amount=Fraction(3),
            evidence=Evidence.RECORD,
            exhibit="Ex. 2",
        ),
        Loss(
            category=Category.LOST_INCOME,
            amount=Fraction(4),
            evidence=Evidence.RECORD,
            exhibit="Ex. 1",
        ),
    ]
    assert [says for says, _ in told(ENGLISH, losses=losses)] == [
        "Losses: lost income: $4.00",
        "Losses: child care: $3.00",
        "Losses: medical care, still to come: $2.00",
        "Losses: other losses: $1.00",
    ]


@pytest.mark.parametrize("words", [ENGLISH, SPANISH])
def test_every_kind_of_loss_and_of_deduction_has_words(words: TableWords) -> None:
    for category in Category:
        assert words.words("categories", category.value)
    for deduction in DeductionKind:
        assert words.words("deductions", deduction.value)
    for bonus in BonusKind:
        assert words.words("facts", bonus.value)
    for per in (*BonusPer, *PayPeriod):
        assert "{}" in words.words("per", per.value)
