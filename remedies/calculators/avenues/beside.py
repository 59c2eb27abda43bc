"""Money and repair that is no claim against the offender: compensation, credit, tax, records.

Authority:
    34 U.S.C. § 20102(b)(1), (2), (5): state crime victim compensation.
    15 U.S.C. § 1681c-3(a), (b), 12 C.F.R. § 1022.142: the credit block.
    IRS Notice 2012-12, 2012-6 I.R.B.: restitution under § 1593 is no income. 26 U.S.C. § 104(a)(2).
    18 U.S.C. § 3771A(b)(1)(A), 3771A(b)(1)(B), 3771A(g), 3771A(i): federal records, of any date.
"""

from dataclasses import replace

from remedies.calculators.avenues.asked import Asked
from remedies.calculators.avenues.brings import amounts, of_the_place
from remedies.calculators.avenues.criminal import by_place, by_trafficking
from remedies.calculators.avenues.limits import event
from remedies.calculators.avenues.overlaps import overlaps
from remedies.calculators.avenues.remedy import Avenue, Bound, Reasons, Remedy, Standing
from remedies.facts.answers import Known, Received


def compensation_state(asked: Asked) -> Remedy:
    """Return how the crime victim compensation of the place stands; only the place's words say its time."""
    reasons = Reasons()
    cites = _by_program(reasons, asked)
    found = asked.of_the_place("victim_compensation") if cites else ()
    _by_report(reasons, asked)
    _by_costs(reasons, asked)
    if Received.COMPENSATION in asked.answers.received:
        reasons.lower(Standing.MAY_BE_OPEN, "received_compensation")
    words = tuple(str(each.terms["deadline"]) for each in found if "deadline" in each.terms)
    limit = event("compensation", "state_law", law=cites[0] if cites else "")
    own = f"compensation_{asked.jurisdiction.replace('-', '_')}"
    return replace(
        reasons.remedy(Avenue.COMPENSATION_STATE),
        limits=(replace(limit, words=words),),
        brings=amounts(
            *(of_the_place(cites[0], each, "maximum_usd", Bound.AT_MOST) for each in found)
        ),
        overlaps=overlaps(Avenue.COMPENSATION_STATE),
        contacts=("compensation_directory", *((own,) if cites else ())),
        cites=("compensation_grounds_20102_b1", "compensation_federal_20102_b5", *cites),
        place=asked.jurisdiction,
    )


def _by_program(reasons: Reasons, asked: Asked) -> tuple[str, ...]:
    """Note what is known of the place's program; each state has one, encoded or not."""
    probe = Reasons()
    cites = by_place(probe, asked, "victim_compensation")
    if not asked.jurisdiction:
        reasons.lower(Standing.UNKNOWN, "state_unknown", "state")
        return ()
    for why in probe.why:
        reasons.lower(Standing.MAY_BE_OPEN, why)
    reasons.lower(Standing.MAY_BE_OPEN, "state_time")
    return cites


def _by_report(reasons: Reasons, asked: Asked) -> None:
    match asked.reported:
        case Known.YES:
            reasons.note("reported")
            if asked.answers.reported_on is None:
                reasons.ask("reported_on")
        case Known.NO:
            reasons.lower(Standing.MAY_BE_OPEN, "not_reported")
        case Known.UNKNOWN:
            reasons.lower(Standing.MAY_BE_OPEN, "report_unknown", "reported_to_police")


def _by_costs(reasons: Reasons, asked: Asked) -> None:
    match asked.answers.injured:
        case Known.YES:
            reasons.note("costs")
        case Known.NO:
            reasons.lower(Standing.MAY_BE_OPEN, "no_costs")
        case Known.UNKNOWN:
            reasons.lower(Standing.MAY_BE_OPEN, "costs_unknown", "injured")


def credit_block(asked: Asked) -> Remedy:
    """Return how the block of debts that came of trafficking stands."""
    reasons = Reasons()
    match asked.answers.debt_in_name:
        case Known.YES:
            reasons.note("debt_in_name")
        case Known.NO:
            reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "no_debt_in_name")
        case Known.UNKNOWN:
            reasons.lower(Standing.UNKNOWN, "debt_unknown", "debt_in_name")
    by_trafficking(reasons, asked)
    reasons.note("no_time_limit")
    return replace(
        reasons.remedy(Avenue.CREDIT_BLOCK),
        contacts=("cfpb", "annual_credit_report", "transunion", "equifax"),
        cites=(
            "credit_block_1681c3_b",
            "credit_block_victim_1681c3_a",
            "credit_block_documents_1022_142",
        ),
    )


def record_clearing(asked: Asked) -> Remedy:
    """Return how the clearing of arrests and convictions stands: always with a lawyer."""
    reasons = Reasons()
    match asked.answers.arrested_for_it:
        case Known.YES:
            reasons.lower(Standing.ASK_A_LAWYER, "arrested")
            reasons.note("no_time_limit")
        case Known.NO:
            reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "not_arrested")
        case Known.UNKNOWN:
            reasons.lower(Standing.UNKNOWN, "arrest_unknown", "arrested_for_it")
    return replace(
        reasons.remedy(Avenue.RECORD_CLEARING),
        contacts=("survivor_reentry", "legal_aid_finder"),
        cites=(
            "record_vacatur_3771A",
            "record_arrest_3771A_b1B",
            "record_no_fee_3771A_g",
            "record_any_date_3771A_i",
        ),
    )


def tax_2012_12(asked: Asked) -> Remedy:
    """Return what is known of tax on restitution; other money is for a tax adviser."""
    reasons, received = Reasons(), asked.answers.received
    if not received:
        reasons.lower(Standing.MAY_BE_OPEN, "anyone", "received")
    elif Received.RESTITUTION in received:
        reasons.note("received_restitution")
    else:
        reasons.lower(Standing.MAY_BE_OPEN, "anyone")
    if Received.CIVIL_AWARD in received:
        reasons.lower(Standing.MAY_BE_OPEN, "received_civil_award")
    return replace(
        reasons.remedy(Avenue.TAX_2012_12),
        contacts=("irs_notice",),
        cites=("tax_notice_2012_12", "tax_notice_limits_2012_12", "tax_injury_104_a2"),
    )
