"""Help that is not money: someone to talk to, services, letters, safe stay, tribal programs, a refused case.

Authority:
    22 U.S.C. § 7105(b)(1)(B)(i), (b)(1)(E)(i), (b)(1)(E)(i)(II), (b)(1)(F), (b)(1)(G)(iv)(III): services,
    certification of adults, letters for children, and citizens, who need none.
    8 U.S.C. §§ 1101(a)(15)(T)(i)(I), 1101(a)(15)(U)(i)(III), 1367(a)(2): that there is relief, and that
    officials keep it confidential. Nothing here decides it.
    34 U.S.C. § 20141(c)(1): officials tell of services.
    U.S. Department of Health and Human Services: what the hotline reports.
    U.S. Department of Justice: that who is identified as a victim is told of a refusal.
    18 U.S.C. § 3771(d)(3), (d)(6): rights where nobody is prosecuted.
    In re Wild, 994 F.3d 1244 (11th Cir. 2021): no suit of its own on them before a case is begun.
    25 U.S.C. § 1304(a)(5)(G), (b)(4)(A), (c): what tribes may try.
"""

from dataclasses import replace
from typing import Final

from remedies.calculators.avenues.asked import Asked
from remedies.calculators.avenues.criminal import by_case, complaint
from remedies.calculators.avenues.remedy import Avenue, Reasons, Remedy, Standing
from remedies.facts.answers import Court, Known, Prosecution

_LETTERS: Final = (
    "benefits_certification_7105_b1",
    "certification_second_part_7105_b1E",
    "benefits_minor_letters_7105_b1",
    "citizens_no_certificate_7105_b1F",
)
_REFUSED: Final = (
    "cvra_discretion_3771_d6",
    "cvra_no_prosecution_3771_d3",
    "cvra_before_charge",
    "vns_declined",
)


def hotline(asked: Asked) -> Remedy:
    """Return the telephone that is always open."""
    del asked
    return Remedy(
        avenue=Avenue.HOTLINE,
        standing=Standing.OPEN,
        why=("anyone",),
        contacts=("hotline", "emergency"),
        cites=("hotline_reports",),
    )


def services(asked: Asked) -> Remedy:
    """Return shelter, counsel and care, for which no case is needed."""
    del asked
    return Remedy(
        avenue=Avenue.SERVICES,
        standing=Standing.OPEN,
        why=("anyone",),
        contacts=("hotline", "services_map"),
        cites=("services_7105_b1B", "services_20141_c1"),
    )


def certification(asked: Asked) -> Remedy:
    """Return the letters that open benefits and services: one kind for adults, another for children.

    Nobody is asked for a status: whether a letter is needed is for an advocate.
    """
    reasons = Reasons()
    adults, children = ("otip_letters",), ("otip_children",)
    contacts: tuple[str, ...] = (*adults, *children)
    match asked.is_adult_now:
        case Known.YES:
            reasons.lower(Standing.MAY_BE_OPEN, "adult_letter")
            contacts = adults
        case Known.NO:
            reasons.lower(Standing.MAY_BE_OPEN, "child_letter")
            contacts = children
        case Known.UNKNOWN:
            reasons.lower(Standing.MAY_BE_OPEN, "adult_letter")
            reasons.note("child_letter", "turned_18_on")
    return replace(
        reasons.remedy(Avenue.CERTIFICATION),
        contacts=contacts,
        cites=_LETTERS,
    )


def immigration_relief(asked: Asked) -> Remedy:
    """Return a pointer: a lawyer for it, whoever asks; nothing is asked and nothing concluded."""
    del asked
    return Remedy(
        avenue=Avenue.IMMIGRATION_RELIEF,
        standing=Standing.ASK_A_LAWYER,
        why=("anyone",),
        contacts=("immigration_help", "hotline"),
        cites=("t_status_1101_a15T", "u_status_1101_a15U", "confidentiality_1367"),
    )


def tribal(asked: Asked) -> Remedy:
    """Return the programs of and for Native people."""
    reasons, answers = Reasons(), asked.answers
    if answers.court is Court.TRIBAL:
        reasons.lower(Standing.MAY_BE_OPEN, "tribal_court")
    match answers.on_tribal_land_or_member:
        case Known.YES:
            reasons.lower(Standing.MAY_BE_OPEN, "tribal")
        case Known.NO if answers.court is not Court.TRIBAL:
            reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, "not_tribal")
        case Known.UNKNOWN if answers.court is not Court.TRIBAL:
            reasons.lower(Standing.UNKNOWN, "tribal_unknown", "on_tribal_land_or_member")
        case _:
            pass
    return replace(
        reasons.remedy(Avenue.TRIBAL),
        contacts=("stronghearts", "tribal_resource_tool", "bia_victim_assistance"),
        cites=("tribal_jurisdiction_1304", "tribal_exception_1304_b4"),
    )


def declined(asked: Asked) -> Remedy:
    """Return what remains where nobody prosecutes: the other avenues say which ways are open."""
    reasons = Reasons()
    match asked.prosecution:
        case Prosecution.DECLINED:
            reasons.note("declined")
        case Prosecution.REPORTED:
            reasons.lower(Standing.MAY_BE_OPEN, "reported")
        case Prosecution.UNKNOWN:
            reasons.lower(Standing.UNKNOWN, "case_unknown", "prosecution")
        case _:
            found = Reasons()
            by_case(found, asked.prosecution)
            reasons.lower(Standing.NOT_FOR_THESE_ANSWERS, found.why[0])
    limits = (complaint(),) if asked.prosecution is Prosecution.DECLINED else ()
    return replace(
        reasons.remedy(Avenue.DECLINED),
        limits=limits,
        contacts=("legal_aid_finder", "victims_rights_ombuds", "hotline"),
        cites=_REFUSED,
    )
