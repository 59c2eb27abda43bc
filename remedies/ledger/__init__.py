"""The ledger: dated entries that never change; every balance is computed from them, never stored."""
