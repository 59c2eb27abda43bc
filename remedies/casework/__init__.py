"""The use-cases: what the command line and the HTTP face both do. Nothing here commits or prints.

A claim computed and printed is here; what concerns stored cases is in :mod:`remedies.casework.cases`,
which a command that stores nothing does not wait for.
"""

from remedies.casework.exhibits import (
    EXHIBITS,
    JSON,
    PDF,
    XLSX,
    Exhibit,
    assessed,
    exhibits,
)

__all__ = ["EXHIBITS", "JSON", "PDF", "XLSX", "Exhibit", "assessed", "exhibits"]
