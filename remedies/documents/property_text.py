"""Forfeited property for a reader at a terminal: the two papers, where the money went, who acts next."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table

from remedies.documents.case_text import ruled, words
from remedies.documents.law_text import indented, section
from remedies.documents.proposed_order_words import usd
from remedies.documents.wording import DOUBTED, count, day
from remedies.figures import Authority
from remedies.ledger.asset_next import NextStep, next_steps
from remedies.ledger.asset_requests import Acts, Remission
from remedies.ledger.entries import Path
from remedies.ledger.remission import Outcome, RemissionWorksheet
from remedies.ledger.restoration import RestorationRequest, ScheduleLine, Shown, Statement
from remedies.ledger.tracing import Flow, Trace

_DOUBT: Final = "† The text of the rule was not read whole."
COSTS_READ: Final = (
    "18 U.S.C. § 1594(f) names no costs and no interests of third parties that come off first: taking off "
    "what is entered is a reading, and no authority for or against it was found."
)
_SHOWN: Final = {Shown.YES: "yes", Shown.NO: "no", Shown.NOT_SAID: "to be stated"}


def restoration_text(request: RestorationRequest, case: str) -> RenderableType:
    """Return the request for an asset's proceeds: what there is, who gets it, what is missing."""
    asset = request.state.asset
    what = f"{request.state.reference}, {asset.what}" if asset else request.state.reference
    of = "Transfer under 18 U.S.C. § 1594(f)" if request.path is Path.MANDATORY else "Restoration"
    parts: list[RenderableType] = [
        f"{of} of {what}; case {case} at the end of {day(request.as_of)}.",
        f"Not ready: {count(len(request.missing), 'statement')} missing or not so."
        if request.missing
        else "Nothing is missing.",
        *section("Proceeds"),
        indented(_proceeds(request)),
        *section("Who gets it"),
        indented(_schedule(request.schedule) if request.schedule else "There is no order yet."),
        *section("What it states"),
        indented(_statements(request.statements)),
    ]
    if request.outside:
        parts.append(
            f"Not paid by these proceeds: {', '.join(map(words, request.outside))}, whose awards are not "
            "shown to arise from 18 U.S.C. chapter 77."
        )
    if request.path is Path.MANDATORY and (request.costs or request.granted):
        parts += ["", COSTS_READ]
    acts = next_steps(request.state, request.as_of, request.ordered_on, request.outstanding)
    if acts:
        parts += [*section("Who acts next"), indented(_next([(None, step) for step in acts]))]
    if any(_doubted(each.authority) for each in request.statements):
        parts += ["", _DOUBT]
    return Group(*parts)


def remission_text(found: Remission, case: str) -> RenderableType:
    """Return the worksheet of petitions: what of each loss counts and why, and who gets what."""
    worksheet = found.worksheet
    head = f"Remission of {found.asset}; case {case} at the end of {day(found.as_of)}."
    readings = f"{words(worksheet.division)}; injuries: {words(worksheet.torts)}"
    divided = f"{usd(worksheet.net)} to divide, {readings}."
    parts: list[RenderableType] = [head, divided]
    if found.mandatory:
        parts.append(
            "Forfeited under 18 U.S.C. § 1594: with an order of an offense of chapter 77, subsection (f) "
            "commands the transfer, and remission is not the path."
        )
    parts += [*section("Losses"), indented(_losses(worksheet))]
    parts += [*section("Who gets what"), indented(_outcomes(worksheet.outcomes))]
    parts += [
        "",
        f"Divided: {usd(worksheet.divided)}; left: {usd(worksheet.net - worksheet.divided)}.",
    ]
    had = [(who, cents) for who, cents in found.had.items() if cents]
    if had:
        said = ", ".join(f"{who} {usd(cents)}" for who, cents in had)
        parts.append(
            f"The entries show money for {said}, whatever it was for: what paid a loss above is to be "
            "stated as compensated."
        )
    if any(_doubted(ground.authority) for line in worksheet.lines for ground in line.grounds):
        parts += ["", _DOUBT]
    return Group(*parts)


def trace_text(trace: Trace) -> RenderableType:
    """Return where money came from and went: one line for each part of it."""
    if not trace.flows and not trace.made_up:
        return "No money came in that could be followed."
    table = ruled(
        "Asset", "Came by", "On", "Order", "For", "Amount", "Paid out by", "On", right=("Amount",)
    )
    for flow in trace.flows:
        table.add_row(*_flow(flow))
    for who, cents in trace.made_up.items():
        table.add_row("", "nothing: taken back", "", "", words(who), usd(cents), "to be made up")
    held = sum(flow.cents for flow in trace.flows if not flow.disbursement)
    out = sum(flow.cents for flow in trace.flows if flow.disbursement)
    sums = f"{usd(out + held)} came in: {usd(out)} paid out, {usd(held)} held."
    convention = "Dollars held for one obligee are alike: the oldest are paid out first."
    return Group(table, "", sums, convention)


def next_text(found: Sequence[Acts]) -> RenderableType:
    """Return who must act next on each asset, and since when."""
    if not found:
        return "The case has no asset."
    return _next([(each, step) for each in found for step in each.next or (None,)])


def _proceeds(request: RestorationRequest) -> Table:
    table = Table.grid(padding=(0, 3))
    table.add_column()
    table.add_column(justify="right")
    for says, cents in (
        ("gross proceeds", request.gross),
        ("less the government’s costs", request.costs),
        ("less third parties’ interests", request.granted),
        ("net proceeds", request.net),
        ("less transferred before", request.transferred),
        ("to divide", request.available),
        ("what the order does not take", request.available - request.requested),
    ):
        table.add_row(says, usd(cents))
    return table


def _schedule(lines: Sequence[ScheduleLine]) -> Table:
    heads = ("", "Awarded", "Still owed", "Share", "Owed after")
    table = ruled(*heads, right=heads[1:])
    for line in lines:
        left = line.outstanding - line.share
        table.add_row(line.victim, *map(usd, (line.awarded, line.outstanding, line.share, left)))
    return table


def _statements(found: Sequence[Statement]) -> Table:
    table = ruled("Key", "Statement", "Holds", "Rule")
    for each in found:
        by = " (entries)" if each.by_entries else ""
        table.add_row(each.key, each.says, _SHOWN[each.shown] + by, _cited(each.authority))
    return table


def _losses(worksheet: RemissionWorksheet) -> Table:
    table = ruled(
        "", "Loss", "Claimed", "Counts", "To show", "Why", right=("Claimed", "Counts", "To show")
    )
    for line in worksheet.lines:
        item = line.item
        why = "\n".join(f"{each.says} {_cited(each.authority)}" for each in line.grounds)
        amounts = map(usd, (item.amount, line.shown, line.to_show))
        table.add_row(item.victim, f"{item.what} ({item.kind.value})", *amounts, why)
    return table


def _outcomes(found: Sequence[Outcome]) -> Table:
    heads = ("", "Claimed", "Counts", "To show", "As owner", "As victim", "Share")
    table = ruled(*heads, right=heads[1:])
    for each in found:
        sums = (each.claimed, each.shown, each.to_show, each.as_owner, each.as_victim)
        share = each.as_owner + each.as_victim
        table.add_row(each.petitioner.victim, *map(usd, (*sums, share)))
    return table


def _flow(flow: Flow) -> Iterator[str]:
    source = flow.source
    yield source.asset or "payment"
    yield source.reference
    yield source.on.isoformat()
    yield source.order
    yield words(flow.obligee)
    yield usd(flow.cents)
    yield flow.disbursement or "held"
    yield flow.paid_on.isoformat() if flow.paid_on and flow.disbursement else ""


def _next(found: Sequence[tuple[Acts | None, NextStep | None]]) -> Table:
    of_asset = any(acts is not None for acts, _ in found)
    table = ruled(
        *(("Asset", "What") if of_asset else ()),
        *("Must", "Who", "Since", "Days", "Authority"),
        right=("Days",),
    )
    for acts, step in found:
        row = ["all is done", "", "", "", ""]
        if step is not None:
            row = [step.act, step.office, str(step.since), str(step.days), step.authority]
        table.add_row(*((acts.asset, acts.what) if acts else ()), *row)
    return table


def _doubted(authority: Authority) -> bool:
    return authority.checked in DOUBTED


def _cited(authority: Authority) -> str:
    section_of = authority.citation.partition(" (77 Fed.")[0]
    return f"{section_of} †" if _doubted(authority) else section_of
