"""The packet that asks for forfeited proceeds to satisfy the order; victims stand by reference only."""

from typing import Final

from remedies.documents import pdf as printing
from remedies.documents.pages import alone
from remedies.documents.wording import CHECKED, DOUBTED, count, day
from remedies.figures import Authority
from remedies.ledger.asset_next import NextStep, next_steps
from remedies.ledger.entries import Forfeiture, Path, Stage
from remedies.ledger.restoration import RestorationRequest, Shown, Statement

_TEMPLATE: Final = "restoration/en.html"
_HOW: Final = {
    Forfeiture.ADMINISTRATIVE: "administratively",
    Forfeiture.CIVIL: "in a civil action",
    Forfeiture.CRIMINAL: "in a criminal case",
}
_STAGES: Final = {stage: stage.value.replace("_", " ") for stage in Stage}


def restoration_html(request: RestorationRequest, case: str) -> str:
    """Return the packet as the page that is printed; ``case`` is the case's reference."""
    return printing.html(
        _TEMPLATE, view=_View(request), request=request, case=case, day=day, count=count
    )


def restoration_page(request: RestorationRequest, case: str) -> str:
    """Return the packet as a page that stands alone: its styles are in it, and it loads nothing."""
    return alone(restoration_html(request, case))


def restoration_pdf(request: RestorationRequest, case: str) -> bytes:
    """Return the packet as a PDF; the same request gives the same bytes."""
    return printing.pdf(restoration_html(request, case))


def money(cents: int) -> str:
    """Return cents as documents print dollars."""
    return f"${cents // 100:,}.{cents % 100:02}"


class _View:
    """What the template asks of a request, in words."""

    def __init__(self, request: RestorationRequest) -> None:
        self._request = request

    money = staticmethod(money)

    @property
    def mandatory(self) -> bool:
        return self._request.path is Path.MANDATORY

    @property
    def title(self) -> str:
        if self.mandatory:
            return "Transfer of forfeited property under 18 U.S.C. § 1594(f)"
        return "Request for restoration of forfeited property"

    @property
    def how(self) -> str:
        found = self._request.state.how
        return _HOW[found] if found else "not yet forfeited"

    def steps(self) -> list[tuple[str, str, str, str, str]]:
        """Each step of the asset: day, what, by whom, amount, paper."""
        return [
            (
                taken.on.isoformat(),
                _STAGES[taken.step.stage],
                taken.step.actor,
                "" if taken.step.amount is None else money(taken.step.amount),
                taken.step.document,
            )
            for taken in self._request.state.taken()
        ]

    def proceeds(self) -> list[tuple[str, str, str]]:
        """The way from gross proceeds to what is left: line, amount, rule."""
        request = self._request
        money_forfeited = request.state.liquidated is None
        costs = "28 C.F.R. § 9.9(a), of remission" if not self.mandatory else "a reading"
        interests = f"21 U.S.C. § 853(n)(6); {costs}"
        came = "Money forfeited" if money_forfeited else "Gross proceeds of the sale"
        return [
            (came, money(request.gross), ""),
            ("less the government’s costs", money(request.costs), costs),
            ("less third parties’ interests granted", money(request.granted), interests),
            ("Net proceeds", money(request.net), ""),
            ("less what was transferred before", money(request.transferred), ""),
        ]

    def answer(self, statement: Statement) -> str:
        """How a statement stands: by the journal's entries, or as the office says."""
        by = "by the entries" if statement.by_entries else "as the office states"
        match statement.shown:
            case Shown.YES:
                return f"Yes, {by}"
            case Shown.NO:
                return f"No, {by}"
            case Shown.NOT_SAID:
                return "☐ To be stated"

    def rest(self) -> int:
        """What of the proceeds the order does not take, in cents."""
        return self._request.available - self._request.requested

    def unpaid(self) -> int:
        """What the victims are still owed after it, in cents."""
        return sum(line.outstanding - line.share for line in self._request.schedule)

    def authorities(self) -> list[Authority]:
        """The rules that the statements rest on, each once."""
        found = {each.authority.citation: each.authority for each in self._request.statements}
        return list(found.values())

    @staticmethod
    def doubted(authority: Authority) -> bool:
        """Whether no text of the rule was read whole."""
        return authority.checked in DOUBTED

    @staticmethod
    def checked(authority: Authority) -> str:
        """What the rule's mark means."""
        return CHECKED[authority.checked]

    def unconfirmed(self) -> list[Statement]:
        """The statements whose rule was not confirmed in the text itself."""
        return [each for each in self._request.statements if self.doubted(each.authority)]

    def next(self) -> tuple[NextStep, ...]:
        """What must be done next."""
        request = self._request
        return next_steps(request.state, request.as_of, request.ordered_on, request.outstanding)
