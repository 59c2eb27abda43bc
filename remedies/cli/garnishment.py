"""The command that says how much may be garnished of earnings."""

import argparse
import sys
from typing import Final

from rich.console import Group

from remedies import law
from remedies.cli.terminal import DONE, Commands, add_json, day, print_json, print_page
from remedies.worksheet import Row, numbered

_DESCRIPTION: Final = """\
The most that may be garnished of a pay period's disposable earnings, line by line (15 U.S.C. § 1673, through
18 U.S.C. § 3613(a)(3)). Disposable earnings are what is left after what law requires to be withheld. Orders
for support are not considered.
"""
_PERIODS: Final = ("week", "two_weeks", "half_month", "month")


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "garnishment",
        help="the most that may be garnished of earnings",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("disposable", metavar="DOLLARS", help="of the pay period, such as 512.40")
    command.add_argument("--period", choices=_PERIODS, default="week", help="week when left out")
    command.add_argument(
        "--on", type=day, required=True, metavar="DATE", help="the day they are payable"
    )
    add_json(command)
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    # Imported when it is asked for: other commands need nothing of collection.
    from remedies.calculators.collection.garnishment import PayPeriod  # noqa: PLC0415
    from remedies.wire.garnishment import earnings, garnishment  # noqa: PLC0415

    ceiling, document = garnishment(
        earnings(options.disposable), PayPeriod(options.period), options.on, law.encoded()
    )
    if options.json:
        print_json(document, sys.stdout)
        return DONE
    rows = [Row(*entry) for entry in numbered(ceiling)]
    head = f"At most {rows[-1].amount} may be garnished of a {options.period.replace('_', ' ')}."
    lines = [
        f"{row.number:3}  {row.name}: {row.amount}"
        + "".join(f"\n       {part}" for part in (row.how, row.authority) if part)
        for row in rows
    ]
    print_page(Group(head, "", *lines))
    return DONE
