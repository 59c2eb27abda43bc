"""A proposed restitution order as JSON: money as decimal text, every part with its statute."""

from collections.abc import Iterable, Mapping

from remedies.calculators.proposed_order_entry import as_order
from remedies.calculators.proposed_order_parts import (
    Awarded,
    Day,
    Liable,
    Open,
    Owed,
    Part,
    ProposedOrder,
)
from remedies.law import Law
from remedies.wire.entries_fields import dollars

Json = dict[str, object]


def proposed_order_document(proposed: ProposedOrder, law: Law) -> Json:
    """Return the proposal; ``law`` supplies the words of the rules that it rests on."""
    choice = proposed.choice
    return {
        "total": dollars(proposed.total),
        "mandatory": dollars(proposed.mandatory),
        "discretionary": dollars(proposed.discretionary),
        "liability": {
            "position": choice.position.key,
            "option": choice.option,
            "chosen_by": choice.chosen_by.value,
            "says": choice.position.options[choice.option].says,
        },
        "awards": [_award(award) for award in proposed.awards],
        "liabilities": [_liable(one) for one in proposed.liabilities],
        "pending": [
            {"victim": entry.victim, "days": [_day(day) for day in entry.days]}
            for entry in proposed.pending
        ],
        "open": [_open(entry, law) for entry in proposed.open],
        "authorities": [_authority(key, law) for key in proposed.rules],
    }


def order_form(proposed: ProposedOrder, reference: str = "O-1") -> Json:
    """Return the form in which the order is entered once it is made; its days of judgment are empty.

    The court's own terms (the day of each judgment, installments, assessments, fines) are to be filled in.
    """
    order = as_order(proposed, reference=reference, judgment_on={})
    return {
        "reference": reference,
        "document": "",
        "awards": [
            {
                "obligee": award.victim,
                "amount": dollars(award.amount),
                "statute": str(entry["statute"]),
                "mandatory": entry["mandatory"],
            }
            for award, entry in zip(proposed.awards, order["awards"], strict=True)
        ],
        "liabilities": [
            {
                "obligor": one.defendant,
                "judgment_on": "",
                "amounts": {owed.victim: dollars(owed.amount) for owed in one.owed},
                **({} if one.cap is None else {"cap": dollars(one.cap)}),
            }
            for one in proposed.liabilities
        ],
    }


def _award(award: Awarded) -> Json:
    return {
        "victim": award.victim,
        "assessment": award.assessment or None,
        "assessed": dollars(award.assessed),
        "amount": dollars(award.amount),
        "mandatory": dollars(award.mandatory),
        "discretionary": dollars(award.discretionary),
        "not_attributed": dollars(award.not_attributed),
        "joint_and_several": award.joint,
        "parts": _parts(award.parts),
        "owed_by": {owed.defendant: dollars(owed.amount) for owed in award.by},
    }


def _liable(one: Liable) -> Json:
    return {
        "defendant": one.defendant,
        "total": dollars(one.total),
        "cap": None if one.cap is None else dollars(one.cap),
        "most": dollars(one.most),
        "mandatory": dollars(one.mandatory),
        "discretionary": dollars(one.discretionary),
        "owed": [_owed(owed) for owed in one.owed],
    }


def _owed(owed: Owed) -> Json:
    return {
        "victim": owed.victim,
        "amount": dollars(owed.amount),
        "most": dollars(owed.most),
        "limited": owed.limited,
        "parts": _parts(owed.parts),
    }


def _parts(parts: Iterable[Part]) -> list[Mapping[str, object]]:
    return [
        {
            "statute": part.ground.value,
            "mandatory": part.ground.mandatory,
            "amount": dollars(part.amount),
        }
        for part in parts
    ]


def _day(day: Day) -> Json:
    return {
        "key": day.key,
        "due_on": day.due_on.isoformat() if day.due_on else None,
        "what": day.what,
        "authority": day.authority.citation,
        "checked": day.authority.checked.value,
    }


def _open(entry: Open, law: Law) -> Json:
    return {
        "code": entry.code,
        "says": entry.says,
        "victim": entry.victim or None,
        "defendant": entry.defendant or None,
        "amount": dollars(entry.amount) if entry.amount else None,
        "authority": law.rule(entry.rule).citation if entry.rule else None,
    }


def _authority(key: str, law: Law) -> Json:
    found = law.rule(key)
    return {
        "rule": key,
        "citation": found.citation,
        "quote": found.quote,
        "checked": found.checked.value,
    }
