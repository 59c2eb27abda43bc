"""Collection: interest, penalties, garnishment, liens, and the days that the law sets.

Plain functions of dates, cents and law; they know no ledger. Amounts go in as whole cents; what comes
out is exact until the one line that rounds it to the cent.
"""
