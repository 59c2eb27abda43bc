"""The options that say how a table of somebody else's is to be read."""

import argparse

from remedies.intake.columns import Said
from remedies.intake.values import DateOrder, NumberForm


def add_table_options(command: argparse.ArgumentParser) -> None:
    """Add the columns, how dates and numbers are written, the sheet and the row of the headings."""
    command.add_argument("--columns", metavar="FIELD=COLUMN,…", help="the columns, confirmed")
    command.add_argument("--dates", choices=[order.value for order in DateOrder])
    command.add_argument("--numbers", choices=[form.value for form in NumberForm])
    command.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook")
    command.add_argument(
        "--header-row", type=int, metavar="N", help="the row that names the columns"
    )


def table_said(options: argparse.Namespace) -> Said:
    """Return what these options say."""
    return Said(
        columns=options.columns,
        dates=DateOrder(options.dates) if options.dates else None,
        numbers=NumberForm(options.numbers) if options.numbers else None,
        sheet=options.sheet,
        header_row=options.header_row,
    )
