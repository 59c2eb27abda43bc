"""What the papers say of a proposed restitution order: sentences made of its amounts alone."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from remedies.calculators.proposed_order_parts import (
    Awarded,
    Ground,
    Liable,
    Part,
    ProposedOrder,
)
from remedies.documents import proposed_order_clauses as clauses
from remedies.documents.proposed_order_terms import Caption, Terms
from remedies.documents.proposed_order_words import (
    CHOSEN,
    about,
    joint_with,
    jointly,
    listed,
    owed_by,
    split,
    usd,
    verb,
)
from remedies.documents.wording import CHECKED, DOUBTED, count, day
from remedies.figures import Authority
from remedies.law import Law
from remedies.worksheet import cite

__all__ = ["Caption", "ProposalView", "Terms"]

_LESS: Final = ", less what is in no defendant’s part"
_DUE: Final = "us.payment_schedule"
_UNDER_SEAL: Final = ("unredacted_copy_49_1_f", "reference_list_49_1_g")
_LAST: Final = "us.disbursement_order"


@dataclass(frozen=True, kw_only=True)
class ProposalView:
    """A proposed order ready to be printed; ``on`` is the day as of which the law is stated.

    ``convicted`` are the statutes of each defendant's convictions, where they are known; ``assets`` are
    those to be forfeited under 18 U.S.C. § 1594; ``ordered_before`` is an order that the case already has.
    """

    proposed: ProposedOrder
    law: Law
    caption: Caption
    on: dt.date
    terms: Terms = field(default_factory=Terms)
    convicted: Mapping[str, Sequence[str]] = field(default_factory=dict)
    assets: Sequence[str] = ()
    ordered_before: tuple[str, dt.date] | None = None

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
        return tuple(clauses.payment(self.proposed, self.terms))

    @cached_property
    def interest(self) -> tuple[str, ...]:
        """What interest is owed, defendant by defendant."""
        return tuple(clauses.interest(self.proposed, self.terms, self.law, self.on))

    @cached_property
    def forfeited(self) -> tuple[str, ...]:
        """What forfeited property does for this order; nothing where the case has none of § 1594."""
        return tuple(clauses.forfeited(self.proposed, self.assets))

    @property
    def numbered(self) -> list[tuple[str, tuple[str, ...], int]]:
        """The numbered paragraphs of the order: heading, sentences, the number of the first."""
        found = []
        first = 1
        for heading, sentences in (
            ("Restitution", self.ordered),
            ("Liability", self.liability),
            ("Payment", self.payment),
            ("Interest", self.interest),
            ("Forfeited property", self.forfeited),
        ):
            if sentences:
                found.append((heading, sentences, first))
                first += len(sentences)
        return found

    @property
    def following(self) -> int:
        """The number of the paragraph that follows those of :attr:`numbered`."""
        return 1 + sum(len(sentences) for _, sentences, _ in self.numbered)

    @property
    def determinations(self) -> list[tuple[str, str]]:
        """Each victim whose losses are not yet known, with the last day for them; empty where not known."""
        found = clauses.determined(self.proposed.pending)
        return [(victim, day(last) if last else "") for victim, last in found]

    @property
    def defendants(self) -> list[tuple[str, str]]:
        """Each defendant who is to pay, with the statutes of conviction; empty where they are not known."""
        names = (one.defendant for one in self.proposed.liabilities)
        return [(name, listed(list(self.convicted.get(name, ())))) for name in names]

    @cached_property
    def authorities(self) -> tuple[Authority, ...]:
        """Every authority that the paper rests on, each once."""
        keys = [*self.proposed.rules, *(entry.rule for entry in self.proposed.open if entry.rule)]
        keys += [*clauses.CHANGES, *(clauses.TRANSFERS if self.forfeited else ()), *_UNDER_SEAL]
        found = [self.law.rule(key) for key in keys]
        keys += [clauses.MOVED] if self.terms.due else []
        items = (_DUE, _LAST, clauses.THRESHOLD, clauses.GRACE, clauses.LATE)
        found += [self.law.item(key).on(self.on).authority for key in items]
        found += [day.authority for entry in self.proposed.pending for day in entry.days]
        return tuple({(each.citation, each.quote): each for each in found}.values())

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
        """Yield the rows of Schedule A: victim, assessment, statute, three amounts, who owes it."""
        for award in self.proposed.awards:
            yield (
                award.victim,
                award.assessment or "none",
                self.grounds(award.parts),
                *split(award.parts),
                usd(award.amount),
                owed_by(award),
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
        yield self._in_all()
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

    def _in_all(self) -> str:
        """Return who is to pay how much to how many."""
        found = self.proposed
        whom = count(len(found.awards), "victim")
        who = listed([one.defendant for one in found.liabilities])
        if all(one.most == found.total for one in found.liabilities):
            return (
                f"{who} {verb(found.liabilities)} to pay {whom} restitution of {usd(found.total)} in all, "
                "as Schedules A and B state it."
            )
        each = listed([f"{one.defendant} at most {usd(one.most)}" for one in found.liabilities])
        return (
            f"{who} {verb(found.liabilities)} to pay {whom} restitution of {usd(found.total)} in all, "
            f"{each}, as Schedules A and B state it."
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
