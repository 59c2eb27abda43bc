"""The worksheet of petitions for remission: what of each loss counts and why, and how money is divided."""

from typing import Final

from remedies.documents import pdf as printing
from remedies.documents.pages import alone
from remedies.documents.restoration import money
from remedies.documents.wording import CHECKED, DOUBTED, count, day
from remedies.figures import Authority
from remedies.ledger.asset_requests import Remission
from remedies.ledger.remission import Item, Line, RemissionWorksheet

_TEMPLATE: Final = "remission/en.html"


def remission_html(
    worksheet: RemissionWorksheet, case: str, asset: str, found: Remission | None = None
) -> str:
    """Return the worksheet as the page that is printed; ``case`` and ``asset`` are references.

    ``found`` adds the day, and what the case's entries say of the path and of the petitioners.
    """
    return printing.html(
        _TEMPLATE,
        view=_View(worksheet),
        worksheet=worksheet,
        case=case,
        asset=asset,
        found=found,
        money=money,
        day=day,
        count=count,
    )


def remission_page(
    worksheet: RemissionWorksheet, case: str, asset: str, found: Remission | None = None
) -> str:
    """Return the worksheet as a page that stands alone: its styles are in it, and it loads nothing."""
    return alone(remission_html(worksheet, case, asset, found))


def remission_pdf(
    worksheet: RemissionWorksheet, case: str, asset: str, found: Remission | None = None
) -> bytes:
    """Return the worksheet as a PDF; the same worksheet gives the same bytes."""
    return printing.pdf(remission_html(worksheet, case, asset, found))


class _View:
    """What the template asks of a worksheet, in words."""

    def __init__(self, worksheet: RemissionWorksheet) -> None:
        self._worksheet = worksheet

    @staticmethod
    def facts(item: Item) -> str:
        """The item's day, market value, compensation and documents, in one line."""
        said = [
            f"on {day(item.on)}" if item.on else "",
            f"market value {money(item.market_value)}" if item.market_value is not None else "",
            f"compensated {money(item.compensated)}" if item.compensated else "",
            f"documents: {', '.join(item.documents)}" if item.documents else "",
        ]
        return "; ".join(part for part in said if part)

    def grounds(self, line: Line) -> list[tuple[str, str]]:
        """Why the item counts for less, with its rule; a dagger where the rule was not read whole."""
        return [(ground.says, self.cited(ground.authority)) for ground in line.grounds]

    def cited(self, authority: Authority) -> str:
        """The rule's section, with a dagger where its text was not read whole."""
        section = authority.citation.partition(" (77 Fed.")[0]
        return f"{section} †" if authority.checked in DOUBTED else section

    def authorities(self) -> list[tuple[str, str]]:
        """Each rule with its words, and what its mark means where its text was not read whole."""
        return [(self.cited(each), self._words(each)) for each in self._worksheet.rules.values()]

    @staticmethod
    def _words(authority: Authority) -> str:
        words = f"“{authority.quote}”" if authority.quote else "No words are recorded."
        doubted = authority.checked in DOUBTED
        return f"{words} {CHECKED[authority.checked]}" if doubted else words

    def open(self) -> int:
        """How many items still have something to show."""
        return sum(bool(line.to_show) for line in self._worksheet.lines)

    def paid(self) -> int:
        """How many victims would receive something."""
        return sum(bool(each.as_owner + each.as_victim) for each in self._worksheet.outcomes)

    @property
    def left(self) -> int:
        """What of the proceeds is divided among nobody, in cents."""
        return self._worksheet.net - self._worksheet.divided

    @property
    def owners(self) -> bool:
        """Whether somebody petitions as an owner too."""
        return any(each.petitioner.interest for each in self._worksheet.outcomes)
