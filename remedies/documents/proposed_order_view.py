"""What the papers say of a proposed restitution order: sentences made of its amounts alone."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Final

from remedies.calculators.proposed_order_parts import (
    Awarded,
    Ground,
    Liable,
    Part,
    ProposedOrder,
)
from remedies.documents.proposed_order_words import (
    CHOSEN,
    ORDINAL,
    about,
    grouped,
    joint_with,
    jointly,
    limits,
    listed,
    split,
    usd,
    verb,
)
from remedies.documents.wording import CHECKED, DOUBTED, count, day
from remedies.figures import Authority
from remedies.law import Law
from remedies.ledger.entries import Distribution, Installments, InterestTerms
from remedies.worksheet import cite, dollars

_DISTRIBUTION: Final = {
    Distribution.PRO_RATA: (
        "Money received is divided among the victims in proportion to their awards, to the cent, until each "
        "award is paid."
    ),
    Distribution.BY_ORDER: "Money received is paid to the victims in the order of Schedule A, each in full.",
    Distribution.BY_PRIORITY: (
        "Money received is paid by the priority stated for each victim; victims of one priority share in "
        "proportion to their awards."
    ),
}
_LESS: Final = ", less what is listed below as in nobody’s part"
_THRESHOLD: Final = "us.interest_threshold"
_GRACE: Final = "us.interest_grace_days"
_DUE: Final = "us.payment_schedule"
_LAST: Final = "us.disbursement_order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The case that a proposal is for, by its numbers and never by a name."""

    case: str
    district: str = ""
    court_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is proposed beside the amounts: how money is divided, when it is due, what interest it bears."""

    distribution: Distribution = Distribution.PRO_RATA
    due: Mapping[str, Installments] = field(default_factory=dict)
    interest: Mapping[str, InterestTerms] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ProposalView:
    """A proposed order ready to be printed; ``on`` is the day as of which the law is stated."""

    proposed: ProposedOrder
    law: Law
    caption: Caption
    on: dt.date
    terms: Terms = field(default_factory=Terms)

    @property
    def title(self) -> str:
        """The title of the paper."""
        return f"Proposed restitution order: case {self.caption.case}"

    @cached_property
    def ordered(self) -> tuple[str, ...]:
        """What is ordered, in sentences."""
        return tuple(self._ordered())

    @cached_property
    def liability(self) -> tuple[str, ...]:
        """Who is liable for which award, in sentences made of the amounts."""
        return tuple(self._liability())

    @cached_property
    def payment(self) -> tuple[str, ...]:
        """When and to whom the money is paid."""
        return tuple(self._payment())

    @cached_property
    def interest(self) -> tuple[str, ...]:
        """What interest is owed, defendant by defendant."""
        return tuple(self._interest())

    @cached_property
    def authorities(self) -> tuple[Authority, ...]:
        """Every authority that the paper rests on, each once."""
        keys = [*self.proposed.rules, *(entry.rule for entry in self.proposed.open if entry.rule)]
        found = [self.law.rule(key) for key in keys]
        items = (_DUE, _LAST, _THRESHOLD, _GRACE)
        found += [self.law.item(key).on(self.on).authority for key in items]
        found += [day.authority for entry in self.proposed.pending for day in entry.days]
        return tuple({authority.citation: authority for authority in found}.values())

    @property
    def chosen(self) -> str:
        """Who chose how several defendants are liable."""
        return CHOSEN[self.proposed.choice.chosen_by]

    @property
    def legend(self) -> list[tuple[str, str]]:
        """How authorities that are not confirmed were checked."""
        marks = {authority.checked for authority in self.authorities} & DOUBTED
        return [(mark.value.replace("_", " "), CHECKED[mark]) for mark in CHECKED if mark in marks]

    def grounds(self, parts: Sequence[Part]) -> str:
        """Return the statutes of some parts, with their amounts where there are several."""
        if len(parts) == 1:
            return parts[0].ground.value
        return "; ".join(f"{part.ground.value}: {usd(part.amount)}" for part in parts)

    def liabilities(self) -> Iterator[tuple[Liable, list[tuple[str, str, str, str, str, str]]]]:
        """Yield each defendant with the rows of Schedule B: victim, statute, amounts, joint with whom."""
        awards = {award.victim: award for award in self.proposed.awards}
        for one in self.proposed.liabilities:
            rows = [
                (
                    owed.victim,
                    self.grounds(owed.parts),
                    *split(owed.parts),
                    usd(owed.amount),
                    joint_with(awards[owed.victim], one.defendant),
                )
                for owed in one.owed
            ]
            yield one, rows

    def awards(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of Schedule A: victim, assessment, statute, mandatory, discretionary, award."""
        for award in self.proposed.awards:
            yield (
                award.victim,
                award.assessment or "none",
                self.grounds(award.parts),
                *split(award.parts),
                usd(award.amount),
            )

    def totals(self) -> tuple[str, str, str]:
        """Return the sums of Schedule A: mandatory, discretionary, all."""
        found = self.proposed
        return usd(found.mandatory), usd(found.discretionary), usd(found.total)

    def days(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield victim, what must be done, by when, and the law that says so."""
        for entry in self.proposed.pending:
            if not entry.days:
                yield entry.victim, "final determination of the losses", "not computed", ""
            for one in entry.days:
                by = day(one.due_on) if one.due_on else "not known: a date is missing"
                yield entry.victim, one.what, by, cite([one.authority])

    def open_points(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield what is open: about whom, what, the amount and the authority."""
        for entry in self.proposed.open:
            by = cite([self.law.rule(entry.rule)]) if entry.rule else ""
            yield about(entry), entry.says, usd(entry.amount) if entry.amount else "", by

    def _ordered(self) -> Iterator[str]:
        found = self.proposed
        if not found.awards:
            yield "On what is recorded, no restitution can be proposed yet."
            return
        who = listed([one.defendant for one in found.liabilities])
        yield (
            f"{who} {verb(found.liabilities)} to pay {count(len(found.awards), 'victim')} restitution "
            f"of {usd(found.total)} in all, as Schedules A and B state it."
        )
        grounds = {p.ground for award in found.awards for owed in award.by for p in owed.parts}
        for ground in Ground:
            if ground in grounds:
                yield self._under(ground)
        less = any(entry.code == "not_attributed" for entry in found.open)
        yield (
            f"The amounts are the full amount of each victim’s losses{_LESS if less else ''}, without "
            "regard to what a defendant can pay or a victim received from insurance or another source "
            "(18 U.S.C. § 3664(f)(1))."
        )

    def _under(self, ground: Ground) -> str:
        amount = sum(
            part.amount
            for award in self.proposed.awards
            for part in award.parts
            if part.ground is ground
        )
        kind = "mandatory" if ground.mandatory else "discretionary"
        rule = self.law.rule(ground.rule)
        if not amount:
            return (
                f"Under {ground.value}, which is {kind}, a defendant answers for losses that another "
                "defendant owes under a statute named above; they are not counted twice."
            )
        return f"{usd(amount)} of it is {kind}, under {ground.value}: “{rule.quote}”."

    def _liability(self) -> Iterator[str]:
        found = self.proposed
        if found.apportioned and len(found.liabilities) > 1:
            yield (
                "Liability is apportioned to reflect each defendant’s contribution to the loss and economic "
                "circumstances (18 U.S.C. § 3664(h)): each defendant is liable for the amounts beside that "
                "defendant’s reference in Schedule B, and for no more."
            )
        else:
            for victims, award in self._alike():
                yield from jointly(victims, award)
        if any(award.joint for award in found.awards):
            yield (
                "What one of them pays on an award reduces what all of them owe on it. Nobody pays more "
                "than their amount in Schedule B, and no victim is paid more than the award."
            )
        for one in found.liabilities:
            if one.cap is not None:
                yield f"In all, {one.defendant} is liable for no more than {usd(one.cap)}."

    def _alike(self) -> Iterator[tuple[list[str], Awarded]]:
        """Yield the victims for whom the same defendants answer alike, with one of their awards."""
        groups: dict[object, list[Awarded]] = {}
        for award in self.proposed.awards:
            whole = all(owed.amount == award.amount for owed in award.by)
            key = tuple(owed.defendant for owed in award.by) if whole else award.victim
            groups.setdefault(key, []).append(award)
        for awards in groups.values():
            yield [award.victim for award in awards], awards[0]

    def _payment(self) -> Iterator[str]:
        due = ((one.defendant, self._due(one.defendant)) for one in self.proposed.liabilities)
        for names, says in grouped(due):
            yield says.format(who=listed(names))
        yield _DISTRIBUTION[self.terms.distribution]
        yield (
            "Restitution is paid after the special assessment of 18 U.S.C. § 3013 and before every fine and "
            "cost (18 U.S.C. § 3612(c)); a victim that is the United States is paid after all others "
            "(18 U.S.C. § 3664(i))."
        )

    def _due(self, defendant: str) -> str:
        due = self.terms.due.get(defendant)
        if due is None:
            return "Payment by {who} is due immediately (18 U.S.C. § 3572(d)(1))."
        return (
            f"Payment by {{who}} is due in installments of {usd(due.amount)} a month, each, from "
            f"{day(due.first_on)} on (18 U.S.C. § 3572(d)(1), (2))."
        )

    def _interest(self) -> Iterator[str]:
        says = ((one.defendant, self._bears(one)) for one in self.proposed.liabilities)
        for names, found in grouped(says):
            yield found.format(who=listed(names))

    def _bears(self, one: Liable) -> str:
        """Return what is said of one defendant's interest, with a place for the names."""
        threshold = self.law.on(_THRESHOLD, self.on).value
        grace = int(self.law.on(_GRACE, self.on).value)
        terms = self.terms.interest.get(one.defendant, InterestTerms())
        if Fraction(one.most, 100) <= threshold:
            return (
                f"No interest is owed by {{who}}: restitution is not more than {dollars(threshold)} "
                "(18 U.S.C. § 3612(f)(1))."
            )
        if terms.waived:
            return (
                "The Court determines, of {who}, that the ability to pay interest is lacking, and waives "
                "interest (18 U.S.C. § 3612(f)(3)(A))."
            )
        return (
            f"Interest is owed by {{who}} on restitution of more than {dollars(threshold)}, unless it is "
            f"paid in full before the {ORDINAL.get(grace, f'{grace}th')} day after the date of the judgment "
            "(18 U.S.C. § 3612(f)(1)); payments go to principal first (18 U.S.C. § 3612(i)). "
            f"{limits(terms)}"
        ).rstrip()
