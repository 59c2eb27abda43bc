"""What a victim is owed, computed as worksheets that a lawyer can check."""

__version__ = "0.1.0"
