"""The positions taken as a paper lists them: the question, the answer and what the others cost."""

from dataclasses import dataclass
from fractions import Fraction

from remedies.calculators.assessment import Assessment, Taken
from remedies.calculators.choices import ChosenBy
from remedies.documents.wording import circuit
from remedies.law import Option
from remedies.law.positions import Holding
from remedies.operations import ZERO
from remedies.worksheet import dollars


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another option and what the total would be under it."""

    option: Option
    total: str
    change: str


@dataclass(frozen=True, slots=True)
class Stance:
    """One position that mattered."""

    key: str
    question: str
    option: Option
    chosen: str
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """An authority on a position, with the option that it bears on."""

    held: Holding
    option: str


def bearings(assessment: Assessment) -> list[Bearing]:
    """Return the authorities on the options taken and on those that the total is shown under."""
    return [
        Bearing(held, f"{stance.key}: {option.key}".replace("_", " "))
        for stance in stances(assessment)
        for option in (stance.option, *(other.option for other in stance.alternatives))
        for held in option.authorities
    ]


def stances(assessment: Assessment) -> list[Stance]:
    """Return the positions that mattered, the one worth most first."""
    ordered = sorted(assessment.taken, key=lambda taken: abs(taken.effect or ZERO), reverse=True)
    return [_stance(assessment, taken) for taken in ordered]


def _stance(assessment: Assessment, taken: Taken) -> Stance:
    choice = taken.choice
    return Stance(
        key=choice.position.key,
        question=choice.position.question,
        option=taken.option,
        chosen=_chosen(assessment, taken),
        alternatives=tuple(
            Alternative(
                option=choice.position.options[key],
                total=dollars(assessment.total.value - effect),
                change=_change(-effect),
            )
            for key, effect in taken.effects.items()
        ),
    )


def _chosen(assessment: Assessment, taken: Taken) -> str:
    choice = taken.choice
    match choice.chosen_by:
        case ChosenBy.CLAIM:
            return "The claim chose it."
        case ChosenBy.CIRCUIT:
            named = assessment.claim.circuit or ""
            note = choice.position.circuit_notes.get(named, "")
            return f"Taken for the {circuit(named)}. {note} {choice.position.why_default}".strip()
        case ChosenBy.DEFAULT:
            return f"The program’s default. {choice.position.why_default}"


def _change(change: Fraction) -> str:
    if not change:
        return "no change"
    return f"{dollars(abs(change))} {'more' if change > 0 else 'less'}"
