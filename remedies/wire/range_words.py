"""What a number of a claim is in words, so that a table can name it without its path."""

from collections.abc import Mapping, Sequence
from typing import Any

_DAYS = {
    "mon": "Mondays",
    "tue": "Tuesdays",
    "wed": "Wednesdays",
    "thu": "Thursdays",
    "fri": "Fridays",
    "sat": "Saturdays",
    "sun": "Sundays",
}
_WORDS: Mapping[tuple[str, ...], str] = {
    ("hours", "per_workweek"): "hours a workweek",
    ("hours", "per_day"): "hours a day",
    ("hours", "records", "hours"): "hours recorded by date",
    ("hours", "records", "rate"): "rates recorded by date",
    ("hours", "records", "relieved_minutes"): "minutes off duty recorded by date",
    ("pay", "rate"): "dollars of the rate agreed",
    ("pay", "rates", "rate"): "dollars an hour of one of the rates agreed",
    ("pay", "rates", "hours_per_workweek"): "hours a workweek at one of the rates agreed",
    ("pay", "amount"): "dollars of salary agreed",
    ("pay", "covers_hours"): "hours that the salary covers",
    ("pay", "earnings_per_workweek"): "dollars of piece earnings a workweek",
    ("pay", "jobs_per_workweek"): "jobs a workweek",
    ("pay", "waiting_hours"): "hours of waiting a workweek",
    ("pay", "waiting_rate"): "dollars an hour agreed for waiting",
    ("pay", "guaranteed_hours"): "hours that the guaranty covers",
    ("pay", "guaranty"): "dollars of the weekly guaranty",
    ("paid", "per_hour"): "dollars paid an hour",
    ("paid", "per_day"): "dollars paid a day",
    ("paid", "per_workweek"): "dollars paid a workweek",
    ("paid", "per_month"): "dollars paid a month",
    ("paid", "total"): "dollars paid in all",
    ("paid", "records", "amount"): "dollars of the payments recorded by date",
    ("bonuses", "per_workweek"): "dollars of bonus a workweek",
    ("bonuses", "amount"): "dollars of bonus",
    ("deductions", "per_workweek"): "dollars deducted a workweek",
    ("deductions", "amount"): "dollars deducted",
    ("facilities", "per_workweek"): "dollars of board, lodging or other facilities a workweek",
    ("tips", "per_workweek"): "dollars of tips a workweek",
    ("sleep", "hours_per_day"): "hours asleep a day",
    ("meals", "hours_per_day"): "hours at meals a day",
    ("on_call", "hours_per_day"): "hours on call a day",
    ("days",): "days",
    ("acts_per_day",): "acts a day",
    ("price",): "dollars an act",
    ("hours",): "hours of work on the market",
    ("rate",): "dollars an hour on the market",
    ("amount",): "dollars",
    **{("hours", "daily", day): f"hours on {name}" for day, name in _DAYS.items()},
}
_ENTRIES = {"gains": "gain", "losses": "loss"}


def named(steps: Sequence[str | int], document: Mapping[str, Any], numbers: int) -> str:
    """Return what a number is, and of which entry: ``hours a day, 2012-01-01 to 2012-12-31``.

    Args:
        steps: where it stands in the claim.
        document: the claim.
        numbers: how many dated entries vary together with it.

    """
    top, *rest = steps
    inner = tuple(step for step in rest if isinstance(step, str))
    words = _WORDS.get(inner) or ", ".join(inner).replace("_", " ")
    if "records" in inner:
        words = f"{words} ({numbers:,} {'entry' if numbers == 1 else 'entries'})"
    where = _entry(str(top), rest, document)
    return f"{words}, {where}" if top == "work" else f"{where}: {words}"


def _entry(top: str, rest: Sequence[str | int], document: Mapping[str, Any]) -> str:
    """Return which entry of the claim a number belongs to, in words that repeat no text of it."""
    if not rest or not isinstance(rest[0], int):
        return top.replace("_", " ")
    entry = document[top][rest[0]]
    if top == "work":
        return f"{entry.get('from')} to {entry.get('to')}"
    kind = str(entry.get("kind") or entry.get("category") or "").replace("_", " ")
    return f"{kind}, {_ENTRIES.get(top, top)} {rest[0] + 1}".removeprefix(", ")
