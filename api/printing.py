"""One document is printed at a time in a process: several would hold its memory together."""

from threading import Lock
from typing import Final

PRINTING: Final = Lock()
"""Held by every operation while it prints a PDF, whatever the document."""
